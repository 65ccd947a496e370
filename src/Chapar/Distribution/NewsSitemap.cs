using Chapar.Articles;
using Chapar.Database;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

/// <summary>The articles of the last two days, at most a thousand, as Google News wants them (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).</summary>
public static class NewsSitemap
{
    public const int Most = 1000;

    public static readonly TimeSpan Window = TimeSpan.FromDays(2);

    const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const string NewsSpace = "http://www.google.com/schemas/sitemap-news/0.9";

    public static async Task<Document> WriteAsync(NewsDb db, Publication publication, DateTime now, CancellationToken stop)
    {
        var since = now - Window;
        var articles = await db.Articles.AsNoTracking().Published().Where(a => a.FirstPublishedAt > since && publication.Languages.Contains(a.Language))
            .Newest().Take(Most).Select(a => new { a.Path, a.Headline, a.Language, PublishedAt = a.FirstPublishedAt!.Value }).ToListAsync(stop);
        var bytes = Document.WriteXml(xml =>
        {
            xml.WriteStartElement("urlset", Space);
            xml.WriteAttributeString("xmlns", "news", null, NewsSpace);
            foreach (var article in articles)
            {
                xml.WriteStartElement("url");
                xml.Element("loc", publication.Absolute(article.Path!));
                xml.WriteStartElement("news", NewsSpace);
                xml.WriteStartElement("publication", NewsSpace);
                xml.Element("name", publication.Name, NewsSpace);
                xml.Element("language", article.Language, NewsSpace);
                xml.WriteEndElement();
                xml.Element("publication_date", Instant.WithOffset(article.PublishedAt, publication.Zone), NewsSpace);
                xml.Element("title", article.Headline, NewsSpace);
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        });
        return new Document(Document.Xml, bytes, [.. publication.Languages.Select(EditionNames.Articles)],
            articles.Count == 0 ? null : articles[^1].PublishedAt + Window);
    }
}
