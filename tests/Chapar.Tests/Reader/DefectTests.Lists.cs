using System.Net;
using Chapar.Articles;

namespace Chapar.Tests.Reader;

public sealed partial class DefectTests
{
    static readonly string[] lists = ["/politics", "/places/osh", "/topics/water", "/authors/aigul-sadyk", "/formats/news", "/archive", "/archive/2026", "/archive/2026/11"];

    async Task PublishManyAsync(int count, string words = "Report")
    {
        for (int i = 1; i <= count; i++) await world.PublishAsync(FormattableString.Invariant($"{words} {i}"));
    }

    /// <summary>The counter of a list, and that it tells the truth about the items below it.</summary>
    async Task<string> CounterAsync(string address)
    {
        var page = await site.PageAsync(address);
        var counter = Text(page.QuerySelector(".pager > p"));
        var numbers = counter.Split(' ', ',')[1].Split('–').Select(n => int.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers[1] - numbers[0] + 1, page.QuerySelectorAll(".list > li").Length);
        return counter.Split(',')[0];
    }

    [Fact]
    public async Task D6_the_counter_of_every_page_is_right_at_both_ends_and_in_the_middle()
    {
        await PublishManyAsync(65);
        foreach (var list in lists)
        {
            Assert.Equal((list, "Viewing 1–20 of 65"), (list, await CounterAsync(list + "/page/1")));
            Assert.Equal((list, "Viewing 21–40 of 65"), (list, await CounterAsync(list + "/page/2")));
            Assert.Equal((list, "Viewing 41–60 of 65"), (list, await CounterAsync(list + "/page/3")));
            Assert.Equal((list, "Viewing 41–65 of 65"), (list, await CounterAsync(list)));
            // Not full yet: shown at the list's own address for now, so not for ever.
            Assert.Equal((HttpStatusCode.Redirect, list), await AskAsync(list + "/page/4"));
            foreach (var none in (string[])["0", "5", "99999999999", "-1", "x"])
                Assert.Equal((list, none, HttpStatusCode.NotFound), (list, none, (await AskAsync($"{list}/page/{none}")).Status));
        }
    }

    [Fact]
    public async Task D7_the_counter_never_runs_past_the_end()
    {
        await PublishManyAsync(2);
        foreach (var list in lists) Assert.Equal((list, "Viewing 1–2 of 2"), (list, await CounterAsync(list)));
        foreach (var empty in (string[])["/authors/timur-rahim", "/culture", "/formats/opinion", "/ru/politics"])
        {
            var page = await site.PageAsync(empty);
            Assert.Empty(page.QuerySelectorAll(".pager, .list"));
            Assert.NotEqual("", Text(page.QuerySelector("main > div p")));
        }
        await PublishManyAsync(18, "Story");
        foreach (var list in lists) Assert.Equal((list, "Viewing 1–20 of 20"), (list, await CounterAsync(list)));
    }

    [Fact]
    public async Task D25_a_numbered_page_keeps_its_articles_when_new_ones_come()
    {
        await PublishManyAsync(45);
        var before = await HrefsAsync("/politics/page/2");
        await PublishManyAsync(30, "Story");
        Assert.Equal(20, before.Count);
        Assert.Equal(before, await HrefsAsync("/politics/page/2"));
        Assert.Equal("Viewing 21–40 of 75", await CounterAsync("/politics/page/2"));
        Assert.Equal("Viewing 41–75 of 75", await CounterAsync("/politics"));
    }

    async Task<List<string?>> HrefsAsync(string address) =>
        [.. (await site.PageAsync(address)).QuerySelectorAll(".list > li h2 a, .list > li h3 a").Select(a => a.GetAttribute("href"))];

    [Fact]
    public async Task D20_every_item_of_every_list_has_its_date_and_its_byline()
    {
        await PublishManyAsync(3);
        await world.PublishAsync("A report", format: Format.Opinion);
        await site.DispatchAsync();
        foreach (var list in (string[])[.. lists, "/search?q=report", "/formats/opinion"])
        {
            var items = (await site.PageAsync(list)).QuerySelectorAll(".list > li, .hits > li");
            Assert.NotEmpty(items);
            Assert.All(items, item =>
            {
                Assert.Equal("Aigul Sadyk", Text(item.QuerySelector(".by span")));
                Assert.Matches("^2026-11-.*[+]06:00$", item.QuerySelector(".by time")!.GetAttribute("datetime"));
            });
        }
    }

    [Fact]
    public async Task D26_the_format_is_shown_and_can_be_read_by_machines()
    {
        var opinion = await world.PublishAsync("What the river needs", format: Format.Opinion);
        var article = (await site.PageAsync(opinion.Path!)).QuerySelector("article.story")!;
        Assert.Equal("opinion", article.GetAttribute("data-format"));
        Assert.Contains("Opinion", Text(article.QuerySelector(".label")), StringComparison.Ordinal);
        foreach (var list in (string[])["/politics", "/formats/opinion", "/authors/aigul-sadyk", "/"])
        {
            var teaser = (await site.PageAsync(list)).QuerySelector(".teaser")!;
            Assert.Equal("opinion", teaser.GetAttribute("data-format"));
            Assert.Contains("Opinion", Text(teaser.QuerySelector(".label")), StringComparison.Ordinal);
        }
    }
}
