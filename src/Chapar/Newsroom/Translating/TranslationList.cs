using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Translating;

/// <summary>Where one language of a story stands.</summary>
/// <param name="State">"source", "missing", "work", "behind", "ready", "published" or "withdrawn".</param>
/// <param name="Id">The story in this language; null when it is missing.</param>
/// <param name="Who">Whose it is, or who reads it.</param>
/// <param name="Changed">Paragraphs that are behind, and <paramref name="Since"/> when.</param>
/// <param name="Done">Paragraphs that are done, of <paramref name="Total"/>; none of a story that was not begun here.</param>
/// <param name="OriginalWithdrawn">The original was taken from its readers: said of it, and of each translation that still has readers.</param>
public sealed record TranslationCell(string Language, string State, Guid? Id, string? Who, int Changed, DateTime? Since, int Done, int Total, bool OriginalWithdrawn = false);

/// <summary>One story in all languages.</summary>
/// <param name="Id">The story that was there first.</param>
/// <param name="At">When readers got it; of what none have, when it was last changed.</param>
public sealed record TranslationRow(Guid Id, string Language, string Headline, Guid? SectionId, DateTime At, IReadOnlyList<TranslationCell> Cells)
{
    /// <summary>Since when the one that is longest behind is so.</summary>
    public DateTime? Since => Cells.Min(cell => cell.Since);
}

/// <summary>What the overview shows: the newest stories, whatever is behind, and what is being translated. Each is found by an index and has an end.</summary>
public static class TranslationList
{
    /// <summary>Of each of the three.</summary>
    public const int Most = 100;

