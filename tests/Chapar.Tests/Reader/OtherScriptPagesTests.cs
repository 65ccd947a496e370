using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>Kazakh pages in Latin, Uzbek pages in Cyrillic, at addresses of their own (decision 022).</summary>
public sealed class OtherScriptPagesTests : IAsyncLifetime
{
    Site site = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => site = await SevenLanguages.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<HttpResponseMessage> AskAsync(string address) => await site.Http.GetAsync(new Uri(address, UriKind.Relative), Stop);

    static IEnumerable<string> Links(IHtmlDocument page) => page.QuerySelectorAll("a[href^='/']:not([rel=alternate]), form[action]").Where(link => link.GetAttribute("hreflang") is null or "kk-Latn")
        .Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!);

    [Fact]
    public async Task A_title_that_is_of_another_language_stays_in_its_letters()
    {
        await site.ChangeAsync(async db => (await db.Topics.SingleAsync(t => t.Slug == "water", Stop)).Rename(Chapar.Text.LocalText.Of("en", "Tourism")));
        var page = await site.PageAsync("/uz-cyrl/topics/water");
        Assert.Equal(("en", "Tourism"), (page.QuerySelector("h1")!.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
        Assert.StartsWith("Tourism | ", page.Title, StringComparison.Ordinal);
        Assert.Equal("en", page.QuerySelector("title")!.GetAttribute("lang"));
        Assert.Equal("Tourism", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/2026/11/river")]
    [InlineData("/politics")]
    [InlineData("/places/osh")]
    [InlineData("/topics/water")]
    [InlineData("/authors/aigul")]
    [InlineData("/archive")]
    [InlineData("/archive/2026/11")]
    [InlineData("/search?q=ozen")]
    [InlineData("/rates")]
    [InlineData("/rates/convert")]
    [InlineData("/corrections")]
    [InlineData("/history/2026/11/river")]
    [InlineData("/edition")]
    public async Task Every_page_stands_in_Latin_and_leads_on_in_it(string rest)
    {
        var page = await site.PageAsync("/kk-latn" + rest);
        Assert.Equal("kk-Latn", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("http://localhost:5080/kk" + rest.Split('?')[0], page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        // No Cyrillic is left but in what says that it is of another language, or leads back.
        var left = from element in page.All
                   where element.Children.Length == 0 && element.TextContent.Any(c => c is >= 'Ѐ' and <= 'ӿ') && element.TagName is not ("SCRIPT" or "STYLE" or "CODE")
                   where element.Closest("[lang]")!.GetAttribute("lang") == "kk-Latn"
                   select element.OuterHtml;
        Assert.Empty(left);
        Assert.All(Links(page).Where(link => !link.EndsWith(".xml", StringComparison.Ordinal) && !link.EndsWith(".json", StringComparison.Ordinal) && !link.StartsWith("/media/", StringComparison.Ordinal) && !link.StartsWith("/api/", StringComparison.Ordinal)),
            link => Assert.Matches("^(/text)?/kk-latn(/|$|\\?|#)", link));
        // Says what it is, and leads back to the usual script; which leads to it.
        Assert.Contains("avtomatty", page.QuerySelector(".automatic")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/kk" + rest, page.QuerySelector(".automatic a")!.GetAttribute("href"));
        var usual = await site.PageAsync("/kk" + rest);
        Assert.Null(usual.QuerySelector(".automatic"));
        Assert.All(usual.QuerySelectorAll("a[hreflang=kk-Latn]"), link => Assert.Equal(("/kk-latn" + rest, "Latyn"), (link.GetAttribute("href"), link.TextContent)));
        Assert.Equal(2, usual.QuerySelectorAll("a[hreflang=kk-Latn]").Length);
    }

    [Fact]
    public async Task An_article_is_put_into_Latin_and_what_is_of_other_languages_stays()
    {
        var page = await site.PageAsync("/kk-latn/2026/11/river");
        Assert.Equal("Özen suy köterıldı", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("Özen suy köterıldı | The Test Courier", page.Title, StringComparison.Ordinal);
        Assert.Equal("Özen suy köterıldı.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        var body = page.QuerySelector(".body")!;
        Assert.Equal("Вода прибывает, Washington Post", body.QuerySelector("[lang=ru]")!.TextContent);
        Assert.Contains("kun.uz 2026", body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Saiasat", page.QuerySelector(".story .label a")!.TextContent);
        Assert.Equal("Aigül Sadyq", page.QuerySelector("a[rel=author]")!.TextContent);
        // The topic has a Russian name only.
        Assert.Equal("Вода", page.QuerySelector(".filed a[lang=ru]")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script[type='application/ld+json']"));
    }

    [Fact]
    public async Task Uzbek_in_Cyrillic()
    {
        var page = await site.PageAsync("/uz-cyrl/2026/11/river");
        Assert.Equal("uz-Cyrl", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Дарё суви кўтарилди, 1-октябрь", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("The Test Courier", page.Title, StringComparison.Ordinal);
        Assert.Equal("Сиёсат", page.QuerySelector(".story .label a")!.TextContent);
        Assert.Equal(("Aigul Sadyk", "en"), (page.QuerySelector("a[rel=author]")!.TextContent, page.QuerySelector("a[rel=author]")!.GetAttribute("lang")));
        Assert.Contains("kun.uz 2026", page.QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Lotin", page.QuerySelector(".automatic a")!.TextContent);
    }

    [Fact]
    public async Task Names_of_programs_and_formats_stay_as_they_are()
    {
        Assert.Contains("JSON Feed", (await site.PageAsync("/uz-cyrl/rates")).QuerySelectorAll(".links a").Select(a => a.TextContent));
        var edition = await site.PageAsync("/uz-cyrl/edition");
        Assert.DoesNotContain("минисигн", edition.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ша256", edition.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_script_names_the_other_in_its_head()
    {
        foreach (var address in new[] { "/kk/2026/11/river", "/kk-latn/2026/11/river", "/2026/11/river" })
        {
            var named = SevenLanguages.Alternates(await site.PageAsync(address)).ToList();
            Assert.Equal(["en", "ru", "kk", "kk-Latn", "ky", "uz", "uz-Cyrl", "tg", "tk", "x-default"], named.Select(a => a.Item1).OrderBy(tag => tag == "x-default" ? 9 : Chapar.Text.Languages.All.ToList().IndexOf(tag![..2])));
            Assert.Contains(("kk", "http://localhost:5080/kk/2026/11/river"), named);
            Assert.Contains(("kk-Latn", "http://localhost:5080/kk-latn/2026/11/river"), named);
            Assert.Contains(("uz-Cyrl", "http://localhost:5080/uz-cyrl/2026/11/river"), named);
        }
    }

    [Fact]
    public async Task A_page_in_the_other_script_is_kept_and_never_stale()
    {
        const string address = "/kk-latn/2026/11/river";
        Assert.Equal("Özen suy köterıldı", (await site.PageAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.NotNull(site.Pages.Find(address));
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.SingleAsync(a => a.Path == "/kk/2026/11/river", Stop);
            article.Write("Су қайтты", article.Deck, article.Body, site.Now);
        });
        Assert.Equal("Su qaitty", (await site.PageAsync(address)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Nothing_is_kept_of_it_until_it_is_asked_for()
    {
        await site.PageAsync("/kk/2026/11/river");
        Assert.Null(site.Pages.Find("/kk-latn/2026/11/river"));
    }

    [Theory]
    [InlineData("/kk-latn/search?q=%C3%B6zen")]
    [InlineData("/kk-latn/search?q=%D3%A9%D0%B7%D0%B5%D0%BD")]
    public async Task Search_understands_both_scripts(string address)
    {
        await site.DispatchAsync();
        var page = await site.PageAsync(address);
        Assert.Equal("Özen suy köterıldı", page.QuerySelector("main h2 a")!.TextContent);
        Assert.Equal("/kk-latn/2026/11/river", page.QuerySelector("main h2 a")!.GetAttribute("href"));
        Assert.Equal(Uri.UnescapeDataString(address.Split('=')[1]), page.QuerySelector("main input[name=q]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("/kk-latn/", "/kk-latn")]
    [InlineData("/KK-LATN/2026/11/river", "/kk-latn/2026/11/river")]
    [InlineData("/kk-latn/2026/11/river/", "/kk-latn/2026/11/river")]
    [InlineData("/kk-latn/feed.xml", "/kk/feed.xml")]
    [InlineData("/text/kk-latn/", "/text/kk-latn")]
    public async Task One_address_for_each(string address, string canonical)
    {
        using var answer = await AskAsync(address);
        Assert.Equal((HttpStatusCode.MovedPermanently, canonical), (answer.StatusCode, answer.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task The_text_edition_has_it_too()
    {
        var page = await site.PageAsync("/text/kk-latn/2026/11/river");
        Assert.Equal("kk-Latn", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Özen suy köterıldı", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector(".automatic"));
        Assert.All(Links(page).Where(link => !link.StartsWith("/kk-latn", StringComparison.Ordinal)), link => Assert.StartsWith("/text/kk-latn", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_not_there_is_said_in_that_script()
    {
        using var answer = await AskAsync("/kk-latn/2026/11/nothing");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await Site.ParseAsync(answer);
        Assert.Equal("kk-Latn", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(page.QuerySelector("h1")!.TextContent, c => c is >= 'Ѐ' and <= 'ӿ');
    }

    [Fact]
    public async Task Where_the_language_is_the_main_one_its_other_script_has_its_address_too()
    {
        await using var kazakh = await Site.StartAsync(SevenLanguages.Settings("kk", "ru"));
        var page = await kazakh.PageAsync("/kk-latn");
        Assert.Equal("http://localhost:5080/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("/", page.QuerySelector(".automatic a")!.GetAttribute("href"));
        Assert.Contains("/ru", page.QuerySelectorAll("a[lang=ru]").Select(a => a.GetAttribute("href")));
        Assert.Contains("/kk-latn/archive", Links(page));
        Assert.Equal("/kk-latn", (await kazakh.PageAsync("/")).QuerySelector("a[hreflang=kk-Latn]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Robots_keep_out_of_its_search()
    {
        var rules = await site.Http.GetStringAsync(new Uri("/robots.txt", UriKind.Relative), Stop);
        Assert.Contains("Disallow: /kk-latn/search?\nDisallow: /uz-cyrl/search?\n", rules, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_static_edition_holds_it_and_its_links_stay_within_it()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        using var printed = new Export.Printed(site, Chapar.Text.Languages.All);
        await printed.ExportAsync();
        const string file = "kk-latn/2026/11/river/index.html";
        Assert.Contains(file, printed.Files());
        Assert.Contains("<h1>Özen suy köterıldı</h1>", printed.Read(file), StringComparison.Ordinal);
        var links = printed.LinksOf(file).Select(link => link.File).ToList();
        Assert.Contains("kk-latn/politics/index.html", links);
        Assert.All(links, link => Assert.True(File.Exists(printed.PathOf(link)), link));
        // The way back is the only link to the pages of the usual script.
        Assert.DoesNotContain(links, link => link.StartsWith("kk/", StringComparison.Ordinal) && link.EndsWith(".html", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_newspaper_without_the_language_has_no_such_page()
    {
        await using var other = await SevenLanguages.StartAsync("en", "ru");
        using var answer = await other.Http.GetAsync(new Uri("/kk-latn", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
