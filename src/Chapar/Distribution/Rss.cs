using System.Globalization;
using System.Xml;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>RSS 2.0 with the RSS Advisory Board's profile (rssboard.org/rss-profile) and Media RSS.</summary>
public static class Rss
{
    public const string File = "feed.xml";

    const string AtomSpace = "http://www.w3.org/2005/Atom";
    const string Content = "http://purl.org/rss/1.0/modules/content/";
    const string DublinCore = "http://purl.org/dc/elements/1.1/";
    const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Minutes that a reader may wait before it asks again; asking costs a 304.</summary>
    const string MinutesToLive = "15";

    public static Document Write(Feed feed, Publication publication) => new("application/rss+xml; charset=utf-8", Document.WriteXml(xml =>
    {
        Begin(xml, feed.Title);
        xml.Element("link", feed.Address(publication));
        xml.Element("description", feed.Description);
        xml.Element("language", feed.Language);
        xml.Element("lastBuildDate", Instant.Rfc822(feed.UpdatedAt));
        xml.Element("ttl", MinutesToLive);
        xml.WriteStartElement("link", AtomSpace);
        xml.WriteAttributeString("href", feed.Address(publication, File));
        xml.WriteAttributeString("rel", "self");
        xml.WriteAttributeString("type", "application/rss+xml");
        xml.WriteEndElement();
    }, feed.Items.Select(item => item.Written?.Rss ?? Part(item))), feed.Names, feed.GoodUntil);

    /// <summary>One article, as it stands in each feed that has it.</summary>
    internal static byte[] Part(FeedItem item) => Document.PartOf(xml => Begin(xml, ""), xml => Write(xml, item));

    static void Begin(XmlWriter xml, string title)
    {
        xml.WriteStartElement("rss");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteAttributeString("xmlns", "atom", null, AtomSpace);
        xml.WriteAttributeString("xmlns", "content", null, Content);
        xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
        xml.WriteAttributeString("xmlns", "media", null, Media);
        xml.WriteStartElement("channel");
        xml.Element("title", title);
    }

    static void Write(XmlWriter xml, FeedItem item)
    {
        xml.WriteStartElement("item");
        xml.Element("title", item.Headline);
        xml.Element("link", item.Url);
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.Name);
        xml.WriteEndElement();
        xml.Element("pubDate", Instant.Rfc822(item.PublishedAt));
        // The author element of RSS itself must hold an e-mail address.
        foreach (var author in item.Authors) xml.Element("creator", author.Name, DublinCore);
        foreach (var category in item.Categories) xml.Element("category", category);
        xml.Element("description", item.Deck);
        xml.Element("encoded", item.Html, Content);
        if (item.Picture is { } picture) Write(xml, picture);
        xml.WriteEndElement();
    }

    static void Write(XmlWriter xml, FeedPicture picture)
    {
        xml.WriteStartElement("content", Media);
        xml.WriteAttributeString("url", picture.Url);
        xml.WriteAttributeString("type", "image/jpeg");
        xml.WriteAttributeString("medium", "image");
        xml.WriteAttributeString("width", picture.Width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("height", picture.Height.ToString(CultureInfo.InvariantCulture));
        if (picture.Credit.Length > 0) xml.Element("credit", picture.Credit, Media);
        if (picture.Caption.Length > 0) xml.Element("description", picture.Caption, Media);
        if (picture.AlternativeText.Length > 0) xml.Element("text", picture.AlternativeText, Media);
        xml.WriteEndElement();
    }
}
