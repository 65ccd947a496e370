using Chapar.Database;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class RateLoadingTests
{
    const string Noon = "2026-05-20T06:00";

    [Fact]
    public async Task Loading_the_same_files_twice_changes_nothing()
    {
        await using RatesWorld world = await OpenAsync();
        string[] files = [world.File(Kyrgyz("19.05.2026", "87,4000")), world.File(Kyrgyz("20.05.2026", "87,5000"))];
        RateLoadReport first = await world.LoadFilesAsync("nbkr", Noon, false, files), second = await world.LoadFilesAsync("nbkr", Noon, false, files);
        Assert.Equal((2, 0), (first.Loaded, first.Unchanged));
        Assert.Equal((0, 2), (second.Loaded, second.Unchanged));
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        await using NewsDb db = world.Db();
        Assert.Equal(2, await db.Bulletins.CountAsync(TestContext.Current.CancellationToken));
        Assert.Equal(2, await db.RateDocuments.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_restatement_is_a_new_revision_and_the_old_one_is_kept()
    {
        await using RatesWorld world = await OpenAsync();
        string first = world.File(Kyrgyz("20.05.2026", "87,4000")), second = world.File(Kyrgyz("20.05.2026", "87,4100"));
        await world.LoadFilesAsync("nbkr", Noon, false, first);
        RateLoadReport report = await world.LoadFilesAsync("nbkr", Noon, false, second);
        Assert.Equal(1, report.Restated);
        TickerItem item = await world.TickerAsync("KGS", Noon);
        Assert.Equal("87,4100", item.Published);
        Assert.True(item.IsCorrected);

        // The first document again is old news, not a restatement of the restatement.
        Assert.Equal(1, (await world.LoadFilesAsync("nbkr", Noon, false, first, second)).Unchanged - 1);
        await using NewsDb db = world.Db();
        List<Bulletin> revisions = await db.Bulletins.OrderBy(b => b.Revision).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(1, false, "87,4000"), (2, true, "87,4100")], revisions.Select(b => (b.Revision, b.IsCurrent, b.Of("USD")!.Published)));
    }

    [Fact]
    public async Task The_bytes_of_every_document_are_kept()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("cbr", Noon, SmallDocuments.CbrDay);
        await using NewsDb db = world.Db();
        RateDocument document = await db.RateDocuments.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(SmallDocuments.Bytes(SmallDocuments.CbrDay), document.Raw());
        Assert.Equal(RateDocument.DigestOf(document.Raw()), document.Digest);
        Assert.Equal(5.88139E-05m, (await db.Bulletins.SingleAsync(TestContext.Current.CancellationToken)).Of("IRR")!.UnitValue);
    }

    [Fact]
    public async Task A_jump_is_held_until_somebody_has_looked_at_it()
    {
        await using RatesWorld world = await OpenAsync();
        string jump = world.File(Kyrgyz("20.05.2026", "97,4000"));
        await world.LoadAsync("nbkr", Noon, Kyrgyz("19.05.2026", "87,4000"));
        RateLoadReport report = await world.LoadFilesAsync("nbkr", Noon, false, jump);
        Assert.Equal((1, 0), (report.Held, report.ExitCode));
        Assert.Contains("87,4000 for 1 to 97,4000 for 1, +11.4 %", report.Doubts.Single(), StringComparison.Ordinal);
        Assert.Equal("87,4000", (await world.TickerAsync("KGS", Noon)).Published);
        Assert.Equal(1, (await world.LoadFilesAsync("nbkr", Noon, false, jump)).Unchanged);

        Assert.Equal(1, (await world.LoadFilesAsync("nbkr", Noon, releaseHeld: true, jump)).Released);
        Assert.Equal("97,4000", (await world.TickerAsync("KGS", Noon)).Published);
    }

    [Fact]
    public async Task A_doubtful_row_is_held_and_the_rest_of_its_bulletin_shown()
    {
        await using RatesWorld world = await OpenAsync();
        RateLoadReport report = await world.LoadAsync("cbu", Noon, """
            [{"Ccy":"USD","Nominal":"1","Rate":"12150.00","Date":"20.05.2026"},{"Ccy":"TMT","Nominal":"1","Rate":"4030.00","Date":"20.05.2026"}]
            """);
        Assert.Equal(1, report.Loaded);
        Assert.Contains("a dollar 3.01 manat", report.Doubts.Single(), StringComparison.Ordinal);
        // The next day's is a move of -14 %, and agrees with the peg.
        Assert.Empty((await world.LoadAsync("cbu", "2026-05-21T06:00", """
            [{"Ccy":"USD","Nominal":"1","Rate":"12150.00","Date":"21.05.2026"},{"Ccy":"TMT","Nominal":"1","Rate":"3470.00","Date":"21.05.2026"}]
            """)).Doubts);
        SourceRates table = (await world.TableAsync("2026-05-20T06:00")).Sources.Single(s => s.Source.Key == "cbu");
        Assert.Equal(["USD"], table.Rates.Select(r => r.Currency));
        table = (await world.TableAsync("2026-05-21T06:00")).Sources.Single(s => s.Source.Key == "cbu");
        Assert.Equal([("USD", Movement.Unchanged), ("TMT", null)], table.Rates.Select(r => (r.Currency, r.Change?.Movement)));
    }

    // The 20th is a Wednesday, the 22nd a Friday; 5 May is a holiday in Bishkek.
    [Theory]
    [InlineData(Noon, "21.05.2026", 1, 0, 0)]
    [InlineData(Noon, "22.05.2026", 0, 1, 0)]
    [InlineData(Noon, "30.05.2026", 0, 1, 0)]
    [InlineData(Noon, "31.05.2026", 0, 0, 1)]
    [InlineData("2026-05-22T06:00", "23.05.2026", 1, 0, 0)]
    [InlineData("2026-05-22T06:00", "25.05.2026", 1, 0, 0)]
    [InlineData("2026-05-22T06:00", "26.05.2026", 0, 1, 0)]
    [InlineData("2026-05-04T06:00", "06.05.2026", 1, 0, 0)]
    public async Task A_date_up_to_the_next_working_day_is_taken_a_later_one_held_or_refused(string now, string day, int loaded, int held, int refused)
    {
        await using RatesWorld world = await OpenAsync();
        RateLoadReport report = await world.LoadAsync("nbkr", now, Kyrgyz(day, "87,4000"));
        Assert.Equal((loaded, held, refused), (report.Loaded, report.Held, report.Refusals.Count));
        Assert.Equal(refused, report.ExitCode);
    }

    [Fact]
    public async Task A_wrong_document_is_refused_with_its_file_and_does_not_stop_the_others()
    {
        await using RatesWorld world = await OpenAsync();
        RateLoadReport report = await world.LoadFilesAsync("nbkr", Noon, false,
            world.File("<html/>"), "/nowhere/daily.xml", world.File(Kyrgyz("20.05.2026", "87,4000")));
        Assert.Equal((1, 2, 1), (report.Loaded, report.Refusals.Count, report.ExitCode));
        Assert.Contains("document1: nbkr: the root element is <html>", report.Refusals[0], StringComparison.Ordinal);
        Assert.Contains("daily.xml", report.Refusals[1], StringComparison.Ordinal);
        Assert.Contains("1 loaded, 2 refused", world.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_document_is_refused()
    {
        await using RatesWorld world = await OpenAsync();
        string rows = string.Concat("EUR CNY KZT RUB GBP".Split(' ').Select(c => $"<Currency ISOCode=\"{c}\"><Nominal>1</Nominal><Value>1,0000</Value></Currency>"));
        await world.LoadAsync("nbkr", Noon, Kyrgyz("19.05.2026", "87,4000").Replace("<Currency ISOCode=\"EUR\"><Nominal>1</Nominal><Value>100,0000</Value></Currency>", rows, StringComparison.Ordinal));
        RateLoadReport report = await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "87,4000"));
        Assert.Contains("2 rows where the bulletin before has 6", report.Refusals.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_of_one_currency_completes_what_is_there()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("12.03.2026", "87,4000"));
        RateLoadReport report = await world.LoadAsync("nbkr", Noon, SmallDocuments.NbkrPage); // 5 and 12 March, rials
        Assert.Equal((1, 1, 0), (report.Loaded, report.Completed, report.Restated));
        TickerItem item = await world.TickerAsync("KGS", "2026-03-12T06:00");
        Assert.Equal(("87,4000", false), (item.Published!, item.IsCorrected));
    }

    [Fact]
    public async Task The_document_of_a_completing_row_is_known_and_no_value_is_told_twice()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("12.03.2026", "87,4000"));
        await world.LoadAsync("nbkr", Noon, SmallDocuments.NbkrPage);
        await using NewsDb db = world.Db();
        Bulletin day = await db.Bulletins.SingleAsync(b => b.EffectiveOn == new DateOnly(2026, 3, 12), TestContext.Current.CancellationToken);
        RateDocument page = await db.RateDocuments.SingleAsync(d => d.Id != day.DocumentId, TestContext.Current.CancellationToken);
        Assert.Equal([("USD", null), ("EUR", null), ("IRR", page.Id)], day.Rates.Select(r => (r.Currency, r.DocumentId)));
    }

    [Fact]
    public async Task A_correction_stays_one_when_the_day_is_completed()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("12.03.2026", "87,4000"), Kyrgyz("12.03.2026", "87,5000"), SmallDocuments.NbkrPage);
        Assert.True((await world.TickerAsync("KGS", "2026-03-12T06:00")).IsCorrected);
    }

    [Fact]
    public async Task A_banks_latest_is_not_older_than_what_is_shown_and_a_history_can_be()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", Noon, Kyrgyz("20.05.2026", "87,4000"));
        RateLoadReport live = await TakeAsync(Kyrgyz("18.05.2026", "87,1000"), isLive: true);
        Assert.Contains("it is for 2026-05-18, and the bank's bulletin for 2026-05-20 is here already", live.Refusals.Single(), StringComparison.Ordinal);
        Assert.Equal(1, (await TakeAsync(Kyrgyz("20.05.2026", "87,4000"), isLive: true)).Unchanged);
        Assert.Equal(1, (await TakeAsync(Kyrgyz("18.05.2026", "87,1000"), isLive: false)).Loaded);

        async Task<RateLoadReport> TakeAsync(string text, bool isLive)
        {
            await using NewsDb db = world.Db();
            RateSource source = RateSources.Of("nbkr");
            byte[] bytes = SmallDocuments.Bytes(text);
            RateDocument document = await db.RateDocuments.KnownAsync(source, bytes, TestContext.Current.CancellationToken) ?? db.RateDocuments.Add(new("nbkr", "daily.xml", bytes, Utc(Noon))).Entity;
            BulletinDesk desk = new(db, source, Utc(Noon), isLive);
            await desk.TakeAsync(source.Read(bytes).Bulletins, document, TestContext.Current.CancellationToken);
            await desk.SaveAsync("test", TestContext.Current.CancellationToken);
            return desk.Report();
        }
    }

    [Fact]
    public async Task A_day_without_publication_leaves_nothing_behind()
    {
        await using RatesWorld world = await OpenAsync();
        RateLoadReport report = await world.LoadAsync("cbu", Noon, "[]");
        Assert.Equal((1, 0), (report.Nothing, report.ExitCode));
        await using NewsDb db = world.Db();
        Assert.False(await db.RateDocuments.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task New_rates_are_an_event_and_raise_the_edition_once_a_document()
    {
        await using RatesWorld world = await OpenAsync();
        await using NewsDb db = world.Db();
        long turn = db.Editions.Turn;
        await world.LoadAsync("nbkr", Noon, SmallDocuments.NbkrTable);
        Assert.False(db.Editions.AreUnchangedSince(turn, [EditionNames.Rates]));
        turn = db.Editions.Turn;
        await world.LoadAsync("nbkr", Noon, SmallDocuments.NbkrTable);
        Assert.True(db.Editions.AreUnchangedSince(turn, [EditionNames.Rates]));
        var recorded = await db.Events.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("RatesPublished", "nbkr 2026-01-01 to 2026-01-02"), (recorded.Name, recorded.Detail));
    }

    [Fact]
    public async Task Every_recorded_document_loads_and_loads_again()
    {
        await using RatesWorld world = await OpenAsync();
        foreach (RateSource source in RateSources.All)
        {
            string[] files = [.. Directory.EnumerateFiles(Path.Combine(Samples.Folder, source.Key), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
            RateLoadReport first = await world.LoadFilesAsync(source.Key, "2026-11-24T04:00", false, files);
            RateLoadReport second = await world.LoadFilesAsync(source.Key, "2026-11-24T04:00", false, files);
            Assert.Equal(source.Key == "nbkr" ? 1 : 0, first.Refusals.Count); // the fragment that names no currency
            Assert.Equal((0, 0, 0, 0), (second.Loaded, second.Restated, second.Completed, second.Held));
        }
        TestContext.Current.TestOutputHelper?.WriteLine(world.Log.ToString());
    }
}
