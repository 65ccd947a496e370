namespace Chapar.BrowserTests;

/// <summary>Every piece and mark of a text, put in each of the ways there are: toolbar, slash menu, keys, Markdown.</summary>
public class PieceTests(Site site)
{
    /// <summary>What each command of the toolbar leaves in the text, the answer to what it asks first, and its keys.</summary>
    static readonly (string Name, string Leaves, string? Answer, string? Keys)[] Pieces =
    [
        ("Bold", "bold", null, "Control+b"),
        ("Italic", "italic", null, "Control+i"),
        ("Link", "link", "https://example.org/", "Control+k"),
        ("Struck out", "strike", null, "Control+Shift+s"),
        ("Subscript", "subscript", null, "Control+,"),
        ("Superscript", "superscript", null, "Control+."),
        ("Code", "code", null, "Control+e"),
        ("Passage in another language", "language", "ky", null),
        ("Heading", "heading", null, "Control+Alt+2"),
        ("Smaller heading", "heading", null, "Control+Alt+3"),
        ("Smallest heading", "heading", null, "Control+Alt+4"),
        ("List", "bulletList", null, "Control+Shift+8"),
        ("Numbered list", "orderedList", null, "Control+Shift+7"),
        ("Quotation", "blockquote", null, "Control+Shift+b"),
        ("Pull quote", "pullQuote", null, null),
        ("Question or answer", "turn", null, null),
        ("Table", "table", null, null),
        ("Card of a story", "linkCard", "https://example.org/", null),
        ("From another site", "embed", "https://youtu.be/abc", null),
        ("Exchange rate", "rate", "usd-kgs", null),
        ("File", "file", null, null),
        ("Note", "note", null, null),
        ("Divider", "horizontalRule", null, null),
        ("Text as typed", "codeBlock", null, null),
        ("Picture", "image", "picture", null),
        ("Gallery", "gallery", "picture", null),
    ];

