using System.Net;
using System.Text.Json.Nodes;

namespace Chapar.BrowserTests;

/// <summary>Working days in the newsroom, in a real browser.</summary>
public class NewsroomTests(Site site)
{
    [Fact]
    public async Task A_working_day()
    {
        var writer = await site.SignInAsync("writer");
        await writer.NewStoryAsync();
        await writer.WriteAsync("A day of one story", "From the first word on.", "It rose by a metre.");
        await writer.PasteAsync("<p class=MsoNormal style='mso-x:1'>Pasted from <b>Word</b>.</p>");
        await writer.FileAsync();
        await writer.SavedAsync();
        Assert.Contains("\"type\":\"bold\"", await writer.StoredAsync(), StringComparison.Ordinal);
        await writer.ActAsync("Review");
        var story = new Uri(writer.Url).AbsolutePath;

        var publisher = await site.SignInAsync("publisher");
        await publisher.GotoAsync("/newsroom?state=inreview");
        await publisher.ClickAsync("text=A day of one story");
        await publisher.ActAsync("Claim");
        await publisher.ActAsync("Ready");
        await publisher.ActAsync("Publish");
        var path = await publisher.PublishedAsync(story);

        await publisher.FocusAsync(".prose");
        await publisher.Keyboard.PressAsync("Control+End");
        await publisher.Keyboard.TypeAsync(" By two metres, in truth.");
        await publisher.SavedAsync();
        await publisher.ReloadAsync();
        await publisher.ActAsync("Publish", ("kind", "Correction"), ("note", "It rose by two metres."));
        await publisher.PublishedAsync(story);
        Assert.Contains("It rose by two metres.", await TextAsync(path), StringComparison.Ordinal);

        await publisher.GotoAsync($"{story}/revisions");
        await publisher.ClickAsync("tbody tr:last-child button");
        await publisher.AnsweredAsync();
        Assert.DoesNotContain("two metres", await publisher.StoredAsync(), StringComparison.Ordinal);

        await publisher.ActAsync("Withdraw", ("reason", "It was another river."));
        using var gone = await site.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        await writer.Context.CloseAsync();
        await publisher.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_without_a_network_is_saved_when_it_is_back()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.WriteAsync("The network is cut", "", "Before. ");
        await page.SavedAsync();

        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("During. ");
        await page.StatusAsync("offline");
        await page.Context.SetOfflineAsync(false);
        await page.SavedAsync();

        Assert.Contains("Before. During.", await page.StoredAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_a_closed_tab_had_not_saved_is_there_when_the_story_is_opened_again()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.WriteAsync("The tab is closed", "", "Before. ");
        await page.SavedAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.TypeAsync("During. ");
        await page.StatusAsync("offline");
        var address = page.Url;
        await page.CloseAsync();
        await page.Context.SetOfflineAsync(false);

        var again = await page.Context.NewPageAsync();
        await again.GotoAsync(address);
        await again.SavedAsync();

        Assert.Contains("Before. During.", await again.StoredAsync(), StringComparison.Ordinal);
        await again.Context.CloseAsync();
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("theirs")]
    public async Task Two_without_a_socket_are_shown_both_versions_and_nothing_is_lost(string taken)
    {
        var writer = await site.SignInAsync("writer");
        await writer.WithoutSocketAsync();
        await writer.NewStoryAsync();
        await writer.WriteAsync("Two on one story", "", "The first words.");
        await writer.SavedAsync();
        var editor = await site.SignInAsync("editor");
        await editor.WithoutSocketAsync();
        await editor.GotoAsync(writer.Url);
        await editor.WaitForSelectorAsync("#save-status[data-kind=saved]");
        await editor.FocusAsync(".prose");
        await editor.Keyboard.PressAsync("Control+End");
        await editor.Keyboard.TypeAsync(" Of the editor.");
        await editor.SavedAsync();

        await writer.Keyboard.TypeAsync(" Of the writer.");
        await writer.StatusAsync("conflict");
        Assert.Contains("Of the editor.", await writer.InnerTextAsync("#conflict"), StringComparison.Ordinal);
        Assert.Contains("Of the writer.", await writer.InnerTextAsync("#conflict"), StringComparison.Ordinal);
        await writer.Locator("#conflict button").Nth(taken == "mine" ? 0 : 1).ClickAsync();
        await writer.SavedAsync();

        var (stands, aside) = taken == "mine" ? ("writer", "editor") : ("editor", "writer");
        Assert.Contains($"Of the {stands}.", await writer.StoredAsync(), StringComparison.Ordinal);
        await writer.GotoAsync($"{new Uri(writer.Url).AbsolutePath}/revisions");
        Assert.Contains($"Of the {aside}.", await writer.InnerTextAsync(".compared"), StringComparison.Ordinal);
        await writer.Context.CloseAsync();
        await editor.Context.CloseAsync();
    }

    [Fact]
    public async Task Typography_follows_the_language_and_one_undo_gives_back_what_was_typed()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        await page.FocusAsync(".prose");
        await page.Keyboard.TypeAsync("She said \"water\"");
        Assert.Equal("She said “water”", await page.InnerTextAsync(".prose p"));
        await page.Keyboard.PressAsync("Control+z");
        Assert.Equal("She said “water\"", await page.InnerTextAsync(".prose p"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("ru", "\"Он сказал: \"вода\"\"", "«Он сказал: „вода“»")]
    [InlineData("kk", "\"Ол \"су\" деді\"", "«Ол “су” деді»")]
    [InlineData("uz", "\"Do'st \"o'g'il\" san'at\"", "“Doʻst ‘oʻgʻil’ sanʼat”")]
    [InlineData("tk", "\"Ol \"suw\" diýdi\"", "“Ol “suw” diýdi”")]
    public async Task A_quotation_and_one_within_it_are_marked_as_the_language_does_in_headline_and_text(string language, string typed, string set)
    {
        var page = await site.SignInAsync("writer");
        await page.GotoAsync("/newsroom");
        await page.SelectOptionAsync("select[name=language]", language);
        await page.ClickAsync("#new-story");
        await page.WaitForSelectorAsync(".prose");
        await page.WriteAsync(typed, "", typed);
        await page.SavedAsync();
        Assert.Equal((set, set), (await page.InputValueAsync("#headline"), await page.StoredTextAsync()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_editor_does_not_know_survives_it()
    {
        var page = await site.SignInAsync("writer");
        await page.NewStoryAsync();
        const string Body = """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"A","marks":[{"type":"glow","attrs":{"of":1}}]}]},{"type":"hologram","attrs":{"depth":3}},{"type":"bulletList","content":[{"type":"orbit"}]}]}""";
        await page.EvaluateAsync(
            """
            async body => {
              const state = await (await fetch("?handler=State")).json();
              await fetch("?handler=Save", { method: "POST", headers: { "X-Form": document.querySelector("input[name=form]").value },
                body: JSON.stringify({ key: "01900000-0000-7000-8000-000000000001", seen: [state.key], headline: "Unknown", deck: "", body: JSON.parse(body), particulars: state.particulars }) });
            }
            """, Body);
        await page.ReloadAsync();
        await page.FocusAsync("#headline");
        await page.Keyboard.TypeAsync("!");
        await page.SavedAsync();
        // As one value: a database may write its members in another order.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Body), JsonNode.Parse(await page.StoredAsync())), await page.StoredAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_story_is_begun_and_handed_in_by_the_keyboard_alone()
    {
        var page = await site.SignInAsync("contributor");
        await page.GotoAsync("/newsroom");
        await page.Keyboard.PressAsync("n");
        await page.WaitForSelectorAsync(".prose");
        await page.WriteAsync("By keyboard alone", "No mouse is near.", "## A heading");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("/quot");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("She said so.");
        await page.Keyboard.PressAsync("Control+s");
        await page.SavedAsync();
        Assert.Contains("heading", await page.StoredAsync(), StringComparison.Ordinal);
        for (var stop = 0; stop < 30; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("() => document.activeElement.closest('form')?.action.includes('handler=Review') ?? false")) break;
        }
        await page.Keyboard.PressAsync("Enter");
        await page.AnsweredAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_phone_is_enough()
    {
        var page = await site.SignInAsync("writer", width: 360);
        await page.NewStoryAsync();
        await page.WriteAsync("Filed from a phone", "On the way.", "It rose.");
        await page.SavedAsync();
        foreach (var address in new[] { page.Url, "/newsroom", page.Url + "/revisions" })
        {
            await page.GotoAsync(address);
            Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 0, 360);
        }
        await page.Context.CloseAsync();
    }

    async Task<string> TextAsync(string path) => await site.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
