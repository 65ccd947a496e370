using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

/// <summary>Changes that somebody suggests: in the text for those who write it, and for nobody else until they are accepted.</summary>
public partial class SuggestionTests(Site site)
{
    [Fact]
    public async Task What_one_suggests_the_other_accepts_or_refuses_and_only_then_it_is_text()
    {
        var (writer, editor) = await site.TwoAsync("One suggests", "The river rose by a metre. It fell again.");
        await editor.SuggestAsync();
        await editor.SelectAsync("a metre");
        await editor.Keyboard.TypeAsync("two metres");
        await editor.SelectAsync(" again");
        await editor.Keyboard.PressAsync("Delete");
        await writer.SuggestionsAsync("a metre two metres", " again");
        await writer.SavedAsync();
        Assert.Equal("The river rose by a metre. It fell again.", await writer.StoredTextAsync());

        // By the keyboard: each is one stop after the other.
        await writer.GetByRole(AriaRole.Button, new() { Name = "Accept: a metre two metres" }).FocusAsync();
        await writer.Keyboard.PressAsync("Enter");
        await editor.SuggestionsAsync(" again");
        await writer.GetByRole(AriaRole.Button, new() { Name = "Refuse: again" }).ClickAsync();
        await editor.SuggestionsAsync();

        await editor.ShowsAsync("The river rose by two metres. It fell again.");
        await writer.SavedAsync();
        await editor.SavedAsync();
        Assert.Equal("The river rose by two metres. It fell again.", await writer.StoredTextAsync());
        await writer.Context.CloseAsync();
        await editor.Context.CloseAsync();
    }

