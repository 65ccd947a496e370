using System.Net;
using Chapar.Articles;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

/// <summary>How long a browser may remember where an address leads: what an editor can undo is asked for each time.</summary>
public sealed class LeadingTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // Caches outside may keep pages a minute, and be told to forget them; nobody could tell them of a redirect.
        site = await Site.StartAsync([new("pages:sharedCacheSeconds", "60")]);
        world = await World.MakeAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    async Task<(HttpStatusCode Status, string? To, string? Caching)> AskAsync(string address)
    {
        using var answer = await site.GetAsync(address);
        return (answer.StatusCode, answer.Headers.Location?.OriginalString, answer.Headers.CacheControl?.ToString());
    }

    Task LeaveAsync(string from, string to, string reason = "test") => site.ChangeAsync(db => Task.FromResult(db.Redirects.Add(new Redirect(from, to, reason))));

    const string EachTime = "public, must-revalidate, max-age=0";

    [Theory]
    [InlineData("/news/11-river", "/2026/11/the-river-rises")]
    [InlineData("/News/11-River/", "/2026/11/the-river-rises")]
    [InlineData("/?p=11", "/2026/11/the-river-rises")]
    [InlineData("/?page_id=11", "/2026/11/the-river-rises")]
    [InlineData("/text/news/11-river", "/text/2026/11/the-river-rises")]
    [InlineData("/2026/11/the-river-rises/amp", "/2026/11/the-river-rises")]
    [InlineData("/old-list/feed.xml", "/politics/feed.xml")]
    [InlineData("/politics?p=12", "/politics")]
    [InlineData("/wp-content/uploads/2024/river-300x200.jpg", "/media/0123456789ab-77/w480.jpg")]
    public async Task Where_data_lead_is_asked_for_each_time(string old, string to)
    {
        await world.PublishAsync("The river rises");
        await LeaveAsync("/news/11-river", "/2026/11/the-river-rises");
        await LeaveAsync("/?p=11", "/2026/11/the-river-rises");
        await LeaveAsync("/old-list", "/politics");
        await LeaveAsync("/wp-content/uploads/2024/river.jpg", "/media/0123456789ab-77/w480.jpg");
        Assert.Equal((HttpStatusCode.MovedPermanently, to, EachTime), await AskAsync(old));
    }

    [Theory]
    [InlineData("/politics/", "/politics")]
    [InlineData("/Politics?utm_source=x", "/politics")]
    [InlineData("/en/politics", "/politics")]
    [InlineData("/text/", "/text")]
    [InlineData("/text/feed.xml", "/feed.xml")]
    [InlineData("/?s=river", "/search?q=river")]
    public async Task Where_the_way_of_writing_leads_may_be_remembered(string way, string to) =>
        Assert.Equal((HttpStatusCode.MovedPermanently, to, "public, max-age=300"), await AskAsync(way));

    [Fact]
    public async Task A_rename_that_is_undone_leads_nobody_in_a_circle()
    {
        await Addressed("/politics", "/news");
        await site.ChangeAsync(async db => (await db.Sections.SingleAsync(s => s.Slug == "politics", Stop)).MoveTo("news", "test", site.Now));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/news", EachTime), await AskAsync("/politics"));
        await site.ChangeAsync(async db => (await db.Sections.SingleAsync(s => s.Slug == "news", Stop)).MoveTo("politics", "test", site.Now));
        await Addressed("/news", "/politics");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/politics", EachTime), await AskAsync("/news"));
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/politics")).Status);

        Task Addressed(string from, string to) => site.ChangeAsync(db => Addresses.MoveAsync(db, from, to, ["", "/ru"], "test", Stop));
    }

    [Theory]
    [InlineData("/2026/11/never-was", HttpStatusCode.NotFound)]
    [InlineData("/never.json", HttpStatusCode.NotFound)]
    [InlineData("/ru/next-page.json", HttpStatusCode.NotFound)]
    [InlineData("/media/files/0123456789ab/never.pdf", HttpStatusCode.NotFound)]
    [InlineData("/archive/2026/7", HttpStatusCode.MovedPermanently)]
    [InlineData("/search/feed.xml", HttpStatusCode.MovedPermanently)]
    [InlineData("/reader.0123456789ab.css", HttpStatusCode.Redirect)]
    public async Task What_is_not_there_or_leads_on_says_that_it_is_not_to_be_remembered(string address, HttpStatusCode status)
    {
        await world.PublishAsync("The oldest", at: new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc));
        var answer = await AskAsync(address);
        Assert.Equal((status, "no-cache"), (answer.Status, answer.Caching));
    }
}
