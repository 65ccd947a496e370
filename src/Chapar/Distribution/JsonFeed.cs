using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chapar.Settings;
using Chapar.Text;

namespace Chapar.Distribution;

/// <summary>JSON Feed 1.1 (jsonfeed.org/version/1.1).</summary>
public static class JsonFeed
{
    public const string File = "feed.json";

    // Letters of every script stand as they are; the file is never part of an HTML page.
    static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, NewLine = "\n" };

    public static Document Write(Feed feed, Publication publication)
    {
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = CleanText.Of(feed.Title),
            ["home_page_url"] = feed.Address(publication),
            ["feed_url"] = feed.Address(publication, File),
            ["description"] = CleanText.Of(feed.Description),
            ["language"] = feed.Language,
            ["authors"] = new JsonArray(Author(new FeedAuthor(publication.Name, publication.Absolute("/")))),
            ["items"] = new JsonArray([.. feed.Items.Select(i => Item(i, feed, publication))]),
        };
        return new Document("application/feed+json; charset=utf-8", JsonSerializer.SerializeToUtf8Bytes(json, Letters), feed.Names, feed.GoodUntil);
    }

    static JsonObject Item(FeedItem item, Feed feed, Publication publication)
    {
        var json = new JsonObject
        {
            ["id"] = item.Name,
            ["url"] = item.Url,
            ["title"] = CleanText.Of(item.Headline),
            ["summary"] = CleanText.Of(item.Deck),
            ["content_html"] = item.Html,
            ["date_published"] = Instant.WithOffset(item.PublishedAt, publication.Zone),
            ["date_modified"] = Instant.WithOffset(item.UpdatedAt, publication.Zone),
            ["authors"] = new JsonArray([.. item.Authors.Select(Author)]),
            ["tags"] = new JsonArray([.. item.Categories.Select(c => JsonValue.Create(CleanText.Of(c)))]),
            ["language"] = item.Language ?? feed.Language,
        };
        if (item.Picture is { } picture) json["image"] = picture.Url;
        return json;
    }

    static JsonObject Author(FeedAuthor author) => new() { ["name"] = CleanText.Of(author.Name), ["url"] = author.Url };
}
