using Chapar.Database;
using Chapar.Events;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Articles;

/// <summary>What can stand at an address.</summary>
public enum Standing { Nothing, House, Article, PlainPage, Section, Place, Topic, Author }

/// <summary>The one space of addresses that articles, lists and pages share, and the redirects in it. The reading site follows them.</summary>
public static class Addresses
{
    /// <summary>More steps from one redirect to the next than anyone makes.</summary>
    const int MostSteps = 20;

    /// <summary>First parts of addresses that the reading site has for itself.</summary>
    public static IReadOnlySet<string> OwnWords { get; } = new HashSet<string>(StringComparer.Ordinal)
    {
        "search", "rates", "places", "topics", "authors", "corrections", "history", "newsroom", "health", "metrics", "media", "api", "feed.xml", "atom.xml",
        "feed.json", "sitemap.xml", "news-sitemap.xml", "robots.txt", "formats", "archive", "offline", "reader.css", "page", "edition", "text", "full", "kk-latn", "uz-cyrl",
        "sitemaps",
    };

    /// <summary>What stands at a path of ours: "/politics", "/ru/topics/water".</summary>
    /// <param name="db">The database.</param>
    /// <param name="path">In its canonical form.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task<Standing> StandingAsync(NewsDb db, string path, CancellationToken stop = default)
    {
        if (await db.Articles.AnyAsync(a => a.Path == path && (a.Status == ArticleStatus.Published || a.Status == ArticleStatus.Withdrawn), stop)) return Standing.Article;
        if (await db.PlainPages.AnyAsync(p => p.Path == path && p.IsPublic, stop)) return Standing.PlainPage;
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var language, ..] && Languages.IsKnown(language)) parts = parts[1..];
        return parts switch
        {
            [] => Standing.House,
            ["places", var slug] => await db.Places.AnyAsync(p => p.Slug == slug, stop) ? Standing.Place : Standing.Nothing,
            ["topics", var slug] => await db.Topics.AnyAsync(t => t.Slug == slug, stop) ? Standing.Topic : Standing.Nothing,
            ["authors", var slug] => await db.Authors.AnyAsync(a => a.Slug == slug, stop) ? Standing.Author : Standing.Nothing,
            [var slug] when !OwnWords.Contains(slug) => await db.Sections.AnyAsync(s => s.Slug == slug, stop) ? Standing.Section : Standing.Nothing,
            ["places" or "topics" or "authors", ..] => Standing.Nothing,
            [var first, ..] => OwnWords.Contains(first) ? Standing.House : Standing.Nothing,
        };
    }

    /// <summary>
    /// Leads readers of an address of old to where the thing stands now, in one step: redirects that led to the old address lead
    /// to the new one, and one that was left at the new address goes. The caller saves.
    /// </summary>
    /// <param name="db">The database.</param>
    /// <param name="from">In the main language: "/politics". The same under every other language moves too.</param>
    /// <param name="to">As <paramref name="from"/>.</param>
    /// <param name="prefixes">"" and "/ru": what addresses of the publication's languages begin with.</param>
    /// <param name="reason">Why, for the operator.</param>
    /// <param name="stop">Ends the work early.</param>
    public static async Task MoveAsync(NewsDb db, string from, string to, IEnumerable<string> prefixes, string reason, CancellationToken stop = default)
    {
        if (from == to) return;
        var moves = prefixes.ToDictionary(prefix => prefix + from, prefix => prefix + to);
        foreach (var present in moves.Values) await ClearAsync(db, present, stop);
        // All languages in one walk: where redirects lead is in no index.
        var olds = moves.Keys.ToList();
        foreach (var leading in await db.Redirects.Where(r => olds.Contains(r.To!)).ToListAsync(stop)) leading.PointTo(moves[leading.To!]);
        foreach (var (old, present) in moves)
        {
            if (await db.Redirects.FindAsync([old], stop) is { } stored) stored.PointTo(present);
            else db.Add(new Redirect(old, present, reason));
        }
    }

    /// <summary>Takes away a redirect from where something is about to stand. The caller saves.</summary>
    public static async Task ClearAsync(NewsDb db, string path, CancellationToken stop = default)
    {
        if (await db.Redirects.FindAsync([path], stop) is { } stale) db.Remove(stale);
    }

    /// <summary>Where the redirects lead from an address in the end; null when they go round in a circle through <paramref name="avoiding"/> or for ever.</summary>
    public static async Task<string?> EndOfAsync(NewsDb db, string path, string avoiding, CancellationToken stop = default)
    {
        for (int step = 0; step < MostSteps; step++)
        {
            if (path == avoiding) return null;
            if (await db.Redirects.Where(r => r.From == path).Select(r => r.To).FirstOrDefaultAsync(stop) is not { } next) return path;
            path = next;
        }
        return null;
    }

    /// <summary>Adds or changes a redirect and says so in the journal; the caller has checked it, and saves.</summary>
    public static async Task RedirectAsync(NewsDb db, string from, string? to, string by, DateTime now, CancellationToken stop = default)
    {
        if (await db.Redirects.FindAsync([from], stop) is { } stored) stored.PointTo(to);
        else db.Add(new Redirect(from, to, $"by {by}"));
        db.Record(new NewsEvent(NewsEvents.RedirectAdded, null, now, by, $"{from} → {to ?? "410"}"));
    }

    /// <summary>Removes a redirect and says so in the journal; the caller saves.</summary>
    public static void Remove(NewsDb db, Redirect redirect, string by, DateTime now)
    {
        db.Remove(redirect);
        db.Record(new NewsEvent(NewsEvents.RedirectRemoved, null, now, by, $"{redirect.From} → {redirect.To ?? "410"}"));
    }
}
