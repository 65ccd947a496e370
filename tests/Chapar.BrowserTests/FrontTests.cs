namespace Chapar.BrowserTests;

/// <summary>The fronts editor in a real browser: by pointer, by keys, without script.</summary>
public class FrontTests(Site site)
{
    static Task<string[]> SlotsAsync(IPage page) =>
        page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.slot')].map(slot => slot.querySelector('.story-head')?.textContent.trim() ?? '-')");

    static Task ArrangedAsync(IPage page, string seen) =>
        page.WaitForFunctionAsync("seen => document.querySelector('#desk input[name=seen]').value !== seen", seen);

    static Task<string> SeenAsync(IPage page) => page.InputValueAsync("#desk input[name=seen] >> nth=0");

    [Fact]
    public async Task A_story_is_dragged_into_a_slot_and_slots_are_dragged_past_each_other()
    {
        var page = await site.SignInAsync("publisher");
        // A front of its own for each test: they run on one site.
        await page.GotoAsync("/newsroom/fronts/en/culture");
        var story = (await page.InnerTextAsync(".offered li:nth-child(2) p")).Split('\n')[0].Trim();
        var seen = await SeenAsync(page);
        await DragAsync(page, ".offered li:nth-child(2) p", "[data-slot='1']");
        await ArrangedAsync(page, seen);
        Assert.StartsWith((await SlotsAsync(page))[1], story, StringComparison.Ordinal);

        seen = await SeenAsync(page);
        await DragAsync(page, "[data-slot='1'] .slot-head .quiet", "[data-slot='0']");
        await ArrangedAsync(page, seen);
        Assert.StartsWith((await SlotsAsync(page))[0], story, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_front_is_arranged_and_published_by_the_keyboard_alone()
    {
        var page = await site.SignInAsync("publisher");
        await page.GotoAsync("/newsroom/fronts/en/business");
        foreach (var _ in new[] { 1, 2 })
        {
            var before = await SeenAsync(page);
            await page.FocusAsync(".offered button");
            await page.Keyboard.PressAsync("Enter");
            await ArrangedAsync(page, before);
        }
        var slots = await SlotsAsync(page);
        var seen = await SeenAsync(page);
        await page.FocusAsync("[data-slot='1'] .grip");
        await page.Keyboard.PressAsync("ArrowUp");
        await ArrangedAsync(page, seen);
        Assert.Equal([slots[1], slots[0]], (await SlotsAsync(page)).Take(2));
        Assert.Equal("0", await page.EvaluateAsync<string>("() => document.activeElement.closest('[data-slot]').dataset.slot"));

        seen = await SeenAsync(page);
        await page.FocusAsync("form[action$=Publish] button");
        await page.Keyboard.PressAsync("Enter");
        await ArrangedAsync(page, seen);
        Assert.Contains("Published", await page.InnerTextAsync(".notice"), StringComparison.Ordinal);
        await page.GotoAsync("/business");
        Assert.Equal(slots[1], await page.InnerTextAsync("main h2 >> nth=0"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_previews_show_the_draft_in_the_width_of_a_phone_and_of_a_desktop()
    {
        var page = await site.SignInAsync("publisher");
        await page.GotoAsync("/newsroom/fronts/en/society");
        if (await page.Locator(".offered button").CountAsync() == 0) Assert.Skip("the sample has no story there");
        var seen = await SeenAsync(page);
        await page.ClickAsync(".offered li:last-child button");
        await ArrangedAsync(page, seen);
        var lead = (await SlotsAsync(page))[0];
        await page.Locator(".phone iframe").ScrollIntoViewIfNeededAsync();
        foreach (var (frame, width) in new[] { (".phone iframe", 360), (".desktop iframe", 1280) })
        {
            await page.FrameLocator(frame).Locator("main h2").First.WaitForAsync();
            Assert.Equal(lead, await page.FrameLocator(frame).Locator("main h2").First.InnerTextAsync());
            Assert.Equal(width, await page.EvalOnSelectorAsync<int>(frame, "it => it.clientWidth"));
        }
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_a_front_is_arranged_by_its_buttons()
    {
        var signed = await site.SignInAsync("publisher");
        var page = await site.OpenAsync(script: false);
        await page.Context.AddCookiesAsync((await signed.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
        await page.GotoAsync("/newsroom/fronts/ru");
        var slots = await page.Locator(".slot .story-head").AllInnerTextsAsync();
        await page.ClickAsync(".offered button >> nth=0");
        await page.ClickAsync("form[action*='handler=Undo'] button");
        Assert.Equal(slots, await page.Locator(".slot .story-head").AllInnerTextsAsync());
        await page.Context.CloseAsync();
        await signed.Context.CloseAsync();
    }

    static async Task DragAsync(IPage page, string from, string to)
    {
        var (start, end) = ((await page.Locator(from).First.BoundingBoxAsync())!, (await page.Locator(to).First.BoundingBoxAsync())!);
        await page.Mouse.MoveAsync(start.X + 5, start.Y + 5);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(start.X + 15, start.Y + 15);
        await page.Mouse.MoveAsync(end.X + (end.Width / 2), end.Y + (end.Height / 2), new() { Steps = 5 });
        await page.Mouse.UpAsync();
    }
}
