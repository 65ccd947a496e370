using Chapar.Database;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles;

/// <summary>A working copy becomes public: its words and particulars go over to the article, which is published in the one way there is.</summary>
public static class Release
{
    /// <summary>An article with all that a change of it touches.</summary>
    public static IQueryable<Article> Whole(this IQueryable<Article> articles) => articles
        .Include(a => a.Section).Include(a => a.Lead).Include(a => a.Places).Include(a => a.Topics).Include(a => a.Bylines).ThenInclude(b => b.Author).AsSplitQuery();

    /// <summary>Lays the working copy over its article. What was deleted meanwhile (an author, a topic) is left out.</summary>
    /// <param name="db">Where section, authors, places, topics and picture are found.</param>
    /// <param name="draft">The working copy.</param>
    /// <param name="article">Its article, <see cref="Whole"/>; changed.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task LayOverAsync(NewsDb db, Draft draft, Article article, DateTime now, CancellationToken stop = default)
    {
        var given = draft.Particulars;
        Guid[] authorIds = [.. given.Bylines.Select(b => b.Author)];
        Guid[] placeIds = await Merging.NowAsync(db, given.Places, stop), topicIds = await Merging.NowAsync(db, given.Topics, stop);
        var authors = await db.Authors.Where(a => authorIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, stop);
        article.Write(draft.Headline, draft.Deck, draft.Body, now);
        article.SetFormat(given.Format, now);
        if (given.Section is { } id && await db.Sections.FirstOrDefaultAsync(s => s.Id == id, stop) is { } section) article.FileUnder(section, now);
        article.Sign(given.Bylines.Where(b => authors.ContainsKey(b.Author)).Select(b => (authors[b.Author], b.Role)), now);
        article.Locate(await db.Places.Where(p => placeIds.Contains(p.Id)).ToListAsync(stop), now);
        article.Tag(await db.Topics.Where(t => topicIds.Contains(t.Id)).ToListAsync(stop), now);
        var lead = given.Lead is { } pictureId ? await db.Pictures.FirstOrDefaultAsync(p => p.Id == pictureId, stop) : null;
        article.Illustrate(lead, now, given.LeadCaption, given.LeadAlternativeText);
    }

    /// <summary>Publishes the working copy and takes it off the desk; the caller saves.</summary>
    /// <param name="db">The database.</param>
    /// <param name="draft">The working copy, tracked.</param>
    /// <param name="prefix">What addresses of its language begin with: "" or "/ru".</param>
    /// <param name="zone">The publication's: the month in the address is its own.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="bars">What else bars the article as it would go out; null when nothing does.</param>
    /// <param name="stop">Ends the work early.</param>
    /// <returns>Null when published; otherwise why not, and then nothing is to be saved.</returns>
    public static async Task<Refusal?> PublishAsync(NewsDb db, Draft draft, string prefix, TimeZoneInfo zone, DateTime now, Func<Article, Task<Refusal?>> bars, CancellationToken stop = default)
    {
        var article = await db.Articles.Whole().Include(a => a.Corrections).SingleAsync(a => a.Id == draft.ArticleId, stop);
        await LayOverAsync(db, draft, article, now, stop);
        if (await bars(article) is { } barred) return barred;
        var path = article.Path ?? await FreePathAsync(db, prefix, article.Headline, TimeZoneInfo.ConvertTimeFromUtc(now, zone), stop);
        var note = draft.ReleaseKind == ReleaseKind.Update ? draft.ReleaseNote : null;
        if (article.Publish(path, draft.ReleasedBy, now, note: note) is { } refusal) return refusal;
        var kind = draft.ReleaseKind switch { ReleaseKind.Correction => CorrectionKind.Correction, ReleaseKind.Clarification => CorrectionKind.Clarification, _ => (CorrectionKind?)null };
        if (kind is { } correction && article.Correct(draft.ReleaseNote!, correction, draft.ReleasedBy, now) is { } refused) return refused;
        db.Drafts.Remove(draft);
        return null;
    }

    /// <summary>"/2026/11/slug", with a number where something stands there already.</summary>
    static async Task<string> FreePathAsync(NewsDb db, string prefix, string headline, DateTime local, CancellationToken stop)
    {
        var folder = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}/{local:yyyy}/{local:MM}/");
        var slug = Slug.Of(headline) is { Length: > 0 } words ? words : "story";
        var start = folder + slug;
        HashSet<string> taken = [
            .. await db.Articles.Where(a => a.Path!.StartsWith(start)).Select(a => a.Path!).ToListAsync(stop),
            .. await db.PlainPages.Where(p => p.Path.StartsWith(start)).Select(p => p.Path).ToListAsync(stop),
            .. await db.Redirects.Where(r => r.From.StartsWith(start)).Select(r => r.From).ToListAsync(stop)];
        return folder + Slug.Free(slug, s => taken.Contains(folder + s));
    }
}
