using System.Globalization;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Chapar.Tests.House;

namespace Chapar.Tests.Rates.Fetching;

public class FetchPlanTests
{
    static readonly DateOnly friday = new(2026, 5, 22);

    [Theory]
    [InlineData("nbkr", "https://www.nbkr.kg/XML/daily.xml", "https://www.nbkr.kg/XML/weekly.xml")]
    [InlineData("nbk", "https://nationalbank.kz/rss/get_rates.cfm?fdate=22.05.2026", "https://nationalbank.kz/rss/get_rates.cfm?fdate=23.05.2026", "https://nationalbank.kz/rss/get_rates.cfm?fdate=25.05.2026")]
    [InlineData("nbt", "https://www.nbt.tj/en/kurs/export_xml.php?date=2026-05-22&export=xmlout")]
    [InlineData("cbu", "https://cbu.uz/en/arkhiv-kursov-valyut/json/")]
    [InlineData("cbt", "https://cbt.tm/kurs/2026/22052026.xml", "https://cbt.tm/kurs/2026/23052026.xml")]
    [InlineData("cbr", "https://www.cbr.ru/scripts/XML_daily.asp")]
    [InlineData("ecb", "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml")]
    [InlineData("frank", "https://api.frankfurter.dev/v2/rates?base=usd&quotes=kgs,kzt,tjs,uzs,tmt,rub,eur,cny")]
    public void The_latest_documents_lie_where_the_banks_put_them(string source, params string[] addresses) =>
        Assert.Equal(addresses, RateSources.Of(source).Fetching.Latest(friday).Select(a => Whole(RateSources.Of(source), a)));

    [Theory]
    [InlineData("nbkr", 10, "https://www.nbkr.kg/index1.jsp?item=1562&lang=ENG&valuta_id=15&beg_day=30&beg_month=12&beg_year=2025&end_day=31&end_month=12&end_year=2025")]
    [InlineData("nbk", 5, "https://nationalbank.kz/rss/get_rates.cfm?fdate=30.12.2025")]
    [InlineData("nbt", 16, "https://www.nbt.tj/en/kurs/export_xml_dynamic.php?d1=2025-12-30&d2=2025-12-31&cs=USD&export=xml")]
    [InlineData("cbu", 5, "https://cbu.uz/en/arkhiv-kursov-valyut/json/all/2025-12-30/")]
    [InlineData("cbt", 5, "https://cbt.tm/kurs/2025/30122025.xml")]
    [InlineData("cbr", 16, "https://www.cbr.ru/scripts/XML_dynamic.asp?date_req1=30/12/2025&date_req2=31/12/2025&VAL_NM_RQ=R01235")]
    [InlineData("ecb", 1, "https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml")]
    public void A_history_is_read_year_by_year_or_day_by_day(string source, int documents, string first)
    {
        FetchAddress[] history = [.. RateSources.Of(source).Fetching.History(new(2025, 12, 30), new(2026, 1, 3))];
        Assert.Equal((documents, first), (history.Length, Whole(RateSources.Of(source), history[0])));
        Assert.Equal(documents, history.Distinct().Count());
    }

    [Fact]
    public async Task The_documents_say_when_each_bank_is_asked()
    {
        string[] table =
        [
            "| source | asked until the bulletin is in | valid for | archive from | by |",
            "|---|---|---|---|---|",
            .. from source in RateSources.All.Concat(RateSources.Indicative)
               let plan = source.Fetching
               let documents = plan.History(new(2025, 1, 1), new(2025, 12, 31)).Count()
               select string.Create(CultureInfo.InvariantCulture, $"| `{source.Key}` | {plan.Window.From:HH:mm} to {plan.Window.To:HH:mm} {source.Zone}, {(plan.Window.OnWeekends ? "every day" : "Monday to Friday")} | {(plan.DaysAhead == 0 ? "the same day" : "the next day")} | {plan.Since:yyyy-MM-dd} | {(documents == 365 ? "day" : documents == 1 ? "one document" : $"year and currency, {documents} currencies")} |"),
        ];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', table));
        string[] written = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "docs/rates.md"), TestContext.Current.CancellationToken);
        Assert.Equal(table, written.SkipWhile(line => line != table[0]).TakeWhile(line => line.StartsWith('|')));
    }

    static string Whole(RateSource source, FetchAddress address) => new Uri(source.Fetching.Base, address.Path).ToString();
}
