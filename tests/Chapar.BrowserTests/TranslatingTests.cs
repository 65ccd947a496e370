namespace Chapar.BrowserTests;

/// <summary>A translator at the desk, by the keyboard.</summary>
public class TranslatingTests(Site site)
{
    [Fact]
    public async Task A_story_is_translated_beside_its_source_by_the_keyboard_and_each_paragraph_stands_by_its_own()
    {
        var (writer, page) = await OpenAsync("It rose by a metre overnight and flooded the lower streets of the old town before anybody could be warned of it.", "Nobody was hurt.", "The bridge is closed.");
        Assert.Equal("0 of 4 done", await CountAsync(page));
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.TypeAsync("Река поднялась");
        foreach (var text in new[] { "Она поднялась на метр.", "Никто не пострадал." })
        {
            await page.Keyboard.PressAsync("F8");
            await page.Keyboard.TypeAsync(text);
        }
        await page.SavedAsync();
        Assert.Equal("3 of 4 done", await CountAsync(page));
        Assert.Equal("Она поднялась на метр.\nНикто не пострадал.\n", await page.StoredTextAsync());
        // Each beside its own, and none over another.
        int[] inStep = [0, 0, 0];
        Assert.Equal(inStep, await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('.prose > .source-side')].map(side => Math.round(Math.abs(side.getBoundingClientRect().top - side.nextElementSibling.getBoundingClientRect().top)))"));
        Assert.True(await page.EvaluateAsync<bool>("() => { const [a, b] = [...document.querySelectorAll('.prose > .source-side')].map(side => side.getBoundingClientRect()); return a.bottom <= b.top && a.right < document.querySelector('.prose > p').getBoundingClientRect().left; }"));
        Assert.Equal(("en", "ru"), (await page.GetAttributeAsync(".source-text", "lang"), await page.GetAttributeAsync(".prose", "lang")));
        // Upwards again, and round from the end.
        await page.Keyboard.PressAsync("Shift+F8");
        await page.Keyboard.TypeAsync("Мост закрыт.");
        await page.WaitForFunctionAsync("() => document.querySelector('#translation-count').textContent === '4 of 4 done'");
        await page.Keyboard.PressAsync("F8");
        Assert.Equal("Nothing is left to do.", await page.InnerTextAsync("#translation-said"));
        await writer.Context.CloseAsync();
    }

