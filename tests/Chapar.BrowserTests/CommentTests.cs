namespace Chapar.BrowserTests;

/// <summary>What colleagues say about a passage, each in a browser of their own.</summary>
public class CommentTests(Site site)
{
    [Fact]
    public async Task A_passage_is_commented_by_one_and_resolved_by_the_one_who_is_mentioned_in_it_by_the_keyboard_alone()
    {
        var (writer, editor) = await site.TwoAsync("A passage is commented", "The river rose by a metre.");
        var name = await writer.InnerTextAsync(".me");
        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+End");
        for (var letter = 0; letter < "by a metre.".Length; letter++) await editor.Keyboard.PressAsync("Shift+ArrowLeft");
        await editor.SelectedAsync();
        await editor.Keyboard.PressAsync("Control+Alt+m");
        await editor.Keyboard.TypeAsync($"Who measured it, @{name[..^1]}");
        await editor.WaitForSelectorAsync(".mention-list [aria-selected=true]");
        var choices = await editor.Locator(".mention-list li").AllInnerTextsAsync();
        for (var down = 0; down < choices.ToList().IndexOf(name); down++) await editor.Keyboard.PressAsync("ArrowDown");
        await editor.Keyboard.PressAsync("Enter");
        await editor.Keyboard.TypeAsync("?");
        await editor.Keyboard.PressAsync("Control+Enter");

        // Marked for both, without a reload.
        Assert.Equal("by a metre.", await writer.InnerTextAsync(".prose .commented"));
        Assert.Equal("by a metre.", await editor.InnerTextAsync(".prose .commented"));
        Assert.Contains($"Who measured it, @{name} ?", await writer.InnerTextAsync(".thread .said"), StringComparison.Ordinal);
        var story = writer.Url;
        await writer.GotoAsync("/newsroom");
        await writer.FocusAsync(".mentions a");
        await writer.Keyboard.PressAsync("Enter");
        await writer.WaitForSelectorAsync(".thread[data-chosen]");
        Assert.Equal(story, writer.Url.Split('#')[0]);
        Assert.Equal("thread", await writer.EvaluateAsync<string>("() => document.activeElement.className"));
        // To the passage and back.
        await writer.Keyboard.PressAsync("Tab");
        await writer.Keyboard.PressAsync("Enter");
        await writer.WaitForFunctionAsync("() => getSelection().toString() !== ''");
        Assert.Equal("by a metre.", await writer.EvaluateAsync<string>("() => getSelection().toString()"));
        await writer.Keyboard.PressAsync("ArrowLeft");
        await writer.Keyboard.PressAsync("ArrowRight");
        await writer.SelectedAsync();
        await writer.Keyboard.PressAsync("Control+Alt+m");
        Assert.Equal("thread", await writer.EvaluateAsync<string>("() => document.activeElement.className"));
        await writer.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).FocusAsync();
        await writer.Keyboard.PressAsync("Enter");

        await editor.WaitForSelectorAsync(".resolved summary");
        Assert.Equal("Resolved: 1", await editor.InnerTextAsync(".resolved summary"));
        Assert.Equal(0, await editor.Locator(".commented").CountAsync());
        await writer.GotoAsync("/newsroom");
        Assert.Equal(0, await writer.Locator(".mentions").CountAsync());
        await writer.Context.CloseAsync();
        await editor.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keys_stay_at_their_button_when_a_colleague_comments()
    {
        var (writer, editor) = await site.TwoAsync("The keys stay", "The river rose. It fell again.");
        await editor.SelectAsync("It fell");
        await editor.CommentAsync("When?");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).FocusAsync();
        await editor.SelectAsync("The river");
        await editor.CommentAsync("Which?");
        await writer.WaitForFunctionAsync("() => document.querySelectorAll('.threads .thread').length === 2");
        Assert.Equal("Resolve", await writer.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await writer.Keyboard.PressAsync("Enter");
        await writer.WaitForSelectorAsync(".resolved summary");
        Assert.Equal("The river", await writer.InnerTextAsync(".threads .passage"));
        await writer.Context.CloseAsync();
        await editor.Context.CloseAsync();
    }

