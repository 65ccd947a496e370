using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>What answers at an address, in which language, and what a page that is not there does for the reader.</summary>
public sealed class AddressTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var response = await site.GetAsync(address);
        return response.StatusCode;
    }

    [Fact]
    public async Task The_first_part_of_an_address_is_the_language()
    {
        await world.PublishAsync("The river rises");
        var russian = await world.PublishAsync("Река поднялась", "ru");
        Assert.StartsWith("/ru/2026/11/", russian.Path, StringComparison.Ordinal);
        var page = await site.PageAsync("/ru/politics");
        Assert.Equal("ru", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Политика", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(russian.Path, Assert.Single(page.QuerySelectorAll(".list a[href^='/ru/2026']")).GetAttribute("href"));
        Assert.Empty((await site.PageAsync("/politics")).QuerySelectorAll(".list a[href^='/ru/']"));
        Assert.Equal("ru", (await site.PageAsync(russian.Path!)).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/kk")]
    [InlineData("/kk/politics")]
    [InlineData("/ru/ru/politics")]
    [InlineData("/ru/no-such-section")]
    [InlineData("/rus/politics")]
    public async Task A_language_that_is_not_published_is_no_address(string address) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));

    [Fact]
    public async Task The_page_of_nothing_says_so_and_helps_on()
    {
        var article = await world.PublishAsync("The river rises");
        using var response = await site.GetAsync("/2026/11/the-dam-of_naryn-12345");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await Site.ParseAsync(response);
        Assert.Equal("the dam of naryn", page.QuerySelector("main form input[name=q]")!.GetAttribute("value"));
        Assert.Equal("/search", page.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Equal(article.Path, page.QuerySelector("main .teaser a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());

        var russian = await Site.ParseAsync(await site.GetAsync("/ru/nothing"));
        Assert.Equal(("ru", "/ru/search"), (russian.DocumentElement.GetAttribute("lang"), russian.QuerySelector("main form")!.GetAttribute("action")));
    }

    [Fact]
    public async Task The_page_of_a_withdrawn_article_gives_the_reason_and_helps_on()
    {
        var other = await world.PublishAsync("A museum opens");
        var article = await world.PublishAsync("The river rises");
        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == article.Id, Stop)).Withdraw("It was another river.", "test", site.Now)));
        using var response = await site.GetAsync(article.Path!);
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        var page = await Site.ParseAsync(response);
        Assert.Contains("It was another river.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("The river rises", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main form input[name=q]"));
        Assert.Equal(other.Path, page.QuerySelector("main .teaser a")!.GetAttribute("href"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
    }

    [Fact]
    public async Task The_archive_begins_and_ends_where_the_articles_do()
    {
        await world.PublishAsync("The oldest", at: new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("The newest");
        foreach (var (address, status) in new[] { ("/archive/2025", HttpStatusCode.OK), ("/archive/2025/01", HttpStatusCode.OK), ("/archive/2026/12", HttpStatusCode.OK),
            ("/archive/2024", HttpStatusCode.NotFound), ("/archive/2027", HttpStatusCode.NotFound), ("/archive/2026/13", HttpStatusCode.NotFound),
            ("/archive/2026/00", HttpStatusCode.NotFound), ("/archive/99999999999", HttpStatusCode.NotFound), ("/archive/2026/11/24", HttpStatusCode.NotFound) })
            Assert.Equal((address, status), (address, await StatusAsync(address)));
        Assert.Equal(["2026", "2025"], (await site.PageAsync("/archive")).QuerySelectorAll("main header nav li").Select(i => i.TextContent));
    }

    [Fact]
    public async Task A_month_begins_at_midnight_in_the_zone_of_the_publication()
    {
        await world.PublishAsync("In October", at: new DateTime(2026, 10, 31, 17, 59, 59, DateTimeKind.Utc));
        await world.PublishAsync("In November", at: new DateTime(2026, 10, 31, 18, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("In the old year", at: new DateTime(2025, 12, 31, 17, 59, 59, DateTimeKind.Utc));
        Assert.Equal(["In October"], await HeadlinesAsync("/archive/2026/10"));
        Assert.Equal(["In November"], await HeadlinesAsync("/archive/2026/11"));
        Assert.Equal(["In November", "In October"], await HeadlinesAsync("/archive/2026"));
        Assert.Equal(["In the old year"], await HeadlinesAsync("/archive/2025"));
    }

    async Task<IEnumerable<string>> HeadlinesAsync(string address) =>
        (await site.PageAsync(address)).QuerySelectorAll(".list h2").Select(h => h.TextContent.Trim());

    [Fact]
    public async Task What_is_sent_to_a_readers_page_is_not_answered_and_not_kept()
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, new Uri("/politics", UriKind.Relative)) { Content = new StringContent("x=1") };
            using var response = await site.Http.SendAsync(request, Stop);
            Assert.Equal((method, HttpStatusCode.MethodNotAllowed), (method, response.StatusCode));
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow);
        }
        Assert.Equal(0, site.Pages.Count);
        await site.PageAsync("/politics");
        Assert.Equal(1, site.Pages.Count);
    }

    /// <summary>"*" is about the server and no address of it, "host:443" about another's.</summary>
    [Theory]
    [InlineData("OPTIONS * HTTP/1.1", "204")]
    [InlineData("CONNECT example.org:443 HTTP/1.1", "405")]
    public async Task What_asks_for_no_address_is_answered_plainly(string question, string status)
    {
        using var line = new Pages.Line(site);
        await line.SendAsync($"{question}\r\nHost: {(question.StartsWith('C') ? "example.org:443" : "localhost")}\r\n\r\n");
        var head = (await line.ReadAsync()).Head;
        Assert.Equal(status, head.Split(' ')[1]);
        Assert.Contains("Allow: GET, HEAD", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Who_watches_may_ask_for_the_head_alone(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
        using var answer = await site.Http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task When_all_else_fails_there_is_a_page_that_says_so_and_is_not_kept()
    {
        await site.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Corrections\" RENAME TO \"Hidden\"", Stop));
        using (var response = await site.GetAsync("/corrections"))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.True(response.Headers.CacheControl!.NoStore);
            var page = await Site.ParseAsync(response);
            Assert.Equal("Something went wrong", page.QuerySelector("h1")!.TextContent);
            Assert.DoesNotContain("Exception", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/politics"));
        await site.ChangeAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Hidden\" RENAME TO \"Corrections\"", Stop));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/corrections"));
    }
}
