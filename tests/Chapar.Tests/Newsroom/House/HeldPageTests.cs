using System.Net;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Staff;
using Chapar.Tests.Rates;
using Microsoft.EntityFrameworkCore;
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
    public async Task Why_a_rate_is_held_is_said_in_the_language_of_who_reads_and_what_was_stored_in_words_before_as_it_stands()
    {
        await using var rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbkr", Kyrgyz("26.11.2026", "97,6000"));
        using var publisher = await rates.Site.SignInAsync(Role.Publisher);
        using var russian = await rates.Site.SignInAsync(Role.Publisher, "ru");
        Assert.Contains("it is for 2026-11-26, and by 2026-11-24 the bank sets none later than ", await WhyAsync(publisher), StringComparison.Ordinal);
        Assert.Contains("он на 2026-11-26, а к 2026-11-24 банк не устанавливает курсы позже чем на ", await WhyAsync(russian), StringComparison.Ordinal);

        await rates.Site.ChangeAsync(db => db.Bulletins.Where(b => b.HeldReason != null)
            .ExecuteUpdateAsync(b => b.SetProperty(x => x.HeldReason, "USD went up by much"), TestContext.Current.CancellationToken));
        Assert.Contains("USD went up by much", await WhyAsync(russian), StringComparison.Ordinal);

        static async Task<string> WhyAsync(Staffer who) => (await who.PageAsync("/newsroom/held-rates")).QuerySelector("main section.card")!.TextContent;
    }

    [Theory]
    [InlineData(FetchOutcome.NoPublication, "no publication")]
    [InlineData(FetchOutcome.WrongDocument, "wrong document")]
    [InlineData(FetchOutcome.TransportFailure, "transport failure")]
    public async Task The_desk_says_how_each_bank_stands_and_which_of_the_three_ways_of_having_nothing_it_was(FetchOutcome outcome, string words)
    {
        await using var rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadAsync("nbk", SmallDocuments.NbkDay.Replace("02.04.2026", "10.11.2026", StringComparison.Ordinal));
        await rates.Site.ChangeAsync(db => db.NoteAsync(RateSources.Of("nbk"), state => state.Note(new(outcome, "nbk: what came"), rates.Site.Now), TestContext.Current.CancellationToken));
        using var publisher = await rates.Site.SignInAsync(Role.Publisher);
        var page = await publisher.PageAsync("/newsroom/held-rates");
        Assert.Equal(["National Bank of the Kyrgyz Republic", "up to date", "25 November 2026", "–", "not asked yet"], Cells("nbkr"));
        Assert.Equal(["National Bank of Kazakhstan", outcome.IsFailure() ? "late: the bank’s documents cannot be read" : "late: nothing newer has been received", "10 November 2026"], Cells("nbk")[..3]);
        Assert.Equal($"{words} nbk: what came", Cells("nbk")[4]);

        string[] Cells(string bank) => [.. page.QuerySelectorAll($"#bank-{bank} > *").Select(cell => string.Join(' ', cell.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))];
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
