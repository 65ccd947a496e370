using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;

namespace Chapar.Tests.Reader;

/// <summary>The days of what was found as links: up to today, by years, and within one year by months. The clock stands at noon of 24 November 2026 in Bishkek.</summary>
public class SearchDaysTests
{
    static async Task<Site> GlaciersAsync()
    {
        var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        // Seven in the evening in Greenwich is the next day here.
        await world.PublishAsync("Glacier one", at: new(2026, 11, 23, 19, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Glacier two", at: new(2026, 11, 17, 18, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Glacier three", at: new(2026, 11, 17, 17, 59, 59, DateTimeKind.Utc));
        await world.PublishAsync("Glacier four", at: new(2026, 3, 1, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Glacier five", at: new(2025, 3, 1, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Ледник glacier", "ru", at: new(2026, 11, 20, 6, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("Старый ледник glacier", "ru", at: new(2020, 11, 20, 6, 0, 0, DateTimeKind.Utc));
        await site.DispatchAsync();
        return site;
    }

    static IReadOnlyList<string> Days(IDocument page) =>
        [.. page.QuerySelectorAll(".filters details a[href*='from=']:not([href*='language='])").Select(a => $"{a.QuerySelector("span")!.TextContent} {a.QuerySelector("small")!.TextContent} {a.GetAttribute("href")}")];

    static IReadOnlyList<string> Set(IDocument page) => [.. page.QuerySelectorAll(".set a").Select(a => $"{a.TextContent} {a.GetAttribute("href")}")];

    [Fact]
    public async Task The_days_up_to_today_and_the_years_are_links_of_plain_dates()
    {
        await using var site = await GlaciersAsync();
        var page = await site.PageAsync("/search?q=glacier&sort=newest");
        Assert.Equal(
            ["Today 1 /search?q=glacier&from=2026-11-24&sort=newest", "Last 7 days 2 /search?q=glacier&from=2026-11-18&sort=newest", "Last 30 days 3 /search?q=glacier&from=2026-10-26&sort=newest",
             "2026 4 /search?q=glacier&from=2026-01-01&before=2027-01-01&sort=newest", "2025 1 /search?q=glacier&from=2025-01-01&before=2026-01-01&sort=newest"], Days(page));
        foreach (var link in page.QuerySelectorAll(".filters details a"))
            Assert.Equal(link.QuerySelector("small")!.TextContent, $"{(await site.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".hits h2").Length}");
        // A longer span that has no more is left out.
        Assert.Equal(["Последние 7 дней 1 /ru/search?q=glacier&from=2026-11-18", "2026 1 /ru/search?q=glacier&from=2026-01-01&before=2027-01-01", "2020 1 /ru/search?q=glacier&from=2020-01-01&before=2021-01-01"],
            Days(await site.PageAsync("/ru/search?q=glacier")));
    }

    [Fact]
    public async Task A_year_is_narrowed_to_its_months_and_taken_off_by_one_link()
    {
        await using var site = await GlaciersAsync();
        var year = await site.PageAsync("/search?q=glacier&from=2026-01-01&before=2027-01-01");
        Assert.Equal(["Date: 2026 × /search?q=glacier"], Set(year));
        Assert.Equal("Search: glacier, 2026 | The Test Courier", year.Title);
        Assert.Equal(["Today 1 /search?q=glacier&from=2026-11-24&before=2027-01-01", "Last 7 days 2 /search?q=glacier&from=2026-11-18&before=2027-01-01", "Last 30 days 3 /search?q=glacier&from=2026-10-26&before=2027-01-01",
            "November 2026 3 /search?q=glacier&from=2026-11-01&before=2026-12-01", "March 2026 1 /search?q=glacier&from=2026-03-01&before=2026-04-01"], Days(year));

        Assert.Equal(["Дата: Ноябрь 2026 × /ru/search?q=glacier"], Set(await site.PageAsync("/ru/search?q=glacier&from=2026-11-01&before=2026-12-01")));
        Assert.Equal(["Date: 24 November 2026 × /search?q=glacier"], Set(await site.PageAsync("/search?q=glacier&from=2026-11-24&before=2026-11-25")));
        // What is no whole year, month or day is taken off by either end; years are cut at them.
        var odd = await site.PageAsync("/search?q=glacier&from=2025-02-01&before=2026-11-20");
        Assert.Equal(["From: 1 February 2025 × /search?q=glacier&before=2026-11-20", "Before: 20 November 2026 × /search?q=glacier&from=2025-02-01"], Set(odd));
        Assert.Contains("2025 1 /search?q=glacier&from=2025-02-01&before=2026-01-01", Days(odd));
    }

    [Fact]
    public async Task Programs_and_feeds_take_the_address_of_such_a_link()
    {
        await using var site = await GlaciersAsync();
        var stop = TestContext.Current.CancellationToken;
        const string link = "?q=glacier&from=2026-03-01&before=2026-04-01";
        using var found = JsonDocument.Parse(await site.Http.GetStringAsync(new Uri("/api/search" + link, UriKind.Relative), stop));
        Assert.Equal(["Glacier four"], found.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("headline").GetString()));
        var feed = XDocument.Parse(await site.Http.GetStringAsync(new Uri("/search/feed.xml" + link, UriKind.Relative), stop));
        Assert.Equal(["Search: glacier, March 2026 | The Test Courier", "Glacier four"], feed.Descendants("title").Select(title => title.Value));
    }
}
