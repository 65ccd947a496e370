using System.Collections;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

/// <summary>What a sitemap says of everything but articles: fronts, sections, places, topics and authors that have articles, plain pages.</summary>
public sealed class PageSitemap(NewsDb db, Publication publication)
{
    /// <summary>The pages in a fixed order, and the edition names they depend on.</summary>
    public sealed class Pages : IEnumerable<SitemapUrl>
    {
        readonly List<SitemapUrl> urls = [];
        readonly HashSet<string> names = new([EditionNames.Sections, EditionNames.PlainPages], StringComparer.Ordinal);

        public IReadOnlyCollection<string> Names => names;

        public void Add(string path, DateTime? updatedAt) => urls.Add(new SitemapUrl(path, updatedAt));

        public void DependOn(string name) => names.Add(name);

        public IEnumerator<SitemapUrl> GetEnumerator() => urls.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    sealed record Line(Guid Id, string Slug, string Language, DateTime? UpdatedAt);

    IQueryable<Article> Articles => db.Articles.AsNoTracking().Published().Where(a => publication.Languages.Contains(a.Language));

    public async Task<Pages> ReadAsync(CancellationToken stop)
    {
        var pages = new Pages();
        var newest = await Articles.GroupBy(a => a.Language).Select(g => new { Language = g.Key, UpdatedAt = g.Max(a => a.UpdatedAt) }).ToListAsync(stop);
        foreach (var language in publication.Languages)
        {
            var front = newest.Find(n => n.Language == language);
            if (front is null && language != publication.MainLanguage) continue;
            var prefix = publication.Prefix(language);
            pages.Add(prefix.Length == 0 ? "/" : prefix, front?.UpdatedAt);
            pages.Add($"{prefix}/rates", null);
            pages.Add($"{prefix}/corrections", null);
            pages.Add($"{prefix}/edition", null);
        }
        await AddRatesAsync(pages, stop);
        Add(pages, "/", EditionNames.Section, await Articles.GroupBy(a => new { a.Section!.Id, a.Section.Slug, a.Language })
            .Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))).ToListAsync(stop));
        Add(pages, "/places/", EditionNames.Place, await Articles.SelectMany(a => a.Places, (a, p) => new { p.Id, p.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))).ToListAsync(stop));
        Add(pages, "/topics/", EditionNames.Topic, await Articles.SelectMany(a => a.Topics, (a, t) => new { t.Id, t.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))).ToListAsync(stop));
        Add(pages, "/authors/", EditionNames.Author, await Articles.SelectMany(a => a.Bylines, (a, b) => new { b.Author!.Id, b.Author.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))).ToListAsync(stop));
        var plain = await db.PlainPages.AsNoTracking().Where(p => p.IsPublic && publication.Languages.Contains(p.Language))
            .OrderBy(p => p.Path).Select(p => new { p.Path, p.UpdatedAt }).ToListAsync(stop);
        foreach (var page in plain) pages.Add(page.Path, page.UpdatedAt);
        return pages;
    }

    /// <summary>The lists of banks of which documents were loaded, and the dollar in the moneys of those that print it.</summary>
    async Task AddRatesAsync(Pages pages, CancellationToken stop)
    {
        pages.DependOn(EditionNames.Rates);
        var loaded = await db.Bulletins.Where(b => b.IsCurrent && b.Series == BulletinSeries.Daily).Select(b => b.Source).Distinct().ToListAsync(stop);
        foreach (var source in RateSources.All.Where(s => loaded.Contains(s.Key)))
            foreach (var language in publication.Languages)
            {
                pages.Add($"{publication.Prefix(language)}/rates/{source.Key}", null);
                if (source.Quotation == Quotation.HomePerForeign) pages.Add($"{publication.Prefix(language)}/rates/usd-{source.HomeCurrency.ToLowerInvariant()}", null);
            }
    }

    void Add(Pages pages, string folder, Func<Guid, string> edition, IEnumerable<Line> lines)
    {
        foreach (var line in lines.OrderBy(l => l.Slug, StringComparer.Ordinal).ThenBy(l => l.Language, StringComparer.Ordinal))
        {
            pages.Add($"{publication.Prefix(line.Language)}{folder}{line.Slug}", line.UpdatedAt);
            pages.DependOn(edition(line.Id));
        }
    }
}
