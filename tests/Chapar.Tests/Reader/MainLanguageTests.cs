using System.Net;
using System.Xml.Linq;
using Chapar.Articles;

namespace Chapar.Tests.Reader;

/// <summary>Another language becomes the main one: what was published keeps its address, in the frame of its own language.</summary>
public sealed class MainLanguageTests : IAsyncLifetime
{
    Site site = null!;
    List<string> before = [];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var bridge = await world.PublishAsync("A bridge");
        await world.PublishAsync("A bridge", "ru", translationOf: bridge.Id);
        await world.PublishAsync("Only English");
        await world.PublishAsync("Only Russian", "ru");
        await site.ChangeAsync(db =>
        {
            foreach (var (language, path) in new[] { ("en", "/about"), ("ru", "/ru/about") })
            {
                var page = new PlainPage(language, path);
                page.Write($"About {language}", World.Body("Who we are."), site.Now);
                page.StandInFooter(1);
                page.Publish();
                db.Add(page);
            }
            // As an import leaves them; and one that leads to itself by now.
            db.AddRange(new Redirect("/2026/11/only-russian", "/ru/2026/11/only-russian", "import"), new Redirect("/ru/old-bridge", "/ru/2026/11/a-bridge", "test"), new Redirect("/nowhere", "/ru/nowhere", "test"));
            return Task.CompletedTask;
        });
        before = await SitemapsAsync();
        site.Forget(site.Publication with { Languages = ["ru", "en"] });
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<List<string>> SitemapsAsync()
    {
        List<string> found = [];
        foreach (var file in await NamedAsync("/sitemap.xml")) found.AddRange(await NamedAsync(file));
        return found;
    }

    async Task<List<string>> NamedAsync(string file) =>
        [.. XDocument.Parse(await site.Http.GetStringAsync(new Uri(file, UriKind.Relative), Stop)).Root!.Elements().Select(e => new Uri(e.Elements().First().Value).AbsolutePath)];

    async Task<string> EndAsync(string address)
    {
        for (int step = 0; step < 4; step++)
        {
            using var answer = await site.GetAsync(address);
            if (answer.StatusCode != HttpStatusCode.MovedPermanently) return $"{(int)answer.StatusCode} {address}";
            address = answer.Headers.Location!.ToString();
        }
        return "round " + address;
    }

    [Fact]
    public async Task Every_address_of_the_sitemaps_answers_and_the_old_ones_lead_to_a_page()
    {
        var now = await SitemapsAsync();
        Assert.Contains("/ru/2026/11/only-russian", now);
        foreach (var address in now) Assert.Equal("200 " + address, await EndAsync(address));
        Assert.Contains("/2026/11/only-english", before);
        foreach (var address in before) Assert.StartsWith("200 ", await EndAsync(address), StringComparison.Ordinal);
        foreach (var link in (await site.PageAsync("/")).QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct()) Assert.StartsWith("200 ", await EndAsync(link), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/2026/11/a-bridge", "en", "/ru/2026/11/a-bridge")]
    [InlineData("/ru/2026/11/a-bridge", "ru", "/2026/11/a-bridge")]
    public async Task An_article_stands_in_the_frame_of_its_language(string address, string language, string other)
    {
        var page = await site.PageAsync(address);
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("http://localhost:5080" + address, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(other, page.QuerySelector($".strip a[hreflang={(language == "en" ? "ru" : "en")}]")!.GetAttribute("href"));
        Assert.Equal(language == "en" ? "/en/politics" : "/politics", page.QuerySelector(".sections a")!.GetAttribute("href"));
        Assert.Equal(language, (await site.PageAsync((language == "en" ? "/en" : "") + "/history/2026/11/a-bridge")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/en/2026/11/only-english", "200 /2026/11/only-english")]
    [InlineData("/2026/11/only-russian", "200 /ru/2026/11/only-russian")]
    [InlineData("/ru/2026/11/only-russian/", "200 /ru/2026/11/only-russian")]
    [InlineData("/ru/old-bridge", "200 /ru/2026/11/a-bridge")]
    [InlineData("/ru/politics", "200 /politics")]
    [InlineData("/ru", "200 /")]
    [InlineData("/about", "200 /about")]
    [InlineData("/ru/about", "200 /ru/about")]
    [InlineData("/ru/nowhere", "404 /nowhere")]
    [InlineData("/nowhere", "404 /nowhere")]
    public async Task No_address_leads_to_nothing_or_to_itself(string address, string end) => Assert.Equal(end, await EndAsync(address));

    [Fact]
    public async Task What_has_no_translation_says_so_wherever_it_stands()
    {
        var link = (await site.PageAsync("/ru/2026/11/only-russian")).QuerySelector(".strip a[hreflang=en]")!.GetAttribute("href")!;
        using var answer = await site.GetAsync(link);
        Assert.Equal(("/en/2026/11/only-russian", HttpStatusCode.NotFound), (link, answer.StatusCode));
        Assert.Equal("/ru/2026/11/only-russian", (await Site.ParseAsync(answer)).QuerySelector(".versions a")?.GetAttribute("href"));
        // Its address in the main language is its own: the menu leads to the front.
        Assert.Equal("/", (await site.PageAsync("/2026/11/only-english")).QuerySelector(".strip a[hreflang=ru]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_other_script_of_what_was_published_before_is_found()
    {
        await using var kazakh = await SevenLanguages.StartAsync();
        kazakh.Forget(kazakh.Publication with { Languages = ["kk", "ru", "en", "uz"] });
        using var answer = await kazakh.GetAsync("/kk-latn/2026/11/river");
        Assert.Equal("/kk-latn/kk/2026/11/river", answer.Headers.Location?.ToString());
        var page = await kazakh.PageAsync("/kk-latn/kk/2026/11/river");
        Assert.Equal(("kk-Latn", "Özen suy köterıldı"), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        Assert.Equal("/2026/11/river", page.QuerySelector(".strip a[hreflang=en]")!.GetAttribute("href"));
    }
}