    [Fact]
    public async Task The_mark_stays_at_its_words_whatever_others_write_around_them()
    {
        var (writer, editor) = await site.TwoAsync("The mark stays", "The river rose. It fell again.");
        await editor.SelectAsync("It fell");
        await editor.CommentAsync("When?");
        await writer.WaitForSelectorAsync(".prose .commented");
        await Task.WhenAll(TypeAtStartAsync(writer, "At Naryn, "), editor.Keyboard.PressAsync("Escape"));
        await editor.ShowsAsync("At Naryn, The river rose. It fell again.");
        await CommentedAsync("It fell");

        // The paragraph is parted right before it, and the shared text begins its words anew.
        await writer.SelectAsync("It");
        await writer.Keyboard.PressAsync("ArrowLeft");
        await writer.SelectedAsync();
        await writer.Keyboard.PressAsync("Enter");
        await editor.ShowsAsync("At Naryn, The river rose. \nIt fell again.");
        await CommentedAsync("It fell");

        await writer.SelectAsync("It fell again.");
        await writer.Keyboard.PressAsync("Backspace");
        await editor.WaitForSelectorAsync(".passage-gone:not([hidden])");
        Assert.Equal("It fell", await editor.InnerTextAsync(".thread .passage"));
        await writer.SavedAsync();
        Assert.DoesNotContain("comment", await writer.StoredAsync(), StringComparison.OrdinalIgnoreCase);
        await writer.Context.CloseAsync();
        await editor.Context.CloseAsync();

        async Task CommentedAsync(string words)
        {
            foreach (var page in new[] { writer, editor })
                await page.WaitForFunctionAsync("words => [...document.querySelectorAll('.prose .commented')].map(it => it.textContent).join('') === words", words);
        }
    }

    [Fact]
    public async Task Who_has_no_socket_and_may_not_write_comments_and_sees_what_others_say()
    {
        var writer = await site.SignInAsync("writer");
        await writer.NewStoryAsync();
        await writer.WriteAsync("Commented without a socket", "", "The river rose.");
        await writer.SavedAsync();
        var colleague = await site.SignInAsync("writer");
        await colleague.WithoutSocketAsync();
        await colleague.GotoAsync(writer.Url);
        await colleague.ShowsAsync("The river rose.");
        await colleague.SelectAsync("river");
        await colleague.ClickAsync("#comment-new");
        await colleague.Keyboard.TypeAsync("Which?");
        await colleague.Keyboard.PressAsync("Control+Enter");

        await writer.WaitForSelectorAsync(".prose .commented");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await writer.Keyboard.TypeAsync("The Naryn.");
        await writer.Keyboard.PressAsync("Control+Enter");
        await colleague.WaitForSelectorAsync("text=The Naryn.", new() { Timeout = 25_000 });
        await writer.Context.CloseAsync();
        await colleague.Context.CloseAsync();
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task The_comments_are_accessible_and_fit(int width)
    {
        var writer = await site.SignInAsync("writer", width);
        await writer.NewStoryAsync();
        await writer.WriteAsync("Comments fit", "", "The river rose by a metre. It fell again.");
        await writer.SelectAsync("a metre");
        await writer.CommentAsync("Who measured it?");
        await writer.SuggestAsync();
        await writer.SelectAsync("fell");
        await writer.Keyboard.TypeAsync("sank");
        await writer.WaitForSelectorAsync("#suggestions .thread");
        await writer.SelectAsync("river");
        await writer.Keyboard.PressAsync("Control+Alt+m");
        await writer.Keyboard.TypeAsync("@");
        await writer.WaitForSelectorAsync(".mention-list [aria-selected=true]");

        Assert.True(await writer.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        Findings.None([.. await writer.LookAsync(width, ColorScheme.Light), .. await writer.LookAsync(width, ColorScheme.Dark)]);
        await writer.Context.CloseAsync();
    }

    static async Task TypeAtStartAsync(IPage page, string text)
    {
        await page.FocusAsync(".prose");
        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.TypeAsync(text);
    }
}
