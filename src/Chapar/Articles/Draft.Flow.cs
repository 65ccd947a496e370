using System.Globalization;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>Where a working copy stands on its way to the readers.</summary>
public enum Stage { Writing, InReview, Ready, Scheduled }

/// <summary>As what it goes out: a correction and a clarification leave a public note, an update only a new time.</summary>
public enum ReleaseKind { Publication, Update, Correction, Clarification }

public sealed partial class Draft
{
    public Stage Stage { get; private set; }

    /// <summary>The editor who has taken it on.</summary>
    public Guid? ClaimedById { get; private set; }

    /// <summary>What the editor wrote when it went back to its writer; null when it did not.</summary>
    public string? ReturnNote { get; private set; }

    /// <summary>Why it did not go out at its time; empty when nothing held it up. Said to whoever looks, in their language.</summary>
    public IReadOnlyList<Sentence> HeldUpFor { get; private set; } = [];

    /// <summary>When it goes out, UTC; set exactly while it is scheduled.</summary>
    public DateTime? ReleaseAt { get; private set; }

    public ReleaseKind ReleaseKind { get; private set; }

    /// <summary>The text of a correction or clarification; for an update, what is new.</summary>
    public string? ReleaseNote { get; private set; }

    /// <summary>Who sent it out: named in history and journal when the clock does it.</summary>
    public string ReleasedBy { get; private set; } = "";

    /// <summary>Whether it waits out the half minute in which a publication can be taken back, rather than a time somebody chose.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Not to go out before this instant, UTC, whoever says so.</summary>
    public DateTime? EmbargoUntil { get; private set; }

    /// <summary>Whether only an editor may still change it: it has been read, and what was read is what goes out.</summary>
    public bool IsClosed => Stage is Stage.Ready or Stage.Scheduled;

    public Refusal? SendToReview(string by, DateTime now)
    {
        if (Stage != Stage.Writing) return Refusal.Of("refused.no-draft", Said(Stage));
        if (Headline.Length == 0) return Refusal.Of("refused.review-headline");
        (ReturnNote, HeldUpFor) = (null, []);
        return Go(Stage.InReview, NewsEvents.StorySentToReview, by, now);
    }

    /// <summary>Gives it back to its writer.</summary>
    public Refusal? Return(string note, string by, DateTime now)
    {
        if (Stage is not (Stage.InReview or Stage.Ready)) return Refusal.Of("refused.return-stage", Said(Stage));
        if (string.IsNullOrWhiteSpace(note)) return Refusal.Of("refused.return-note");
        (ReturnNote, HeldUpFor) = (note.Trim(), []);
        (ClaimedById, DeskId, Handover) = (null, null, null);
        return Go(Stage.Writing, NewsEvents.StoryReturned, by, now, ReturnNote);
    }

    /// <summary>Makes somebody the one who reads it; whoever had it before has it no more.</summary>
    public Refusal? Claim(Guid staffId, string by, DateTime now)
    {
        if (ClaimedById == staffId) return null;
        ClaimedById = staffId;
        Record(new NewsEvent(NewsEvents.StoryClaimed, ArticleId, now, by));
        return null;
    }

    /// <summary>Says that it has been read and can go out.</summary>
    public Refusal? Approve(string by, DateTime now) => Stage is Stage.Writing or Stage.InReview
        ? Go(Stage.Ready, NewsEvents.StoryReady, by, now)
        : Refusal.Of("refused.already", Said(Stage));

    /// <summary>Sets an instant before which nobody can send it out; null lifts it.</summary>
    public Refusal? Embargo(DateTime? until, string by, DateTime now)
    {
        if (until <= now) return Refusal.Of("refused.embargo-past");
        if (until > ReleaseAt) return Refusal.Of("refused.embargo-scheduled");
        if (until == EmbargoUntil) return null;
        EmbargoUntil = until;
        Record(new NewsEvent(NewsEvents.StoryEmbargoed, ArticleId, now, by, until?.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture) ?? "lifted"));
        return null;
    }

    /// <summary>Has the clock send it out at an instant.</summary>
    public Refusal? Schedule(DateTime at, ReleaseKind kind, string? note, string by, DateTime now)
    {
        if (at <= now) return Refusal.Of("refused.time-passed");
        return Send(at, kind, note, by, now, held: false);
    }

    /// <summary>Sends it out as soon as the half minute has passed in which it can be taken back.</summary>
    /// <param name="hold">How long it can be taken back; nothing of it is public before.</param>
    public Refusal? Publish(ReleaseKind kind, string? note, TimeSpan hold, string by, DateTime now) => Send(now + hold, kind, note, by, now, held: true);

    /// <summary>Stops what was to go out.</summary>
    public Refusal? TakeBack(string by, DateTime now)
    {
        if (Stage != Stage.Scheduled) return Refusal.Of("refused.nothing-out");
        ReleaseAt = null;
        IsHeld = false;
        return Go(Stage.Ready, NewsEvents.StoryTakenBack, by, now);
    }

    /// <summary>The clock found that it cannot go out: back to ready, with the reasons where its editors look.</summary>
    public void Fail(Refusal refusal, DateTime now)
    {
        ReleaseAt = null;
        IsHeld = false;
        HeldUpFor = refusal.Reasons;
        Go(Stage.Ready, NewsEvents.StoryHeldUp, "clock", now, refusal.ToString());
    }

    /// <summary>The clock could not do its work (the database was busy, a machine failed): it tries again, and others need not wait.</summary>
    public void Postpone(DateTime until) => ReleaseAt = until;

    Refusal? Send(DateTime at, ReleaseKind kind, string? note, string by, DateTime now, bool held)
    {
        if (Stage == Stage.Scheduled) return Refusal.Of("refused.scheduled");
        if (at < EmbargoUntil) return Refusal.Of("refused.embargo", string.Create(CultureInfo.InvariantCulture, $"{EmbargoUntil:yyyy-MM-dd HH:mm}"));
        if (kind is ReleaseKind.Correction or ReleaseKind.Clarification && string.IsNullOrWhiteSpace(note))
            return Refusal.Of("refused.release-note");
        HeldUpFor = [];
        (ReleaseAt, ReleaseKind, ReleaseNote, ReleasedBy, IsHeld) = (at, kind, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), by, held);
        return Go(Stage.Scheduled, NewsEvents.StoryScheduled, by, now, at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
    }

    Refusal? Go(Stage stage, string newsEvent, string by, DateTime now, string? detail = null)
    {
        Stage = stage;
        Record(new NewsEvent(newsEvent, ArticleId, now, by, detail));
        return null;
    }

    static Sentence Said(Stage stage) => new($"refused.stage.{stage}");
}
