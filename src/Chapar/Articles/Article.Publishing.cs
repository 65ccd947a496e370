using System.Globalization;
using Chapar.Articles.Body;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>Why something was not done, as sentences that staff can act on.</summary>
public sealed record Refusal(IReadOnlyList<Sentence> Reasons)
{
    /// <summary>A refusal for one reason.</summary>
    /// <param name="key">See <see cref="Sentence"/>.</param>
    public static Refusal Of(string key, params object[] parts) => new([new Sentence(key, parts)]);

    public string In(Words words) => string.Join(" ", Reasons.Select(reason => reason.In(words)));

    /// <summary>In English, for the command line and logs.</summary>
    public override string ToString() => In(Words.In("en"));
}

public sealed partial class Article
{
    public ArticleStatus Status { get; private set; }

    /// <summary>The whole address path, from the first slash: "/2026/11/slug", "/ru/2026/11/slug". Unique; null before publication.</summary>
    public string? Path { get; private set; }

    public DateTime? FirstPublishedAt { get; private set; }

    /// <summary>Last update that readers were told of; equal to <see cref="FirstPublishedAt"/> when there was none.</summary>
    public DateTime? UpdatedAt { get; private set; }

    public DateTime? WithdrawnAt { get; private set; }
    public string? WithdrawalReason { get; private set; }

    /// <summary>Number of revisions so far; the next one is this plus 1.</summary>
    public int RevisionCount { get; private set; }

    public List<Revision> Revisions { get; private set; } = [];
    public List<Correction> Corrections { get; private set; } = [];

    /// <summary>What still stands between this draft and its readers; empty when it can be published.</summary>
    public IReadOnlyList<Sentence> WhatIsMissing()
    {
        List<Sentence> missing = [];
        if (Headline.Length == 0) missing.Add(new("missing.headline"));
        if (SectionId is null) missing.Add(new("missing.section"));
        if (Bylines.Count == 0) missing.Add(new("missing.byline"));
        if (Lead is not null)
        {
            if (Lead.Credit.Length == 0) missing.Add(new("missing.lead-credit"));
            if (!Lead.Decorative && LeadAlternativeText is null && Lead.AlternativeText.Exactly(Language) is null)
                missing.Add(new("missing.lead-alt", Language));
        }
        foreach (var image in Body.Nodes.SelectMany(TreeWalk.Descend).OfType<ImageBlock>())
        {
            object name = image.Caption ?? image.Alt ?? image.Src ?? (object)new Sentence("missing.image-unnamed");
            if (string.IsNullOrWhiteSpace(image.Credit)) missing.Add(new("missing.image-credit", name));
            if (!image.Decorative && string.IsNullOrWhiteSpace(image.Alt)) missing.Add(new("missing.image-alt", name));
        }
        // Whoever publishes has seen every word: what a machine proposed is accepted or changed first, whichever way it goes out.
        foreach (var unseen in Body.Nodes.SelectMany(TreeWalk.Descend).Where(node => node.Machine)) missing.Add(new("missing.machine", Beginning(BodyText.Of(new BodyTree([unseen])))));
        return missing;
    }

    /// <summary>By which a paragraph is found again.</summary>
    static string Beginning(string text)
    {
        const int Letters = 60;
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Letters ? line : string.Concat(line.AsSpan(0, line.LastIndexOf(' ', Letters) is > 0 and var space ? space : Letters), "…");
    }

    /// <summary>
    /// Makes the article public, or its changes if it is public already. There is no second way: buttons, the clock,
    /// imports and the API all come here. Bylines and lead must be loaded.
    /// </summary>
    /// <param name="path">Its address; kept as it is once it was published.</param>
    /// <param name="by">Who publishes.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="firstPublishedAt">For imports: when the old site published it. Never later than <paramref name="now"/>.</param>
    /// <param name="updatedAt">For imports: when the old site last changed it.</param>
    /// <param name="note">What is new in an update, for the public history.</param>
    /// <returns>Null when published, otherwise why not.</returns>
    public Refusal? Publish(string path, string by, DateTime now, DateTime? firstPublishedAt = null, DateTime? updatedAt = null, string? note = null)
    {
        var missing = WhatIsMissing();
        if (missing.Count > 0) return new Refusal(missing);
        if (firstPublishedAt > now) return Refusal.Of("refused.future", string.Create(CultureInfo.InvariantCulture, $"{firstPublishedAt:yyyy-MM-dd HH:mm}"));
        if (!path.StartsWith('/') || path.Length < 2) return Refusal.Of("refused.path", path);

        var first = FirstPublishedAt is null;
        Path ??= path;
        FirstPublishedAt ??= firstPublishedAt ?? now;
        UpdatedAt = first ? Later(updatedAt, FirstPublishedAt.Value) : updatedAt ?? now;
        Status = ArticleStatus.Published;
        WithdrawnAt = null;
        WithdrawalReason = null;
        Remember(by, now, first ? "Published" : note is null ? "Updated" : $"Updated: {note}", isPublic: true);
        Record(new NewsEvent(first ? NewsEvents.ArticlePublished : NewsEvents.ArticleUpdated, Id, now, by));
        return null;
    }

    /// <summary>Takes a public article off the site; its address answers 410 with the reason.</summary>
    public Refusal? Withdraw(string reason, string by, DateTime now)
    {
        if (Status != ArticleStatus.Published) return Refusal.Of("refused.withdraw-public");
        if (string.IsNullOrWhiteSpace(reason)) return Refusal.Of("refused.withdraw-reason");
        Status = ArticleStatus.Withdrawn;
        WithdrawnAt = now;
        WithdrawalReason = reason.Trim();
        Remember(by, now, $"Withdrawn: {WithdrawalReason}", isPublic: false);
        Record(new NewsEvent(NewsEvents.ArticleWithdrawn, Id, now, by, WithdrawalReason));
        return null;
    }

    /// <summary>Adds a dated public note of what was wrong. The text itself is changed by <see cref="Write"/> and published.</summary>
    public Refusal? Correct(string note, CorrectionKind kind, string by, DateTime now)
    {
        if (Status != ArticleStatus.Published) return Refusal.Of("refused.correct-public");
        if (string.IsNullOrWhiteSpace(note)) return Refusal.Of("refused.correct-empty");
        Corrections.Add(new Correction(Id, kind, note.Trim(), now));
        UpdatedAt = Later(UpdatedAt, now);
        Remember(by, now, $"{kind}: {note.Trim()}", isPublic: true);
        Record(new NewsEvent(NewsEvents.ArticleCorrected, Id, now, by, note.Trim()));
        return null;
    }

    /// <summary>Gives the article another address; the caller leaves a redirect from the old one.</summary>
    public void MoveTo(string path, string by, DateTime now)
    {
        if (path == Path) return;
        Path = path;
        ChangedAt = now;
        Record(new NewsEvent(NewsEvents.ArticleMoved, Id, now, by, path));
    }

    /// <summary>Keeps a state of the working copy. Readers are told nothing, so that nothing but the count of revisions changes.</summary>
    public void Keep(Draft draft, Sentence note, DateTime now) => Revisions.Add(new Revision(draft, ++RevisionCount, note, now));

    void Remember(string by, DateTime now, string note, bool isPublic)
    {
        ChangedAt = now;
        Revisions.Add(new Revision(this, ++RevisionCount, by, now, note, isPublic));
    }

    static DateTime Later(DateTime? a, DateTime b) => a > b ? a.Value : b;
}
