using Chapar.Articles;
using Chapar.Database;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>The articles of a language of the last two days, at most a thousand, as Google News wants them (developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap).</summary>
public static class NewsSitemap
{
    public const int Most = 1000;

    public static readonly TimeSpan Window = TimeSpan.FromDays(2);

    const string Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    const string NewsSpace = "http://www.google.com/schemas/sitemap-news/0.9";

    internal sealed record Since(IReadOnlyList<string> Languages, DateTime At);

    internal sealed record News(string Path, string Headline, string Language, DateTime PublishedAt);

    internal static readonly Question<Since, News> Newest = new("sitemap.news",
        (db, since) => db.Articles.Published().Where(a => a.FirstPublishedAt > since.At && since.Languages.Contains(a.Language))
            .OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id).Take(Most).Select(a => new News(a.Path!, a.Headline, a.Language, a.FirstPublishedAt!.Value)),
        row => new(row.Text(0), row.Text(1), row.Text(2), row.At(3)));

    public static async Task<Document> WriteAsync(Asking asking, Publication publication, string language, DateTime now, CancellationToken stop)
    {
        var articles = await asking.ListAsync(Newest, new([language], now - Window), stop);
        var bytes = Document.WriteXml(xml =>
        {
            xml.WriteStartElement("urlset", Space);
            xml.WriteAttributeString("xmlns", "news", null, NewsSpace);
            foreach (var article in articles)
            {
                xml.WriteStartElement("url");
                xml.Element("loc", publication.Absolute(article.Path));
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
        return new Document(Document.Xml, bytes, [EditionNames.Articles(language)],
            articles.Count == 0 ? null : articles[^1].PublishedAt + Window);
    }
}
