using Chapar.Database;
using Chapar.Rates;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class RateHistoryTests
{
    const string Noon = "2026-05-26T06:00";

    static DateOnly May(int day) => new(2026, 5, day);

    static async Task<RateSeries> ReadAsync(RatesWorld world, string source, string currency, DateOnly from, DateOnly to)
    {
        await using NewsDb db = world.Db();
        return await RateHistory.ReadAsync(db, RateSources.Of(source), currency, from, to, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_history_has_a_point_for_each_day_the_bank_set_and_none_between()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("19.05.2026", "87,0000"), Kyrgyz("21.05.2026", "88,0000"), Kyrgyz("22.05.2026", "88,0000"), Kyrgyz("25.05.2026", "86,0000"));
        RateSeries series = await ReadAsync(world, "nbkr", "USD", May(20), May(26));
        Assert.Equal([(May(21), "88,0000"), (May(22), "88,0000"), (May(25), "86,0000")], series.Points.Select(p => (p.EffectiveOn, p.Published)));
        Assert.Equal(May(19), series.Opening!.EffectiveOn);
        Assert.Equal([null, "87,0000", "88,0000", "88,0000", "86,0000", null],
            ((int[])[19, 20, 21, 24, 25, 27]).Select(d => series.InForceOn(May(d))?.Published));
    }

    [Fact]
    public async Task A_correction_is_one_point_that_says_so()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "87,0000"), Kyrgyz("20.05.2026", "87,0100"));
        RatePoint point = Assert.Single((await ReadAsync(world, "nbkr", "USD", May(1), May(31))).Points);
        Assert.Equal(("87,0100", true), (point.Published, point.IsCorrected));
    }

    [Fact]
    public async Task Weekly_and_daily_values_of_a_currency_are_one_history()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, SmallDocuments.NbkrWeekly, Kyrgyz("24.05.2026", "87,0000").Replace("EUR", "UZS", StringComparison.Ordinal).Replace("100,0000", "0,0073", StringComparison.Ordinal));
        Assert.Equal([(May(23), 10), (May(24), 1)], (await ReadAsync(world, "nbkr", "UZS", May(1), May(31))).Points.Select(p => (p.EffectiveOn, p.Nominal)));
    }

    [Fact]
    public async Task The_fixed_manat_has_a_history_without_a_document_and_nothing_else_has()
    {
        await using RatesWorld world = await OpenAsync();
        RateSeries manat = await ReadAsync(world, "cbt", "USD", May(1), May(31)), som = await ReadAsync(world, "nbkr", "USD", May(1), May(31));
        Assert.Empty(manat.Points);
        Assert.Equal("3.5", manat.Latest!.Published);
        Assert.Equal((null, null), (som.Latest, som.InForceOn(May(5))));
        Assert.Null((await ReadAsync(world, "cbt", "USD", new(2014, 1, 1), new(2014, 12, 31))).Latest);
        // Nothing is said of the days before it was fixed, and the first document of a folder is no beginning.
        Assert.Equal((null, new DateOnly(2015, 1, 1)), await BeginAsync());
        await world.LoadAsync("cbt", Noon, SmallDocuments.CbtDay);
        Assert.Equal((null, new DateOnly(2015, 1, 1)), await BeginAsync());

        async Task<(RatePoint?, DateOnly)> BeginAsync() => await ReadAsync(world, "cbt", "USD", new(1991, 1, 1), May(31)) is var whole ? (whole.Opening, whole.Points[0].EffectiveOn) : default;
    }
}
