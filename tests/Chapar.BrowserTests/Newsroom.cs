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

    /// <summary>A writer with the cursor at the end of a new story, and an editor who has it open too.</summary>
    public static async Task<(IPage Writer, IPage Editor)> TwoAsync(this Site site, string headline, string text)
    {
        var writer = await site.SignInAsync("writer");
        await writer.NewStoryAsync();
        await writer.WriteAsync(headline, "", text);
        await writer.SavedAsync();
        var editor = await site.SignInAsync("editor");
        await editor.GotoAsync(writer.Url);
        await editor.WaitForSelectorAsync("#others .person");
        await writer.WaitForSelectorAsync("#others .person");
        await editor.ShowsAsync(text);
        return (writer, editor);
    }

    /// <summary>Waits until the editor knows what is selected: it learns of it by an event, of which a key that follows at once can be ahead.</summary>
    public static Task SelectedAsync(this IPage page) =>
        page.EvaluateAsync("async () => { for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame); }");

    /// <summary>Selects the first place at which these words stand in the text.</summary>
    public static async Task SelectAsync(this IPage page, string words)
    {
        await page.EvaluateAsync(
            """
            async words => {
              const prose = document.querySelector(".prose");
              prose.focus();
              const walk = document.createTreeWalker(prose, NodeFilter.SHOW_TEXT);
              const places = [];
              let text = "";
              while (walk.nextNode()) for (let at = 0; at < walk.currentNode.length; at++) { places.push([walk.currentNode, at]); text += walk.currentNode.data[at]; }
              const from = text.indexOf(words);
              if (from < 0) throw new Error(`${words} is not in: ${text}`);
              const [last, at] = places[from + words.length - 1];
              getSelection().setBaseAndExtent(...places[from], last, at + 1);
            }
            """, words);
        await page.SelectedAsync();
    }

    /// <summary>Says something about what is selected.</summary>
    public static async Task CommentAsync(this IPage page, string text)
    {
        await page.Keyboard.PressAsync("Control+Alt+m");
        await page.Keyboard.TypeAsync(text);
        await page.Keyboard.PressAsync("Control+Enter");
        await page.WaitForSelectorAsync(".prose .commented");
    }

    /// <summary>From now on what is typed is suggested; or, the second time, typed.</summary>
    public static async Task SuggestAsync(this IPage page)
    {
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+Alt+s");
    }

    /// <summary>Waits until these are the suggestions beside the text: what is taken out, a space, what is put in.</summary>
    public static async Task SuggestionsAsync(this IPage page, params string[] suggested)
    {
        const string Listed = "() => [...document.querySelectorAll('#suggestions .passage')].map(it => it.textContent)";
        try
        {
            await page.WaitForFunctionAsync($"suggested => JSON.stringify(({Listed})()) === JSON.stringify(suggested)", suggested);
        }
        catch (TimeoutException)
        {
            Assert.Equal(suggested, await page.EvaluateAsync<string[]>(Listed));
        }
    }

    /// <summary>The words of the text as the server has it.</summary>
    public static Task<string> StoredTextAsync(this IPage page) => page.EvaluateAsync<string>(
        "async () => { const words = node => node.text ?? (node.content ?? []).map(words).join(node.type === 'doc' ? '\\n' : ''); return words((await (await fetch('?handler=State')).json()).body); }");

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
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Until the page that follows an act stands whole: what it says can be read before its scripts hear a key.</summary>
    public static async Task AnsweredAsync(this IPage page, string said = ".notice")
    {
        await page.WaitForSelectorAsync(said);
        await page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>The story's address, when what was to go out has gone.</summary>
    public static async Task<string> PublishedAsync(this IPage page, string story)
    {
        for (var look = 0; look < 100; look++)
        {
            await page.GotoAsync(story);
            if (await page.Locator(".going-out").CountAsync() == 0 && await page.Locator(".stage a").CountAsync() > 0) return (await page.GetAttributeAsync(".stage a", "href"))!;
        }
        throw new TimeoutException($"{story} did not go out.");
    }
}
