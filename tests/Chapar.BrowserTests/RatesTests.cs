using System.Globalization;

namespace Chapar.BrowserTests;

/// <summary>What the two scripts of the rates do: the ticker as a reader has chosen it, and the values of a chart.</summary>
public class RatesTests(Site site)
{
    const string Ticker = ".ticker";

    [Fact]
    public async Task The_ticker_stays_as_a_reader_has_chosen_it_on_every_page_and_without_a_cookie()
    {
        var page = await site.OpenAsync("home");
        Assert.Equal("USD/KGS", await FirstPairAsync(page));
        await page.Locator($"{Ticker} [data-choice='eur']").ClickAsync();
        await PairIsAsync(page, "EUR/KGS");
        Assert.Equal(site.Address + "/", page.Url);
        // The keyboard is where it was.
        Assert.Equal("eur", await page.EvaluateAsync<string>("() => document.activeElement.dataset.choice"));

        await page.GotoAsync(site.Kinds["article"]);
        await PairIsAsync(page, "EUR/KGS");
        await page.Locator($"{Ticker} [data-choice='eur/inverse']").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await PairIsAsync(page, "KGS/EUR");

        await page.GotoAsync(site.Kinds["home"]);
        await PairIsAsync(page, "KGS/EUR");
        // In another language too, in its own figures.
        await page.GotoAsync(site.Kinds["home-ru"]);
        await PairIsAsync(page, "KGS/EUR");
        Assert.Contains(",", await page.Locator($"{Ticker} li b").First.InnerTextAsync(), StringComparison.Ordinal);
        // A page that is about one way of telling keeps it.
        await page.GotoAsync("/rates/rub");
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Assert.Equal("RUB/KGS", await FirstPairAsync(page));
        Assert.Empty(await page.Context.CookiesAsync());
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home", "eur", 360)]
    [InlineData("home", "rub/inverse", 1440)]
    [InlineData("article", "eur/inverse", 360)]
    [InlineData("rates", "rub", 768)]
    public async Task Nothing_moves_when_the_chosen_ticker_takes_the_place_of_the_usual_one(string kind, string choice, int width)
    {
        var page = await site.OpenAsync(width);
        await page.AddInitScriptAsync($"localStorage.setItem('ticker', '{choice}')");
        await WatchAsync(page);
        await page.GotoAsync(site.Kinds[kind], new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.NotEqual("USD/KGS", await FirstPairAsync(page));
        Assert.Equal(0, await page.EvaluateAsync<double>("() => window.shift"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_script_or_a_store_the_same_choices_are_links()
    {
        var page = await site.OpenAsync("home", script: false);
        await page.Locator($"{Ticker} [data-choice='eur']").ClickAsync();
        Assert.Equal($"{site.Address}/rates/eur", page.Url);
        Assert.Equal("EUR/KGS", await FirstPairAsync(page));
        await page.Context.CloseAsync();

        page = await site.OpenAsync();
        await page.AddInitScriptAsync("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })");
        await page.GotoAsync(site.Kinds["home"]);
        await page.Locator($"{Ticker} [data-choice='eur']").ClickAsync();
        await page.WaitForURLAsync("**/rates/eur");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, true)]
    [InlineData(768, false)]
    [InlineData(1200, true)]
    [InlineData(1440, false)]
    public async Task No_rate_of_the_ticker_stands_half_cut(int width, bool script)
    {
        foreach (var path in new[] { "/", "/ru", "/kk", "/kk/rates/usd/inverse" })
        {
            var page = await site.OpenAsync(width, script: script);
            await page.GotoAsync(path);
            Findings.None((await page.EvaluateAsync<string[]>(HalfCut)).Select(cut => $"{path}: {cut}"));
            // Wherever a reader leaves it, and at its end.
            foreach (var at in new[] { 150, 10_000 })
            {
                await page.Locator($"{Ticker} ul").EvaluateAsync($"list => list.scrollLeft = {at}");
                Findings.None((await page.EvaluateAsync<string[]>(HalfCut)).Select(cut => $"{path} moved by {at}: {cut}"));
            }
            await page.Context.CloseAsync();
        }
    }

    /// <summary>Rates of which a part is out of sight, but for one behind whole ones that fades out to where it is cut; and text that stands out of its rate.</summary>
    const string HalfCut =
        """
        () => {
          const list = document.querySelector(".ticker ul"), { left, right } = list.getBoundingClientRect(), fades = getComputedStyle(list).maskImage.includes("gradient");
          const box = item => item.getBoundingClientRect(), tell = (item, why) => `${item.innerText.replaceAll("\n", " ")} ${why}`;
          const seen = [...list.children].filter(item => box(item).right > left + 1 && box(item).left < right - 1);
          const whole = seen.filter(item => box(item).left > left - 1 && box(item).right < right + 1);
          return [
            ...(whole.length ? [] : ["no rate is whole"]),
            ...seen.filter(item => box(item).left < left - 1).map(item => tell(item, "is cut at its beginning")),
            ...seen.filter(item => box(item).right > right + 1 && !fades).map(item => tell(item, "is cut at its end")),
            ...seen.filter(item => item.scrollWidth > item.clientWidth).map(item => tell(item, "stands out")),
          ];
        }
        """;

    [Theory]
    [InlineData("pair", 1440)]
    [InlineData("cross", 360)]
    public async Task The_values_of_a_chart_are_read_by_keyboard_and_by_pointer_digit_for_digit(string kind, int width)
    {
        var page = await site.OpenAsync(width);
        await WatchAsync(page);
        await page.GotoAsync(site.Kinds[kind], new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(0, await page.EvaluateAsync<double>("() => window.shift"));
        var chart = page.Locator(".chart");
        var slider = chart.Locator("input[type=range]");
        var said = chart.Locator("output");
        var rows = await ValuesAsync(await chart.GetAttributeAsync("data-csv") ?? "");
        var last = DateOnly.ParseExact(await chart.GetAttributeAsync("data-to") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

        // A day back with each key; the first asks for the values.
        await slider.FocusAsync();
        foreach (var back in new[] { 1, 2, 3 })
        {
            await page.Keyboard.PressAsync("ArrowLeft");
            await Assertions.Expect(said).ToHaveTextAsync(Said(last.AddDays(-back)));
        }
        Assert.Equal(await said.InnerTextAsync(), await slider.GetAttributeAsync("aria-valuetext"));

        // The pointer at the middle of the box: the day in the middle.
        var box = await chart.Locator("> svg").BoundingBoxAsync();
        await page.Mouse.MoveAsync(box!.X + box.Width / 2, box.Y + box.Height / 2);
        var length = int.Parse(await slider.GetAttributeAsync("max") ?? "", CultureInfo.InvariantCulture);
        await Assertions.Expect(said).ToHaveTextAsync(Said(last.AddDays(-length + (length + 1) / 2)));
        Assert.Equal(0, await page.EvaluateAsync<double>("() => window.shift"));
        await page.Context.CloseAsync();

        string Said(DateOnly day) => $"{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}: {rows.Last(r => r.Day <= day).Value}";
    }

    [Theory]
    [InlineData("uz", "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr", "2026-yil 1-aprel: 12\u00A0194,21")]
    [InlineData("en", "January|February|March|April|May|June|July|August|September|October|November|December", "1 April 2026: 12,194.21")]
    public async Task The_values_of_a_chart_are_told_in_the_days_and_numbers_of_the_page(string language, string months, string said)
    {
        var page = await site.OpenAsync();
        await page.GotoAsync($"{(language == "en" ? "" : "/" + language)}/rates/usd-uzs", new() { WaitUntil = WaitUntilState.NetworkIdle });
        // Browsers have no Turkmen and no Tajik of their own: the page brings the names of its months.
        Assert.Equal(months, await page.Locator(".chart").GetAttributeAsync("data-months"));
        var slider = page.Locator(".chart input[type=range]");
        var last = DateOnly.ParseExact(await page.Locator(".chart").GetAttributeAsync("data-to") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var length = int.Parse(await slider.GetAttributeAsync("max") ?? "", CultureInfo.InvariantCulture);
        await slider.FillAsync((length - (last.DayNumber - new DateOnly(2026, 4, 1).DayNumber)).ToString(CultureInfo.InvariantCulture));
        await Assertions.Expect(page.Locator(".chart output")).ToHaveTextAsync(said);
        await page.Context.CloseAsync();
    }

    static async Task WatchAsync(IPage page) => await page.AddInitScriptAsync(
        """
        window.shift = 0;
        new PerformanceObserver(list => { for (const one of list.getEntries()) window.shift += one.value; }).observe({ type: 'layout-shift', buffered: true });
        """);

    static async Task<string> FirstPairAsync(IPage page) => (await page.Locator($"{Ticker} li a").First.InnerTextAsync()).Split(' ')[0];

    static Task PairIsAsync(IPage page, string pair) =>
        Assertions.Expect(page.Locator($"{Ticker} li a").First).ToContainTextAsync(pair);

    async Task<IReadOnlyList<(DateOnly Day, string Value)>> ValuesAsync(string path)
    {
        var csv = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return [.. from line in csv.Trim().Split("\r\n").Skip(1)
                   let cells = line.Split(',')
                   select (DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[3])];
    }
}
