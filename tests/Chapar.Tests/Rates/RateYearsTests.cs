using System.Globalization;
using Chapar.Database;
using Chapar.Rates;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates;

public class RateYearsTests
{
    static readonly Gen<string> printed = Gen.Select(Gen.Long[1, 999_999_999_999], Gen.Int[0, 9], Gen.OneOf((char[])['.', ',']), Gen.OneOf((string[])["", "0", "00"])).Select((digits, decimals, separator, zeros) =>
    {
        string text = digits.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return zeros + (decimals == 0 ? text : text[..^decimals] + separator + text[^decimals..]);
    });

    static RatePoint Point(DateOnly day, string published, int nominal, bool isCorrected) =>
        new(day, published, nominal, PublishedText.UnitValue(published, nominal), isCorrected);

    [Fact]
    public void A_packed_year_gives_back_every_printed_character() =>
        Gen.Select(Gen.Int[1, 365], printed, Gen.OneOf((int[])[1, 1, 1, 10, 100, 1_000_000]), Gen.Bool).Array[0, 60].Sample(rows =>
        {
            RatePoint[] points = [.. rows.DistinctBy(r => r.Item1).OrderBy(r => r.Item1)
                .Select(r => Point(new DateOnly(2026, 1, 1).AddDays(r.Item1 - 1), r.Item2, r.Item3, r.Item4))];
            byte[] packed = PackedPoints.Write(points);
            Assert.Equal(points, PackedPoints.Read(packed, 2026, DateOnly.MinValue, DateOnly.MaxValue));
            Assert.All((DateOnly[])[new(2026, 1, 1), new(2026, 6, 30), new(2026, 12, 31)], day => Assert.Equal(points.LastOrDefault(p => p.EffectiveOn <= day), PackedPoints.Last(packed, 2026, day)));
        });

    [Fact]
    public void The_same_number_in_other_characters_is_another_text()
    {
        RatePoint[] points = [.. ((string[])["007,5", "7,5", "7,5", "007,5", "007,5", "7,6"]).Select((text, i) => Point(new(2026, 1, 1 + i), text, 1, false))];
        Assert.Equal(points, PackedPoints.Read(PackedPoints.Write(points), 2026, DateOnly.MinValue, DateOnly.MaxValue));
    }

    [Fact]
    public void A_year_of_a_quiet_currency_takes_little()
    {
        RatePoint[] year = [.. Enumerable.Range(0, 365).Select(i => Point(new DateOnly(2026, 1, 1).AddDays(i), i < 200 ? "87,4500" : "87,4600", 1, false))];
        Assert.InRange(PackedPoints.Write(year).Length, 365, 380);
    }

    [Fact]
    public void The_rows_of_a_bulletin_come_back_as_they_were() =>
        Gen.Select(printed, Gen.OneOf((int[])[1, 10, 10_000]), Gen.OneOf((string?[])[null, "USD went from 1 for 1 to 2 for 1 ?", "a @ * b"]), Gen.Bool).Array[1, 20].Sample(rows =>
        {
            Rate[] rates = [.. rows.Select((r, i) => new Rate($"A{(char)('A' + i)}C", r.Item2, r.Item1, PublishedText.UnitValue(r.Item1, r.Item2))
            {
                HeldReason = r.Item3,
                DocumentId = r.Item4 ? Guid.CreateVersion7() : null,
            })];
            Assert.Equal(rates, RateRows.Read(RateRows.Write(rates)));
        });

