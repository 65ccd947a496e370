using System.Text.RegularExpressions;
using static Chapar.Tests.Rates.RatesWorld;
using static Chapar.Tests.Rates.SmallDocuments;

namespace Chapar.Tests.Reader;

public sealed partial class DefectTests
{
    static string Uzbek(string day, string rate) =>
        CbuDay.Replace("01.04.2026", day, StringComparison.Ordinal).Replace("12150.20", rate, StringComparison.Ordinal);

    async Task<string> TickerAsync(string pair, string prefix = "") =>
        Text((await site.PageAsync(prefix + "/rates")).QuerySelectorAll(".ticker li").Single(i => i.TextContent.Contains(pair, StringComparison.Ordinal)));

    [Fact]
    public async Task D1_the_ticker_stands_once_as_a_list_and_not_before_the_skip_link()
    {
        await LoadAsync("nbkr", Kyrgyz("24.11.2026", "87,4435"));
        var article = await world.PublishAsync("The river rises");
        foreach (var address in (string[])["/", article.Path!, "/politics", "/rates", "/ru", "/search?q=river"])
        {
            var page = await site.PageAsync(address);
            var ticker = Assert.Single(page.QuerySelectorAll(".ticker"));
            Assert.Single(ticker.QuerySelectorAll("ul"));
            Assert.Equal(["USD/KGS", "USD/TMT"], ticker.QuerySelectorAll("ul > li").Select(i => Text(i)[..7]));
            Assert.Equal(2, page.Body!.TextContent.Split("USD/KGS").Length);
            Assert.Equal("skip", page.QuerySelector("a, button, input, .ticker")!.ClassName);
            Assert.Equal("#main", page.QuerySelector("a")!.GetAttribute("href"));
            Assert.NotNull(page.QuerySelector("main#main"));
        }
    }

    [Theory]
    [InlineData("87,4400", "87,4399")]
    [InlineData("87,4399", "87,4400")]
    [InlineData("87,4400", "87,4400")]
    public async Task D2_no_move_is_a_signed_zero(string before, string after)
    {
        await LoadAsync("nbkr", Kyrgyz("23.11.2026", before, "100,0000"), Kyrgyz("24.11.2026", after, "101,0000"));
        foreach (var address in (string[])["/rates", "/ru/rates"])
        {
            var page = await site.PageAsync(address);
            Assert.DoesNotMatch(SignedZero, Text(page.QuerySelector(".ticker")));
            Assert.DoesNotMatch(SignedZero, MainText(page));
        }
        if (before == after) Assert.Contains("unchanged", await TickerAsync("USD/KGS"), StringComparison.Ordinal);
    }

    [GeneratedRegex("[-−+][ \u00A0]?0(?:[.,]0+)?(?![0-9.,])")]
    private static partial Regex SignedZero { get; }

    [Fact]
    public async Task D3_a_rate_has_the_digits_that_the_bank_published()
    {
        await LoadAsync("nbkr", Kyrgyz("24.11.2026", "87,4435"));
        await LoadAsync("cbu", Uzbek("24.11.2026", "12142.10"));
        Assert.Contains("USD/KGS 87.4435", await TickerAsync("USD/KGS"), StringComparison.Ordinal);
        Assert.Contains("USD/KGS 87,4435", await TickerAsync("USD/KGS", "/ru"), StringComparison.Ordinal);
        Assert.Contains("USD/UZS 12,142.10", await TickerAsync("USD/UZS"), StringComparison.Ordinal);
        Assert.Contains("12,142.10", Text((await site.PageAsync("/rates")).QuerySelector("section:has(#cbu) table")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D4_a_change_is_computed_from_what_was_published()
    {
        // Turned round and cut to four decimals both days would be 0.0001, and nothing would ever move.
        await LoadAsync("cbu", Uzbek("23.11.2026", "12150.20"), Uzbek("24.11.2026", "12142.10"));
        await LoadAsync("nbkr", Kyrgyz("23.11.2026", "87,4400"), Kyrgyz("24.11.2026", "87,4435"));
        Assert.Contains("−8.10 (−0.07%)", await TickerAsync("USD/UZS"), StringComparison.Ordinal);
        Assert.Contains("+0.0035 (less than 0.01%)", await TickerAsync("USD/KGS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D5_a_rate_says_its_source_its_day_and_that_it_is_late()
    {
        await LoadAsync("nbkr", Kyrgyz("23.11.2026", "87,4400"), Kyrgyz("24.11.2026", "87,4435"));
        var page = await site.PageAsync("/rates");
        Assert.Contains("Official", page.QuerySelector(".ticker")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        var item = page.QuerySelector(".ticker li")!;
        Assert.Equal("2026-11-24", item.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Contains("24 November 2026", Text(item), StringComparison.Ordinal);
        Assert.Equal(("NBKR", "National Bank of the Kyrgyz Republic"), (Text(item.QuerySelector("abbr")), item.QuerySelector("abbr")!.GetAttribute("title")));
        Assert.Null(item.QuerySelector(".stale"));
        Assert.StartsWith("http", page.QuerySelector("#nbkr a")!.GetAttribute("href"), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Contains("late", await TickerAsync("USD/KGS"), StringComparison.Ordinal);
        Assert.Contains("24 November 2026", await TickerAsync("USD/KGS"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task D5_the_fixed_manat_never_moves()
    {
        await LoadAsync("nbkr", Kyrgyz("24.11.2026", "87,4435"));
        var manat = await TickerAsync("USD/TMT");
        Assert.Contains("fixed", manat, StringComparison.Ordinal);
        Assert.DoesNotContain("%", manat, StringComparison.Ordinal);
        Assert.DoesNotContain("late", manat, StringComparison.Ordinal);
    }
}
