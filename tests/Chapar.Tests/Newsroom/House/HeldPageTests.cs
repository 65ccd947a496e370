using System.Net;
using Chapar.Staff;
using Chapar.Tests.Rates;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Newsroom.House;

public class HeldPageTests
{
    [Fact]
    public async Task A_held_rate_is_shown_beside_the_one_readers_see_and_goes_out_or_is_refused_with_a_reason()
    {
        await using var rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbkr", Kyrgyz("26.11.2026", "97,6000"));
        var site = rates.Site;
        using var publisher = await site.SignInAsync(Role.Publisher);
        var page = await publisher.PageAsync("/newsroom/held-rates");
        var card = page.QuerySelector("main section.card")!;
        Assert.Equal("National Bank of the Kyrgyz Republic, 26 November 2026: the whole bulletin", card.QuerySelector("h2")!.TextContent.Trim());
        Assert.Equal(["97,6000 for 1 USD", "87,6000 for 1 USD 25 November 2026", "+11.42%"], card.QuerySelectorAll("dd").Select(dd => string.Join(' ', dd.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))));

        const string Id = "nbkr-2026-11-26-1";
        var bare = await publisher.PostAsync("/newsroom/held-rates?handler=Refuse", ("id", Id), ("reason", " "));
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        Assert.Contains("The reason is missing", (await publisher.ReadAsync(bare)).QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);

        await publisher.PostAsync("/newsroom/held-rates?handler=Accept", ("id", Id));
        Assert.Contains("Nothing waits.", (await publisher.PageAsync("/newsroom/held-rates")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await site.JournalAsync(), line => line.StartsWith($"Publisher 1: RatesPublished: {Id} accepted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_rate_leaves_what_readers_see_and_its_reason_in_the_journal()
    {
        await using var rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbkr", Kyrgyz("26.11.2026", "97,6000"));
        using var publisher = await rates.Site.SignInAsync(Role.Publisher);
        await publisher.PostAsync("/newsroom/held-rates?handler=Refuse", ("id", "nbkr-2026-11-26-1"), ("reason", "A slip of the bank."));
        Assert.Contains("Publisher 1: RatesRefused: nbkr-2026-11-26-1: A slip of the bank.", await rates.Site.JournalAsync());
    }
}
