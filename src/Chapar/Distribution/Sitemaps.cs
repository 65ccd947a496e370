using System.Globalization;
using System.Xml;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Media;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

/// <summary>
/// The sitemaps (sitemaps.org): an index, one file for each month of publication (UTC), which is hardly ever changed again,
/// and one for everything that is not an article (<see cref="PageSitemap"/>). Only what is public is named, once, by its canonical address.
/// </summary>
/// <param name="now">The present instant, UTC: a picture is named for as long as its rights last.</param>
/// <param name="most">Addresses in one file, at most 50,000.</param>
public sealed class Sitemaps(NewsDb db, Publication publication, DateTime now, int most = Sitemaps.Most)
{
    public const int Most = 50_000;

    const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const string ImageSpace = "http://www.google.com/schemas/sitemap-image/1.1";

    IQueryable<Article> Articles => db.Articles.AsNoTracking().Published().Where(a => publication.Languages.Contains(a.Language));

    IReadOnlyCollection<string> AllArticles => [.. publication.Languages.Select(EditionNames.Articles)];

    /// <summary>The list of all sitemaps, with the last change in each.</summary>
    public async Task<Document> IndexAsync(CancellationToken stop)
    {
        var times = await Articles.Oldest().Select(a => new { PublishedAt = a.FirstPublishedAt!.Value, UpdatedAt = a.UpdatedAt!.Value }).ToListAsync(stop);
        var pages = await new PageSitemap(db, publication).ReadAsync(stop);
        return new Document(Document.Xml, Document.WriteXml(xml =>
        {
            xml.WriteStartElement("sitemapindex", Space);
            foreach (var (page, number) in pages.Chunk(most).Select((chunk, i) => (chunk, i + 1)))
                Sitemap(xml, Name("pages", number), page.Max(p => p.UpdatedAt));
            foreach (var month in times.GroupBy(t => Month(t.PublishedAt)))
                foreach (var (part, number) in month.Chunk(most).Select((chunk, i) => (chunk, i + 1)))
                    Sitemap(xml, Name(month.Key, number), part.Max(t => t.UpdatedAt));
            xml.WriteEndElement();
        }), [.. AllArticles, .. pages.Names]);
    }

    /// <summary>One file of the index.</summary>
    /// <param name="name">"2026-11", "2026-11-2", "pages", "pages-2".</param>
    /// <returns>Null when the index has no such file.</returns>
    public async Task<Document?> FindAsync(string name, CancellationToken stop)
    {
        var (stem, number) = Parse(name);
        if (number < 1) return null;
        if (stem == "pages")
        {
            var pages = await new PageSitemap(db, publication).ReadAsync(stop);
            var part = pages.Skip((number - 1) * most).Take(most).ToList();
            return part.Count == 0 ? null : Urls(part, [.. AllArticles, .. pages.Names]);
        }
        if (!DateTime.TryParseExact(stem, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var month)) return null;
        var articles = await Articles.Between(month, month.AddMonths(1)).Oldest().Skip((number - 1) * most).Take(most)
            .Select(a => new { a.Path, a.UpdatedAt, a.LeadId, a.Lead!.Key, Width = (int?)a.Lead.Width, Height = (int?)a.Lead.Height, X = (double?)a.Lead.FocalX, Y = (double?)a.Lead.FocalY, a.Lead.RightsEndAt })
            .ToListAsync(stop);
        if (articles.Count == 0) return null;
        var urls = articles.Select(a => new SitemapUrl(a.Path!, a.UpdatedAt, a.LeadId is { } id && !(a.RightsEndAt <= now) ? new PictureFace(id, a.Key, a.Width!.Value, a.Height!.Value, a.X!.Value, a.Y!.Value) : null));
        return Urls(urls, [.. AllArticles, .. articles.Select(a => a.LeadId).OfType<Guid>().Select(EditionNames.Picture)], articles.Min(a => a.RightsEndAt > now ? a.RightsEndAt : null));
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

    void Sitemap(XmlWriter xml, string name, DateTime? updated)
    {
        xml.WriteStartElement("sitemap");
        xml.Element("loc", publication.Absolute($"/sitemaps/{name}.xml"));
        if (updated is { } at) xml.Element("lastmod", Instant.WithOffset(at, publication.Zone));
        xml.WriteEndElement();
    }

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
