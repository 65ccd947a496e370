using System.Net;
using Chapar.Articles;
using Chapar.Staff;
using Chapar.Tests.Rates;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The week's rates as a story, begun in the newsroom. The clock stands on Tuesday, 24 November 2026.</summary>
public class DigestTests
{
    const string Act = "/newsroom?handler=Digest";

    static async Task<RatesSite> StartAsync()
    {
        var rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("13.11.2026", "87,0000"), RatesWorld.Kyrgyz("21.11.2026", "87,5000"));
        return rates;
    }

    [Fact]
    public async Task The_last_whole_week_is_a_draft_of_who_asks_and_asked_again_the_same_one_is_opened()
    {
        await using var rates = await StartAsync();
        using var writer = await rates.Site.SignInAsync(Role.Writer);
        Assert.Equal("This week’s rates as a draft", (await writer.PageAsync("/newsroom")).QuerySelector($"button[formaction='{Act}']")!.TextContent);

        var story = (await writer.PostAsync(Act, ("language", "en"))).Headers.Location!.OriginalString;
        Assert.Equal("Exchange rates of the week, 16 November 2026 to 22 November 2026", (await Story.JsonAsync(await writer.GetAsync($"{story}?handler=State"))).GetProperty("headline").GetString());
        Assert.Equal(story, (await writer.PostAsync(Act, ("language", "en"))).Headers.Location!.OriginalString);
        using var colleague = await rates.Site.SignInAsync(Role.Editor);
        Assert.Equal(story, (await colleague.PostAsync(Act, ("language", "en"))).Headers.Location!.OriginalString);
        var russian = (await colleague.PostAsync(Act, ("language", "ru"))).Headers.Location!.OriginalString;
        Assert.NotEqual(story, russian);
        Assert.Equal([(ArticleStatus.Draft, "en"), (ArticleStatus.Draft, "ru")], await rates.Site.ChangeAsync(async db =>
            (await db.Articles.OrderBy(a => a.Language).ToListAsync(TestContext.Current.CancellationToken)).Select(a => (a.Status, a.Language)).ToList()));
    }

    [Fact]
    public async Task Who_may_not_read_it_is_told_that_a_colleague_has_begun_it()
    {
        await using var rates = await StartAsync();
        using var writer = await rates.Site.SignInAsync(Role.Writer);
        await writer.PostAsync(Act, ("language", "en"));
        using var contributor = await rates.Site.SignInAsync(Role.Contributor);
        Assert.Equal("A colleague has begun the story about this week’s rates.", (await contributor.ReadAsync(await contributor.PostAsync(Act, ("language", "en")))).QuerySelector(".refusals li")!.TextContent);
    }

    [Fact]
    public async Task Without_a_document_of_the_week_there_is_nothing_to_write_of()
    {
        await using var rates = await RatesSite.StartAsync();
        using var writer = await rates.Site.SignInAsync(Role.Writer);
        var refused = await writer.PostAsync(Act, ("language", "en"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith("No bank’s documents of the week from 16 November 2026", (await writer.ReadAsync(refused)).QuerySelector(".refusals li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_box_that_finds_everything_has_it()
    {
        await using var rates = await StartAsync();
        using var writer = await rates.Site.SignInAsync(Role.Writer);
        var form = (await writer.PageAsync("/newsroom/find?q=rates")).QuerySelector($"form[action='{Act}']")!;
        Assert.Equal("This week’s rates as a draft", form.QuerySelector("button")!.TextContent);
    }
}
