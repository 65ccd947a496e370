using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>
/// What a list holds: how many articles in each language and, unless it is long, which, oldest first. It is remembered, since
/// each page of a list asks for it, and SQLite looks at every article of the newspaper to gather those of a topic.
/// </summary>
sealed class ListContents
{
    readonly Dictionary<string, int> counts;
    readonly Dictionary<string, List<Guid>>? ids;

    ListContents(Dictionary<string, int> counts, Dictionary<string, List<Guid>>? ids) => (this.counts, this.ids) = (counts, ids);

    public int Count(string language) => counts.GetValueOrDefault(language);

    public bool HasAny(string language) => Count(language) > 0;

    /// <param name="page">The page that asks.</param>
    /// <param name="address">Tells the lists apart that have one edition name, as the years of the archive.</param>
    /// <param name="name">The edition name that is raised when another article belongs here, or one no longer.</param>
    /// <param name="list">The list; not asked while it is remembered.</param>
    /// <param name="members">Asked instead where the list is of one thing: which it is of, and its id.</param>
    public static ValueTask<ListContents> OfAsync(ReaderPage page, string address, string name, Func<IQueryable<Article>> list, (ListMembers Of, Guid Id)? members) =>
        page.Desk.Remembered.GetAsync(new($"{name} {address}"), page.Rendering, async made =>
        {
            // The settings, since they say when a year of the archive begins.
            made.DependOn([name, EditionNames.Settings]);
            // Of a longer list only the numbers are remembered: sixteen bytes an article, and all lists together hold each many times. But an edition asks for
            // each of its pages.
            var most = page.IsFile ? int.MaxValue : ListMembers.Most;
            if (members is var (of, id))
            {
                if (await of.OldestAsync(page.Desk.Lines, id, most) is { } known) return Of(known.Select(m => (m.Language, m.Id)));
            }
            var articles = list();
            if (members is null)
            {
                var rows = await articles.Oldest().Select(a => new { a.Language, a.Id }).Take(most == int.MaxValue ? most : most + 1).ToListAsync();
                if (rows.Count <= most) return Of(rows.Select(r => (r.Language, r.Id)));
            }
            return new ListContents(await articles.GroupBy(a => a.Language).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count), null);
        });

    static ListContents Of(IEnumerable<(string Language, Guid Id)> rows)
    {
        var ids = rows.GroupBy(r => r.Language).ToDictionary(g => g.Key, g => g.Select(r => r.Id).ToList());
        return new(ids.ToDictionary(l => l.Key, l => l.Value.Count), ids);
    }

    /// <summary>The articles of one page, newest first. Of a long list they are remembered a page at a time.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="address">As in <see cref="OfAsync"/>.</param>
    /// <param name="name">The edition name of the list.</param>
    /// <param name="list">The list again.</param>
    /// <param name="pager">Which page of it.</param>
    public async ValueTask<IReadOnlyList<Guid>> OnAsync(ReaderPage page, string address, string name, Func<IQueryable<Article>> list, Pager pager)
    {
        if (ids is not null) return [.. ids.GetValueOrDefault(page.Language, []).Skip(pager.Skip).Take(pager.Take).Reverse()];
        // The total too: counted before an article came and read after it, the page would be one article off, and remembered so.
        return await page.Desk.Remembered.GetAsync(new(string.Create(CultureInfo.InvariantCulture, $"{name} {address} {pager.Skip}+{pager.Take} of {pager.Total}"), page.Language), page.Rendering, made =>
        {
            made.DependOn([name, EditionNames.Settings]);
            return ReadAsync(list().InLanguage(page.Language), pager);
        });
    }

    static async Task<List<Guid>> ReadAsync(IQueryable<Article> own, Pager pager)
    {
        // From the nearer end: what is skipped is walked over.
        var newer = pager.Total - pager.Skip - pager.Take;
        var some = newer < pager.Skip ? own.Newest().Skip(newer) : own.Oldest().Skip(pager.Skip);
        var read = await some.Take(pager.Take).Select(a => a.Id).ToListAsync();
        if (newer >= pager.Skip) read.Reverse();
        return read;
    }
}
