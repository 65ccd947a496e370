namespace Chapar.BrowserTests;

/// <summary>Find and replace in the text of a story.</summary>
public class FindTests(Site site)
{
    [Fact]
    public async Task All_are_replaced_by_the_keyboard_and_one_undo_takes_it_back()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.WriteAsync("Find and replace", "", "Osh, then osh. And Osh (again).");
        await page.Keyboard.PressAsync("Control+f");
        await page.Keyboard.TypeAsync("osh");
        Assert.Equal("1 of 3", await page.InnerTextAsync(".find-count"));
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("2 of 3", await page.InnerTextAsync(".find-count"));
        Assert.Equal("osh", await page.InnerTextAsync(".found-here"));

        await page.GetByLabel("Replace with").FillAsync("Naryn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Replace all" }).ClickAsync();
        await page.ShowsAsync("Naryn, then Naryn. And Naryn (again).");
        await page.Keyboard.PressAsync("Escape");
        Assert.Equal("prose", await page.EvaluateAsync<string>("() => document.activeElement.className.includes('prose') ? 'prose' : document.activeElement.outerHTML"));
        await page.Keyboard.PressAsync("Control+z");

        await page.ShowsAsync("Osh, then osh. And Osh (again).");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task One_is_replaced_after_the_other_and_case_and_signs_are_as_typed()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.WriteAsync("One by one", "", "Osh (Osh) osh");
        await page.Keyboard.PressAsync("Control+f");
        await page.GetByLabel("Match case").CheckAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Find", Exact = true }).FillAsync("(Osh)");
        Assert.Equal("1 of 1", await page.InnerTextAsync(".find-count"));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Find", Exact = true }).FillAsync("Osh");
        Assert.Equal("1 of 2", await page.InnerTextAsync(".find-count"));
        await page.GetByLabel("Replace with").FillAsync("Osh city");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Enter");
        await page.ShowsAsync("Osh city (Osh city) osh");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_to_find_with_is_seen_until_it_is_asked_for()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        Assert.False(await page.Locator(".find-panel").IsVisibleAsync());
        Assert.False(await page.Locator("#find").IsVisibleAsync());
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+f");
        Assert.True(await page.Locator(".find-panel").IsVisibleAsync());
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.Locator(".find-panel").IsVisibleAsync());
        await page.Context.CloseAsync();
    }
}
