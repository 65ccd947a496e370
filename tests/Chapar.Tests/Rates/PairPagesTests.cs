using System.Net;
using System.Text.RegularExpressions;
using Chapar.Rates;

namespace Chapar.Tests.Rates;

public partial class PairPagesTests
{
    [Fact]
    public async Task A_pair_has_its_figure_its_chart_and_a_sentence_that_is_true()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        var page = await rates.Site.PageAsync("/rates/usd-kgs");
        var main = await rates.MainAsync("/rates/usd-kgs");
        Assert.Contains("87.5000 KGS +0.0500 (+0.06%) since the bulletin before", main, StringComparison.Ordinal);
        // 87.00 a week before: a som buys 87.00 / 87.50 - 1 = 0.57 % less.
        Assert.Contains("The Kyrgyz som is 0.57% weaker than a week ago.", main, StringComparison.Ordinal);
        Assert.Contains("For 25 November 2026: 87.6000", main, StringComparison.Ordinal);
        Assert.Matches("^M[0-9]+ [0-9]+[HVM0-9 ]+$", page.QuerySelector(".chart path")!.GetAttribute("d")!);
        Assert.Equal(["87.5000 24 November 2026", "87.0000 17 November 2026", "87.2688 of all days, each with the rate in force"], page.QuerySelectorAll(".facts dd").Select(d => d.TextContent.Trim()));
        Assert.Equal(["24 November 2026", "23 November 2026", "20 November 2026", "17 November 2026"], page.QuerySelectorAll("table.history tbody th").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task The_other_way_round_is_derived_and_says_so()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        var main = await rates.MainAsync("/rates/kgs-usd");
        Assert.Contains("0.0114286 USD", main, StringComparison.Ordinal);
        Assert.Contains("at six significant digits, made from: 1 USD = 87.5000 KGS", main, StringComparison.Ordinal);
        Assert.Contains("The US dollar is 0.57% stronger than a week ago.", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cross_names_the_banks_it_was_made_by()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadSumAsync();
        var main = await rates.MainAsync("/rates/kgs-uzs");
        Assert.Contains("138.767 UZS", main, StringComparison.Ordinal);
        Assert.Contains("1 USD = 87.5000 KGS National Bank of the Kyrgyz Republic, valid for 24 November 2026 1 USD = 12,142.10 UZS Central Bank of the Republic of Uzbekistan", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_value_is_told_for_as_many_units_as_make_it_readable()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSumAsync();
        Assert.Contains("1,000 UZS in USD 0.0823581 USD", await rates.MainAsync("/rates/uzs-usd"), StringComparison.Ordinal);
        Assert.Contains("0,0823581 USD", await rates.MainAsync("/ru/rates/uzs-usd"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_without_documents_are_a_gap_and_not_a_line()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("01.10.2026", "87,0000"), RatesWorld.Kyrgyz("24.11.2026", "87,5000"));
        var page = await rates.Site.PageAsync("/rates/usd-kgs");
        Assert.Equal(2, page.QuerySelector(".chart path")!.GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Equal(2, page.QuerySelectorAll(".chart rect").Length); // before the first document, and between the two
        Assert.Contains("2026-11-24,USD,KGS,87.5000,1,\"87,5000\",nbkr,2026-11-24,published", await rates.TextAsync("/api/rates/usd-kgs/history.csv"), StringComparison.Ordinal);
        // Of a day in the gap nothing is said.
        Assert.Contains("No official rate of USD/KGS is known for 10 November 2026.", await rates.MainAsync("/rates/usd-kgs/2026-11-10"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nbkr", "08.11.2026", 1)]
    [InlineData("nbkr", "07.11.2026", 2)]
    [InlineData("cbr", "08.11.2026", 1)]
    [InlineData("cbr", "07.11.2026", 2)]
    public async Task What_no_bank_rests_is_a_gap_at_every_bank_and_a_rest_is_none(string source, string before, int lines)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        var document = source == "cbr" ? SmallDocuments.CbrDay : RatesWorld.Kyrgyz("24.11.2026", "87,5000");
        var day = Dated().Match(document).Value;
        await rates.LoadAsync(source, document.Replace(day, before, StringComparison.Ordinal), document.Replace(day, "24.11.2026", StringComparison.Ordinal));
        var page = await rates.Site.PageAsync($"/rates/usd-{RateSources.Of(source).HomeCurrency}".ToLowerInvariant());
        Assert.Equal(lines, page.QuerySelector(".chart path")!.GetAttribute("d")!.Count(c => c == 'M'));
        Assert.Equal(lines, page.QuerySelectorAll(".chart rect").Length); // the first stands before the first document
    }

    [GeneratedRegex(@"\d\d\.\d\d\.\d{4}")]
    private static partial Regex Dated();

    [Fact]
    public async Task What_was_the_rate_on_a_day_is_a_form_and_an_address()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        foreach (var date in (string[])["2026-11-21", "21.11.2026"])
        {
            using var asked = await rates.Site.GetAsync($"/rates/on?pair=usd-kgs&date={date}");
            Assert.Equal((HttpStatusCode.Redirect, "/rates/usd-kgs/2026-11-21"), (asked.StatusCode, asked.Headers.Location?.ToString()));
        }
        var main = await rates.MainAsync("/rates/usd-kgs/2026-11-21");
        Assert.Contains("87.4000 KGS 1 USD = 87.4000 KGS National Bank of the Kyrgyz Republic, valid for 20 November 2026", main, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rates.Site.GetAsync("/rates/usd-kgs/2026-02-30")).StatusCode);
        Assert.Contains("is known for 26 November 2026", await rates.MainAsync("/rates/usd-kgs/2026-11-26"), StringComparison.Ordinal);
        Assert.Contains("87.6000", await rates.MainAsync("/rates/usd-kgs/2026-11-25"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rates/convert?amount=1000&from=USD&to=KGS", "1,000 US dollar (USD) = 87,500.00 KGS")]
    [InlineData("/ru/rates/convert?amount=1 000,50&from=USD&to=KGS", "1 000,5 доллар США (USD) = 87 543,75 KGS")]
    [InlineData("/rates/convert?amount=0&from=USD&to=KGS", "0 US dollar (USD) = 0.00 KGS")]
    [InlineData("/rates/convert?amount=100&from=KGS&to=USD&on=2026-11-21", "100 Kyrgyz som (KGS) = 1.14 USD By the official rates in force on 21 November 2026:")]
    [InlineData("/rates/convert?amount=100&from=KGS&to=USD&on=21.11.2026", "100 Kyrgyz som (KGS) = 1.14 USD By the official rates in force on 21 November 2026:")]
    [InlineData("/rates/convert?amount=1&from=USD&to=ISK", "No official rate of USD/ISK is known")]
    public async Task The_converter_counts_exactly_and_says_by_what(string path, string said)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        Assert.Contains(said, (await rates.MainAsync(path)).Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_converter_takes_the_last_value_of_a_bank_that_is_late_and_guesses_at_no_day()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("01.08.2026", "87,4500"));
        var main = await rates.MainAsync("/rates/convert?amount=2&from=USD&to=KGS");
        Assert.Contains("174.90 KGS", main, StringComparison.Ordinal);
        Assert.Contains("late: nothing newer has been received", main, StringComparison.Ordinal);
        Assert.Contains("valid for 1 August 2026", main, StringComparison.Ordinal);
        Assert.Contains("No official rate of USD/KGS is known for 24 November 2026.", await rates.MainAsync("/rates/convert?amount=2&from=USD&to=KGS&on=2026-11-24"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_bank_tells_is_not_found_and_the_year_has_one_address()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        foreach (var path in (string[])["/rates/isk-kgs", "/rates/kgs-kgs", "/rates/usd-kgs/century", "/rates/embed/kgs"])
            Assert.Equal(HttpStatusCode.NotFound, (await rates.Site.GetAsync(path)).StatusCode);
        foreach (var (path, to) in new[] { ("/rates/usd-kgs/year", "/rates/usd-kgs"), ("/rates/USD-KGS", "/rates/usd-kgs"), ("/rates/usd-kgs?a=1", "/rates/usd-kgs"), ("/rates/convert?x=1", "/rates/convert") })
        {
            using var answer = await rates.Site.GetAsync(path);
            Assert.Equal((HttpStatusCode.MovedPermanently, to), (answer.StatusCode, answer.Headers.Location?.ToString()));
        }
    }

    [Fact]
    public async Task A_month_alone_under_a_chart_stands_as_months_do_alone()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("02.03.2026", "87,0000"), RatesWorld.Kyrgyz("24.11.2026", "87,5000"));
        var under = (await rates.Site.PageAsync("/ru/rates/usd-kgs")).QuerySelectorAll(".chart text.when").Select(t => t.TextContent).ToList();
        Assert.Contains("май", under);
        Assert.DoesNotContain("мая", under);
    }

    [Fact]
    public async Task The_fixed_manat_has_a_page_without_any_document()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        var main = await rates.MainAsync("/rates/usd-tmt");
        Assert.Contains("3.5 TMT fixed", main, StringComparison.Ordinal);
        Assert.DoesNotContain("than a", main, StringComparison.Ordinal);
    }
}
