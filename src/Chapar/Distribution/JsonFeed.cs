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

    /// <summary>What stands around an article that is the only one of an object with nothing else in it.</summary>
    static readonly byte[] Before = "{\n  \"items\": ["u8.ToArray(), After = "\n  ]\n}"u8.ToArray(), Comma = ","u8.ToArray();

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
            ["items"] = new JsonArray(),
        };
        const string type = "application/feed+json; charset=utf-8";
        var empty = JsonSerializer.SerializeToUtf8Bytes(json, Letters);
        if (feed.Items.Count == 0) return new Document(type, empty, feed.Names, feed.GoodUntil);
        // Up to the bracket that is closed again at once.
        List<ReadOnlyMemory<byte>> parts = [empty.AsMemory(0, empty.Length - "]\n}".Length)];
        foreach (var item in feed.Items)
        {
            if (parts.Count > 1) parts.Add(Comma);
            parts.Add(item.Written?.Json ?? Part(item, feed.Language, publication));
        }
        return new Document(type, [.. parts, After], feed.Names, feed.GoodUntil);
    }

    /// <summary>One article, as it stands in each feed of a language that has it.</summary>
    internal static byte[] Part(FeedItem item, string language, Publication publication) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["items"] = new JsonArray(Item(item, language, publication)) }, Letters)[Before.Length..^After.Length];

    static JsonObject Item(FeedItem item, string language, Publication publication)
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
            ["language"] = item.Language ?? language,
        };
        if (item.Picture is { } picture) json["image"] = picture.Url;
        return json;
    }

    static JsonObject Author(FeedAuthor author) => new() { ["name"] = CleanText.Of(author.Name), ["url"] = author.Url };
}
