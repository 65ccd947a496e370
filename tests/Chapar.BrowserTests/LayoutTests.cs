namespace Chapar.BrowserTests;

/// <summary>Nothing jumps, nothing sticks out, and paper gets the story.</summary>
public class LayoutTests(Site site)
{
    /// <summary>What a script adds to a page: the slider that reads a chart's values, which stand in a table below it too.</summary>
    const string AddedByScript = ".chart input[type=range], .chart output";

    /// <summary>Collects what moved, with from where to where.</summary>
    const string WatchShifts =
        """
        window.shifts = [];
        const box = r => `${Math.round(r.x)},${Math.round(r.y)} ${Math.round(r.width)}×${Math.round(r.height)}`;
        new PerformanceObserver(list => {
          for (const one of list.getEntries())
            window.shifts.push(`${one.value}: ` + one.sources.map(s => `${s.node?.outerHTML?.slice(0, 120) ?? s.node?.textContent} from ${box(s.previousRect)} to ${box(s.currentRect)}`).join("; "));
        }).observe({ type: 'layout-shift', buffered: true });
        """;

    [Theory]
    [InlineData("home", 360)]
    [InlineData("home", 1440)]
    [InlineData("article", 360)]
    [InlineData("article", 1440)]
    public async Task Nothing_moves_while_a_page_loads(string kind, int width)
    {
        var page = await site.OpenAsync(width);
        await page.AddInitScriptAsync(WatchShifts);
        // At once, as this is not the test of pieces: where a packet ends within a word, its other half would count as a move.
        await page.RouteAsync(site.Address + site.Kinds[kind], async route => await route.FulfillAsync(new() { Response = await route.FetchAsync() }));
        await page.GotoAsync(site.Kinds[kind], new() { WaitUntil = WaitUntilState.NetworkIdle });
        // Pictures below the fold load when they come near; they must not push the text either.
        await page.EvaluateAsync(
            """
            async () => {
              for (let y = 0; y < document.body.scrollHeight; y += 600) {
                scrollTo(0, y);
                await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              }
            }
            """);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        Findings.None(await page.EvaluateAsync<string[]>("() => window.shifts"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("home")]
    [InlineData("article")]
    [InlineData("section")]
    [InlineData("rates")]
    [InlineData("pair")]
    public async Task Nothing_moves_while_a_page_comes_in_pieces_over_a_slow_line(string kind)
    {
        foreach (var width in new[] { 360, 768, 1440 })
        {
            var page = await site.OpenAsync(width);
            // So tall that the whole page is in sight: what moves below the fold is not told of.
            await page.SetViewportSizeAsync(width, 8000);
            await using var line = new SlowLine(site, page);
            await page.AddInitScriptAsync(WatchShifts);
            await page.GotoAsync(line.Address + site.Kinds[kind], new() { WaitUntil = WaitUntilState.Load, Timeout = 60_000 });
            Findings.None((await page.EvaluateAsync<string[]>("() => window.shifts")).Select(shift => $"{width} px: {shift}"));
            await page.Context.CloseAsync();
        }
    }

    [Theory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task A_phone_does_not_scroll_sideways(string kind)
    {
        using var tab = await site.LookAtAsync(site.Kinds[kind], width: 320);
        var tooWide = await tab.Page.EvaluateAsync<string[]>(
            """
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
              [...document.querySelectorAll("body *")].filter(it => it.getBoundingClientRect().right > innerWidth + 0.5)
                .map(it => it.outerHTML.slice(0, 120)).slice(0, 5)
            """);
        Findings.None(tooWide);
        Assert.Equal(320, await tab.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
    }

    [Theory, MemberData(nameof(PageKinds.Found), MemberType = typeof(PageKinds))]
    public async Task A_page_reads_the_same_without_script(string kind)
    {
        using var with = await site.LookAtAsync(site.Kinds[kind]);
        using var without = await site.LookAtAsync(site.Kinds[kind], script: false);
        Assert.Equal(await TextAsync(without.Page), await TextAsync(with.Page));
    }

    [Fact]
    public async Task Paper_gets_the_headline_and_every_paragraph()
    {
        var page = await site.OpenAsync("article");
        var headline = await page.Locator("h1").InnerTextAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator("h1").IsVisibleAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => [...document.querySelectorAll('nav')].filter(it => it.checkVisibility()).length"));

        var reader = Programs.Find("pdftotext");
        if (reader is null) Assert.Skip("pdftotext is missing: apt-get install poppler-utils");
        var file = Path.Combine(Path.GetTempPath(), $"chapar-{Guid.NewGuid():N}.pdf");
        await page.PdfAsync(new() { Path = file, Format = "A4" });
        var (_, text) = await Programs.RunAsync(reader, "-layout", file, "-");
        File.Delete(file);
        Assert.Contains(Words(headline), Words(text), StringComparison.Ordinal);
        foreach (var paragraph in await page.Locator("[itemprop=articleBody] > p, .body > p").AllInnerTextsAsync())
        {
            // A word may be broken at the end of a line; the first few of a paragraph are not.
            Assert.Contains(string.Join(' ', Words(paragraph).Split(' ').Take(4)), Words(text), StringComparison.Ordinal);
        }
        await page.Context.CloseAsync();
    }

    /// <summary>The words of the whole page and all that can be pressed or filled in, without what a script adds by design.</summary>
    static Task<string> TextAsync(IPage page) => page.EvaluateAsync<string>(
        """
        added => {
          for (const one of document.querySelectorAll(added)) one.remove();
          const controls = [...document.querySelectorAll("a, button, input, select, textarea, summary, output")].filter(it => it.checkVisibility());
          return [document.body.innerText, ...controls.map(it => `${it.localName} ${it.ariaLabel ?? ""} ${it.value ?? it.innerText}`)].join("\n");
        }
        """, AddedByScript);

    static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
