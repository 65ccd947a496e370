using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Media;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>
/// The sitemaps (sitemaps.org) of each language: an index, one file for each month of publication (UTC), which is hardly ever changed again,
/// and one for everything that is not an article (<see cref="PageSitemap"/>). Only what is public is named, once, by its canonical address. The index of
/// the main language names the files of all, since who knows one address of a newspaper asks for that one.
/// </summary>
/// <param name="now">The present instant, UTC: a picture is named for as long as its rights last.</param>
/// <param name="most">Addresses in one file, at most 50,000.</param>
/// <param name="readPages">Reads what is said of all but articles, for who has read it already; null to read it here.</param>
public sealed class Sitemaps(Asking asking, Publication publication, DateTime now, int most = Sitemaps.Most, Func<Task<PageSitemap.Pages>>? readPages = null)
{
    public const int Most = 50_000;

    const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const string ImageSpace = "http://www.google.com/schemas/sitemap-image/1.1";

    internal sealed record Times(DateTime PublishedAt, DateTime UpdatedAt);

    /// <param name="From">The first instant, UTC.</param>
    /// <param name="Before">The first that is later, UTC.</param>
    internal sealed record MonthIn(IReadOnlyList<string> Languages, DateTime From, DateTime Before);

    internal sealed record Listed(string Path, DateTime UpdatedAt, PictureFace? Lead, DateTime? EndsAt);

    internal static readonly Question<IReadOnlyList<string>, Times> All = new("sitemap",
        (db, languages) => db.Articles.Published().Where(a => languages.Contains(a.Language)).OrderBy(a => a.FirstPublishedAt).ThenBy(a => a.Id).Select(a => new Times(a.FirstPublishedAt!.Value, a.UpdatedAt!.Value)),
        row => new(row.At(0), row.At(1)));

    internal static readonly Question<MonthIn, Listed> InMonth = new("sitemap.month",
        (db, month) => db.Articles.Published().Where(a => month.Languages.Contains(a.Language) && a.FirstPublishedAt >= month.From && a.FirstPublishedAt < month.Before)
            .OrderBy(a => a.FirstPublishedAt).ThenBy(a => a.Id).Select(a => new Listed(a.Path!, a.UpdatedAt!.Value,
                a.Lead == null ? null : new PictureFace(a.Lead.Id, a.Lead.Key, a.Lead.Width, a.Lead.Height, a.Lead.FocalX, a.Lead.FocalY), a.Lead!.RightsEndAt)),
        row => new(row.Text(0), row.At(1), row.Is(2) ? null : new(row.Id(3), row.Text(4), row.Number(5), row.Number(6), row.Part(7), row.Part(8)), row.AtOrNot(9)));

    /// <summary>The list of a language's sitemaps, with the last change in each; that of the main language lists those of all.</summary>
    /// <returns>Null when there is none to list.</returns>
    public async Task<Document?> IndexAsync(string language, CancellationToken stop)
    {
        var pages = await PagesAsync(stop);
        List<(string Path, DateTime? UpdatedAt)> files = [];
        IReadOnlyList<string> languages = language == publication.MainLanguage ? publication.Languages : [language];
        foreach (var each in languages)
        {
            foreach (var (page, number) in pages.In(each).Chunk(most).Select((chunk, i) => (chunk, i + 1)))
                files.Add((Path(each, "pages", number), page.Max(p => p.UpdatedAt)));
            foreach (var month in (await asking.ListAsync(All, [each], stop)).GroupBy(t => Month(t.PublishedAt)))
                foreach (var (part, number) in month.Chunk(most).Select((chunk, i) => (chunk, i + 1)))
                    files.Add((Path(each, month.Key, number), part.Max(t => t.UpdatedAt)));
        }
        if (files.Count == 0) return null;
        return new Document(Document.Xml, Document.WriteXml(xml =>
        {
            xml.WriteStartElement("sitemapindex", Space);
            foreach (var (path, updatedAt) in files)
            {
                xml.WriteStartElement("sitemap");
                xml.Element("loc", publication.Absolute(path));
                if (updatedAt is { } at) xml.Element("lastmod", Instant.WithOffset(at, publication.Zone));
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }), [.. languages.Select(EditionNames.Articles), .. pages.Names]);
    }

    Task<PageSitemap.Pages> PagesAsync(CancellationToken stop) => readPages?.Invoke() ?? new PageSitemap(asking, publication).ReadAsync(stop);

    /// <summary>One file of a language's index.</summary>
    /// <param name="name">"2026-11", "2026-11-2", "pages", "pages-2".</param>
    /// <returns>Null when the index has no such file.</returns>
    public async Task<Document?> FindAsync(string language, string name, CancellationToken stop)
    {
        var (stem, number) = Parse(name);
        if (number < 1) return null;
        var articlesOf = EditionNames.Articles(language);
        if (stem == "pages")
        {
            var pages = await PagesAsync(stop);
            var part = pages.In(language).Skip((number - 1) * most).Take(most).ToList();
            return part.Count == 0 ? null : Urls(part, [articlesOf, .. pages.Names]);
        }
        if (!DateTime.TryParseExact(stem, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var month)) return null;
        var articles = (await asking.ListAsync(InMonth, new([language], month, month.AddMonths(1)), stop)).Skip((number - 1) * most).Take(most).ToList();
        if (articles.Count == 0) return null;
        var urls = articles.Select(a => new SitemapUrl(a.Path, a.UpdatedAt, a.EndsAt <= now ? null : a.Lead));
        return Urls(urls, [articlesOf, .. articles.Select(a => a.Lead).OfType<PictureFace>().Select(lead => EditionNames.Picture(lead.Id))], articles.Min(a => a.EndsAt > now ? a.EndsAt : null));
    }

    Document Urls(IEnumerable<SitemapUrl> urls, IReadOnlyCollection<string> names, DateTime? goodUntil = null) => new(Document.Xml, Document.WriteXml(xml =>
    {
        xml.WriteStartElement("urlset", Space);
        xml.WriteAttributeString("xmlns", "image", null, ImageSpace);
        foreach (var url in urls)
        {
            xml.WriteStartElement("url");
            xml.Element("loc", publication.Absolute(url.Path));
            if (url.UpdatedAt is { } updated) xml.Element("lastmod", Instant.WithOffset(updated, publication.Zone));
            if (url.Picture is { } picture)
            {
                xml.WriteStartElement("image", ImageSpace);
                xml.Element("loc", publication.Absolute(Renditions.Address(picture, Shape.Whole, Renditions.WidthsOf(picture)[^1], "jpg")), ImageSpace);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }), names, goodUntil);

    string Path(string language, string stem, int number) => $"{publication.Prefix(language)}/sitemaps/{Name(stem, number)}.xml";

    static string Month(DateTime published) => published.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static string Name(string stem, int number) => number == 1 ? stem : string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");

    /// <summary>"2026-11-2" is the second part of "2026-11"; number 0 when the name is none.</summary>
    static (string Stem, int Number) Parse(string name)
    {
        var stem = name.StartsWith("pages", StringComparison.Ordinal) ? "pages" : name.Length >= 7 ? name[..7] : name;
        if (stem.Length == name.Length) return (stem, 1);
        return name[stem.Length] == '-' && int.TryParse(name.AsSpan(stem.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Name(stem, number) == name
            ? (stem, number) : (stem, 0);
    }
}

/// <summary>One address in a sitemap.</summary>
/// <param name="UpdatedAt">When what stands there last changed; null when that is not known.</param>
public sealed record SitemapUrl(string Path, DateTime? UpdatedAt, PictureFace? Picture = null);
