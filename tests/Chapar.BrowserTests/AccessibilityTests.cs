namespace Chapar.BrowserTests;

/// <summary>axe finds nothing, and the keyboard reaches everything, on every kind of page.</summary>
public class AccessibilityTests(Site site)
{
    [Theory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_on_phone_and_desk_by_day_and_night(string kind)
    {
        using var tab = await site.LookAtAsync(site.Kinds[kind]);
        await LookAsync(tab.Page);
    }

    [Theory, MemberData(nameof(PageKinds.WithText), MemberType = typeof(PageKinds))]
    public async Task Axe_finds_nothing_in_the_text_edition(string kind)
    {
        using var tab = await site.LookAtAsync(PageKinds.TextOf(site.Kinds[kind]));
        await LookAsync(tab.Page);
    }

    static async Task LookAsync(IPage page)
    {
        var wrong = new List<string>();
        foreach (var width in new[] { 320, 1440 })
        {
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                wrong.AddRange(await page.LookAsync(width, scheme));
            }
        }
        Findings.None(wrong);
        Assert.Equal(320, await WidthAsync(page));
    }

    /// <summary>How wide it is on the narrowest phone: wider, and it would scroll sideways.</summary>
    static async Task<int> WidthAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 900);
        return await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth");
    }

    [Fact]
    public async Task Axe_sees_what_is_wrong_also_in_a_frame_and_only_outside_what_is_left_out()
    {
        var page = await site.OpenAsync();
        // An address of the site's own, since axe speaks to no frame of another.
        await page.RouteAsync("**/wrong", route => route.FulfillAsync(new()
        {
            ContentType = "text/html",
            Body = """
            <!doctype html><html lang="en"><title>Wrong</title><main><h1>Wrong</h1><p id="pale" style="color: #ddd; background: #fff">Pale</p>
            <iframe title="Inner" srcdoc="<!doctype html><html lang='en'><title>Inner</title><main><h1>Inner</h1><img src='data:,'></main></html>"></iframe></main></html>
            """,
        }));
        await page.GotoAsync("/wrong");
        var wrong = await page.LookAsync();
        Assert.Contains(wrong, said => said.StartsWith("color-contrast", StringComparison.Ordinal));
        Assert.Contains(wrong, said => said.StartsWith("image-alt", StringComparison.Ordinal));
        Assert.DoesNotContain(await page.LookAsync("#pale"), said => said.StartsWith("color-contrast", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task The_first_Tab_is_the_skip_link_and_it_is_seen(string kind)
    {
        using var tab = await site.LookAtAsync(site.Kinds[kind]);
        await tab.Page.Keyboard.PressAsync("Tab");
        var focus = await tab.Page.EvaluateAsync<Focus>(
            """
            () => {
              const it = document.activeElement, box = it.getBoundingClientRect(), style = getComputedStyle(it);
              return {
                target: it.getAttribute("href") ?? "",
                seen: box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0 && style.visibility === "visible",
                marked: style.outlineStyle !== "none" || style.boxShadow !== "none",
                reaches: !!document.querySelector(it.getAttribute("href") ?? "#")
              };
            }
            """);
        Assert.StartsWith("#", focus.Target, StringComparison.Ordinal);
        Assert.True(focus.Seen, "the skip link is not in view");
        Assert.True(focus.Marked, "the skip link's focus is not marked");
        Assert.True(focus.Reaches, $"nothing on the page is {focus.Target}");
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_is_marked()
    {
        var page = await site.OpenAsync("article");
        Assert.Empty(await page.UnmarkedStopsAsync("a[href], button, input, select, textarea, summary"));
        await page.Context.CloseAsync();
    }

    sealed class Focus
    {
        public string Target { get; set; } = "";
        public bool Seen { get; set; }
        public bool Marked { get; set; }
        public bool Reaches { get; set; }
    }
}
