using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace Chapar.BrowserTests;

/// <summary>Feeds and sitemaps are well-formed and keep to their schemas. The schemas lie beside the repository; without them the test skips.</summary>
public class FeedTests(Site site)
{
    static readonly string Schemas = Path.GetFullPath(Path.Combine(Sources.Root, "../shared/imports/schemas"));

    [Theory]
    [InlineData("/feed.xml")]
    [InlineData("/atom.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/news-sitemap.xml")]
    public async Task It_is_well_formed(string path)
    {
        var document = await ReadAsync(path);
        Assert.NotEmpty(document.Root!.Elements());
    }

    [Fact]
    public async Task The_RSS_feed_keeps_to_the_schema_of_RSS() => Validate(await ReadAsync("/feed.xml"), "rss-2_0.xsd");

    [Fact]
    public async Task Every_sitemap_keeps_to_the_schema_of_sitemaps()
    {
        var index = await ReadAsync("/sitemap.xml");
        if (index.Root!.Name.LocalName == "urlset")
        {
            Validate(index, "sitemap.xsd");
            return;
        }
        foreach (var location in index.Descendants().Where(element => element.Name.LocalName == "loc"))
        {
            var sitemap = await ReadAsync(new Uri(location.Value).PathAndQuery);
            // The schema of sitemaps knows nothing of the extensions, which it allows under any other name.
            sitemap.Descendants().Where(element => element.Name.NamespaceName != sitemap.Root!.Name.NamespaceName).Remove();
            Validate(sitemap, "sitemap.xsd");
        }
    }

    async Task<XDocument> ReadAsync(string path)
    {
        using var answer = await site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    static void Validate(XDocument document, string schema)
    {
        var file = Path.Combine(Schemas, schema);
        if (!File.Exists(file)) Assert.Skip($"../shared/imports/schemas/{schema} is not there");
        var schemas = new XmlSchemaSet();
        using (var reader = XmlReader.Create(file)) schemas.Add(null, reader);
        var wrong = new List<string>();
        document.Validate(schemas, (_, finding) => wrong.Add(finding.Message));
        Findings.None(wrong);
    }
}
