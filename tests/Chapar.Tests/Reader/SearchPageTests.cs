using System.Net;
using AngleSharp.Dom;
using Chapar.Articles;
using Chapar.Names;

namespace Chapar.Tests.Reader;

/// <summary>What a reader sees who searches: the hits, what narrows them, and the way on when there are none.</summary>
public class SearchPageTests
{
    static Task<IReadOnlyList<string>> HeadlinesAsync(Site site, string address) => HeadlinesAsync(site.PageAsync(address));

    static async Task<IReadOnlyList<string>> HeadlinesAsync(Task<AngleSharp.Html.Dom.IHtmlDocument> page) =>
        [.. (await page).QuerySelectorAll("main .hits h2 a").Select(a => a.TextContent)];

    /// <summary>Four articles about a dam that differ in all that can be filtered by.</summary>
    static async Task<(Site Site, World World)> DamsAsync()
    {
        var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The dam opens", at: new(2024, 5, 4, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("A poem about a dam", section: world.Culture, author: world.Timur, at: new(2025, 12, 31, 21, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Why the dam matters", format: Format.Analysis, at: new(2026, 2, 1, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Плотина и dam", language: "ru", at: new(2026, 3, 1, 6, 0, 0, DateTimeKind.Utc));
        await site.DispatchAsync();
        return (site, world);
    }

    [Theory]
    [InlineData("section=culture", "A poem about a dam")]
    [InlineData("section=politics", "Why the dam matters", "The dam opens")]
    [InlineData("place=osh", "Why the dam matters", "A poem about a dam", "The dam opens")]
    [InlineData("author=timur-rahim", "A poem about a dam")]
    [InlineData("format=analysis", "Why the dam matters")]
    [InlineData("language=ru", "Плотина и dam")]
    [InlineData("language=all", "Плотина и dam", "Why the dam matters", "A poem about a dam", "The dam opens")]
    [InlineData("before=2024-05-05", "The dam opens")]
    [InlineData("from=2024-05-05", "Why the dam matters", "A poem about a dam")]
    [InlineData("from=2025-01-01&before=2026-02-01", "A poem about a dam")]
    [InlineData("section=politics&before=2025-01-01", "The dam opens")]
    public async Task A_search_is_narrowed_by_what_stands_in_its_address(string filter, params string[] headlines)
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        // Also without a word to look for: then it is all of that.
        Assert.Equal(headlines, await HeadlinesAsync(site, "/search?q=dam&" + filter + "&sort=newest"));
        if (filter.StartsWith("language", StringComparison.Ordinal)) return;
        Assert.Equal(headlines, await HeadlinesAsync(site, "/search?" + filter));
    }

    [Fact]
    public async Task Each_filter_is_a_link_with_its_number_and_a_set_one_leads_back()
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        var page = await site.PageAsync("/search?q=dam");
        Assert.Equal(
            ["Politics 2 /search?q=dam&section=politics", "Culture 1 /search?q=dam&section=culture", "Aigul Sadyk 2 /search?q=dam&author=aigul-sadyk", "Timur Rahim 1 /search?q=dam&author=timur-rahim",
             "News 2 /search?q=dam&format=news", "Analysis 1 /search?q=dam&format=analysis", "Русский 1 /search?q=dam&language=ru"],
            page.QuerySelectorAll(".filters details a").Select(Told).Where(told => !told.Contains("from=", StringComparison.Ordinal)));
        // New Year's Eve at nine in Greenwich is New Year here.
        Assert.Equal(["2026 2 /search?q=dam&from=2026-01-01&before=2027-01-01", "2024 1 /search?q=dam&from=2024-01-01&before=2025-01-01"], page.QuerySelectorAll(".filters details a[href*='from=']").Select(Told));
        Assert.Equal("All languages (4)", page.QuerySelector("[role=status] a")!.TextContent);