    [Fact]
    public async Task Typing_and_deleting_letter_by_letter_is_one_suggestion_and_ones_own_words_are_taken_back()
    {
        var page = await WriteAsync("Letter by letter", "The river rose.");
        await page.SuggestAsync();
        await page.Keyboard.PressAsync("Control+End");
        for (var letter = 0; letter < "rose.".Length; letter++) await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync("felll");
        await page.Keyboard.PressAsync("Backspace");
        await page.Keyboard.TypeAsync(".");
        await page.SuggestionsAsync("rose. fell.");
        await page.SavedAsync();
        Assert.Equal("The river rose.", await page.StoredTextAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await page.ShowsAsync("The river fell.");
        // While one suggests, an undo leaves the text alone.
        await page.SuggestAsync();
        await page.Keyboard.PressAsync("Control+z");
        await page.SuggestionsAsync("rose. fell.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task While_one_suggests_an_undo_takes_back_what_was_suggested_and_never_the_text()
    {
        var page = await WriteAsync("Undo while suggesting", "The river rose.");
        await page.SuggestAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" Fast.");
        await page.SuggestionsAsync(" Fast.");

        await page.Keyboard.PressAsync("Control+z");
        await page.SuggestionsAsync();
        await page.Keyboard.PressAsync("Control+z");

        await page.WaitForSelectorAsync("#notes >> text=stop suggesting first");
        await page.ShowsAsync("The river rose.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_paragraph_is_suggested_and_parted_when_it_is_accepted_and_what_marks_cannot_say_is_not_done()
    {
        var page = await WriteAsync("Paragraphs", "It rose. It fell.");
        await page.SuggestAsync();
        await page.SelectAsync("It fell.");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.SelectedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("Then: ");
        await page.SuggestionsAsync("¶Then: ");
        await page.SavedAsync();
        Assert.Equal("It rose. It fell.", await page.StoredTextAsync());
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.PressAsync("Control+Alt+2");
        Assert.Contains("Only words can be suggested", await page.InnerTextAsync("#notes"), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".prose h2").CountAsync());

        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();

        await page.ShowsAsync("It rose. \nThen: It fell.");
        await page.SavedAsync();
        Assert.Equal("It rose. \nThen: It fell.", await page.StoredTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_suggested_outlives_closing_publication_and_a_restored_revision_and_readers_never_get_it()
    {
        var publisher = await WriteAsync("Suggested and published", "The river rose by a metre.", "publisher");
        await publisher.FileAsync();
        await publisher.SuggestAsync();
        await publisher.SelectAsync("a metre");
        await publisher.Keyboard.TypeAsync("two metres");
        await publisher.SuggestionsAsync("a metre two metres");
        await publisher.SavedAsync();
        await publisher.WaitForSelectorAsync("#checks >> text=1 suggestion is open");
        var story = new Uri(publisher.Url).AbsolutePath;
        await publisher.ReloadAsync();
        await publisher.SuggestionsAsync("a metre two metres");

        await publisher.ActAsync("Publish");
        var path = await publisher.PublishedAsync(story);
        Assert.Contains("The river rose by a metre.", await TextAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("two metres", await TextAsync(path), StringComparison.Ordinal);
        // The working copy is gone, and the log brings the article in.
        await publisher.SuggestionsAsync("a metre two metres");

        await publisher.FocusAsync(".prose");
        await publisher.Keyboard.PressAsync("Control+End");
        await publisher.Keyboard.TypeAsync(" Today.");
        await publisher.SavedAsync();
        Assert.Equal("The river rose by a metre. Today.", await publisher.StoredTextAsync());
        await publisher.GotoAsync($"{story}/revisions");
        Assert.DoesNotContain("two metres", await publisher.InnerTextAsync(".compared"), StringComparison.Ordinal);
        await publisher.ClickAsync("tbody tr:last-child button");
        await publisher.AnsweredAsync();
        await publisher.SuggestionsAsync("a metre two metres");
        Assert.Equal("The river rose by a metre.", await publisher.StoredTextAsync());

        await publisher.GetByRole(AriaRole.Button, new() { Name = "Accept" }).ClickAsync();
        await publisher.ShowsAsync("The river rose by two metres.");
        await publisher.SavedAsync();
        await publisher.ReloadAsync();
        await publisher.ActAsync("Publish", ("kind", "Update"));
        await publisher.PublishedAsync(story);
        Assert.Contains("two metres", await TextAsync(path), StringComparison.Ordinal);
        await publisher.Context.CloseAsync();
    }

    [Fact]
    public async Task A_save_of_a_browser_without_a_socket_leaves_what_is_suggested_around_its_change()
    {
        var (writer, editor) = await site.TwoAsync("Without a socket", "The river rose by a metre. It fell.");
        await editor.SuggestAsync();
        await editor.SelectAsync("a metre");
        await editor.Keyboard.TypeAsync("two metres");
        await writer.SuggestionsAsync("a metre two metres");
        await editor.SavedAsync();
        await writer.SavedAsync();
        var third = await site.SignInAsync("editor");
        await third.WithoutSocketAsync();
        await third.GotoAsync(writer.Url);
        await third.SuggestionsAsync("a metre two metres");
        Assert.Equal(0, await third.GetByRole(AriaRole.Button, new() { Name = "Accept" }).CountAsync());
        await third.Keyboard.PressAsync("Control+Alt+s");
        Assert.Contains("while this page is connected", await third.InnerTextAsync("#notes"), StringComparison.Ordinal);
        await third.FocusAsync(".prose");
        await third.Keyboard.PressAsync("Control+End");
        await third.Keyboard.TypeAsync(" By hand.");
        await third.SavedAsync();

        await writer.ShowsAsync("The river rose by a metretwo metres. It fell. By hand.");
        await writer.SuggestionsAsync("a metre two metres");
        Assert.Equal("The river rose by a metre. It fell. By hand.", await writer.StoredTextAsync());
        foreach (var page in new[] { writer, editor, third }) await page.Context.CloseAsync();
    }

    /// <summary>A page with the cursor at the end of a new story.</summary>
    async Task<IPage> WriteAsync(string headline, string text, string role = "writer")
    {
        var page = await site.SignInAsync(role);
        await page.NewStoryAsync();
        await page.WriteAsync(headline, "", text);
        await page.SavedAsync();
        return page;
    }

    async Task<string> TextAsync(string path) =>
        Tag().Replace(await site.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken), "");

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
