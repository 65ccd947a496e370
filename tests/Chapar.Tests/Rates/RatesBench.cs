using System.Diagnostics;
using System.Globalization;
using System.Text;
using Chapar.Database;
using Chapar.Rates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Rates;

/// <summary>Thirty years of sixty currencies of seven sources, a document a day: how large the database is and how fast it answers. Run by
/// <c>bench/rates.sh</c>; it takes minutes and measures nothing when the machine has other work.</summary>
public class RatesBench
{
    const int Years = 30, Moneys = 60;
    static readonly DateOnly last = new(2026, 11, 25);
    static readonly DateTime now = new(2026, 11, 25, 6, 0, 0, DateTimeKind.Utc);

    [Fact(Explicit = true)]
    public async Task Thirty_years_of_everything()
    {
        string folder = Environment.GetEnvironmentVariable("CHAPAR_BENCH_FOLDER") ?? Directory.CreateTempSubdirectory("chapar-rates-bench-").FullName;
        string file = Path.Combine(folder, "rates.db");
        DbContextOptionsBuilder<SqliteNewsDb> options = new();
        options.UseSqliteFile(file);
        CancellationToken stop = TestContext.Current.CancellationToken;
        string[] moneys = [.. Currencies.Main.Where(m => m != "TMT"), .. Others().Except(Currencies.Main)];
        Stopwatch filling = Stopwatch.StartNew();
        long values = 0;
        if (!File.Exists(file))
        {
            await using SqliteNewsDb db = new(options.Options, new Editions());
            await db.Database.MigrateAsync(stop);
            foreach (RateSource source in RateSources.All)
                values += await FillAsync(db, source, [.. moneys.Where(m => m != source.HomeCurrency).Take(Moneys)], stop);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stop);
        }
        Say($"values {values:N0}, filled in {filling.Elapsed.TotalSeconds:N0} s, database {new FileInfo(file).Length / 1e6:N1} MB");
        SayDocuments();
        await MeasureAsync("the ticker", db => RateTicker.ReadAsync(db, now, cancellation: stop));
        await MeasureAsync("the table of /rates", db => RatesTable.ReadAsync(db, now, stop));
        await MeasureAsync("all small charts of one bank, 30 days", db => RateHistory.RecentAsync(db, new Dictionary<RateSource, DateOnly> { [RateSources.Of("nbkr")] = last }, 30, cancellation: stop));
        await MeasureAsync("the small charts of /rates: seven banks, nine currencies", db => RateHistory.RecentAsync(db, RateSources.All.ToDictionary(s => s, _ => last), 30, Currencies.Main, stop));
        await MeasureAsync("one pair, one year", db => RateHistory.ReadAsync(db, RateSources.Of("nbkr"), "USD", last.AddYears(-1), last, stop));
        await MeasureAsync("one pair, 30 years", db => RateHistory.ReadAsync(db, RateSources.Of("nbkr"), "USD", last.AddYears(-30), last, stop));
        await MeasureAsync("a cross, KGS to KZT", db => CrossRate.FindAsync(db, "KGS", "KZT", last, stop));

        // The whole page by HTTP, made anew each time, with the ticker and all that stands on it.
        await using Site site = await Site.StartAsync(database: file);
        site.Clock.Advance(now - site.Now);
        Editions turned = site.Services.GetRequiredService<Editions>();
        foreach (string path in (string[])["/rates", "/rates/eur", "/rates/nbkr", "/rates/usd-kgs", "/rates/usd-kgs/all", "/rates/kgs-kzt", "/api/rates"])
            await MeasureAsync($"the page {path}, not kept", async _ =>
            {
                turned.Raise([EditionNames.Rates]);
                using HttpResponseMessage answer = await site.GetAsync(path);
                Assert.True(answer.IsSuccessStatusCode, path);
                return 0;
            });

        async Task MeasureAsync<T>(string what, Func<NewsDb, Task<T>> ask)
        {
            if (Environment.GetEnvironmentVariable("CHAPAR_BENCH_ONLY") is { Length: > 0 } only && !what.Contains(only, StringComparison.Ordinal))
                return;
            List<double> times = [];
            TimeSpan busy = default;
            // The first ones compile, twice.
            for (int i = -1500; i < 300; i++)
            {
                await using SqliteNewsDb db = new(options.Options, new Editions());
                long began = Stopwatch.GetTimestamp();
                await ask(db);
                if (i < 0)
                    busy = Environment.CpuUsage.TotalTime;
                else
                    times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            busy = Environment.CpuUsage.TotalTime - busy;
            times.Sort();
            Say($"{what}: {busy.TotalMilliseconds / times.Count:N2} ms of the processor, median {times[times.Count / 2]:N2} ms, 99 of 100 under {times[times.Count * 99 / 100]:N2} ms by the clock");
        }
    }

