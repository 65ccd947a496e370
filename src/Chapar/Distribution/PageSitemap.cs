using Chapar.Articles;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Settings;

namespace Chapar.Distribution;

/// <summary>What a sitemap says of everything but articles: fronts, sections, places, topics and authors that have articles, plain pages.</summary>
public sealed class PageSitemap(Asking asking, Publication publication)
{
    /// <summary>The pages of each language in a fixed order, and the edition names they depend on.</summary>
    public sealed class Pages
    {
        readonly Dictionary<string, List<SitemapUrl>> urls = new(StringComparer.Ordinal);
        readonly HashSet<string> names = new([EditionNames.Sections, EditionNames.PlainPages], StringComparer.Ordinal);

        public IReadOnlyCollection<string> Names => names;

        public IReadOnlyList<SitemapUrl> In(string language) => urls.GetValueOrDefault(language) ?? [];

        public void Add(string language, string path, DateTime? updatedAt)
        {
            if (!urls.TryGetValue(language, out var of)) urls[language] = of = [];
            of.Add(new SitemapUrl(path, updatedAt));
        }

        public void DependOn(string name) => names.Add(name);
    }

    internal sealed record Line(Guid Id, string Slug, string Language, DateTime? UpdatedAt);

    internal sealed record Newest(string Language, DateTime? UpdatedAt);

    internal sealed record Plain(string Path, DateTime UpdatedAt);

    internal static readonly Question<IReadOnlyList<string>, Newest> Fronts = new("sitemap.fronts",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).GroupBy(a => a.Language).Select(g => new Newest(g.Key, g.Max(a => a.UpdatedAt))), row => new(row.Text(0), row.AtOrNot(1)));

    internal static readonly Question<IReadOnlyList<string>, Line> Sections = new("sitemap.sections",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).GroupBy(a => new { a.Section!.Id, a.Section.Slug, a.Language })
            .Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))), Read);

    internal static readonly Question<IReadOnlyList<string>, Line> Places = new("sitemap.places",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).SelectMany(a => a.Places, (a, p) => new { p.Id, p.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))), Read);

    internal static readonly Question<IReadOnlyList<string>, Line> Topics = new("sitemap.topics",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).SelectMany(a => a.Topics, (a, t) => new { t.Id, t.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))), Read);

    internal static readonly Question<IReadOnlyList<string>, Line> Authors = new("sitemap.authors",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).SelectMany(a => a.Bylines, (a, b) => new { b.Author!.Id, b.Author.Slug, a.Language, a.UpdatedAt })
            .GroupBy(a => new { a.Id, a.Slug, a.Language }).Select(g => new Line(g.Key.Id, g.Key.Slug, g.Key.Language, g.Max(a => a.UpdatedAt))), Read);

    internal static readonly Question<IReadOnlyList<string>, Plain> PlainPages = new("sitemap.plain-pages",
        (db, languages) => db.PlainPages.Where(p => p.IsPublic && languages.Contains(p.Language)).OrderBy(p => p.Path).Select(p => new Plain(p.Path, p.UpdatedAt)), row => new(row.Text(0), row.At(1)));

    internal static readonly Question<Guid, string> Banks = new("sitemap.banks", (db, _) => db.Bulletins.Where(b => b.IsCurrent && b.Series == BulletinSeries.Daily).Select(b => b.Source).Distinct(), row => row.Text(0));

    static Line Read(AnswerRow row) => new(row.Id(0), row.Text(1), row.Text(2), row.AtOrNot(3));

    public async Task<Pages> ReadAsync(CancellationToken stop)
    {
        var pages = new Pages();
        var newest = await asking.ListAsync(Fronts, publication.Languages, stop);
        foreach (var language in publication.Languages)
        {
            var front = newest.Find(n => n.Language == language);
            if (front is null && language != publication.MainLanguage) continue;
            var prefix = publication.Prefix(language);
            pages.Add(language, prefix.Length == 0 ? "/" : prefix, front?.UpdatedAt);
            pages.Add(language, $"{prefix}/rates", null);
            pages.Add(language, $"{prefix}/corrections", null);
            pages.Add(language, $"{prefix}/edition", null);
        }
        await AddRatesAsync(pages, stop);
        Add(pages, "/", EditionNames.Section, await asking.ListAsync(Sections, publication.Languages, stop));
        Add(pages, "/places/", EditionNames.Place, await asking.ListAsync(Places, publication.Languages, stop));
        Add(pages, "/topics/", EditionNames.Topic, await asking.ListAsync(Topics, publication.Languages, stop));
        Add(pages, "/authors/", EditionNames.Author, await asking.ListAsync(Authors, publication.Languages, stop));
        foreach (var language in publication.Languages)
            foreach (var page in await asking.ListAsync(PlainPages, [language], stop)) pages.Add(language, page.Path, page.UpdatedAt);
        return pages;
    }

    /// <summary>The lists of banks of which documents were loaded, and the dollar in the moneys of those that print it.</summary>
    async Task AddRatesAsync(Pages pages, CancellationToken stop)
    {
        pages.DependOn(EditionNames.Rates);
        var loaded = await asking.ListAsync(Banks, Guid.Empty, stop);
        foreach (var source in RateSources.All.Where(s => loaded.Contains(s.Key)))
            foreach (var language in publication.Languages)
            {
                pages.Add(language, $"{publication.Prefix(language)}/rates/{source.Key}", null);
                if (source.Quotation == Quotation.HomePerForeign) pages.Add(language, $"{publication.Prefix(language)}/rates/usd-{source.HomeCurrency.ToLowerInvariant()}", null);
            }
    }

    void Add(Pages pages, string folder, Func<Guid, string> edition, IEnumerable<Line> lines)
    {
        foreach (var line in lines.OrderBy(l => l.Slug, StringComparer.Ordinal).ThenBy(l => l.Language, StringComparer.Ordinal))
        {
            pages.Add(line.Language, $"{publication.Prefix(line.Language)}{folder}{line.Slug}", line.UpdatedAt);
            pages.DependOn(edition(line.Id));
        }
    }
}
