using Chapar.Database;
using Chapar.Rates;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

/// <summary>A move that is too large to be believed at once: real ones must not keep out what follows them, slips must not be shown.</summary>
public class JumpTests
{
    const string Noon = "2026-05-20T06:00";

    [Theory]
    // It stayed, moved on, and came back by half, as on 26 February 2022.
    [InlineData(4, 0, "84.8000 84.8000 94.7626 94.9000")]
    [InlineData(4, 0, "84.8000 94.7626 94.7626 89.1007")]
    // It came back: a slip, printed once or copied over a weekend.
    [InlineData(2, 1, "84.8000 94.7626 84.8000")]
    [InlineData(2, 3, "84.8000 94.7626 94.7626 94.7626 84.9000")]
    [InlineData(2, 1, "84.8000 93.4500 84.8000")]
    // Copies are no second word, and nothing after it says nothing.
    [InlineData(1, 3, "84.8000 94.7626 94.7626 94.7626")]
    // A value that stands for a week is none.
    [InlineData(9, 0, "84.8000 94.7626 94.7626 94.7626 94.7626 94.7626 94.7626 94.7626 94.7626")]
    // Half of its worth in a day (the sum in 2017) can be; a nominal that was lost cannot.
    [InlineData(3, 0, "4210.3500 8100.0000 8080.0000")]
    [InlineData(1, 2, "87.0000 870.0000 871.0000")]
    public async Task A_jump_in_a_history_is_believed_when_the_rate_did_not_come_back(int loaded, int held, string values)
    {
        await using RatesWorld world = await OpenAsync();
        string[] lines = [.. values.Split(' ').Select((value, i) => $"{new DateOnly(2026, 2, 1).AddDays(i):yyyy-MM-dd},{value}")];
        RateLoadReport whole = await world.LoadAsync("nbkr", Noon, $"date,USD\n{string.Join('\n', lines)}\n");
        Assert.Equal((loaded, held), (whole.Loaded, whole.Held));
    }

    [Fact]
    public async Task Day_by_day_a_devaluation_is_believed_with_the_next_setting_and_all_that_follows_is_shown()
    {
        await using RatesWorld world = await OpenAsync();
        RateLoadReport[] days =
        [
            await world.LoadAsync("nbkr", Noon, Kyrgyz("04.09.2017", "68,8000")),
            await world.LoadAsync("nbkr", Noon, Kyrgyz("05.09.2017", "108,1000")),
            await world.LoadAsync("nbkr", Noon, Kyrgyz("06.09.2017", "108,1000")),
            await world.LoadAsync("nbkr", Noon, Kyrgyz("07.09.2017", "107,9000")),
            await world.LoadAsync("nbkr", Noon, Kyrgyz("08.09.2017", "107,8000")),
        ];
        Assert.Equal([(1, 0, 0), (0, 1, 0), (0, 1, 0), (1, 0, 2), (1, 0, 0)], days.Select(d => (d.Loaded, d.Held, d.Released)));
        Assert.Equal("68,8000 108,1000 108,1000 107,9000 107,8000", await ShownAsync(world, "USD", 2017));
    }

    [Fact]
    public async Task Over_a_hole_of_years_too()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("04.09.2013", "48,8000"), Kyrgyz("04.09.2017", "108,1000"), Kyrgyz("05.09.2017", "108,2000"), Kyrgyz("06.09.2017", "108,1000"));
        Assert.Equal("108,1000 108,2000 108,1000", await ShownAsync(world, "USD", 2017));
    }

    [Fact]
    public async Task Day_by_day_a_slip_stays_held_and_keeps_nothing_else_out()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("14.05.2026", "87,4000"), Kyrgyz("15.05.2026", "78,4100"), Kyrgyz("16.05.2026", "78,4100"), Kyrgyz("17.05.2026", "78,4100"),
            Kyrgyz("19.05.2026", "87,4100"), Kyrgyz("20.05.2026", "87,4200"));
        Assert.Equal("87,4000 87,4100 87,4200", await ShownAsync(world, "USD", 2026));
        await using NewsDb db = world.Db();
        Assert.Equal(["nbkr-2026-05-15-1", "nbkr-2026-05-16-1", "nbkr-2026-05-17-1"], (await HeldRates.ListAsync(db, TestContext.Current.CancellationToken)).Select(h => h.Id));
    }

    [Fact]
    public async Task A_slip_in_one_row_is_held_on_its_copies_too_and_a_true_move_of_it_is_released()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("14.05.2026", "87,4000", "100,0000"), Kyrgyz("15.05.2026", "87,4000", "10,0100"), Kyrgyz("16.05.2026", "87,4000", "10,0100"),
            Kyrgyz("19.05.2026", "87,4000", "100,0200"));
        Assert.Equal("100,0000 100,0200", await ShownAsync(world, "EUR", 2026));

        await world.LoadAsync("nbkr", "2026-05-22T06:00", Kyrgyz("20.05.2026", "87,4000", "120,0000"), Kyrgyz("21.05.2026", "87,4000", "120,0000"), Kyrgyz("22.05.2026", "87,4000", "121,0000"));
        Assert.Equal("100,0000 100,0200 120,0000 120,0000 121,0000", await ShownAsync(world, "EUR", 2026));
    }

    [Fact]
    public async Task What_somebody_has_refused_is_not_believed_by_what_follows()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("18.05.2026", "87,4000"), Kyrgyz("19.05.2026", "97,4000"));
        await using (NewsDb db = world.Db())
            Assert.Null(await HeldRates.RefuseAsync(db, "nbkr-2026-05-19-1", "the bank's slip", "aigul", Utc(Noon), TestContext.Current.CancellationToken));
        await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "97,5000"));
        Assert.Equal("87,4000", await ShownAsync(world, "USD", 2026));
    }

    static async Task<string> ShownAsync(RatesWorld world, string currency, int year)
    {
        await using NewsDb db = world.Db();
        RateSeries series = await RateHistory.ReadAsync(db, RateSources.Of("nbkr"), currency, new(year, 1, 1), new(year, 12, 31), TestContext.Current.CancellationToken);
        return string.Join(' ', series.Points.Select(p => p.Published));
    }
}
