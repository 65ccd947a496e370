namespace Chapar.BrowserTests;

/// <summary>What people do in the newsroom, as the tests of it say it.</summary>
internal static class Newsroom
{
    public static async Task NewStoryAsync(this IPage page)
    {
        await page.GotoAsync("/newsroom");
        await page.ClickAsync("#new-story");
        await page.WaitForSelectorAsync(".prose");
    }

    /// <summary>Headline, deck and text, all by the keyboard.</summary>
    public static async Task WriteAsync(this IPage page, string headline, string deck, string text)
    {
        await page.FocusAsync("#headline");
        await page.Keyboard.TypeAsync(headline);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(deck);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>What a publication needs besides words.</summary>
    public static async Task FileAsync(this IPage page)
    {
        await page.SelectOptionAsync("#section", new SelectOptionValue { Index = 1 });
        var author = await page.EvaluateAsync<string>("() => document.querySelector('#all-author option').value");
        await page.FillAsync("#add-author", author);
        await page.PressAsync("#add-author", "Enter");
        await page.WaitForSelectorAsync("#bylines li");
    }

    /// <summary>Until all that stands in the page is on the server.</summary>
    public static Task SavedAsync(this IPage page) => page.StatusAsync("saved");

    public static Task StatusAsync(this IPage page, string kind) => page.WaitForSelectorAsync($"#save-status[data-kind={kind}]");

    /// <summary>The text of the story as the server has it.</summary>
    public static Task<string> StoredAsync(this IPage page) =>
        page.EvaluateAsync<string>("async () => JSON.stringify((await (await fetch('?handler=State')).json()).body)");

    /// <summary>From its next page on this browser has no sockets, as behind a proxy that lets none through.</summary>
    public static Task WithoutSocketAsync(this IPage page) => page.AddInitScriptAsync("delete window.WebSocket;");

    /// <summary>The text as it stands on the screen, without the names at the others' cursors.</summary>
    public static Task<string> ShownAsync(this IPage page) => page.EvaluateAsync<string>(Shown);

    /// <summary>Waits until the text on the screen is this.</summary>
    public static async Task ShowsAsync(this IPage page, string text)
    {
        try
        {
            await page.WaitForFunctionAsync($"text => ({Shown})() === text", text);
        }
        catch (TimeoutException)
        {
            Assert.Equal(text, await page.ShownAsync());
        }
    }

    const string Shown =
        "() => { const copy = document.querySelector('.prose').cloneNode(true); copy.querySelectorAll('.caret, .ProseMirror-trailingBreak').forEach(it => it.remove()); " +
        "return [...copy.children].map(it => it.textContent.replaceAll('\\u2060', '')).join('\\n').trim(); }";

    /// <summary>Puts HTML into the text as a paste from another program would.</summary>
    public static Task PasteAsync(this IPage page, string html) => page.EvaluateAsync(
        """
        html => {
          const data = new DataTransfer();
          data.setData("text/html", html);
          data.setData("text/plain", "plain");
          document.querySelector(".prose").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """, html);

    /// <summary>Presses the button of an act, opening what hides it.</summary>
    public static async Task ActAsync(this IPage page, string handler, params (string Field, string Value)[] fields)
    {
        var form = page.Locator($"form[action*='handler={handler}']").First;
        var details = page.Locator($"details:has(form[action*='handler={handler}'])");
        if (await details.CountAsync() > 0 && await details.First.GetAttributeAsync("open") is null) await details.First.Locator("summary").ClickAsync();
        foreach (var (field, value) in fields)
        {
            var input = form.Locator($"[name={field}]");
            if (await input.EvaluateAsync<string>("it => it.tagName") == "SELECT") await input.SelectOptionAsync(value);
            else await input.FillAsync(value);
        }
        // The page may say something already: it is the next one that answers.
        await page.EvaluateAsync("() => document.documentElement.dataset.before = ''");
        await form.Locator("button").First.ClickAsync();
        await page.WaitForSelectorAsync("html:not([data-before]) .notice");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Until the page that follows an act stands whole: what it says can be read before its scripts hear a key.</summary>
    public static async Task AnsweredAsync(this IPage page, string said = ".notice")
    {
        await page.WaitForSelectorAsync(said);
        await page.WaitForLoadStateAsync();
    }
}
