using Chapar.Events;
using Chapar.Staff;

namespace Chapar.Articles;

/// <summary>
/// What a member of the staff says about a passage of a story, or in answer to somebody who did. It is for colleagues: neither text nor
/// revision contains it. Where its passage stands is known to the editors' browsers only (<c>docs/decisions/014</c>).
/// </summary>
public sealed class Comment : NewsSubject
{
    /// <summary>Characters of what is said.</summary>
    public const int LongestText = 4_000;

    /// <summary>Characters of the passage that are kept; more of it is cut.</summary>
    public const int LongestQuote = 500;

    /// <summary>Characters of an anchor; an editor makes some three hundred.</summary>
    public const int LongestAnchor = 4_000;

    readonly List<Mention> mentions = [];

    Comment() { }

    Comment(Guid articleId, StaffMember by, string text, IEnumerable<StaffMember> readers, DateTime now)
    {
        Id = Guid.CreateVersion7();
        ArticleId = articleId;
        AuthorId = by.Id;
        Text = text.Trim();
        WrittenAt = now;
        mentions.AddRange(Mention.In(Text, readers).Where(m => m.Id != by.Id).Select(m => new Mention(Id, m.Id)));
        Record(new NewsEvent(NewsEvents.StoryCommented, articleId, now, by.Name));
    }

    public Guid Id { get; private set; }
    public Guid ArticleId { get; private set; }

    /// <summary>The comment that it answers; null for the first of a thread. Answers are not answered.</summary>
    public Guid? ThreadId { get; private set; }

    public Guid AuthorId { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>The passage as it read then; empty in an answer.</summary>
    public string Quote { get; private set; } = "";

    /// <summary>Where the passage begins and ends, as the editor wrote it down; empty in an answer.</summary>
    public string Anchor { get; private set; } = "";

    public DateTime WrittenAt { get; private set; }

    /// <summary>Since when there is nothing left to do about it; null while there is. Of the first of a thread.</summary>
    public DateTime? ResolvedAt { get; private set; }

    public Guid? ResolvedById { get; private set; }

    /// <summary>How often it was resolved and reopened: pages that are open see by it that something has changed.</summary>
    public int Turns { get; private set; }

    /// <summary>Whose attention it asks for.</summary>
    public IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>What bars such a comment; null when nothing does.</summary>
    public static Refusal? WhatIsWrong(string text, string quote, string anchor) =>
        string.IsNullOrWhiteSpace(text) ? Refusal.Of("refused.comment-empty")
        : text.Trim().Length > LongestText ? Refusal.Of("refused.comment-long", LongestText)
        : quote.Length is 0 or > LongestQuote || anchor.Length is 0 or > LongestAnchor ? Refusal.Of("refused.comment-passage")
        : null;

    /// <summary>A comment on a passage. The caller has asked <see cref="WhatIsWrong"/>.</summary>
    /// <param name="readers">Who may read the story, and so can be mentioned.</param>
    public static Comment On(Guid articleId, string quote, string anchor, string text, StaffMember by, IEnumerable<StaffMember> readers, DateTime now) =>
        new(articleId, by, text, readers, now) { Quote = quote, Anchor = anchor };

    /// <summary>An answer. What was resolved is open again.</summary>
    /// <param name="readers">See <see cref="On"/>.</param>
    public Comment Answer(string text, StaffMember by, IEnumerable<StaffMember> readers, DateTime now)
    {
        Reopen(by, now);
        return new Comment(ArticleId, by, text, readers, now) { ThreadId = Id };
    }

    /// <summary>There is nothing left to do about it.</summary>
    public void Resolve(StaffMember by, DateTime now)
    {
        if (ResolvedAt is not null) return;
        (ResolvedAt, ResolvedById) = (now, by.Id);
        Turns++;
        Record(new NewsEvent(NewsEvents.CommentResolved, ArticleId, now, by.Name));
    }

    public void Reopen(StaffMember by, DateTime now)
    {
        if (ResolvedAt is null) return;
        (ResolvedAt, ResolvedById) = (null, null);
        Turns++;
        Record(new NewsEvent(NewsEvents.CommentReopened, ArticleId, now, by.Name));
    }

    /// <summary>Says that its author takes it back; the caller deletes it. What somebody answered stays.</summary>
    /// <param name="isLast">Whether nothing was said after it in its thread.</param>
    public Refusal? TakeBack(StaffMember by, bool isLast, DateTime now)
    {
        if (by.Id != AuthorId || !isLast) return Refusal.Of("refused.comment-take-back");
        Record(new NewsEvent(NewsEvents.CommentTakenBack, ArticleId, now, by.Name));
        return null;
    }
}
