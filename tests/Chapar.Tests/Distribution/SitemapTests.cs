using System.Net;
using System.Xml.Linq;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Distribution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Distribution;

public class SitemapTests
{
    static readonly XNamespace Space = "http://www.sitemaps.org/schemas/sitemap/0.9";
    static readonly XNamespace News = "http://www.google.com/schemas/sitemap-news/0.9";
    static readonly XNamespace Image = "http://www.google.com/schemas/sitemap-image/1.1";

    [Fact]
    public async Task Every_address_in_the_sitemaps_answers_and_is_its_own_canonical()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));
        await world.PublishAsync("An old story", at: site.Now.AddMonths(-5));
        await world.PublishAsync("Река поднялась", "ru");
        await site.ChangeAsync(db =>
        {
            var about = new PlainPage("en", "/about");
            about.Write("About us", World.Body("We are a test."), site.Now);
            about.Publish();
            db.Add(about);
            return Task.CompletedTask;
        });

        var paths = await AllPathsAsync(site);

        Assert.Superset(new HashSet<string> { "/", "/ru", "/about", "/politics", "/ru/politics", "/places/osh", "/topics/water", "/authors/aigul-sadyk", "/2026/11/the-river-rises" }, paths.ToHashSet());
        Assert.DoesNotContain("/culture", paths);
        Assert.DoesNotContain("/authors/timur-rahim", paths);
        Assert.Equal(paths.Count, paths.Distinct().Count());
        foreach (var path in paths)
        {
            var page = await site.PageAsync(path);
            Assert.Equal(site.Publication.Absolute(path), page.QuerySelector("link[rel=canonical]")?.GetAttribute("href"));
            Assert.Null(page.QuerySelector("meta[name=robots][content*=noindex]"));
        }
    }

    [Fact]
    public async Task A_sitemap_says_when_an_article_was_updated_and_shows_its_picture()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site), at: new DateTime(2026, 11, 24, 0, 30, 0, DateTimeKind.Utc));

        var url = (await LoadAsync(site, "/sitemaps/2026-11.xml")).Root!.Element(Space + "url")!;
        var index = (await LoadAsync(site, "/sitemap.xml")).Root!.Elements(Space + "sitemap").ToDictionary(s => s.Element(Space + "loc")!.Value, s => s.Element(Space + "lastmod")?.Value);

        Assert.Equal("2026-11-24T06:30:00+06:00", url.Element(Space + "lastmod")!.Value);
        Assert.EndsWith("/w1600.jpg", url.Element(Image + "image")!.Element(Image + "loc")!.Value, StringComparison.Ordinal);
        Assert.Equal("2026-11-24T06:30:00+06:00", index[site.Publication.Absolute("/sitemaps/2026-11.xml")]);
        Assert.Equal("2026-11-24T06:30:00+06:00", index[site.Publication.Absolute("/sitemaps/pages.xml")]);
    }

    [Fact]
    public async Task Each_language_has_sitemaps_of_its_own_and_the_main_index_names_all()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        await world.PublishAsync("Река поднялась", "ru");
        string[] russian = ["/ru/sitemaps/pages.xml", "/ru/sitemaps/2026-11.xml"], english = ["/sitemaps/pages.xml", "/sitemaps/2026-11.xml"];

        Assert.Equal([.. english, .. russian], await PathsAsync("/sitemap.xml"));
        Assert.Equal(russian, await PathsAsync("/ru/sitemap.xml"));
        Assert.Equal(["/ru/2026/11/reka-podnyalas"], await PathsAsync("/ru/sitemaps/2026-11.xml"));
        Assert.Equal(["/2026/11/the-river-rises"], await PathsAsync("/sitemaps/2026-11.xml"));
        Assert.Equal(["/ru/2026/11/reka-podnyalas"], await PathsAsync("/ru/news-sitemap.xml"));
        Assert.Equal(["/2026/11/the-river-rises"], await PathsAsync("/news-sitemap.xml"));
        foreach (var file in russian) Assert.All(await PathsAsync(file), path => Assert.StartsWith("/ru", path, StringComparison.Ordinal));
        Assert.DoesNotContain(await PathsAsync("/sitemaps/pages.xml"), path => path == "/ru" || path.StartsWith("/ru/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/ru/sitemaps/2026-10.xml")).StatusCode);

        async Task<List<string>> PathsAsync(string file) => [.. Locations(await LoadAsync(site, file)).Select(l => new Uri(l).AbsolutePath)];
    }

    [Fact]
    public async Task A_withdrawn_article_is_in_no_sitemap()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        Assert.Contains(article.Path!, await AllPathsAsync(site));
        Assert.NotEmpty((await LoadAsync(site, "/news-sitemap.xml")).Root!.Elements());

        await site.ChangeAsync(async db =>
            Assert.Null((await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken)).Withdraw("Another river.", "test", site.Now)));

        var paths = await AllPathsAsync(site);
        Assert.DoesNotContain(article.Path!, paths);
        Assert.DoesNotContain("/politics", paths);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/sitemaps/2026-11.xml")).StatusCode);
        Assert.Empty((await LoadAsync(site, "/news-sitemap.xml")).Root!.Elements());
    }

    [Fact]
    public async Task A_full_sitemap_goes_on_in_another_file()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (int i = 0; i < 5; i++) await world.PublishAsync($"Story {i}");
        var stop = TestContext.Current.CancellationToken;

        await using var scope = site.Services.CreateAsyncScope();
        var sitemaps = new Sitemaps(scope.ServiceProvider.GetRequiredService<NewsDb>(), site.Publication, site.Now, most: 2);
        var files = Locations(Parse((await sitemaps.IndexAsync("en", stop))!)).Where(l => l.Contains("2026", StringComparison.Ordinal)).Select(l => Path.GetFileNameWithoutExtension(l)).ToList();
        List<string> articles = [];
        foreach (var file in files) articles.AddRange(Locations(Parse((await sitemaps.FindAsync("en", file, stop))!)));

        Assert.Equal(["2026-11", "2026-11-2", "2026-11-3"], files);
        Assert.Equal(Enumerable.Range(0, 5).Select(i => site.Publication.Absolute($"/2026/11/story-{i}")), articles);
        Assert.Null(await sitemaps.FindAsync("en", "2026-11-4", stop));
        Assert.Null(await sitemaps.FindAsync("en", "2026-11-1", stop));
        Assert.Null(await sitemaps.FindAsync("en", "2026-1x", stop));
    }

    [Theory]
    [InlineData(999, 999)]
    [InlineData(1000, 1000)]
    [InlineData(1001, 1000)]
    public async Task The_news_sitemap_has_at_most_a_thousand(int published, int listed)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            db.AttachRange(world.Aigul, world.Politics);
            for (int i = 0; i < published; i++)
            {
                var article = new Article("en", Format.News, site.Now);
                article.Write($"Story {i}", "", World.Body("Text."), site.Now);
                article.FileUnder(world.Politics, site.Now);
                article.Sign([(world.Aigul, BylineRole.Writer)], site.Now);
                Assert.Null(article.Publish($"/2026/11/story-{i}", "test", site.Now, site.Now.AddSeconds(i - published)));
                db.Add(article);
            }
            return Task.CompletedTask;
        });

        var urls = (await LoadAsync(site, "/news-sitemap.xml")).Root!.Elements(Space + "url").ToList();

        Assert.Equal(listed, urls.Count);
        Assert.Equal(site.Publication.Absolute($"/2026/11/story-{published - 1}"), urls[0].Element(Space + "loc")!.Value);
    }

    [Fact]
    public async Task An_article_leaves_the_news_sitemap_after_two_days_though_nothing_is_published()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Older", at: site.Now.AddHours(-47));
        await world.PublishAsync("River", at: site.Now.AddHours(-46));
        await world.PublishAsync("Река", "ru", at: site.Now.AddHours(-46));
        await world.PublishAsync("Too old", at: site.Now.AddHours(-48));

        Assert.Equal(["River", "Older"], await TitlesAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(["River", "Older"], await TitlesAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["River"], await TitlesAsync());
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Empty(await TitlesAsync());

        async Task<List<string>> TitlesAsync() => [.. (await LoadAsync(site, "/news-sitemap.xml")).Descendants(News + "title").Select(t => t.Value)];
    }

    [Fact]
    public async Task A_news_item_names_the_publication_and_the_language_of_the_article()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Река & берег", "ru", at: new DateTime(2026, 11, 23, 20, 0, 0, DateTimeKind.Utc));

        var item = (await LoadAsync(site, "/ru/news-sitemap.xml")).Descendants(News + "news").Single();

        Assert.Equal("The Test Courier", item.Element(News + "publication")!.Element(News + "name")!.Value);
        Assert.Equal("ru", item.Element(News + "publication")!.Element(News + "language")!.Value);
        Assert.Equal("2026-11-24T02:00:00+06:00", item.Element(News + "publication_date")!.Value);
        Assert.Equal("Река & берег", item.Element(News + "title")!.Value);
    }

    static async Task<List<string>> AllPathsAsync(Site site)
    {
        List<string> paths = [];
        foreach (var file in Locations(await LoadAsync(site, "/sitemap.xml")))
            paths.AddRange(Locations(await LoadAsync(site, new Uri(file).AbsolutePath)).Select(l => new Uri(l).AbsolutePath));
        return paths;
    }

    static IEnumerable<string> Locations(XDocument document) => document.Root!.Elements().Select(e => e.Element(Space + "loc")!.Value);

    static XDocument Parse(Document document) => XDocument.Load(new MemoryStream(document.Bytes));

    static async Task<XDocument> LoadAsync(Site site, string path) => XDocument.Parse(await FeedTests.TextAsync(site, path));
}
