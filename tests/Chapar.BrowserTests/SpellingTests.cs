namespace Chapar.BrowserTests;

/// <summary>Spellings that are not the house's, put right beside the text.</summary>
public class SpellingTests(Site site)
{
    [Fact]
    public async Task A_spelling_is_put_right_everywhere_with_one_click_and_taken_back_with_another()
    {
        var page = await site.SignInAsync("editor");
        await AddAsync(page, "Temir Zhanybaev", "Temir Janibayev");
        await page.NewStoryAsync();
        await page.WriteAsync("Janibayev speaks", "", "Janibayev rose. Then Janibayev spoke to Janibayev.");
        await page.SavedAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Write “Zhanybaev”" }).ClickAsync();
        await page.ShowsAsync("Zhanybaev rose. Then Zhanybaev spoke to Zhanybaev.");
        Assert.Equal("Zhanybaev speaks", await page.InputValueAsync("#headline"));
        await page.SavedAsync();
        await page.WaitForFunctionAsync("() => !document.getElementById('checks').textContent.includes('Janibayev')");

        // By the keyboard: the way back has the focus.
        await page.Keyboard.PressAsync("Enter");
        await page.ShowsAsync("Janibayev rose. Then Janibayev spoke to Janibayev.");
        Assert.Equal("Janibayev speaks", await page.InputValueAsync("#headline"));
        await page.SavedAsync();
        await page.WaitForSelectorAsync("#checks >> text=the house writes “Zhanybaev” (4 places)");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_replacement_keeps_bold_leaves_other_languages_alone_and_is_one_step_for_undo()
    {
        var page = await site.SignInAsync("editor");
        await AddAsync(page, "Kyzyl-Bulun", "Kyzyl Bulun");
        await page.NewStoryAsync();
        await page.WriteAsync("A bay", "", "");
        await page.PasteAsync("<p>At <b>Kyzyl Bulun</b> it rained, and at <span lang=\"tr\">Kyzyl Bulun</span> too.</p><p>KYZYL BULUN’S boats stayed.</p>");
        await page.ShowsAsync("At Kyzyl Bulun it rained, and at Kyzyl Bulun too.\nKYZYL BULUN’S boats stayed.");
        await page.SavedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write “Kyzyl-Bulun”" }).ClickAsync();
        await page.ShowsAsync("At Kyzyl-Bulun it rained, and at Kyzyl Bulun too.\nKYZYL BULUN’S boats stayed.");
        await page.SavedAsync();
        Assert.Contains("\"marks\":[{\"type\":\"bold\"}],\"text\":\"Kyzyl-Bulun\"", Ordered(await page.StoredAsync()), StringComparison.Ordinal);

        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+z");
        await page.ShowsAsync("At Kyzyl Bulun it rained, and at Kyzyl Bulun too.\nKYZYL BULUN’S boats stayed.");
        await page.Context.CloseAsync();
    }

    /// <summary>Whatever the order in which the browser wrote mark and text.</summary>
    static string Ordered(string json) => json.Replace("\"text\":\"Kyzyl-Bulun\",\"marks\":[{\"type\":\"bold\"}]", "\"marks\":[{\"type\":\"bold\"}],\"text\":\"Kyzyl-Bulun\"", StringComparison.Ordinal);

    static async Task AddAsync(IPage page, string preferred, string other)
    {
        await page.GotoAsync("/newsroom/spellings");
        if (await page.Locator("tbody th a", new() { HasTextString = preferred }).CountAsync() > 0) return;
        await page.FillAsync("[name='preferred.en']", preferred);
        await page.FillAsync("[name='others.en']", other);
        await page.ClickAsync("main .card button");
        await page.AnsweredAsync();
    }
}
