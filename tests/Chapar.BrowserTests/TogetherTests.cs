namespace Chapar.BrowserTests;

/// <summary>Several in one text, each in a browser of their own.</summary>
public class TogetherTests(Site site)
{
    [Fact]
    public async Task Two_write_at_once_see_each_other_and_both_have_all_of_it()
    {
        var (writer, editor) = await site.TwoAsync("Two at one text", "The river.");

        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+Home");
        await Task.WhenAll(editor.Keyboard.TypeAsync("At Naryn: ", new() { Delay = 20 }), writer.Keyboard.TypeAsync(" It rose.", new() { Delay = 20 }));

        await writer.ShowsAsync("At Naryn: The river. It rose.");
        await editor.ShowsAsync("At Naryn: The river. It rose.");
        Assert.StartsWith("writer", await editor.InnerTextAsync(".caret-name"), StringComparison.Ordinal);
        Assert.Equal("true", await editor.GetAttributeAsync(".caret", "aria-hidden"));
        await editor.FillAsync("#headline", "Two at one text, at Naryn");
        await writer.WaitForFunctionAsync("() => document.querySelector('#headline').value === 'Two at one text, at Naryn'");
        await editor.SelectOptionAsync("#section", new SelectOptionValue { Index = 1 });
        await writer.WaitForFunctionAsync("() => document.querySelector('#section').selectedIndex === 1");
        await writer.SavedAsync();
        await editor.SavedAsync();
        Assert.Contains("At Naryn: The river. It rose.", await writer.StoredAsync(), StringComparison.Ordinal);
        Assert.False(await writer.IsVisibleAsync("#conflict"));
        Findings.None(await editor.LookAsync());
        await CloseAsync(writer, editor);
    }

    [Fact]
    public async Task Undo_takes_back_ones_own_words_and_not_the_others()
    {
        var (writer, editor) = await site.TwoAsync("Undo is one's own", "The river.");
        await writer.Keyboard.TypeAsync(" Mine.");
        await editor.ShowsAsync("The river. Mine.");
        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+Home");
        await editor.Keyboard.TypeAsync("Yours. ");
        await writer.ShowsAsync("Yours. The river. Mine.");

        await editor.Keyboard.PressAsync("Control+z");

        await writer.ShowsAsync("The river. Mine.");
        await CloseAsync(writer, editor);
    }

    [Fact]
    public async Task With_the_network_cut_for_one_both_write_on_and_end_with_the_words_of_both()
    {
        var (writer, editor) = await site.TwoAsync("The network is cut for one", "The river.");

        await writer.Context.SetOfflineAsync(true);
        await writer.Keyboard.TypeAsync(" Cut off.");
        await writer.StatusAsync("offline");
        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+Home");
        await editor.Keyboard.TypeAsync("Meanwhile: ");
        await editor.SavedAsync();
        Assert.Equal("Meanwhile: The river.", await editor.ShownAsync());
        await writer.Context.SetOfflineAsync(false);

        await writer.ShowsAsync("Meanwhile: The river. Cut off.");
        await editor.ShowsAsync("Meanwhile: The river. Cut off.");
        await writer.SavedAsync();
        Assert.Contains("Meanwhile: The river. Cut off.", await editor.StoredAsync(), StringComparison.Ordinal);
        Assert.False(await writer.IsVisibleAsync("#conflict"));
        await CloseAsync(writer, editor);
    }

    [Fact]
    public async Task A_revision_that_is_brought_back_comes_into_the_text_of_who_has_it_open()
    {
        var (writer, editor) = await site.TwoAsync("Brought back", "The river rises.");
        // A save of a browser without a socket keeps what stood before as a revision.
        await editor.EvaluateAsync(
            """
            async () => {
              const state = await (await fetch("?handler=State")).json();
              await fetch("?handler=Save", { method: "POST", headers: { "X-Form": document.querySelector("input[name=form]").value },
                body: JSON.stringify({ key: "01900000-0000-7000-8000-000000000002", seen: [state.key], headline: "Brought in", deck: "", body: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "It rises." }] }, { type: "hologram" }] }, particulars: state.particulars }) });
            }
            """);
        await writer.ShowsAsync("It rises.\nA piece this version does not know; it stays as it ishologram");
        Assert.Equal("Brought in", await writer.InputValueAsync("#headline"));

        var story = new Uri(editor.Url).AbsolutePath;
        await editor.GotoAsync($"{story}/revisions");
        await editor.ClickAsync("tbody tr:last-child button");
        await editor.AnsweredAsync();

        await writer.ShowsAsync("The river rises.");
        await writer.FocusAsync(".prose");
        await writer.Keyboard.PressAsync("Control+End");
        await writer.Keyboard.TypeAsync(" Again.");
        await writer.SavedAsync();
        await editor.ShowsAsync("The river rises. Again.");
        await CloseAsync(writer, editor);
    }

    [Fact]
    public async Task A_server_that_is_killed_between_loses_nothing_that_either_typed()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var (writer, editor) = await own.TwoAsync("The server dies", "The river.");
        await writer.Keyboard.TypeAsync(" Before.");
        await editor.ShowsAsync("The river. Before.");

        await own.KillAsync();
        await writer.Keyboard.TypeAsync(" Without.");
        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+Home");
        await editor.Keyboard.TypeAsync("Alone: ");
        await editor.StatusAsync("offline");
        own.StartAgain();

        await writer.ShowsAsync("Alone: The river. Before. Without.");
        await editor.ShowsAsync("Alone: The river. Before. Without.");
        await writer.SavedAsync();
        await editor.SavedAsync();
        Assert.Contains("Alone: The river. Before. Without.", await editor.StoredAsync(), StringComparison.Ordinal);
        await CloseAsync(writer, editor);
    }

    [Fact]
    public async Task Who_comes_without_a_socket_is_merged_with_those_who_have_one()
    {
        var (writer, editor) = await site.TwoAsync("One has no socket", "The river.");
        var third = await site.SignInAsync("editor");
        await third.WithoutSocketAsync();
        await third.GotoAsync(writer.Url);
        await third.FocusAsync(".prose");
        await third.Keyboard.PressAsync("Control+End");
        await third.Keyboard.TypeAsync(" By hand.");
        await third.SavedAsync();

        await writer.ShowsAsync("The river. By hand.");
        await editor.ShowsAsync("The river. By hand.");
        await CloseAsync(writer, editor, third);
    }

    static async Task CloseAsync(params IPage[] pages)
    {
        foreach (var page in pages) await page.Context.CloseAsync();
    }
}
