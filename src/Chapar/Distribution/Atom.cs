using System.Xml;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>Atom (RFC 4287). Items stand by first publication; a correction moves only "updated".</summary>
public static class Atom
{
    public const string File = "atom.xml";

    const string Space = "http://www.w3.org/2005/Atom";

    public static Document Write(Feed feed, Publication publication) => new("application/atom+xml; charset=utf-8", Document.WriteXml(xml =>
    {
        var self = feed.Address(publication, File);
        // The address of the feed itself is its name: one publication lives at one address.
        Begin(xml, feed.Language, self);
        xml.Element("title", feed.Title);
        xml.Element("subtitle", feed.Description);
        xml.Element("updated", Instant.WithOffset(feed.UpdatedAt, publication.Zone));
        Link(xml, "self", self, "application/atom+xml");
        Link(xml, "alternate", feed.Address(publication), "text/html");
        Author(xml, new FeedAuthor(publication.Name, publication.Absolute("/")));
    }, feed.Items.Select(item => item.Written?.Atom ?? Part(item, publication))), feed.Names, feed.GoodUntil);

    /// <summary>One article, as it stands in each feed that has it.</summary>
    internal static byte[] Part(FeedItem item, Publication publication) => Document.PartOf(xml => Begin(xml, publication.MainLanguage, ""), xml => Write(xml, item, publication));

    static void Begin(XmlWriter xml, string language, string id)
    {
        xml.WriteStartElement("feed", Space);
        xml.WriteAttributeString("xml", "lang", null, language);
        xml.Element("id", id);
    }

    static void Write(XmlWriter xml, FeedItem item, Publication publication)
    {
        xml.WriteStartElement("entry");
        if (item.Language is { } language) xml.WriteAttributeString("xml", "lang", null, language);
        xml.Element("id", item.Name);
        xml.Element("title", item.Headline);
        xml.Element("published", Instant.WithOffset(item.PublishedAt, publication.Zone));
        xml.Element("updated", Instant.WithOffset(item.UpdatedAt, publication.Zone));
        Link(xml, "alternate", item.Url, "text/html");
        foreach (var author in item.Authors) Author(xml, author);
        foreach (var category in item.Categories)
        {
            xml.WriteStartElement("category");
            xml.WriteAttributeString("term", CleanText.Of(category));
            xml.WriteEndElement();
        }
        xml.Element("summary", item.Deck);
        xml.WriteStartElement("content");
        xml.WriteAttributeString("type", "html");
        xml.WriteString(item.Html);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    static void Author(XmlWriter xml, FeedAuthor author)
    {
        xml.WriteStartElement("author");
        xml.Element("name", author.Name);
        xml.Element("uri", author.Url);
        xml.WriteEndElement();
    }

    static void Link(XmlWriter xml, string relation, string address, string type)
    {
        xml.WriteStartElement("link");
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("type", type);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }
}