    /// <param name="from">No published story from before it, unless something of it is behind or in work.</param>
    /// <param name="before">Only published ones from before it: the next page.</param>
    /// <param name="section">Only of this section.</param>
    public static async Task<IReadOnlyList<TranslationRow>> ReadAsync(NewsDb db, IReadOnlyList<string> languages, DateTime from, DateTime? before, Guid? section, Func<Guid?, bool> mayRead, CancellationToken stop)
    {
        var groups = (await NewestAsync(db, languages, from, before, section, stop)).ToHashSet();
        if (before is null)
        {
            groups.UnionWith(await Behind(db).ToListAsync(stop));
            foreach (var language in languages) groups.UnionWith(await Orphaned(db, language).ToListAsync(stop));
            groups.UnionWith(await (from draft in db.Drafts.AsNoTracking()
                                    join translation in db.Translations.AsNoTracking() on draft.ArticleId equals translation.ArticleId
                                    orderby draft.ChangedAt descending
                                    select translation.TranslationGroup).Take(Most).ToListAsync(stop));
        }
        Guid[] ids = [.. groups];
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.TranslationGroup))
            .Select(a => new { a.Id, a.TranslationGroup, a.Language, a.Status, a.Headline, a.SectionId, a.OwnerId, a.CreatedAt, a.WithdrawnAt, At = a.FirstPublishedAt ?? a.ChangedAt }).ToListAsync(stop);
        Guid[] stories = [.. articles.Select(a => a.Id)];
        var drafts = await db.Drafts.AsNoTracking().Where(d => stories.Contains(d.ArticleId)).Select(d => new { d.ArticleId, d.Headline, d.SectionId, d.Stage, d.ClaimedById }).ToDictionaryAsync(d => d.ArticleId, stop);
        var counts = await db.Translations.AsNoTracking().Where(t => ids.Contains(t.TranslationGroup)).Select(t => new { t.ArticleId, t.Changed, t.ChangedSince, t.Done, t.Total }).ToDictionaryAsync(t => t.ArticleId, stop);
        var names = await db.Staff.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        List<TranslationRow> rows = [];
        foreach (var group in articles.GroupBy(a => a.TranslationGroup))
        {
            var first = group.FirstOrDefault(a => a.Id == group.Key) ?? group.OrderBy(a => a.CreatedAt).First();
            var ofFirst = drafts.GetValueOrDefault(first.Id);
            var filed = ofFirst?.SectionId ?? first.SectionId;
            if ((section is not null && filed != section) || (first.Status != ArticleStatus.Published && !mayRead(first.OwnerId))) continue;
            var cells = languages.Select(language =>
            {
                if (group.Where(a => a.Language == language).OrderBy(a => a.Id != first.Id).ThenBy(a => a.CreatedAt).FirstOrDefault() is not { } there) return new TranslationCell(language, "missing", null, null, 0, null, 0, 0);
                var (draft, count) = (drafts.GetValueOrDefault(there.Id), counts.GetValueOrDefault(there.Id));
                var who = (draft?.ClaimedById ?? there.OwnerId) is { } staff ? names.GetValueOrDefault(staff) : null;
                var isFirst = there.Id == first.Id;
                var orphaned = first.Status == ArticleStatus.Withdrawn && there.Status == ArticleStatus.Published;
                return new TranslationCell(language, StateOf(isFirst, there.Status, draft?.Stage, orphaned || count?.Changed > 0), there.Id, who, count?.Changed ?? 0,
                    orphaned ? first.WithdrawnAt : count?.ChangedSince, count?.Done ?? 0, count?.Total ?? 0, orphaned || (isFirst && first.Status == ArticleStatus.Withdrawn));
            });
            var headline = first.Status == ArticleStatus.Draft ? ofFirst?.Headline ?? first.Headline : first.Headline;
            rows.Add(new TranslationRow(first.Id, first.Language, headline, filed, first.At, [.. cells]));
        }
        return [.. rows.OrderByDescending(row => row.At)];
    }

    /// <summary>The groups of which something is behind, the longest first.</summary>
    public static IQueryable<Guid> Behind(NewsDb db) =>
        db.Translations.AsNoTracking().Where(t => t.ChangedSince != null).OrderBy(t => t.ChangedSince).Take(Most).Select(t => t.TranslationGroup);

    /// <summary>Withdrawn originals of one language of which a translation is still read, the last withdrawn first.</summary>
    public static IQueryable<Guid> Orphaned(NewsDb db, string language) =>
        db.Articles.AsNoTracking().InLanguage(language).Where(a => a.Status == ArticleStatus.Withdrawn && a.Id == a.TranslationGroup)
            .Where(a => db.Articles.Any(other => other.TranslationGroup == a.Id && other.Status == ArticleStatus.Published))
            .OrderByDescending(a => a.WithdrawnAt).Take(Most).Select(a => a.TranslationGroup);

    /// <summary>Published stories of one language, the newest first.</summary>
    public static IQueryable<Article> Newest(NewsDb db, string language, DateTime from, DateTime? before, Guid? section)
    {
        var published = db.Articles.AsNoTracking().Published().InLanguage(language).Where(a => a.FirstPublishedAt >= from);
        if (before is { } end) published = published.Where(a => a.FirstPublishedAt < end);
        if (section is { } id) published = published.Where(a => a.SectionId == id);
        return published.Newest().Take(Most);
    }

    static async Task<IEnumerable<Guid>> NewestAsync(NewsDb db, IReadOnlyList<string> languages, DateTime from, DateTime? before, Guid? section, CancellationToken stop)
    {
        // Each language by itself: the index gives the newest of one without a sort.
        List<(Guid Group, DateTime At)> found = [];
        foreach (var language in languages)
            found.AddRange((await Newest(db, language, from, before, section).Select(a => new { a.TranslationGroup, At = a.FirstPublishedAt!.Value }).ToListAsync(stop)).Select(a => (a.TranslationGroup, a.At)));
        return found.OrderByDescending(a => a.At).Select(a => a.Group).Distinct().Take(Most);
    }

    static string StateOf(bool isFirst, ArticleStatus status, Stage? stage, bool isBehind) =>
        isFirst ? "source"
        : isBehind ? "behind"
        : status == ArticleStatus.Withdrawn ? "withdrawn"
        : stage is Stage.Ready or Stage.Scheduled ? "ready"
        : status == ArticleStatus.Published && stage is null ? "published"
        : "work";
}
