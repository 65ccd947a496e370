using System.Net;
using System.Text.RegularExpressions;

namespace Chapar.Tests.Rates;

public partial class MarketPagesTests
{
    [Fact]
    public async Task The_markets_page_shows_today_tomorrow_the_change_and_the_bank()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        var page = await rates.Site.PageAsync("/rates");
        var som = Text(page.QuerySelector(".panels li"));
        Assert.Equal("Kyrgyz som 1 USD in KGS 87.5000 +0.0500 (+0.06%) For 25 November 2026: 87.6000, +0.1000 (+0.11%) valid for 24 November 2026 · NBKR", som);
        Assert.Single(page.QuerySelectorAll(".panels .spark")); // the fixed manat has none
        var row = page.QuerySelectorAll("table.quotes tbody tr")[0].Children.Select(Text);
        Assert.Equal(["USD US dollar", "87.5000", "+0.0500", "+0.06%", "87.6000", ""], row);
        Assert.Equal("valid for 24 November 2026 · up to date", Text(page.QuerySelector("#nbkr + p")));
    }

    [Fact]
    public async Task The_ticker_can_be_had_in_euros_and_the_other_way_round_without_script()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        Assert.Equal(["/rates", "/rates/eur", "/rates/rub", "/rates/usd/inverse"], await ChoicesAsync("/rates"));
        Assert.Equal(["/rates/usd/inverse", "/rates/eur/inverse", "/rates/rub/inverse", "/rates/eur"], await ChoicesAsync("/rates/eur/inverse"));
        Assert.StartsWith("EUR/KGS 102.0000", await TickerAsync("/rates/eur"), StringComparison.Ordinal);
        Assert.StartsWith("KGS/EUR 0.0980392 per 10", await TickerAsync("/rates/eur/inverse"), StringComparison.Ordinal);
        Assert.StartsWith("KGS/USD 0.0114286", await TickerAsync("/rates/usd/inverse"), StringComparison.Ordinal);
        Assert.Contains("−0.06%", await TickerAsync("/rates/usd/inverse"), StringComparison.Ordinal);
        using var usual = await rates.Site.GetAsync("/rates/usd");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/rates"), (usual.StatusCode, usual.Headers.Location?.ToString()));

        async Task<string[]> ChoicesAsync(string path) => [.. (await rates.Site.PageAsync(path)).QuerySelectorAll(".ticker .choice a").Select(a => a.GetAttribute("href")!)];
        async Task<string> TickerAsync(string path) => Text((await rates.Site.PageAsync(path)).QuerySelector(".ticker li"));
    }

    [Fact]
    public async Task Nothing_of_a_choice_reaches_the_server()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        using var answer = await rates.Site.GetAsync("/rates/eur");
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var script = (await rates.Site.PageAsync("/rates")).QuerySelector("script[src^='/ticker']")!;
        Assert.True(script.HasAttribute("defer"));
        Assert.InRange((await rates.TextAsync(script.GetAttribute("src")!)).Length, 1, 1200);
    }

    [Fact]
    public async Task Only_the_strip_may_be_framed_by_others()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        foreach (var (path, framed) in new[] { ("/rates/embed/usd", true), ("/ru/rates/embed/eur/inverse", true), ("/rates", false), ("/rates/usd-kgs", false), ("/", false) })
        {
            using var answer = await rates.Site.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains(framed ? "frame-ancestors *" : "frame-ancestors 'none'", policy, StringComparison.Ordinal);
        }
        var snippet = (await rates.Site.PageAsync("/rates")).QuerySelector(".snippet input")!.GetAttribute("value");
        Assert.Contains("<iframe src=\"http://localhost:5080/rates/embed/usd\"", snippet, StringComparison.Ordinal);
        Assert.Empty((await rates.Site.PageAsync("/rates/embed/usd")).QuerySelectorAll("script, form, [style]"));
    }

    [Fact]
    public async Task A_bank_has_its_whole_list_on_a_page()
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSumAsync();
        var page = await rates.Site.PageAsync("/rates/cbu");
        var listed = page.QuerySelectorAll("table.quotes tbody tr").Length;
        Assert.True(listed > 0);
        Assert.Contains("12,142.10", await rates.MainAsync("/rates/cbu"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await rates.Site.GetAsync("/rates/ecb")).StatusCode);
    }

    [Theory]
    [InlineData("/rates")]
    [InlineData("/rates/usd-kgs")]
    [InlineData("/rates/kgs-uzs/month")]
    [InlineData("/rates/usd-kgs/2026-11-23")]
    [InlineData("/rates/convert?amount=10&from=USD&to=KGS")]
    public async Task A_page_needs_neither_styles_of_its_own_nor_scripts_in_it(string path)
    {
        await using RatesSite rates = await RatesSite.StartAsync();
        await rates.LoadSomAsync();
        await rates.LoadSumAsync();
        var page = await rates.Site.PageAsync(path);
        Assert.Empty(page.QuerySelectorAll("[style], style"));
        Assert.All(page.QuerySelectorAll("script:not([type='application/ld+json'])"), s => Assert.Equal("", s.TextContent));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.DoesNotMatch(Placeholder(), page.Body!.TextContent);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("ky")]
    [InlineData("uz")]
    [InlineData("tg")]
    [InlineData("tk")]
    public async Task No_language_shows_a_signed_zero(string language)
    {
        await using var site = await Site.StartAsync(language is "en" or "ru" ? [] : [new("publication:languages:2", language)]);
        RatesSite rates = new(site);
        await rates.LoadAsync("nbkr", RatesWorld.Kyrgyz("23.11.2026", "87,4400", "100,0000"), RatesWorld.Kyrgyz("24.11.2026", "87,4401", "100,0000"));
        var prefix = language == "en" ? "" : $"/{language}";
        foreach (var path in new[] { "/rates", "/rates/usd/inverse", "/rates/usd-kgs", "/rates/kgs-usd", "/rates/usd-kgs/month", "/rates/eur-kgs", "/rates/nbkr" })
            Assert.DoesNotMatch(SignedZero(), await rates.MainAsync(prefix + path));
    }

    static string Text(AngleSharp.Dom.IElement? element) => string.Join(' ', element!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"(?<![\d.,])[-−+][ \u00A0]?0(?:[.,]0+)?(?![0-9.,])")]
    private static partial Regex SignedZero();

    // A word that no language has is shown as [key].
    [GeneratedRegex(@"\[[a-z]+[-.a-z]*\]")]
    private static partial Regex Placeholder();
}
