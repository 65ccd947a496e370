using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chapar.BrowserTests;

/// <summary>A story on its way between desks and past what bars it, and the story that the rates write.</summary>
public class FlowTests(Site site)
{
    [Fact]
    public async Task What_the_settings_bar_is_told_and_mended_before_a_story_goes_out()
    {
        var chief = await site.SignInAsync("administrator");
        await BarAsync(chief, isBarred: true);
        var publisher = await site.SignInAsync("publisher");
        await publisher.NewStoryAsync();
        // The other tests write no headline that ends so.
        await publisher.WriteAsync("The bridge has opened.", "From the first day on.", "It is open.");
        await publisher.FileAsync();
        await publisher.SavedAsync();
        var story = new Uri(publisher.Url).AbsolutePath;
        await publisher.ReloadAsync();
        await publisher.Locator("form[action*='handler=Publish'] button").First.EvaluateAsync("it => { for (const box of document.querySelectorAll('details')) box.open = true; it.click() }");
        await publisher.AnsweredAsync(".refusals li");
        Assert.Contains("full stop", await publisher.InnerTextAsync(".refusals"), StringComparison.Ordinal);

        await publisher.WaitForSelectorAsync(".prose");
        await publisher.FocusAsync("#headline");
        await publisher.Keyboard.PressAsync("End");
        await publisher.Keyboard.PressAsync("Backspace");
        await publisher.SavedAsync();
        await publisher.GotoAsync(story);
        await publisher.ActAsync("Publish");
        await publisher.PublishedAsync(story);
        await BarAsync(chief, isBarred: false);
        await publisher.Context.CloseAsync();
        await chief.Context.CloseAsync();
    }

    static async Task BarAsync(IPage chief, bool isBarred)
    {
        await chief.GotoAsync("/newsroom/settings");
        await chief.SetCheckedAsync("input[name=bars][value=headline-stop]", isBarred);
        await chief.ClickAsync("main form button:not(.plain)");
        await chief.AnsweredAsync();
        Assert.Equal(isBarred, await chief.IsCheckedAsync("input[name=bars][value=headline-stop]"));
    }

    [Fact]
    public async Task A_story_is_sent_to_another_desk_and_taken_back()
    {
        var editor = await site.SignInAsync("editor");
        await editor.NewStoryAsync();
        await editor.WriteAsync("A story for another desk", "From the first day on.", "It is theirs.");
        await editor.FileAsync();
        await editor.SavedAsync();
        await editor.ReloadAsync();
        var desk = await editor.EvaluateAsync<string>("() => [...document.querySelectorAll('#desk option')].find(it => it.value).value");
        await editor.ActAsync("SendToDesk", ("desk", desk), ("note", "You know the river."));
        Assert.Contains("You know the river.", await editor.InnerTextAsync(".handed"), StringComparison.Ordinal);
        await editor.Locator(".handed button").ClickAsync();
        await editor.WaitForSelectorAsync("body:not(:has(.handed))");
        await editor.Context.CloseAsync();
    }

    /// <summary>What sites answer is in LinkCheckTests; the site of these tests asks none.</summary>
    [Fact]
    public async Task The_checklist_looks_again_while_links_are_being_asked()
    {
        var writer = await site.SignInAsync("writer");
        await writer.NewStoryAsync();
        await writer.WriteAsync("A story with a link", "", "It leads far.");
        await writer.SavedAsync();
        // The first list comes with what is saved, or is asked for, when the socket tells of that first; those of the page that is left are answered too.
        // The answer changes when the first has been looked at.
        var (isSeen, askedAfter) = (false, 0);
        await writer.RouteAsync("**/*handler=Save*", async route =>
        {
            var answer = await route.FetchAsync();
            var saved = (JsonObject)JsonNode.Parse(await answer.TextAsync())!;
            saved["checks"] = JsonSerializer.SerializeToNode(new[] { Point("1 link is being asked", true) });
            await route.FulfillAsync(new() { Response = answer, Body = saved.ToJsonString() });
        });
        await writer.RouteAsync("**/*handler=Checks*", route =>
        {
            if (isSeen) askedAfter++;
            return route.FulfillAsync(new() { Json = new[] { isSeen ? Point("The link “far” does not answer", false) : Point("1 link is being asked", true) } });
        });
        // Nobody reloads the page, and nobody writes on.
        await writer.ReloadAsync();
        await writer.WaitForSelectorAsync(".prose");
        await writer.FocusAsync(".prose");
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.TypeAsync(" Very far.");
        await writer.WaitForSelectorAsync("#checks >> text=1 link is being asked");
        isSeen = true;
        await writer.WaitForSelectorAsync("#checks >> text=The link “far” does not answer");
        Assert.Equal(1, await writer.Locator("#checks li").CountAsync());
        Assert.Equal(1, askedAfter);
        await writer.Context.CloseAsync();

        static object Point(string text, bool isPending) => new { text, isPending, isBar = false, places = (object?)null, replacement = (string?)null };
    }

    /// <summary>The rates of the demo end long before last week: the story itself is in DigestTests.</summary>
    [Fact]
    public async Task The_weeks_rates_are_asked_for_from_the_box_by_keys_and_a_week_without_any_is_told()
    {
        var writer = await site.SignInAsync("writer");
        await writer.GotoAsync("/newsroom");
        await writer.Keyboard.PressAsync("Control+k");
        await writer.Keyboard.TypeAsync("rates as a draft");
        await writer.WaitForSelectorAsync("#find-list [role=option][aria-selected=true]");
        await writer.Keyboard.PressAsync("Enter");
        await writer.WaitForSelectorAsync(".refusals li");
        Assert.StartsWith("No bank’s documents", await writer.InnerTextAsync(".refusals li"), StringComparison.Ordinal);
        await writer.Context.CloseAsync();
    }
}
