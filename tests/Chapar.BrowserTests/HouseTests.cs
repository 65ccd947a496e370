using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

/// <summary>The house, the plan and the box that finds everything, in a real browser.</summary>
public partial class HouseTests(Site site)
{
    public static TheoryData<string> Rooms => ["house", "sections", "places", "topics", "topics/first", "sections/first", "authors", "authors/first", "spellings", "spellings/first", "redirects", "held-rates", "deliveries", "settings", "find?q=water", "planning", "planning?view=day"];

    [Theory]
    [MemberData(nameof(Rooms))]
    public async Task A_room_is_clean_for_axe_and_fits_a_phone_in_light_and_dark(string room)
    {
        foreach (var (width, scheme) in new[] { (360, ColorScheme.Light), (1440, ColorScheme.Dark) })
        {
            var page = await site.SignInAsync("administrator", width, scheme);
            await page.GotoAsync("/newsroom/" + room.Replace("/first", "", StringComparison.Ordinal));
            if (room.EndsWith("/first", StringComparison.Ordinal)) await page.ClickAsync("table tbody th a");
            Findings.None((await page.LookAsync()).Select(said => $"{room} at {width}: {said}"));
            Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"{room} is wider than {width} pixels");
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task Everything_is_reached_from_the_box_by_keys_alone()
    {
        var page = await site.SignInAsync("administrator");
        await page.GotoAsync("/newsroom");
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("redirects");
        await page.WaitForSelectorAsync("#find-list [role=option][aria-selected=true]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/redirects");

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("new story");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(StoryAddress());
        await page.WaitForSelectorAsync(".prose");

        // In the text Ctrl-K makes a link, as it did before.
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+k");
        Assert.False(await page.EvaluateAsync<bool>("() => document.getElementById('find').open"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_plan_is_used_by_keys_alone()
    {
        var page = await site.SignInAsync("editor");
        await page.GotoAsync("/newsroom/planning");
        await page.Keyboard.PressAsync("n");
        await page.Keyboard.TypeAsync("Winter on the pass");
        await page.Keyboard.PressAsync("Enter");
        await page.AnsweredAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**/newsroom/planning?on=*");
        await page.Keyboard.PressAsync("d");
        await page.WaitForURLAsync("**view=day*");
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("/newsroom/stories/[0-9a-f-]{36}")]
    private static partial Regex StoryAddress();
}
