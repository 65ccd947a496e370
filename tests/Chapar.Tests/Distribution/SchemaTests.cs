using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Chapar.Tests.House;

namespace Chapar.Tests.Distribution;

/// <summary>The published schemas lie beside the repository; without them these tests skip.</summary>
public class SchemaTests
{
    static readonly string Schemas = Path.GetFullPath(Path.Combine(Sources.Root, "../shared/imports/schemas"));

    [Theory]
    [InlineData("/feed.xml", "rss-2_0.xsd")]
    [InlineData("/sitemap.xml", "sitemap.xsd")]
    [InlineData("/sitemaps/pages.xml", "sitemap.xsd")]
    [InlineData("/sitemaps/2026-11.xml", "sitemap.xsd")]
    [InlineData("/news-sitemap.xml", "sitemap.xsd")]
    public async Task A_file_keeps_to_its_schema(string path, string schema)
    {
        var file = Path.Combine(Schemas, schema);
        if (!File.Exists(file)) Assert.Skip($"../shared/imports/schemas/{schema} is not there");
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));
        var document = XDocument.Parse(await FeedTests.TextAsync(site, path));
        // The schemas of sitemaps know one kind of root each; what other vocabularies add is checked by tests of its own.
        if (document.Root!.Name.LocalName == "sitemapindex") Assert.Skip("the schema beside the repository is that of sitemaps, not of their index");
        document.Descendants().Where(e => e.Name.Namespace != document.Root.Name.Namespace).Remove();
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(file)) schemas.Add(null, reader);
        List<string> wrong = [];

        document.Validate(schemas, (_, finding) => wrong.Add(finding.Message));

        Findings.None(wrong);
    }

    [Fact]
    public async Task A_JSON_feed_has_what_its_schema_demands_and_nothing_it_does_not_know()
    {
        var file = Path.Combine(Schemas, "jsonfeed-1.1.json");
        if (!File.Exists(file)) Assert.Skip("../shared/imports/schemas/jsonfeed-1.1.json is not there");
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));
        var schema = JsonDocument.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).RootElement;
        var feed = JsonDocument.Parse(await FeedTests.TextAsync(site, "/feed.json")).RootElement;

        Check(feed, schema);
        foreach (var item in feed.GetProperty("items").EnumerateArray()) Check(item, schema.GetProperty("definitions").GetProperty("item"));
    }

    static void Check(JsonElement given, JsonElement schema)
    {
        foreach (var required in schema.GetProperty("required").EnumerateArray()) Assert.True(given.TryGetProperty(required.GetString()!, out _), $"{required} is missing");
        var known = schema.GetProperty("properties").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Empty(given.EnumerateObject().Select(p => p.Name).Except(known));
    }
}
