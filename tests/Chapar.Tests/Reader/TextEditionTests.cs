using System.Net;
using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Tests.Distribution;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>The newspaper for who pays for each kilobyte: its text at addresses of its own, and at the usual ones for who saves data (decision 017).</summary>
public sealed class TextEditionTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));
        await world.PublishAsync("Река поднялась", "ru");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<HttpResponseMessage> AskAsync(string address, bool saves)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        if (saves) request.Headers.Add("Save-Data", "on");
        return await site.Http.SendAsync(request, Stop);
    }

    async Task<IHtmlDocument> ReadAsync(string address, bool saves = false)
    {
        using var answer = await AskAsync(address, saves);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await Site.ParseAsync(answer);
    }

    static bool IsText(IHtmlDocument page) => page.QuerySelector("picture, img, svg, script") is null;

    static string? Full(IHtmlDocument page) => page.QuerySelector(".strip a[rel=nofollow]")?.GetAttribute("href");

    static IEnumerable<string> Links(IHtmlDocument page) =>
        page.QuerySelectorAll("a[href^='/'], form[action]").Select(link => link.GetAttribute("href") ?? link.GetAttribute("action")!);

    [Theory]
    [InlineData("")]
    [InlineData("/2026/11/the-river-rises")]
    [InlineData("/ru")]
    [InlineData("/ru/2026/11/reka-podnyalas")]
    [InlineData("/politics")]
    [InlineData("/places/osh")]
    [InlineData("/topics/water")]
    [InlineData("/authors/aigul-sadyk")]
    [InlineData("/archive")]
    [InlineData("/search?q=river")]
    [InlineData("/rates")]
    [InlineData("/rates/convert")]
    [InlineData("/corrections")]
    [InlineData("/history/2026/11/the-river-rises")]
    [InlineData("/edition")]
    public async Task Every_page_has_its_text_behind_one_word_and_stays_there(string address)
    {
        var page = await ReadAsync("/text" + address);
        Assert.True(IsText(page));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.StartsWith(site.Publication.Absolute(address.Split('?')[0]), page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        var usual = address.Length == 0 ? "/" : address;
        Assert.Equal(usual, Full(page));
        Assert.All(Links(page).Where(link => link != usual && !link.StartsWith("/media/", StringComparison.Ordinal)), link => Assert.Matches("^/text(/|$|\\?)", link));
        // And the full page leads to it.
        var full = await ReadAsync(usual);
        Assert.Equal("/text" + address, full.QuerySelector("footer a[rel=nofollow]")!.GetAttribute("href"));
        Assert.Equal(full.QuerySelector("h1")!.TextContent, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Who_saves_data_gets_the_text_at_the_same_address_and_nobody_else_does()
    {
        const string Address = "/2026/11/the-river-rises";
        foreach (var _ in new[] { "made", "kept" })
        {
            Assert.True(IsText(await ReadAsync(Address, saves: true)));
            Assert.False(IsText(await ReadAsync(Address)));
        }
        using var saved = await AskAsync(Address, saves: true);
        using var usual = await AskAsync(Address, saves: false);
        foreach (var answer in new[] { saved, usual }) Assert.Equal(["Accept-Encoding", "Save-Data"], answer.Headers.Vary);
        Assert.NotEqual(usual.Headers.ETag, saved.Headers.ETag);
        var page = await Site.ParseAsync(saved);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.DoesNotContain(Links(page), link => link.StartsWith("/text", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cache_outside_keeps_no_page_of_who_saves_data()
    {
        await using var kept = await Site.StartAsync([new("pages:sharedCacheSeconds", "60")]);
        await World.MakeAsync(kept);
        foreach (var (saves, isPublic) in new[] { (true, false), (false, true), (true, false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/politics", UriKind.Relative));
            if (saves) request.Headers.Add("Save-Data", "on");
            using var answer = await kept.Http.SendAsync(request, Stop);
            Assert.Equal((isPublic, !isPublic), (answer.Headers.CacheControl!.Public, answer.Headers.CacheControl.Private));
            Assert.Equal(isPublic, answer.Headers.Contains("Surrogate-Key"));
        }
    }

    /// <summary>However an address is written, it asks for a page and never for what is kept under it for others.</summary>
    [Theory]
    [InlineData("/politics%20saved")]
    [InlineData("/saved%20/politics")]
    [InlineData("/api/openapi.json%3Fx=1")]
    public async Task No_address_is_the_key_of_what_is_kept_for_others(string address)
    {
        foreach (var read in new[] { "/politics", "/api/openapi.json?x=1" })
            using (var kept = await AskAsync(read, saves: true)) Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        foreach (var saves in new[] { false, true })
        {
            using var answer = await AskAsync(address, saves);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_full_edition_is_one_link_away_also_for_who_saves_data()
    {
        var text = await ReadAsync("/politics", saves: true);
        var full = await ReadAsync(Full(text)!, saves: true);
        Assert.Equal("/full/politics", Full(text));
        Assert.NotNull(full.QuerySelector("picture"));
        Assert.Equal("noindex", full.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.All(Links(full).Where(link => !link.StartsWith("/text", StringComparison.Ordinal) && !link.EndsWith(".xml", StringComparison.Ordinal) && !link.EndsWith(".json", StringComparison.Ordinal)),
            link => Assert.StartsWith("/full", link, StringComparison.Ordinal));
        Assert.Equal("/text/politics", full.QuerySelector("footer a[rel=nofollow]")!.GetAttribute("href"));
        Assert.Equal("/full/politics", Full(await ReadAsync("/text/politics", saves: true)));
    }

    [Theory]
    [InlineData("/text/", "/text")]
    [InlineData("/TEXT/Politics", "/text/politics")]
    [InlineData("/text/politics/", "/text/politics")]
    [InlineData("/text/ru/politics?utm=x", "/text/ru/politics")]
    [InlineData("/text/en/politics", "/text/politics")]
    [InlineData("/text/feed.xml", "/feed.xml")]
    [InlineData("/full/sitemap.xml", "/sitemap.xml")]
    public async Task It_has_one_address_too(string address, string right)
    {
        using var answer = await AskAsync(address, saves: false);
        Assert.Equal((HttpStatusCode.MovedPermanently, right), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("/text/2026/11/never-was", HttpStatusCode.NotFound)]
    [InlineData("/text/newsroom", HttpStatusCode.NotFound)]
    [InlineData("/full/newsroom/staff", HttpStatusCode.NotFound)]
    [InlineData("/text/text/politics", HttpStatusCode.NotFound)]
    [InlineData("/text/reader/article", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_not_there_in_text_either(string address, HttpStatusCode status)
    {
        using var answer = await AskAsync(address, saves: false);
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_in_text_at_once_and_says_why()
    {
        const string Address = "/text/2026/11/the-river-rises";
        Assert.Contains("The river rises", (await ReadAsync(Address)).Title, StringComparison.Ordinal);
        await site.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Language == "en", Stop)).Withdraw("It did not rise.", "test", site.Now));
        using var gone = await AskAsync(Address, saves: false);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        var page = await Site.ParseAsync(gone);
        Assert.Contains("It did not rise.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.All(Links(page).Where(link => link != Full(page)), link => Assert.StartsWith("/text", link, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_correction_stands_in_the_text_as_soon_as_it_is_made()
    {
        const string Address = "/text/2026/11/the-river-rises";
        await ReadAsync(Address);
        await site.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Language == "en", Stop)).Correct("It rose by a foot.", CorrectionKind.Correction, "test", site.Now));
        Assert.Contains("It rose by a foot.", (await ReadAsync(Address)).QuerySelector(".correction")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_the_place_of_a_picture_stands_what_it_shows_with_a_link_and_what_that_costs()
    {
        var link = (await ReadAsync("/text/2026/11/the-river-rises")).QuerySelector("figure.lead > a")!;
        Assert.Equal("Photo: Brown water under a bridge 480 × 320, at most 60 KB", string.Join(' ', link.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Matches("^/media/[^/]+/w480.jpg$", link.GetAttribute("href"));
    }

    [Fact]
    public async Task Pictures_in_a_text_are_told_and_posters_left_out()
    {
        var photo = await FeedTests.PhotoAsync(site);
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Bylines).Include(a => a.Lead).SingleAsync(a => a.Language == "en", Stop);
            article.Write(article.Headline, article.Deck, new BodyTree([
                new Paragraph([new TextRun("It rose.")]),
                new ImageBlock(photo.Id, null, "Brown water under a bridge", "At noon.", "Photo: Desk"),
                new ImageBlock(null, "/assets/map.png", "A map of the river", Credit: "Map: Desk"),
                new Embed("youtube", "https://www.youtube.com/watch?v=abcdefghijk", Poster: photo.Id),
            ]), site.Now);
            Assert.Null(article.Publish(article.Path!, "test", site.Now)?.ToString());
        });
        var page = await ReadAsync("/text/2026/11/the-river-rises");
        Assert.True(IsText(page));
        var figures = page.QuerySelectorAll(".body figure").Select(figure => string.Join(' ', figure.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.Equal(3, figures.Count);
        Assert.StartsWith("Photo: Brown water under a bridge 480 × 320, at most 60 KBAt noon.", figures[0], StringComparison.Ordinal);
        Assert.Equal("Photo: A map of the riverMap: Desk", figures[1]);
    }

    [Fact]
    public async Task Who_reads_the_text_is_sent_no_script_and_no_rules_for_fetching_ahead()
    {
        using var text = await AskAsync("/text/politics", saves: false);
        using var saved = await AskAsync("/politics", saves: true);
        using var full = await AskAsync("/politics", saves: false);
        Assert.Equal([false, false, true], new[] { text, saved, full }.Select(answer => answer.Headers.Contains("Speculation-Rules")));
    }
}
