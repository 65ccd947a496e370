using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Newsroom.Writing.Links;
using Chapar.Newsroom.Writing.Naming;
using Chapar.Settings;
using Chapar.Spellings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>The whole checklist of a story; what the house has made a bar is one here.</summary>
public sealed class StoryChecks(LinkCheck links, HouseList spellings, NameList names, Publication publication)
{
    /// <param name="db">Where pictures, links and spellings are looked up.</param>
    /// <param name="article">With the working copy laid over it.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="stop">Ends the work early.</param>
    public async Task<IReadOnlyList<CheckPoint>> OfAsync(NewsDb db, Article article, DateTime now, CancellationToken stop)
    {
        var checks = await OwnAsync(db, article, now, stop);
        checks.AddRange(Chosen(await links.OfAsync(db, article, stop)));
        return checks;
    }

    /// <summary>
    /// Why a story cannot go out at its time, or null. Links are left out: whoever set the time has seen what they answered, and a site that
    /// fails at that minute is no reason to hold a story back while nobody looks.
    /// </summary>
    public async Task<Refusal?> BarsAtItsTimeAsync(NewsDb db, Article article, DateTime now, CancellationToken stop) =>
        publication.Bars.Count > 0 && BarsOf(await OwnAsync(db, article, now, stop)) is { Reasons.Count: > 0 } refusal ? refusal : null;

    /// <summary>The points that bar it, as the answer to who wants to publish; no reasons when none does.</summary>
    public static Refusal BarsOf(IEnumerable<CheckPoint> checks) => new([.. checks.Where(check => check.IsBar).Select(check => check.Text)]);

    async Task<List<CheckPoint>> OwnAsync(NewsDb db, Article article, DateTime now, CancellationToken stop)
    {
        List<Guid> ids = [.. article.Body.Media(), .. article.Lead is { } lead ? [lead.Id] : Array.Empty<Guid>()];
        var pictures = ids.Count == 0 ? [] : await db.Pictures.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(stop);
        var rules = await spellings.InAsync(db, article.Language, stop);
        List<TextLine> lines = [.. TextLine.Of(article.Headline, article.Deck, article.Body, article.Language)];
        var spelled = rules.Find(lines);
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(article.FirstPublishedAt ?? now, publication.Zone));
        var known = await names.CheckAsync(db, article, day, StoryLines.Without(lines, spelled), stop);
        return [.. Chosen(
        [
            .. Checklist.Of(article, now, publication.Zone, pictures),
            .. SpellingCheck.Of(rules, spelled, lines, known.Told.Contains),
            .. known.Points,
            .. Checklist.Of((await db.OpenNotesAsync([article.Id], stop)).GetValueOrDefault(article.Id)),
        ])];
    }

    IEnumerable<CheckPoint> Chosen(IEnumerable<CheckPoint> checks)
    {
        var bars = publication.Bars;
        return checks.Select(check => bars.Contains(check.Kind.Slug()) ? check with { IsBar = true } : check);
    }
}
