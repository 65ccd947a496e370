using System.Net;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.House;

public class RedirectsTests
{
    [Fact]
    public async Task A_redirect_is_added_found_and_removed_and_readers_are_led_at_once()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        // As somebody pastes it from the browser: a whole address, in capitals, with a slash at the end.
        await publisher.PostAsync("/newsroom/redirects", ("from", $"{site.Publication.BaseUrl}/Old/Story/"), ("to", "/politics"));
        await publisher.PostAsync("/newsroom/redirects", ("from", "/old/gone"), ("to", ""));
        Assert.Equal(["/old/story → /politics", "/old/gone 410"], await FilingPagesTests.LeadAsync(site, "/old/story", "/old/gone"));
        Assert.Single((await publisher.PageAsync("/newsroom/redirects?q=STORY")).QuerySelectorAll(".table.rows li"));

        await publisher.PostAsync("/newsroom/redirects?handler=Remove", ("from", "/old/story"));
        Assert.Equal(["/old/story 404"], await FilingPagesTests.LeadAsync(site, "/old/story"));
        Assert.Equal(["RedirectAdded: /old/story → /politics", "RedirectAdded: /old/gone → 410", "RedirectRemoved: /old/story → /politics"],
            (await site.JournalAsync()).Where(l => l.Contains("Redirect", StringComparison.Ordinal)).Select(l => l["Publisher 1: ".Length..]));
    }

    [Theory]
    [InlineData("old", "/politics", "begins with a slash")]
    [InlineData("/politics", "/culture", "At /politics stands something: a section.")]
    [InlineData("/ru/topics/water", "/culture", "At /ru/topics/water stands something: a topic.")]
    [InlineData("/newsroom/x", "/culture", "a page of the site itself")]
    [InlineData("/2026/11/the-bridge-opens", "/culture", "a story")]
    [InlineData("/a", "/a", "go round in a circle")]
    [InlineData("/c", "/a", "/a leads back to /c")]
    [InlineData("/x", "/nothing/here", "Nothing stands at /nothing/here")]
    [InlineData("/x", "https://example.org/elsewhere", "The new address is none of ours")]
    public async Task A_redirect_that_would_hide_something_or_lead_nowhere_or_in_a_circle_is_refused(string from, string to, string said)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The bridge opens");
        await site.ChangeAsync(db =>
        {
            db.AddRange(new Redirect("/a", "/b", "test"), new Redirect("/b", "/c", "test"));
            return Task.CompletedTask;
        });
        using var publisher = await site.SignInAsync(Role.Publisher);
        var response = await publisher.PostAsync("/newsroom/redirects", ("from", from), ("to", to));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await publisher.ReadAsync(response);
        Assert.Contains(said, page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(from, page.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Equal(2, await site.ChangeAsync(db => db.Redirects.CountAsync()));
    }
}