    [Fact]
    public async Task The_years_can_be_made_anew_and_are_the_same()
    {
        await using RatesWorld world = await OpenAsync();
        await world.LoadAsync("nbkr", "2026-05-26T06:00", Kyrgyz("30.12.2025", "87,0000"), Kyrgyz("02.01.2026", "87,1000"), Kyrgyz("02.01.2026", "87,2000"), SmallDocuments.NbkrWeekly);
        await world.LoadAsync("ecb", "2026-05-26T06:00", SmallDocuments.EcbDay);
        string[] before = await RowsAsync();
        await using NewsDb db = world.Db();
        Assert.Equal(before.Length, await RateYears.RebuildAsync(db, TestContext.Current.CancellationToken));
        Assert.Equal(before, await RowsAsync());

        async Task<string[]> RowsAsync()
        {
            await using NewsDb rows = world.Db();
            return [.. (await rows.RateYears.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken))
                .Select(y => $"{y.Source} {y.Series} {y.Currency} {y.Year} {Convert.ToHexString(y.Points)}").Order(StringComparer.Ordinal)];
        }
    }

    [Fact]
    public async Task A_folder_from_before_keeps_every_value()
    {
        await using RatesWorld world = await OpenAsync(isCreated: false);
        await using NewsDb db = world.Db();
        await db.GetService<IMigrator>().MigrateAsync("SearchTables", TestContext.Current.CancellationToken);
        object document = Id(1);
        object at = db.Database.IsSqlite() ? 1_780_000_000_000L : Utc("2026-05-20T06:00");
        await RunAsync("""INSERT INTO "RateDocuments" ("Id","Compressed","Digest","FetchedAt","FileName","ParserVersion","Source") VALUES ({0},{1},'d',{2},'old.xml',1,'nbkr')""", document, new byte[] { 1 }, at);
        await BulletinAsync(2, "nbkr", "Daily", "KGS", "2026-05-19", null);
        await BulletinAsync(3, "cbu", "Daily", "UZS", "2026-05-20", null);
        await BulletinAsync(4, "ecb", "Daily", "EUR", "2026-05-20", null);
        await RateAsync(2, "USD", 1, "87,4000", null);
        await RateAsync(2, "IRR", 10, "0,0066", null);
        await RateAsync(3, "USD", 1, "12150.00", null);
        await RateAsync(3, "TMT", 1, "4030.00", "TMT 4030.00 would make a dollar 3.01 manat");
        await RateAsync(4, "USD", 1, "1.1500", null);

        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        await RateYears.MakeMissingAsync(db, TestContext.Current.CancellationToken);
        Assert.Equal(["cbu HomePerForeign 1: 1 TMT = 4030.00 (held), 1 USD = 12150.00", "ecb ForeignPerHome 0: 1 USD = 1.1500", "nbkr HomePerForeign 0: 10 IRR = 0,0066, 1 USD = 87,4000"],
            (await db.Bulletins.AsNoTracking().OrderBy(b => b.Source).ToListAsync(TestContext.Current.CancellationToken)).Select(b =>
                $"{b.Source} {b.Quotation} {b.RowsWaiting}: {string.Join(", ", b.Rates.Select(r => r + (r.HeldReason is null ? "" : " (held)")))}"));
        Assert.Equal("cbu-2026-05-20-1-TMT", (await HeldRates.ListAsync(db, TestContext.Current.CancellationToken)).Single().Id);
        Assert.Equal("87,4000", (await world.TickerAsync("KGS", "2026-05-20T06:00")).Published);
        Assert.Equal(0.00066m, (await RateHistory.ReadAsync(db, RateSources.Of("nbkr"), "IRR", new(2026, 5, 20), new(2026, 5, 20), TestContext.Current.CancellationToken)).Latest!.UnitValue);
        Assert.False(db.Database.HasPendingModelChanges());

        Task BulletinAsync(byte id, string source, string series, string home, string day, string? held) => RunAsync(
            """INSERT INTO "Bulletins" ("Id","DocumentId","EffectiveOn","FetchedAt","HeldReason","HomeCurrency","IsCorrection","IsCurrent","Revision","Series","Source","ValuesDigest") VALUES ({0},{1},{2},{3},{4},{5},{6},{7},1,{8},{9},'v')""",
            Id(id), document, db.Database.IsSqlite() ? day : DateOnly.Parse(day, CultureInfo.InvariantCulture), at, held!, home, false, held is null, series, source);

        Task RateAsync(byte bulletin, string currency, int nominal, string published, string? held) => RunAsync(
            """INSERT INTO "Rates" ("BulletinId","Currency","HeldReason","Nominal","Published","UnitValue") VALUES ({0},{1},{2},{3},{4},{5})""",
            Id(bulletin), currency, held!, nominal, published, db.Database.IsSqlite() ? "1" : 1m);

        Task RunAsync(string sql, params object[] values) => db.Database.ExecuteSqlRawAsync(sql, values, TestContext.Current.CancellationToken);

        object Id(byte number) => db.Database.IsSqlite() ? new Guid(number, 0, 0, new byte[8]).ToByteArray(true) : new Guid(number, 0, 0, new byte[8]);
    }
}
