using Chapar.Database.Demo;

namespace Chapar.Tests.Rates;

public class RatesPagesTests
{
    [Fact]
    public async Task The_ticker_stands_once_on_a_page_with_five_official_rates_in_words()
    {
        await using Site site = await Site.StartAsync();
        Assert.Empty((await site.PageAsync("/rates")).QuerySelectorAll(".ticker"));
        await site.ChangeAsync(db => DemoRates.FillAsync(db, site.Now, cancellation: TestContext.Current.CancellationToken));
        var page = await site.PageAsync("/rates");
        var items = Assert.Single(page.QuerySelectorAll(".ticker")).QuerySelectorAll("li");
        Assert.Equal(["USD/KGS", "USD/KZT", "USD/TJS", "USD/UZS", "USD/TMT"], items.Select(i => i.TextContent.Trim()[..7]));
        Assert.Contains("12,142.10", items[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("\u221252.11 (\u22120.43%)", items[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("late", items[3].TextContent, StringComparison.Ordinal);
        Assert.Contains("fixed", items[4].TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-08-22", items[0].QuerySelector("time")!.GetAttribute("datetime"));
        Assert.DoesNotContain("-0", string.Concat(items.Select(i => i.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rates_page_has_all_seven_sources_in_the_readers_language()
    {
        await using Site site = await Site.StartAsync();
        await site.ChangeAsync(db => DemoRates.FillAsync(db, site.Now, cancellation: TestContext.Current.CancellationToken));
        var page = await site.PageAsync("/ru/rates");
        Assert.Equal(7, page.QuerySelectorAll("main table.quotes").Length);
        Assert.Contains("12\u00A0142,10", page.QuerySelector("#cbu")!.ParentElement!.TextContent, StringComparison.Ordinal);
    }
}
