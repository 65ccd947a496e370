using Chapar.Events;

namespace Chapar.Articles;

/// <summary>Where an assignment stands. What follows "assigned" is where its story stands.</summary>
public enum AssignmentState { Idea, Assigned, Writing, InReview, Ready, Scheduled, Published, Dropped }

/// <summary>A story that is planned: an idea, who takes it on, until when. Once its story is begun its state is the story's.</summary>
public sealed class Assignment : NewsSubject
{
    /// <summary>Longest title, in characters.</summary>
    public const int LongestTitle = 200;

    Assignment() { }

    public Assignment(string title, string by, DateTime now)
    {
        Id = Guid.CreateVersion7();
        Title = title.Trim();
        ProposedBy = by;
        CreatedAt = now;
        ChangedAt = now;
    }

    public Guid Id { get; private set; }

    /// <summary>What the story is to be about.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Contacts, places, angles: for colleagues.</summary>
    public string Notes { get; private set; } = "";

    /// <summary>The desk.</summary>
    public Guid? SectionId { get; private set; }

    /// <summary>The member of the staff who takes it on.</summary>
    public Guid? StaffId { get; private set; }

    /// <summary>When the text is to be there, UTC.</summary>
    public DateTime? DueAt { get; private set; }

    /// <summary>Its story, once begun.</summary>
    public Guid? ArticleId { get; private set; }

    public DateTime? DroppedAt { get; private set; }
    public string ProposedBy { get; private set; } = "";
    public DateTime CreatedAt { get; private set; }
    public DateTime ChangedAt { get; private set; }

    /// <summary>Plans it anew.</summary>
    /// <returns>Null when done, otherwise why not.</returns>
    public Refusal? Plan(string title, string notes, Guid? sectionId, Guid? staffId, DateTime? dueAt, string by, DateTime now)
    {
        if (string.IsNullOrWhiteSpace(title)) return Refusal.Of("refused.plan-title");
        if (title.Trim().Length > LongestTitle) return Refusal.Of("refused.plan-title-long", LongestTitle);
        (Title, Notes, SectionId, StaffId, DueAt) = (title.Trim(), notes.Trim(), sectionId, staffId, dueAt);
        Touch(by, now);
        return null;
    }

    /// <summary>Gives it to somebody of the staff.</summary>
    public void GiveTo(Guid? staffId, string by, DateTime now)
    {
        if (staffId == StaffId) return;
        StaffId = staffId;
        Touch(by, now);
    }

    /// <summary>Its story is begun; who begins an idea takes it on.</summary>
    public Refusal? Begin(Article story, Guid staffId, string by, DateTime now)
    {
        if (ArticleId is not null) return Refusal.Of("refused.plan-begun");
        ArticleId = story.Id;
        StaffId ??= staffId;
        DroppedAt = null;
        Touch(by, now);
        return null;
    }

    /// <summary>It will not be written. It can be taken up again.</summary>
    public void Drop(string by, DateTime now)
    {
        DroppedAt ??= now;
        Touch(by, now);
    }

    public void TakeUp(string by, DateTime now)
    {
        DroppedAt = null;
        Touch(by, now);
    }

    /// <param name="stage">Of the story's working copy; null when it has none.</param>
    /// <param name="status">Of the story; null when it is not begun.</param>
    public AssignmentState StateWith(Stage? stage, ArticleStatus? status) =>
        DroppedAt is not null ? AssignmentState.Dropped
        : status is ArticleStatus.Published or ArticleStatus.Withdrawn ? AssignmentState.Published
        : status is null ? StaffId is null ? AssignmentState.Idea : AssignmentState.Assigned
        : stage switch { Stage.InReview => AssignmentState.InReview, Stage.Ready => AssignmentState.Ready, Stage.Scheduled => AssignmentState.Scheduled, _ => AssignmentState.Writing };

    void Touch(string by, DateTime now)
    {
        ChangedAt = now;
        Record(new NewsEvent(NewsEvents.AssignmentChanged, Id, now, by, Title));
    }
}
