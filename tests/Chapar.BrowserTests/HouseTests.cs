using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

/// <summary>The house, the plan and the box that finds everything, in a real browser.</summary>
public partial class HouseTests(Site site)
{
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

    [Theory]
    [InlineData(360)]
    [InlineData(768)]
    public async Task The_settings_stand_in_sight_and_every_box_to_tick_has_its_size(int width)
    {
        var page = await site.SignInAsync("administrator", width);
        await page.GotoAsync("/newsroom/settings");
        Assert.True(await page.EvaluateAsync<bool>("() => { const { left, right } = document.querySelector('.rooms [aria-current]').getBoundingClientRect(); return left >= 0 && right <= innerWidth }"));
        Assert.Equal("20, 20", await page.EvaluateAsync<string>("() => { const sizes = [...document.querySelectorAll('.settings [type=checkbox]')].map(it => it.offsetWidth); return `${Math.min(...sizes)}, ${Math.max(...sizes)}` }"));
        await page.Context.CloseAsync();
    }

    [GeneratedRegex("/newsroom/stories/[0-9a-f-]{36}")]
    private static partial Regex StoryAddress();
}