    [Fact]
    public async Task Split_joined_cut_and_pasted_the_paragraphs_go_on_saying_what_they_said()
    {
        var (writer, page) = await OpenAsync("One is one.", "Two is two.", "Three is three.");
        foreach (var text in new[] { "Река", "Раз два.", "Три.", "Четыре." })
        {
            await page.Keyboard.PressAsync("F8");
            await page.SelectedAsync();
            await page.Keyboard.TypeAsync(text);
        }
        Assert.Equal("4 of 4 done", await CountAsync(page));
        var names = await NamesAsync(page);
        // Split in two: both say it.
        await BeforeAsync(page, "два.");
        await page.Keyboard.PressAsync("Enter");
        await SaysAsync(page, names[0], names[0], names[1], names[2]);
        // Joined: one says both.
        await BeforeAsync(page, "Три.");
        await page.Keyboard.PressAsync("Backspace");
        await SaysAsync(page, names[0], $"{names[0]} {names[1]}", names[2]);
        Assert.Equal("4 of 4 done", await CountAsync(page));
        // Cut and pasted they keep their names.
        await page.Keyboard.PressAsync("Control+a");
        await page.SelectedAsync();
        await page.Keyboard.PressAsync("Control+x");
        await page.WaitForFunctionAsync("() => ![...document.querySelectorAll('.prose > p')].some(paragraph => paragraph.textContent.includes('Четыре.'))");
        await page.Keyboard.PressAsync("Control+v");
        await SaysAsync(page, names[0], $"{names[0]} {names[1]}", names[2]);
        Assert.Equal("4 of 4 done", await CountAsync(page));
        await page.SavedAsync();
        Assert.Equal("Раз \nдва.Три.\nЧетыре.", await page.StoredTextAsync());
        await writer.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_source_changes_appears_at_the_open_desk_and_is_done_with_by_the_keyboard_and_undone()
    {
        var (writer, page) = await OpenAsync("It rose by a metre.", "Nobody was hurt.");
        foreach (var text in new[] { "Река", "Она поднялась на метр.", "Никто не пострадал." })
        {
            await page.Keyboard.PressAsync("F8");
            await page.Keyboard.TypeAsync(text);
        }
        await page.SavedAsync();
        await writer.SelectAsync("a metre");
        await writer.Keyboard.TypeAsync("two metres");
        await writer.SelectAsync("hurt.");
        await writer.Keyboard.PressAsync("ArrowRight");
        await writer.SelectedAsync();
        await writer.Keyboard.PressAsync("Enter");
        await writer.Keyboard.TypeAsync("It rains.");
        await writer.SavedAsync();

        await ReturnAsync(page);
        await page.WaitForSelectorAsync(".source-unit[data-state=edited]");
        Assert.Equal(("a metre.", "two metres."), (await page.InnerTextAsync(".source-unit del"), await page.InnerTextAsync(".source-unit ins")));
        Assert.Equal("3 of 4 done · 2 changed", (await CountAsync(page)).Replace("2 of 4", "3 of 4", StringComparison.Ordinal));
        Assert.Contains("Она поднялась на метр.", await page.InnerTextAsync(".prose"), StringComparison.Ordinal);
        await page.FocusAsync("#headline");
        await page.Keyboard.PressAsync("F8");
        await page.SelectedAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync(".source-unit[data-state=edited]", new() { State = WaitForSelectorState.Detached });
        // The next one is new: room is made for it.
        await page.WaitForFunctionAsync("() => document.querySelector('.source-unit[data-state=added]').contains(document.activeElement)");
        await page.ClickAsync("#translation-said button");
        await page.WaitForSelectorAsync(".source-unit[data-state=edited]");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put in here" }).ClickAsync();
        await page.Keyboard.TypeAsync("Идёт дождь.");
        await page.SavedAsync();
        await page.ClickAsync("#translation-all");
        await page.WaitForFunctionAsync("() => document.querySelector('#translation-count').textContent === '4 of 4 done'");
        Assert.Equal("Она поднялась на метр.\nНикто не пострадал.\nИдёт дождь.", await page.StoredTextAsync());
        await writer.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_machine_proposes_is_marked_until_it_is_accepted_or_changed_and_bars_the_story()
    {
        var (writer, page) = await OpenAsync("It rose.", "Nobody was hurt.", "It rains.");
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.TypeAsync("Она поднялась.");
        await page.ClickAsync("#translation-machine");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.prose [data-machine]').length === 2");
        await page.SavedAsync();
        Assert.Equal("1 of 4 done · 2 by the machine, to be looked at", await CountAsync(page));
        Assert.Equal("Она поднялась.\nNOBODY WAS HURT.\nIT RAINS.", await page.StoredTextAsync());
        Assert.Contains("A machine wrote this paragraph", await page.InnerTextAsync("#checks"), StringComparison.Ordinal);
        // One is changed, the other accepted.
        await page.SelectAsync("NOBODY WAS HURT.");
        await page.Keyboard.TypeAsync("Никто не пострадал.");
        Assert.Equal(1, await page.Locator(".prose [data-machine]").CountAsync());
        await page.Keyboard.PressAsync("F8");
        await page.SelectedAsync();
        await page.Keyboard.PressAsync("F8");
        await page.SelectedAsync();
        await page.SelectAsync("IT RAINS.");
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.prose [data-machine]').length === 0");
        await page.SavedAsync();
        Assert.DoesNotContain("machine", await page.StoredAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("A machine wrote", await page.InnerTextAsync("#checks"), StringComparison.Ordinal);
        await writer.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_desk_and_the_overview_fit_every_screen_and_are_told_to_everybody(int width, ColorScheme scheme)
    {
        var (writer, page) = await OpenAsync("It rose by a metre.", "Nobody was hurt.");
        await page.Keyboard.PressAsync("F8");
        await page.Keyboard.TypeAsync("Река");
        await page.ClickAsync("#translation-machine");
        await page.WaitForSelectorAsync(".prose [data-machine]");
        await page.SavedAsync();
        await writer.SelectAsync("Nobody was");
        await writer.Keyboard.TypeAsync("Two were");
        await writer.SavedAsync();
        await page.SetViewportSizeAsync(width, 900);
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await ReturnAsync(page);
        await page.WaitForSelectorAsync(".source-unit[data-state=edited]");
        await FitsAsync(page, width);
        await page.GotoAsync("/newsroom/translations");
        Assert.Contains("behind", await page.InnerTextAsync(".overview"), StringComparison.Ordinal);
        await FitsAsync(page, width);
        await writer.Context.CloseAsync();
    }

    static async Task FitsAsync(IPage page, int width)
    {
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
        Assert.Empty(await page.LookAsync());
    }

    /// <summary>As if the tab came to the front again.</summary>
    static Task ReturnAsync(IPage page) => page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");

    static Task<string> CountAsync(IPage page) => page.InnerTextAsync("#translation-count");

    static Task<string[]> NamesAsync(IPage page) => page.EvaluateAsync<string[]>(Names);

    const string Names = "() => [...document.querySelectorAll('.prose > [data-source]')].map(block => JSON.parse(block.dataset.source))";

    /// <summary>Waits until the paragraphs say these of the source.</summary>
    static async Task SaysAsync(IPage page, params string[] names)
    {
        try
        {
            await page.WaitForFunctionAsync($"names => JSON.stringify(({Names})()) === JSON.stringify(names)", names);
        }
        catch (TimeoutException)
        {
            Assert.Equal(names, await NamesAsync(page));
        }
    }

    /// <summary>Puts the cursor before these words.</summary>
    static async Task BeforeAsync(IPage page, string words)
    {
        await page.SelectAsync(words);
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.SelectedAsync();
    }

    /// <summary>A story in one tab, its translation into Russian in another.</summary>
    async Task<(IPage Writer, IPage Translator)> OpenAsync(params string[] paragraphs)
    {
        var writer = await site.SignInAsync("writer");
        await writer.NewStoryAsync();
        await writer.WriteAsync("The river rises", "", "");
        foreach (var (index, paragraph) in paragraphs.Index())
        {
            if (index > 0) await writer.Keyboard.PressAsync("Enter");
            await writer.Keyboard.TypeAsync(paragraph);
        }
        await writer.SavedAsync();
        var page = await writer.Context.NewPageAsync();
        await page.GotoAsync(writer.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Translate into: Русский" }).ClickAsync();
        await page.WaitForSelectorAsync(".prose .source-unit");
        return (writer, page);
    }
}
