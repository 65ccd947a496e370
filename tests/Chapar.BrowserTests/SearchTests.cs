namespace Chapar.BrowserTests;

/// <summary>What is typed into the box of a search is completed, by keyboard and pointer; without script the form does it all.</summary>
public class SearchTests(Site site)
{
    const string Box = "main form[role=search] input[name=q]", Options = ".suggested [role=option]";

    [Fact]
    public async Task The_keyboard_walks_through_what_completes_the_word_and_takes_it()
    {
        var page = await site.OpenAsync("search-nothing");
        await page.FillAsync(Box, "");
        await page.FocusAsync(Box);
        await page.Keyboard.TypeAsync("wat");
        await page.WaitForSelectorAsync(Options);
        Assert.Equal("true", await page.GetAttributeAsync(Box, "aria-expanded"));
        Assert.StartsWith("Suggestions: ", await page.InnerTextAsync("main form [role=status]"), StringComparison.Ordinal);
        Assert.Null(await page.GetAttributeAsync(Box, "aria-activedescendant"));

        await page.Keyboard.PressAsync("ArrowDown");
        var first = await page.GetAttributeAsync(Options, "id");
        Assert.Equal((first, "true"), (await page.GetAttributeAsync(Box, "aria-activedescendant"), await page.GetAttributeAsync("#" + first, "aria-selected")));
        // From the last one on it is the box's turn, then the first one's.
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Null(await page.GetAttributeAsync(Box, "aria-activedescendant"));
        await page.Keyboard.PressAsync("ArrowUp");
        Assert.Equal(await page.Locator(Options).Last.GetAttributeAsync("id"), await page.GetAttributeAsync(Box, "aria-activedescendant"));
        // Escape shuts the list and leaves what was typed.
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal(("false", "wat", false), (await page.GetAttributeAsync(Box, "aria-expanded"), await page.InputValueAsync(Box), await page.IsVisibleAsync(".suggested")));

        await page.Keyboard.TypeAsync("e");
        await page.WaitForSelectorAsync(Options);
        var path = await page.GetAttributeAsync(Options, "data-path");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => path is { Length: > 0 } ? new Uri(address).AbsolutePath == path : address.Contains("q=", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_without_a_choice_searches_for_what_was_typed_and_a_click_takes_what_was_clicked()
    {
        var page = await site.OpenAsync("home");
        await page.FocusAsync(".strip input[name=q]");
        await page.Keyboard.TypeAsync("water");
        await page.WaitForSelectorAsync(Options);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/search?q=water");

        await page.FillAsync(Box, "");
        await page.FocusAsync(Box);
        await page.Keyboard.TypeAsync("wate");
        await page.WaitForSelectorAsync(Options + "[data-path^='/']");
        var path = await page.GetAttributeAsync(Options + "[data-path^='/']", "data-path");
        await page.Locator(Options + "[data-path^='/']").First.ClickAsync();
        await page.WaitForURLAsync("**" + path);
        await page.Context.CloseAsync();
    }

    [Theory, InlineData(320, ColorScheme.Light), InlineData(320, ColorScheme.Dark), InlineData(1440, ColorScheme.Light), InlineData(1440, ColorScheme.Dark)]
    public async Task The_open_list_moves_nothing_and_axe_finds_nothing_in_it(int width, ColorScheme scheme)
    {
        var page = await site.OpenAsync("search", width, scheme);
        var before = await TopAsync();
        await page.FillAsync(Box, "");
        await page.FocusAsync(Box);
        await page.Keyboard.TypeAsync("wat");
        await page.WaitForSelectorAsync(Options);
        await page.Keyboard.PressAsync("ArrowDown");
        Assert.Equal(before, await TopAsync());
        Findings.None(await page.LookAsync(width, scheme));
        await page.Context.CloseAsync();

        Task<double> TopAsync() => page.EvaluateAsync<double>("() => document.querySelector('.hits').getBoundingClientRect().top + scrollY");
    }

    [Fact]
    public async Task On_a_wide_page_what_narrows_the_search_is_seen_at_once_and_on_a_phone_it_is_opened()
    {
        var page = await site.OpenAsync("search", 1440);
        Assert.True(await page.Locator(".filters details li").First.IsVisibleAsync());
        await page.SetViewportSizeAsync(360, 800);
        Assert.False(await page.Locator(".filters details li").First.IsVisibleAsync());
        await page.Locator(".filters summary").ClickAsync();
        Assert.True(await page.Locator(".filters details li").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_form_searches()
    {
        var page = await site.OpenAsync("search", script: false);
        await page.FillAsync(Box, "glacier");
        await page.Locator("main form[role=search] button").ClickAsync();
        await page.WaitForURLAsync("**/search?q=glacier");
        Assert.Equal("glacier", await page.InputValueAsync(Box));
        await page.Context.CloseAsync();
    }
}
