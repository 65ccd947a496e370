using System.Text.Json;
using Chapar.Database;
using Chapar.Rates;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class RateTickerTests
{
    [Fact]
    public async Task A_weekend_copy_is_no_bulletin_of_its_own()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-25T06:00",
            Kyrgyz("22.05.2026", "87,0000"), Kyrgyz("23.05.2026", "87,4500"), Kyrgyz("24.05.2026", "87,4500"), Kyrgyz("25.05.2026", "87,4500"));
        TickerItem monday = await world.TickerAsync("KGS", "2026-05-25T06:00");
        Assert.Equal("+0,4500", monday.Change!.AbsoluteText("ru"));
        Assert.Equal("+0,52\u00A0%", monday.Change.PercentText("ru"));
        Assert.Equal(("rate-up", RateStatus.Fresh), (monday.MovementKey, monday.Status));
        Assert.Equal(new DateOnly(2026, 5, 25), monday.EffectiveOn);
    }

    [Fact]
    public async Task A_dollar_that_stood_still_while_the_euro_moved_is_unchanged()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-20T06:00",
            Kyrgyz("18.05.2026", "87,0000", "100,0000"), Kyrgyz("19.05.2026", "87,4500", "100,0000"), Kyrgyz("20.05.2026", "87,4500", "101,0000"));
        TickerItem item = await world.TickerAsync("KGS", "2026-05-20T06:00");
        Assert.Equal("rate-unchanged", item.MovementKey);
        Assert.Equal(("", ""), (item.Change!.AbsoluteText("en"), item.Change.PercentText("en")));
    }

    [Fact]
    public async Task Another_shape_of_the_document_is_no_other_bulletin()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-24T06:00", "date,USD\n2026-05-22,87.0000\n2026-05-23,87.4500\n", Kyrgyz("24.05.2026", "87,4500"));
        Assert.Equal("+0.4500", (await world.TickerAsync("KGS", "2026-05-24T06:00")).Change!.AbsoluteText("en"));
    }

    [Fact]
    public async Task Tomorrows_rate_waits_for_midnight_at_the_bank()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-20T12:00", Kyrgyz("20.05.2026", "87,4000"), Kyrgyz("21.05.2026", "87,9000"));
        TickerItem evening = await world.TickerAsync("KGS", "2026-05-20T17:59");
        Assert.Equal(("87,4000", "87,9000"), (evening.Published, evening.Next?.Published));
        TickerItem night = await world.TickerAsync("KGS", "2026-05-20T18:00");
        Assert.Equal(("87,9000", null), (night.Published, night.Next));
    }

    [Fact]
    public async Task New_rates_are_seen_at_once()
    {
        await using RatesWorld world = await OpenAsync();
        Assert.Equal(RateStatus.Missing, (await world.TickerAsync("KGS", "2026-05-20T06:00")).Status);
        await world.LoadAsync("nbkr", "2026-05-20T06:00", Kyrgyz("20.05.2026", "87,4000"));
        Assert.Equal("87,4000", (await world.TickerAsync("KGS", "2026-05-20T06:00")).Published);
    }

    [Fact]
    public async Task The_manat_is_fixed_with_a_document_and_without()
    {
        await using RatesWorld world = await OpenAsync();
        TickerItem peg = await world.TickerAsync("TMT", "2026-05-20T06:00");
        Assert.Equal(("3.5", RateStatus.Fixed, new DateOnly(2015, 1, 1), "rate-fixed"), (peg.Published!, peg.Status, peg.EffectiveOn!.Value, peg.MovementKey));
        await world.LoadAsync("cbt", "2026-05-20T06:00", SmallDocuments.CbtDay);
        peg = await world.TickerAsync("TMT", "2026-11-24T06:00");
        Assert.Equal((RateStatus.Fixed, new DateOnly(2026, 5, 20)), (peg.Status, peg.EffectiveOn!.Value));
        Assert.Null(peg.Change);
    }

    [Fact]
    public async Task Old_rates_are_said_to_be_late()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbk", "2026-04-02T06:00", SmallDocuments.NbkDay);
        TickerItem item = await world.TickerAsync("KZT", "2026-11-24T06:00");
        Assert.Equal((RateStatus.Late, "rate-first", "474,2"), (item.Status, item.MovementKey, item.Value("kk")));
    }

    [Fact]
    public async Task The_table_has_every_source_and_its_main_currencies_in_order()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-24T06:00", SmallDocuments.NbkrDaily, SmallDocuments.NbkrWeekly);
        await world.LoadAsync("ecb", "2026-05-24T06:00", SmallDocuments.EcbDay);
        RatesTable table = await world.TableAsync("2026-05-24T06:00");
        Assert.Equal(["nbkr", "nbk", "nbt", "cbu", "cbt", "cbr", "ecb"], table.Sources.Select(s => s.Source.Key));
        Assert.Equal(["USD", "EUR", "UZS"], table.Sources[0].Rates.Select(r => r.Currency));
        Assert.Equal(new DateOnly(2026, 5, 23), table.Sources[0].Rates[2].EffectiveOn);
        Assert.Equal(RateStatus.Missing, table.Sources[1].Status);
        Assert.Equal(("USD", true), (table.Sources[4].Rates.Single().Currency, table.Sources[4].Rates.Single().IsFixed));
        Assert.Equal(RateStatus.Late, table.Sources[6].Status);
    }

    [Fact]
    public async Task What_is_shown_is_said_to_people_and_to_machines()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("cbu", "2026-04-01T06:00", SmallDocuments.CbuDay);
        await world.LoadAsync("cbu", "2026-04-02T06:00", SmallDocuments.CbuDay.Replace("01.04.2026", "02.04.2026", StringComparison.Ordinal).Replace("12150.20", "12142.10", StringComparison.Ordinal));
        await using NewsDb db = world.Db();
        StringWriter people = new(), machines = new();
        await RateShowing.ShowAsync(db, Utc("2026-11-24T06:00"), people, asJson: false, TestContext.Current.CancellationToken);
        await RateShowing.ShowAsync(db, Utc("2026-11-24T06:00"), machines, asJson: true, TestContext.Current.CancellationToken);
        Assert.Contains("USD/UZS  12,142.10  \u22128.10 (\u22120.07%), valid for 02.04.2026, late  (Central Bank of the Republic of Uzbekistan)", people.ToString(), StringComparison.Ordinal);
        Assert.Contains("USD/KGS  nothing loaded yet", people.ToString(), StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(machines.ToString());
        JsonElement item = json.RootElement.GetProperty("items").EnumerateArray().Single(i => i.GetProperty("pair").GetString() == "USD/UZS");
        Assert.Equal(("12142.10", "-8.10", "-0.07", "down", "2026-04-02", "late"), (Text("rate"), Text("change"), Text("changePercent"), Text("movement"), Text("effective"), Text("status")));

        string? Text(string name) => item.GetProperty(name).GetString();
    }
}
