using System.Text.Json;
using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Authors;
using Chapar.Media;
using Chapar.Tests.Distribution;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>What pages say to machines in their heads is what they say to readers (STANDARDS A2 to A4).</summary>
public class HeadTests
{
    [Fact]
    public async Task The_data_of_an_article_is_what_its_page_shows()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Bread & butter: </script><b>\"free\"</b>", lead: await FeedTests.PhotoAsync(site));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.ChangeAsync(async db =>
            Assert.Null((await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken)).Correct("It rose by a foot.", CorrectionKind.Correction, "test", site.Now)));

        var page = await site.PageAsync(article.Path!);
        var data = Data(page, "NewsArticle");

        Assert.Equal(page.QuerySelector("h1")!.TextContent.Trim(), data.GetProperty("headline").GetString());
        Assert.Equal(article.Headline, data.GetProperty("headline").GetString());
        Assert.Equal(article.Deck, data.GetProperty("description").GetString());
        var times = page.QuerySelectorAll("article time[datetime]").Select(t => t.GetAttribute("datetime")!).ToList();
        Assert.Equal(times[0], data.GetProperty("datePublished").GetString());
        Assert.Equal(times[1], data.GetProperty("dateModified").GetString());
        Assert.Equal(Meta(page, "article:published_time"), times[0]);
        Assert.Equal(Meta(page, "article:modified_time"), times[1]);
        var authors = page.QuerySelectorAll("a[rel=author]").Select(a => (a.TextContent.Trim(), site.Publication.Absolute(a.GetAttribute("href")!))).Distinct();
        Assert.Equal(authors, data.GetProperty("author").EnumerateArray().Select(a => (a.GetProperty("name").GetString()!, a.GetProperty("url").GetString()!)));
        Assert.All(data.GetProperty("author").EnumerateArray(), a => Assert.Equal(["@type", "name", "url"], a.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), data.GetProperty("mainEntityOfPage").GetString());
        Assert.Equal(page.DocumentElement.GetAttribute("lang"), data.GetProperty("inLanguage").GetString());
        Assert.Equal("Politics", data.GetProperty("articleSection").GetString());
        Assert.Equal(["Osh", "Water"], data.GetProperty("keywords").EnumerateArray().Select(k => k.GetString()));
        Assert.True(data.GetProperty("isAccessibleForFree").GetBoolean());
        Assert.Equal(7, data.GetProperty("wordCount").GetInt32());
        var correction = Assert.Single(data.GetProperty("correction").EnumerateArray());
        Assert.Equal(("CorrectionComment", "It rose by a foot.", times[1]), (Type(correction), correction.GetProperty("text").GetString(), correction.GetProperty("datePublished").GetString()));
        Assert.Equal("NewsMediaOrganization", Type(data.GetProperty("publisher")));
        Assert.EndsWith("/icon-512.png", data.GetProperty("publisher").GetProperty("logo").GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.All(data.GetProperty("image").EnumerateArray(), i => Assert.StartsWith(site.Publication.BaseUrl + "/media/", i.GetProperty("url").GetString(), StringComparison.Ordinal));
        Assert.Equal(3, data.GetProperty("image").GetArrayLength());
    }

    [Theory]
    [InlineData(Format.News, "NewsArticle")]
    [InlineData(Format.Live, "NewsArticle")]
    [InlineData(Format.Interview, "NewsArticle")]
    [InlineData(Format.Opinion, "NewsArticle OpinionNewsArticle")]
    [InlineData(Format.Analysis, "NewsArticle AnalysisNewsArticle")]
    [InlineData(Format.Explainer, "NewsArticle BackgroundNewsArticle")]
    [InlineData(Format.Feature, "NewsArticle ReportageNewsArticle")]
    [InlineData(Format.PhotoEssay, "NewsArticle ReportageNewsArticle")]
    public async Task A_format_has_its_kind_of_news_article(Format format, string types)
    {
        await using var site = await Site.StartAsync();
        var article = await (await World.MakeAsync(site)).PublishAsync("The river rises", format: format);

        Assert.Equal(types, Type(Data(await site.PageAsync(article.Path!), "NewsArticle")));
    }

    [Fact]
    public async Task Translations_name_each_other_themselves_and_a_default()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var english = await world.PublishAsync("The river rises");
        var russian = await world.PublishAsync("Река поднялась", "ru", translationOf: english.Id);

        foreach (var paths in new[] { new[] { english.Path!, russian.Path! }, ["/", "/ru"], ["/politics", "/ru/politics"], ["/authors/aigul-sadyk", "/ru/authors/aigul-sadyk"] })
            foreach (var path in paths)
            {
                var page = await site.PageAsync(path);
                var named = page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => (l.GetAttribute("hreflang"), l.GetAttribute("href"))).ToList();
                Assert.Equal([("en", site.Publication.Absolute(paths[0])), ("ru", site.Publication.Absolute(paths[1])), ("x-default", site.Publication.Absolute(paths[0]))], named.OrderBy(n => n.Item1, StringComparer.Ordinal));
                Assert.Equal(site.Publication.Absolute(path), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
            }
        Assert.Equal(site.Publication.Absolute(english.Path!) + "#article", Data(await site.PageAsync(russian.Path!), "NewsArticle").GetProperty("translationOfWork").GetProperty("@id").GetString());
        Assert.Equal(site.Publication.Absolute(russian.Path!) + "#article", Data(await site.PageAsync(english.Path!), "NewsArticle").GetProperty("workTranslation")[0].GetProperty("@id").GetString());
        Assert.Equal("ru_RU", Meta(await site.PageAsync(english.Path!), "og:locale:alternate"));
    }

    [Fact]
    public async Task What_has_no_translation_names_none()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        await world.PublishAsync("Река поднялась", "ru", section: world.Culture);

        Assert.Empty((await site.PageAsync(article.Path!)).QuerySelectorAll("link[hreflang]"));
        Assert.Empty((await site.PageAsync("/politics")).QuerySelectorAll("link[hreflang]"));
        Assert.Equal("noindex", Meta(await site.PageAsync("/ru/politics"), "robots"));
    }

    [Fact]
    public async Task A_card_shows_headline_deck_and_picture()
    {
        await using var site = await Site.StartAsync();
        var article = await (await World.MakeAsync(site)).PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));

        var page = await site.PageAsync(article.Path!);

        Assert.Equal("The river rises | The Test Courier", page.Title);
        Assert.Equal(("The river rises", article.Deck, "article"), (Meta(page, "og:title"), Meta(page, "og:description"), Meta(page, "og:type")));
        Assert.Equal(site.Publication.Absolute(article.Path!), Meta(page, "og:url"));
        Assert.Equal(("1200", "630", "Brown water under a bridge"), (Meta(page, "og:image:width"), Meta(page, "og:image:height"), Meta(page, "og:image:alt")));
        Assert.StartsWith(site.Publication.BaseUrl + "/media/", Meta(page, "og:image"), StringComparison.Ordinal);
        Assert.Equal(("summary_large_image", "max-image-preview:large", "en_GB", "The Test Courier"), (Meta(page, "twitter:card"), Meta(page, "robots"), Meta(page, "og:locale"), Meta(page, "og:site_name")));
        Assert.Equal("Politics", Meta(page, "article:section"));
    }

    [Fact]
    public async Task Every_picture_that_a_head_names_is_one_that_there_is_also_where_the_photo_is_narrow()
    {
        await using var site = await Site.StartAsync();
        var photo = new Picture(new string('b', 64), "tall.jpg", "image/jpeg", 1067, 1600, 1_000_000, site.Now);
        photo.GiveCredit("Photo: Timur Rahim");
        photo.Describe(LocalText.Of("en", "A tall tree"), LocalText.Empty);
        await site.ChangeAsync(db => Task.FromResult(db.Add(photo)));
        var article = await (await World.MakeAsync(site)).PublishAsync("The tree stands", lead: photo);

        var page = await site.PageAsync(article.Path!);

        var named = System.Text.RegularExpressions.Regex.Matches(page.Head!.InnerHtml, @"/media/[^""\\]+\.jpg").Select(m => RenditionAddress.TryParse(m.Value, out var address) ? address : null!).Distinct().ToList();
        Assert.Equal(["c800.jpg", "s1200.jpg", "w800.jpg"], named.Select(address => address.FileName).Order(StringComparer.Ordinal));
        Assert.All(named, address => Assert.True(Renditions.Has(photo.Face(), address.Shape, address.Width), address.FileName));
        Assert.Equal(("1200", "630"), (Meta(page, "og:image:width"), Meta(page, "og:image:height")));
    }

    [Fact]
    public async Task The_front_says_who_publishes_and_how_to_search()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);

        var data = Data(await site.PageAsync("/ru"), "WebSite");

        Assert.Equal("The Test Courier", data.GetProperty("publisher").GetProperty("name").GetString());
        Assert.Equal(site.Publication.BaseUrl + "/ru/corrections", data.GetProperty("publisher").GetProperty("correctionsPolicy").GetString());
        Assert.Equal(site.Publication.BaseUrl + "/ru/search?q={search_term_string}", data.GetProperty("potentialAction").GetProperty("target").GetProperty("urlTemplate").GetString());
    }

    [Fact]
    public async Task An_authors_page_is_a_profile_and_a_house_is_no_person()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var agency = new Author("agency", LocalText.Of("en", "Steppe Agency"), AuthorKind.House);
        await site.ChangeAsync(db => Task.FromResult(db.Add(agency)));
        await world.PublishAsync("The river rises");

        var person = Data(await site.PageAsync("/authors/aigul-sadyk"), "ProfilePage").GetProperty("mainEntity");
        var house = Data(await site.PageAsync("/authors/agency"), "ProfilePage").GetProperty("mainEntity");

        Assert.Equal(("Person", "Aigul Sadyk", "Correspondent"), (Type(person), person.GetProperty("name").GetString(), person.GetProperty("jobTitle").GetString()));
        Assert.Equal(("Organization", "Steppe Agency"), (Type(house), house.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Breadcrumbs_lead_from_the_front_to_the_article()
    {
        await using var site = await Site.StartAsync();
        var article = await (await World.MakeAsync(site)).PublishAsync("The river rises");

        var steps = Data(await site.PageAsync(article.Path!), "BreadcrumbList").GetProperty("itemListElement").EnumerateArray().ToList();

        Assert.Equal(["/", "/politics", article.Path!], steps.Select(s => new Uri(s.GetProperty("item").GetString()!).AbsolutePath));
        Assert.Equal([1, 2, 3], steps.Select(s => s.GetProperty("position").GetInt32()));
    }

    [Theory]
    [InlineData("/", "/feed.xml")]
    [InlineData("/politics", "/politics/feed.xml")]
    [InlineData("/ru/places/osh", "/ru/places/osh/feed.xml")]
    [InlineData("/2026/11/the-river-rises", "/feed.xml")]
    [InlineData("/ru", "/ru/feed.xml")]
    public async Task A_page_names_its_feeds_manifest_and_icon_and_they_are_there(string path, string feed)
    {
        await using var site = await Site.StartAsync();
        await (await World.MakeAsync(site)).PublishAsync("The river rises");

        var page = await site.PageAsync(path);

        Assert.Equal(feed, page.QuerySelector("link[type='application/rss+xml']")!.GetAttribute("href"));
        foreach (var link in page.QuerySelectorAll("link[type='application/rss+xml'], link[type='application/atom+xml'], link[type='application/feed+json'], link[rel=manifest], link[rel=icon]"))
            Assert.True((await site.GetAsync(link.GetAttribute("href")!)).IsSuccessStatusCode, link.OuterHtml);
    }

    [Fact]
    public async Task Shared_caches_are_told_what_a_page_depends_on_when_they_may_keep_it()
    {
        await using var alone = await Site.StartAsync();
        Assert.False((await alone.GetAsync("/")).Headers.Contains("Surrogate-Key"));
        await using var site = await Site.StartAsync([new("pages:sharedCacheSeconds", "60")]);
        var article = await (await World.MakeAsync(site)).PublishAsync("The river rises");

        var response = await site.GetAsync(article.Path!);

        var keys = Assert.Single(response.Headers.GetValues("Surrogate-Key")).Split(' ');
        Assert.Contains(Chapar.Database.EditionNames.Article(article.Id), keys);
        Assert.Equal(keys, Assert.Single(response.Headers.GetValues("Cache-Tag")).Split(','));
        Assert.Equal(TimeSpan.FromSeconds(60), response.Headers.CacheControl!.SharedMaxAge);
    }

    static JsonElement Data(IHtmlDocument page, string type) =>
        page.QuerySelectorAll("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement).Single(d => Type(d).Split(' ')[0] == type);

    static string Type(JsonElement thing) =>
        thing.GetProperty("@type") is { ValueKind: JsonValueKind.Array } types ? string.Join(' ', types.EnumerateArray().Select(t => t.GetString())) : thing.GetProperty("@type").GetString()!;

    static string? Meta(IHtmlDocument page, string name) => page.QuerySelector($"meta[property='{name}'], meta[name='{name}']")?.GetAttribute("content");
}