        var narrowed = await site.PageAsync("/search?q=dam&section=politics&from=2024-01-01&sort=newest");
        Assert.Equal(["/search?q=dam&from=2024-01-01&sort=newest", "/search?q=dam&section=politics&sort=newest"], narrowed.QuerySelectorAll(".set a").Select(a => a.GetAttribute("href")));
        Assert.Equal(["Section: Politics ×", "From: 1 January 2024 ×"], narrowed.QuerySelectorAll(".set a").Select(a => a.TextContent));
        // Each of them finds as many as it says.
        foreach (var link in page.QuerySelectorAll(".filters details a"))
            Assert.Equal(link.QuerySelector("small")!.TextContent, $"{(await HeadlinesAsync(site, link.GetAttribute("href")!)).Count}");

        static string Told(IElement link) => $"{link.QuerySelector("span")!.TextContent} {link.QuerySelector("small")!.TextContent} {link.GetAttribute("href")}";
    }

    [Fact]
    public async Task A_value_that_means_nothing_is_said_and_left_out()
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        var answer = await site.GetAsync("/search?q=dam&section=nowhere&format=%3Cb%3E&from=yesterday&sort=oldest&page=x");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await Site.ParseAsync(answer);
        Assert.Equal(
            ["There is no section “nowhere”: it was left out.", "There is no format “<b>”: it was left out.", "“yesterday” is no day: give it as 2022-03-14 or 14.03.2022, from 1991 on.",
             "There is no order “oldest”: it was left out.", "There is no page “x”: this is the first one."],
            page.QuerySelectorAll("[role=alert]").Select(said => said.TextContent));
        Assert.Equal(3, (await HeadlinesAsync(Task.FromResult(page))).Count);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.GetAsync("/search?q=dam&from=2026-01-01&before=2025-01-01")).StatusCode);
    }

    [Fact]
    public async Task A_link_with_the_old_name_of_a_section_still_narrows_and_unknown_queries_lead_away()
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        await site.ChangeAsync(db => { db.Add(new Redirect("/arts", "/culture", "renamed")); return Task.CompletedTask; });
        Assert.Equal(["A poem about a dam"], await HeadlinesAsync(site, "/search?q=dam&section=arts"));
        var answer = await site.GetAsync("/search?section=culture&utm_source=x&q=dam&before=");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/search?q=dam&section=culture"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task Hits_are_marked_in_the_spelling_of_the_text_and_nothing_of_a_text_becomes_markup()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Речь Токаева о воде", "ru", text: "Выступление Токаева <script>alert(1)</script> длилось час.");
        await world.PublishAsync("Tokayev & <b>the river</b>", text: "On Monday Tokayev spoke.");
        await site.DispatchAsync();

        var page = await site.PageAsync("/search?q=Tokaev&language=all");
        Assert.Equal(["Токаева", "Токаева"], page.QuerySelectorAll("[lang=ru] mark").Select(m => m.TextContent));
        Assert.Equal("Выступление Токаева <script>alert(1)</script> длилось час.", page.QuerySelector(".said[lang=ru]")!.TextContent);
        Assert.Contains("Tokayev & <b>the river</b>", page.QuerySelectorAll("h2 a").Select(a => a.TextContent));
        Assert.Empty(page.QuerySelectorAll("main script, h2 b"));
        Assert.Equal("Русский", page.QuerySelector(".label [lang=ru]")!.TextContent);
        // What was typed stands in the box, the title and the links, as text.
        var odd = await site.PageAsync("/search?q=" + Uri.EscapeDataString("\"><script>x</script>"));
        Assert.Equal("\"><script>x</script>", odd.QuerySelector("main input[name=q]")!.GetAttribute("value"));
        Assert.Empty(odd.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_one_that_is_not_there_leads_to_the_first()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (var i = 1; i <= 23; i++) await world.PublishAsync($"Glacier number {i}");
        await site.DispatchAsync();
        var first = await site.PageAsync("/search?q=glacier");
        Assert.Equal("23 articles found", first.QuerySelector("[role=status] b")!.TextContent);
        Assert.Equal("/search?q=glacier&page=2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        var second = await site.PageAsync("/search?q=glacier&page=2");
        Assert.Equal(("/search?q=glacier", "Page 2 of 2", 3), (second.QuerySelector("a[rel=prev]")!.GetAttribute("href"), second.QuerySelector(".pager span")!.TextContent, second.QuerySelectorAll(".hits li").Length));
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Contains("page 3", (await site.PageAsync("/search?q=glacier&page=3")).QuerySelector("main p > a[href='/search?q=glacier']")!.TextContent, StringComparison.Ordinal);
        var newest = await site.PageAsync("/search?q=glacier&sort=newest");
        Assert.Equal("/search?q=glacier", newest.QuerySelector(".choice a:not([aria-current])")!.GetAttribute("href"));
        Assert.Equal(("Older", "/search?q=glacier&sort=newest&page=2"), (newest.QuerySelector("a[rel=next]")!.TextContent, newest.QuerySelector("a[rel=next]")!.GetAttribute("href")));
    }

    [Fact]
    public async Task Who_finds_nothing_is_shown_near_names_and_what_can_be_tried()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Tokayev speaks", text: "On Monday Tokayev spoke.");
        await site.DispatchAsync();
        var page = await site.PageAsync("/search?q=Tokayex&section=politics");
        Assert.Equal("Nothing was found for “Tokayex”.", page.QuerySelector("[role=status] b")!.TextContent);
        Assert.Equal("/search?q=Tokayev&section=politics", page.QuerySelector(".near a")!.GetAttribute("href"));
        Assert.Equal("/search?q=Tokayex", page.QuerySelector(".help a")!.GetAttribute("href"));
        var odd = await site.PageAsync("/search?q=%22zzz+qqq%22");
        Assert.Contains("quotation marks", odd.QuerySelector("main .help")!.TextContent, StringComparison.Ordinal);
        // And who asks nothing is told how.
        Assert.Equal(3, (await site.PageAsync("/search")).QuerySelectorAll("header .help li").Length);
    }

    [Fact]
    public async Task A_known_name_says_how_else_it_was_looked_for_and_leads_to_its_page()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Rain in Osh", text: "It rained in Osh.");
        await site.ChangeAsync(db =>
        {
            var name = new KnownName(KnownNameKind.Place, KnownName.Tidy([new("en", "Osh"), new("ru", "Ош"), new("uz", "Oʻsh")]), "", "test", site.Now);
            name.Enter("test", site.Now);
            name.Stand(world.Osh.Id, null, null, "test", site.Now);
            db.Add(name);
            return Task.CompletedTask;
        });
        await site.DispatchAsync();
        var page = await site.PageAsync("/search?q=osh");
        var also = page.QuerySelector("main p a[href='/places/osh']")!.ParentElement!;
        Assert.Equal("Osh. Also found as: Ош, Oʻsh", also.TextContent);
        Assert.Equal(["ru", "uz"], also.QuerySelectorAll("span").Select(s => s.GetAttribute("lang")));
        Assert.NotNull(page.QuerySelector("a[href='/search?q=%22osh%22']"));
    }

    [Fact]
    public async Task The_text_edition_searches_too_and_a_search_is_never_kept()
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        var page = await site.PageAsync("/text/search?q=dam");
        Assert.Equal("/text/search", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(3, page.QuerySelectorAll(".hits li").Length);
        Assert.All(page.QuerySelectorAll("main a:not([href*=feed])"), a => Assert.StartsWith("/text/", a.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("script"));
        var answer = await site.GetAsync("/search?q=dam");
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Equal("noindex", (await Site.ParseAsync(answer)).QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(site.Pages.Find("/search?q=dam"));
    }

    [Fact]
    public async Task A_page_in_another_language_searches_in_it()
    {
        var (site, _) = await DamsAsync();
        await using var _ = site;
        var page = await site.PageAsync("/ru/search?q=dam");
        Assert.Equal(["Плотина и dam"], await HeadlinesAsync(Task.FromResult(page)));
        Assert.Equal("Все языки (4)", page.QuerySelector("[role=status] a")!.TextContent);
        Assert.Equal(["en", "en", "en"], (await site.PageAsync("/ru/search?q=dam&language=en")).QuerySelectorAll(".hits h2").Select(h => h.GetAttribute("lang")));
    }
}