    [Fact]
    public async Task The_list_here_is_the_list_of_the_editor()
    {
        var page = await OpenAsync();
        var there = await page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('#toolbar button')].map(it => (it.getAttribute('aria-label') ?? it.lastChild.textContent).replace(/^\\S*\\d\\S* /, '').replace(/ \\(.*/, ''))");
        string[] acts = ["Undo", "Redo", "Find and replace", "Set quotes, dashes and spaces", "Comment on the passage", "Suggest changes"];
        Assert.Equal(Pieces.Select(piece => piece.Name).Concat(acts).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("toolbar")]
    [InlineData("slash")]
    [InlineData("keys")]
    public async Task Each_is_put_by_each_way(string way)
    {
        var page = await OpenAsync();
        List<string> wrong = [];
        foreach (var (name, leaves, answer, keys) in Pieces)
        {
            if (way == "keys" && keys is null) continue;
            await EmptyAsync(page);
            if (way == "toolbar") await PressAsync(page, name);
            else if (way == "keys") await page.Keyboard.PressAsync(keys!);
            else
            {
                await page.Keyboard.TypeAsync("/" + name.Split(' ')[0]);
                await page.Locator(".slash li").Filter(new() { HasText = name }).First.WaitForAsync();
                for (var step = 0; step < 30 && !(await page.InnerTextAsync(".slash [aria-selected=true]")).EndsWith(name, StringComparison.Ordinal); step++) await page.Keyboard.PressAsync("ArrowDown");
                await page.Keyboard.PressAsync("Enter");
            }
            await AnswerAsync(page, leaves, answer);
            await page.Keyboard.TypeAsync("x");
            if (!await HasAsync(page, leaves)) wrong.Add($"{name} by {way} leaves no {leaves}: {await page.InnerHTMLAsync(".prose")}");
        }
        Findings.None(wrong);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("## ", "heading")]
    [InlineData("### ", "heading")]
    [InlineData("#### ", "heading")]
    [InlineData("- ", "bulletList")]
    [InlineData("1. ", "orderedList")]
    [InlineData("> ", "blockquote")]
    [InlineData("---", "horizontalRule")]
    [InlineData("``` ", "codeBlock")]
    [InlineData("**x**", "bold")]
    [InlineData("*x*", "italic")]
    [InlineData("~~x~~", "strike")]
    [InlineData("`x`", "code")]
    [InlineData("H~2~", "subscript")]
    [InlineData("m^2^", "superscript")]
    [InlineData("The [river](https://example.org/river)", "link")]
    [InlineData("| Year | Rain |\n", "table")]
    public async Task Markdown_is_understood_as_it_is_typed(string typed, string leaves)
    {
        var page = await OpenAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync(typed);
        await page.Keyboard.TypeAsync(" y");
        Assert.True(await HasAsync(page, leaves), await page.InnerHTMLAsync(".prose"));
        if (leaves == "table") Assert.Equal(["Year", "Rain", "y"], (await page.Locator(".prose th, .prose td").AllInnerTextsAsync()).Select(cell => cell.Trim()).Where(cell => cell.Length > 0));
        if (leaves == "link") Assert.Equal("The river y", (await page.InnerTextAsync(".prose")).Trim());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_mark_is_chosen_after_a_word_and_a_slash_between_words_stays_one()
    {
        var page = await OpenAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync("Rain and / or snow, 5 km/h, now /bold");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("cold");
        Assert.Equal("Rain and / or snow, 5 km/h, now cold", (await page.InnerTextAsync(".prose p")).Replace('\u00a0', ' '));
        Assert.Equal("cold", await page.InnerTextAsync(".prose strong"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Words_are_counted_as_they_are_typed_and_the_time_to_read_them_follows()
    {
        var page = await OpenAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync("It’s a well-kept river: 3.5 metres deep. ");
        Assert.Equal("Words: 7, 1 min to read", await page.InnerTextAsync("#word-count"));
        await page.PasteAsync($"<p>{string.Join(' ', Enumerable.Repeat("слово", 400))}</p>");
        await page.WaitForFunctionAsync("() => document.querySelector('#word-count').textContent === 'Words: 407, 2 min to read'");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Full_screen_leaves_the_text_alone_on_the_page_and_is_left_by_the_same_keys()
    {
        var page = await OpenAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync("Alone. ");
        Assert.True(await page.IsVisibleAsync("#section"));
        await page.Keyboard.PressAsync("Control+Shift+.");
        Assert.False(await page.IsVisibleAsync("#section"));
        await page.Keyboard.TypeAsync("And on.");
        Assert.Equal("Alone. And on.", await page.InnerTextAsync(".prose p"));
        await page.ClickAsync("#full");
        Assert.True(await page.IsVisibleAsync("#section"));
        await page.Context.CloseAsync();
    }

    async Task<IPage> OpenAsync()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        return page;
    }

    static async Task EmptyAsync(IPage page)
    {
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Delete");
        // What surrounds an emptied paragraph goes one level a time.
        for (var level = 0; level < 5 && await page.Locator(".prose > :not(p)").CountAsync() > 0; level++) await page.Keyboard.PressAsync("Backspace");
        Assert.Equal("", (await page.InnerTextAsync(".prose")).Trim());
    }

    static async Task PressAsync(IPage page, string name)
    {
        var button = page.Locator("#toolbar > button").And(page.Locator($"[aria-label^='{name} '], [aria-label='{name}'], [aria-label*='. {name} '], [aria-label^='H'][aria-label*=' {name} ']")).First;
        if (await button.CountAsync() == 0)
        {
            await page.ClickAsync("#toolbar summary");
            button = page.Locator("#toolbar details button").Filter(new() { HasText = name }).First;
        }
        await button.ClickAsync();
    }

    /// <summary>Answers the dialog of a piece that asks first, and waits for the piece: a card asks the server what it leads to.</summary>
    static async Task AnswerAsync(IPage page, string leaves, string? answer)
    {
        if (answer is null) return;
        if (answer == "picture")
        {
            await page.ClickAsync(".library .pictures button");
        }
        else
        {
            await page.WaitForSelectorAsync("dialog[open] input");
            await page.FillAsync("dialog[open] input >> nth=0", answer);
            await page.Keyboard.PressAsync("Enter");
        }
        await page.WaitForSelectorAsync("dialog[open]", new() { State = WaitForSelectorState.Detached });
        // A language is seen only with the first letter in it.
        if (leaves == "language") await page.SelectedAsync();
        else await page.WaitForFunctionAsync(Has, leaves);
    }

    /// <summary>Whether what stands on the screen has a piece or mark of this name.</summary>
    static Task<bool> HasAsync(IPage page, string leaves) => page.EvaluateAsync<bool>(Has, leaves);

    const string Has =
        """
        name => {
          const seen = { bold: "strong", italic: "em", link: "a[href]", strike: "s", subscript: "sub", superscript: "sup", code: "p code", language: "span[lang]", heading: "h2, h3, h4",
            bulletList: "ul li", orderedList: "ol li", blockquote: "blockquote", table: "table", horizontalRule: "hr", codeBlock: "pre", rate: ".inline-piece", gallery: "[data-node=gallery]" };
          return document.querySelector(`.prose :is(${seen[name] ?? `[data-piece=${name}]`})`) !== null;
        }
        """;
}