    /// <summary>A document a day as a bank sends it, through the desk; saved a month at a time.</summary>
    static async Task<long> FillAsync(SqliteNewsDb db, RateSource source, string[] moneys, CancellationToken stop)
    {
        Random random = new(source.Key.Length * 31 + source.Key[1]);
        char separator = source.Key is "nbkr" or "cbr" ? ',' : '.';
        // Six digits are what the banks print in the mean.
        long[] values = [.. moneys.Select(m => m == "USD" && source.Key == "cbt" ? 35_000 : random.NextInt64(100_000, 999_999))];
        long count = 0;
        BulletinDesk? desk = null;
        for (DateOnly day = last.AddYears(-Years).AddDays(1); day <= last; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Sunday or DayOfWeek.Monday))
                for (int i = 0; i < values.Length; i++)
                    if (moneys[i] != "USD" || source.Key != "cbt")
                        values[i] = Math.Max(100, values[i] + (random.NextInt64(-100, 101) * values[i] / 20_000));
            string[] printed = [.. values.Select(v => $"{v / 10_000}{separator}{v % 10_000:0000}")];
            StringBuilder text = new($"""<?xml version="1.0" encoding="windows-1251"?><ValCurs Date="{day:dd.MM.yyyy}" name="Foreign Currency Market">""");
            for (int i = 0; i < moneys.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $"""<Valute ID="R{i:00000}"><NumCode>{100 + i}</NumCode><CharCode>{moneys[i]}</CharCode><Nominal>1</Nominal><Name>The money called {moneys[i]}</Name><Value>{printed[i]}</Value><VunitRate>{printed[i].TrimEnd('0')}</VunitRate></Valute>""");
            text.Append("</ValCurs>");
            RateDocument document = new(source.Key, $"{day:yyyy-MM-dd}.xml", Encoding.ASCII.GetBytes(text.ToString()), day.ToDateTime(new(9, 0), DateTimeKind.Utc));
            db.RateDocuments.Add(document);
            desk ??= new(db, source, day.ToDateTime(new(9, 0), DateTimeKind.Utc).AddMonths(1));
            await desk.TakeAsync([new(source.Key, day, source.HomeCurrency, source.Quotation, BulletinSeries.Daily, false,
                [.. moneys.Select((m, i) => ParsedRate.Of(source.Key, m, "1", printed[i], separator))])], document, stop);
            count += moneys.Length;
            if (day.AddDays(1).Day != 1 && day != last)
                continue;
            await desk.SaveAsync("bench", stop);
            db.ChangeTracker.Clear();
            desk = null;
        }
        return count;
    }

    /// <summary>What a real document of the next day costs, where the recorded ones are on this machine.</summary>
    static void SayDocuments()
    {
        foreach ((string one, string next) in ((string, string)[])[("nbk/get_rates_2026-04-01.xml", "nbk/get_rates_2026-04-02.xml"), ("cbu/all_2026-04-01.json", "cbu/all_2026-04-02.json"),
            ("nbt/export_xml_2026-05-18.xml", "nbt/export_xml_2026-05-19.xml"), ("cbt/20052026.xml", "cbt/21052026.xml"), ("cbr/XML_daily_2026-03-17.xml", "cbr/XML_daily_2026-03-18.xml")])
        {
            RateDocument whole = new("x", one, Samples.Read(one), now), told = new("x", next, Samples.Read(next), now);
            int alone = told.Compressed.Length;
            told.TellBy(whole);
            Say($"{next}: {told.Raw(told.BaseId is null ? null : whole).Length} bytes, {alone} alone, {told.Compressed.Length} as kept");
        }
    }

    static IEnumerable<string> Others() => "AED AFN AMD AUD AZN BDT BHD BYN CAD CHF CZK DKK EGP GBP GEL HKD HUF IDR ILS INR IQD IRR ISK JOD JPY KRW KWD LBP LYD MAD MDL MMK MNT MYR NOK NZD OMR PHP PKR PLN QAR RON RSD SAR SEK SGD THB TND TRY TWD UAH VND XDR YER ZAR BRL MXN ARS CLP COP PEN UYU LKR NPR KHR".Split(' ');

    static void Say(string line)
    {
        Console.WriteLine(line);
        TestContext.Current.TestOutputHelper?.WriteLine(line);
    }
}
