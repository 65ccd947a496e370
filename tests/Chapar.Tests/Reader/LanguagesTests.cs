using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Suggestions;
using Chapar.Text;

namespace Chapar.Tests.Reader;

/// <summary>A newspaper in seven languages: each has its own front, menus, feeds and sitemap lines, and every passage says which it is in.</summary>
public sealed class LanguagesTests : IAsyncLifetime
{
    Site site = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await SevenLanguages.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    public static TheoryData<string> All => [.. Languages.All];

    static string Prefix(string language) => language == "en" ? "" : "/" + language;

    async Task<IHtmlDocument> LostAsync(string address, Site? at = null)
    {
        using var answer = await (at ?? site).Http.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        return await Site.ParseAsync(answer);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_language_has_its_front_menus_feeds_and_place_in_the_sitemap(string language)
    {
        var prefix = Prefix(language);
        var front = await site.PageAsync(prefix.Length == 0 ? "/" : prefix);
        Assert.Equal(language, front.DocumentElement.GetAttribute("lang"));
        Assert.Contains(SevenLanguages.Headlines[language], front.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(SevenLanguages.Headlines.Where(h => h.Key != language), h => front.QuerySelector("main")!.TextContent.Contains(h.Value, StringComparison.Ordinal));
        Assert.Equal($"{prefix}/politics", front.QuerySelector(".sections a")!.GetAttribute("href"));
        Assert.Equal(Languages.All, front.QuerySelectorAll(".strip ul a:not([hreflang*='-'])").Select(a => a.GetAttribute("hreflang")!));
        Assert.Equal([.. Languages.All.SelectMany(l => l switch { "kk" => new[] { l, "kk-Latn" }, "uz" => [l, "uz-Cyrl"], _ => [l] }), "x-default"], SevenLanguages.Alternates(front).Select(a => a.Item1));
        Assert.Contains(("x-default", "http://localhost:5080/"), SevenLanguages.Alternates(front));

        var rss = XDocument.Parse(await site.Http.GetStringAsync(new Uri($"{prefix}/feed.xml", UriKind.Relative), Stop));
        Assert.Equal(language, rss.Root!.Element("channel")!.Element("language")!.Value);
        Assert.Contains(SevenLanguages.Headlines[language], rss.Root.Element("channel")!.Elements("item").Select(i => i.Element("title")!.Value));
        using var json = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri($"{prefix}/politics/feed.json", UriKind.Relative), Stop));
        Assert.Equal(language, json.RootElement.GetProperty("language").GetString());
        var index = await site.Http.GetStringAsync(new Uri($"{prefix}/sitemap.xml", UriKind.Relative), Stop);
        Assert.Contains($"<loc>http://localhost:5080{prefix}/sitemaps/pages.xml</loc>", index, StringComparison.Ordinal);
        var pages = await site.Http.GetStringAsync(new Uri($"{prefix}/sitemaps/pages.xml", UriKind.Relative), Stop);
        Assert.Contains($"<loc>http://localhost:5080{(prefix.Length == 0 ? "/" : prefix)}</loc>", pages, StringComparison.Ordinal);
        Assert.Contains($"<loc>http://localhost:5080{prefix}/politics</loc>", pages, StringComparison.Ordinal);
        Assert.Contains($"<loc>http://localhost:5080{SevenLanguages.Path(language)}</loc>", await site.Http.GetStringAsync(new Uri($"{prefix}/sitemaps/2026-11.xml", UriKind.Relative), Stop), StringComparison.Ordinal);
        Assert.Contains($"<news:language>{language}</news:language>", await site.Http.GetStringAsync(new Uri($"{prefix}/news-sitemap.xml", UriKind.Relative), Stop), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Names_in_another_language_say_so_on_every_page(string language)
    {
        // The author is known in English and Kazakh, the place in English and Russian, the topic in Russian.
        foreach (var path in new[] { "", "/2026/11/river", "/politics", "/places/osh", "/topics/water", "/authors/aigul" })
        {
            var address = Prefix(language) + path;
            var page = await site.PageAsync(address.Length == 0 ? "/" : address);
            foreach (var (name, own) in new[] { ("Aigul Sadyk", "en"), ("Айгүл Садық", "kk"), ("Osh", "en"), ("Ош", "ru"), ("Вода", "ru"), ("Politics", "en"), ("Correspondent", "en"), ("Aigul writes about rivers.", "en") })
                foreach (var element in page.Body!.QuerySelectorAll("*").Where(e => e.ChildElementCount == 0 && e.TextContent == name))
                    Assert.True(SevenLanguages.Language(element) == own, $"{address}: {element.OuterHtml}");
        }
    }

    [Fact]
    public async Task An_article_without_a_translation_says_so_in_the_language_that_was_asked_for_and_offers_what_there_is()
    {
        var article = await site.PageAsync(SevenLanguages.OnlyRussian);
        var link = article.QuerySelector(".strip a[hreflang=ky]")!;
        Assert.Equal(("/ky/2026/11/only", "nofollow"), (link.GetAttribute("href"), link.GetAttribute("rel")));
        var page = await LostAsync("/ky/2026/11/only");
        Assert.Equal("ky", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(Words.In("ky")["untranslated"], page.QuerySelector("h1")!.TextContent);
        var offered = page.QuerySelector("main li[lang=ru] a")!;
        Assert.Equal((SevenLanguages.OnlyRussian, "Только по-русски"), (offered.GetAttribute("href"), offered.TextContent));
        Assert.Contains("/ky", page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.Contains(SevenLanguages.Headlines["ky"], page.QuerySelectorAll("main article a").Select(a => a.TextContent));
        // The menu of that page leads to the article where there is one.
        Assert.Equal(SevenLanguages.OnlyRussian, page.QuerySelector(".strip a[hreflang=ru]")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task Where_there_is_a_translation_the_menu_leads_to_it()
    {
        var page = await site.PageAsync("/2026/11/river");
        Assert.All(Languages.All, language => Assert.Equal(SevenLanguages.Path(language), page.QuerySelector($".strip a[hreflang={language}]")!.GetAttribute("href")));
    }

    [Fact]
    public async Task A_language_that_was_switched_off_says_so_and_leads_to_those_there_are()
    {
        await using var smaller = await SevenLanguages.StartAsync("en", "ru");
        var page = await LostAsync("/tg/2026/11/river", smaller);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("Тоҷикӣ", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/2026/11/river", "/ru/2026/11/river"], page.QuerySelectorAll("main header li[lang] a").Select(a => a.GetAttribute("href")));
        Assert.Contains("Тоҷикӣ", (await LostAsync("/tg", smaller)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        await LostAsync("/tg/feed.xml", smaller);
        Assert.DoesNotContain("/tg", await smaller.Http.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Stop), StringComparison.Ordinal);
        await LostAsync("/tg/sitemap.xml", smaller);
    }

    [Fact]
    public async Task No_page_leads_into_a_language_that_was_switched_off()
    {
        await using var smaller = await Site.StartAsync();
        var world = await World.MakeAsync(smaller);
        var (story, tajik) = (await world.PublishAsync("A bridge stands"), await world.PublishAsync("Пул", "tg"));
        await smaller.ChangeAsync(db =>
        {
            db.Add(new Suggestion(story.Id, 0, tajik.Id, 1));
            Guid? group = null;
            foreach (var language in new[] { "en", "ru", "tg" })
            {
                var about = new PlainPage(language, $"{Prefix(language)}/about", group);
                about.Write("About", World.Body("A newspaper."), smaller.Now);
                about.Publish();
                group ??= about.TranslationGroup;
                db.Add(about);
            }
            return Task.CompletedTask;
        });

        Assert.DoesNotContain((await smaller.PageAsync(story.Path!)).Links.Select(a => a.GetAttribute("href")!), href => href.StartsWith("/tg", StringComparison.Ordinal));
        Assert.Equal([("en", "/about"), ("ru", "/ru/about"), ("x-default", "/about")], SevenLanguages.Alternates(await smaller.PageAsync("/about")).Select(a => (a.Item1, a.Item2!["http://localhost:5080".Length..])));
        await LostAsync("/tg/about", smaller);
        await LostAsync($"/history{tajik.Path}", smaller);
    }
}
