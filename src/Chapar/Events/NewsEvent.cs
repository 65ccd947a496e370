namespace Chapar.Events;

/// <summary>What happened, in the past tense: the row that is written in the same transaction as the change itself.</summary>
public sealed class NewsEvent
{
    NewsEvent() { }

    public NewsEvent(string name, Guid? subjectId, DateTime at, string by, string? detail = null)
    {
        Id = Guid.CreateVersion7();
        Name = name;
        SubjectId = subjectId;
        At = at;
        By = by;
        Detail = detail;
    }

    public Guid Id { get; private set; }

    /// <summary>One of <see cref="NewsEvents"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The article, bulletin ... that it happened to.</summary>
    public Guid? SubjectId { get; private set; }

    public DateTime At { get; private set; }

    /// <summary>Who did it: a staff name, "import", "clock".</summary>
    public string By { get; private set; } = "";

    /// <summary>A reason or another short text for people.</summary>
    public string? Detail { get; private set; }

    /// <summary>True once its deliveries have been made out.</summary>
    public bool IsDispatched { get; private set; }

    public void MarkDispatched() => IsDispatched = true;
}

/// <summary>The names of all events.</summary>
public static class NewsEvents
{
    public const string ArticlePublished = "ArticlePublished";
    public const string ArticleUpdated = "ArticleUpdated";
    public const string ArticleCorrected = "ArticleCorrected";
    public const string ArticleWithdrawn = "ArticleWithdrawn";
    public const string ArticleMoved = "ArticleMoved";
    public const string StorySentToReview = "StorySentToReview";
    public const string StoryReturned = "StoryReturned";
    public const string StoryClaimed = "StoryClaimed";
    public const string StorySentToDesk = "StorySentToDesk";
    public const string StoryTakenFromDesk = "StoryTakenFromDesk";
    public const string StoryReady = "StoryReady";
    public const string StoryScheduled = "StoryScheduled";
    public const string StoryTakenBack = "StoryTakenBack";
    public const string StoryEmbargoed = "StoryEmbargoed";
    public const string StoryHeldUp = "StoryHeldUp";
    public const string StoryCommented = "StoryCommented";
    public const string CommentResolved = "CommentResolved";
    public const string CommentReopened = "CommentReopened";
    public const string CommentTakenBack = "CommentTakenBack";
    public const string PictureAdded = "PictureAdded";
    public const string PictureChanged = "PictureChanged";
    public const string PictureRightsEnded = "PictureRightsEnded";
    public const string RatesPublished = "RatesPublished";
    public const string RatesRefused = "RatesRefused";
    public const string FrontPublished = "FrontPublished";

    public const string FilingAdded = "FilingAdded";
    public const string FilingRenamed = "FilingRenamed";
    public const string FilingChanged = "FilingChanged";
    public const string FilingMoved = "FilingMoved";
    public const string FilingMerged = "FilingMerged";
    public const string AuthorAdded = "AuthorAdded";
    public const string AuthorRenamed = "AuthorRenamed";
    public const string AuthorChanged = "AuthorChanged";
    public const string AuthorMoved = "AuthorMoved";
    public const string RedirectAdded = "RedirectAdded";
    public const string RedirectRemoved = "RedirectRemoved";
    public const string SettingsSaved = "SettingsSaved";
    public const string SpellingAdded = "SpellingAdded";
    public const string SpellingChanged = "SpellingChanged";
    public const string SpellingRemoved = "SpellingRemoved";
    public const string NameAdded = "NameAdded";
    public const string NameChanged = "NameChanged";
    public const string NameRemoved = "NameRemoved";

    /// <summary>A file of known names was loaded.</summary>
    public const string NamesLoaded = "NamesLoaded";

    /// <summary>The index is of an older form than the program: it is to be made anew.</summary>
    public const string SearchOutdated = "SearchOutdated";

    public const string AssignmentChanged = "AssignmentChanged";
}
