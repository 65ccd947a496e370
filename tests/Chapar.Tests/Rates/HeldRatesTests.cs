using Chapar.Database;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class HeldRatesTests
{
    const string Noon = "2026-05-20T06:00";

    static async Task<IReadOnlyList<HeldRate>> ListAsync(RatesWorld world)
    {
        await using NewsDb db = world.Db();
        return await HeldRates.ListAsync(db, TestContext.Current.CancellationToken);
    }

    static async Task<string?> AcceptAsync(RatesWorld world, string id)
    {
        await using NewsDb db = world.Db();
        return await HeldRates.AcceptAsync(db, id, "aigul", Utc(Noon), TestContext.Current.CancellationToken);
    }

    static async Task<string?> RefuseAsync(RatesWorld world, string id, string reason)
    {
        await using NewsDb db = world.Db();
        return await HeldRates.RefuseAsync(db, id, reason, "aigul", Utc(Noon), TestContext.Current.CancellationToken);
    }

    static async Task<string[]> JournalAsync(RatesWorld world)
    {
        await using NewsDb db = world.Db();
        return [.. (await db.Journal.OrderBy(l => l.Id).ToListAsync(TestContext.Current.CancellationToken)).Select(l => $"{l.By} {l.What}")];
    }

    static async Task<RatesWorld> JumpedAsync()
    {
        RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("19.05.2026", "87,4000"), Kyrgyz("20.05.2026", "97,4000"));
        return world;
    }

    [Fact]
    public async Task What_is_held_waits_with_both_values_and_its_reason()
    {
        await using RatesWorld world = await JumpedAsync();
        HeldRate held = Assert.Single(await ListAsync(world));
        Assert.Equal(("nbkr-2026-05-20-1", "nbkr", true, "USD"), (held.Id, held.Source.Key, held.IsWholeBulletin, held.Currency));
        Assert.Equal(("87,4000", new DateOnly(2026, 5, 19), "97,4000", new DateOnly(2026, 5, 20)),
            (held.Before!.Published, held.Before.EffectiveOn, held.Held!.Published, held.Held.EffectiveOn));
        Assert.Contains("+11.4 %", held.Why(Chapar.Text.Words.In("en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_bulletin_is_shown_everywhere_at_once_and_its_acceptance_is_in_the_journal()
    {
        await using RatesWorld world = await JumpedAsync();
        await using NewsDb db = world.Db();
        long turn = db.Editions.Turn;
        Assert.Null(await AcceptAsync(world, "NBKR-2026-05-20-1"));
        Assert.False(db.Editions.AreUnchangedSince(turn, [EditionNames.Rates]));
        Assert.Equal("97,4000", (await world.TickerAsync("KGS", Noon)).Published);
        Assert.Equal("97,4000", (await RateHistory.ReadAsync(db, RateSources.Of("nbkr"), "USD", new(2026, 5, 1), new(2026, 5, 31), TestContext.Current.CancellationToken)).Latest!.Published);
        Assert.Empty(await ListAsync(world));
        Assert.Equal("aigul RatesPublished: nbkr-2026-05-20-1 accepted: the whole bulletin", (await JournalAsync(world))[^1]);
        Assert.Contains("Nothing that waits is called nbkr-2026-05-20-1", await AcceptAsync(world, "nbkr-2026-05-20-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_bulletin_stays_in_the_archive_and_out_of_sight_also_when_it_comes_again()
    {
        await using RatesWorld world = await JumpedAsync();
        Assert.Contains("needs a reason", await RefuseAsync(world, "nbkr-2026-05-20-1", " "), StringComparison.Ordinal);
        Assert.Null(await RefuseAsync(world, "nbkr-2026-05-20-1", "a slip of the bank"));
        Assert.Empty(await ListAsync(world));
        Assert.Equal(1, (await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "97,4000"))).Unchanged);
        Assert.Equal(0, (await world.LoadFilesAsync("nbkr", Noon, releaseHeld: true, world.File(Kyrgyz("20.05.2026", "97,4000")))).Released);
        Assert.Equal("87,4000", (await world.TickerAsync("KGS", Noon)).Published);
        Assert.Equal("aigul RatesRefused: nbkr-2026-05-20-1: a slip of the bank", (await JournalAsync(world))[^1]);
        await using NewsDb db = world.Db();
        Assert.Equal("aigul, 2026-05-20 06:00: a slip of the bank", (await db.Bulletins.SingleAsync(b => b.HeldReason != null, TestContext.Current.CancellationToken)).RefusedReason);
    }

    [Fact]
    public async Task What_the_bank_has_put_right_itself_waits_no_longer()
    {
        await using RatesWorld world = await JumpedAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "87,9000"));
        Assert.Empty(await ListAsync(world));
        Assert.False((await world.TickerAsync("KGS", Noon)).IsCorrected); // readers never saw the other
    }

    [Fact]
    public async Task A_single_row_is_accepted_or_refused_for_itself()
    {
        await using RatesWorld world = await OpenAsync();
        const string day = """[{"Ccy":"USD","Nominal":"1","Rate":"12150.00","Date":"20.05.2026"},{"Ccy":"TMT","Nominal":"1","Rate":"4030.00","Date":"20.05.2026"}]""";
        await world.LoadAsync("cbu", Noon, day);
        await world.LoadAsync("cbu", Noon, day.Replace("20.05", "21.05", StringComparison.Ordinal));
        IReadOnlyList<HeldRate> held = await ListAsync(world);
        Assert.Equal(["cbu-2026-05-20-1-TMT", "cbu-2026-05-21-1-TMT"], held.Select(h => h.Id));
        Assert.Null(await AcceptAsync(world, held[0].Id));
        Assert.Null(await RefuseAsync(world, held[1].Id, "the peg stands"));
        Assert.Empty(await ListAsync(world));
        await using NewsDb db = world.Db();
        RateSeries manat = await RateHistory.ReadAsync(db, RateSources.Of("cbu"), "TMT", new(2026, 5, 1), new(2026, 5, 31), TestContext.Current.CancellationToken);
        Assert.Equal(("4030.00", new DateOnly(2026, 5, 20)), (manat.Latest!.Published, manat.Latest.EffectiveOn));
    }

    [Fact]
    public async Task A_jump_is_believed_when_a_second_bank_agrees()
    {
        await using RatesWorld world = await OpenAsync();
        // 97.4000 som for a dollar is 118.93 som for 100 roubles at 81.90; Moscow says 84.10 roubles for 100 som, which is within two in a hundred.
        await world.LoadAsync("cbr", Noon, SmallDocuments.CbrDay.Replace("18.03.2026", "20.05.2026", StringComparison.Ordinal).Replace("</ValCurs>",
            "<Valute ID=\"R01370\"><CharCode>KGS</CharCode><Nominal>100</Nominal><Name>Сомов</Name><Value>84,1000</Value></Valute></ValCurs>", StringComparison.Ordinal));
        RateLoadReport report = await world.LoadAsync("nbkr", Noon, Kyrgyz("19.05.2026", "87,4000"), Kyrgyz("20.05.2026", "97,4000"));
        Assert.Equal((2, 0), (report.Loaded, report.Held));
        // Nobody else has seen this one.
        Assert.Equal(1, (await world.LoadAsync("nbkr", Noon, Kyrgyz("21.05.2026", "107,9000"))).Held);
    }
}
