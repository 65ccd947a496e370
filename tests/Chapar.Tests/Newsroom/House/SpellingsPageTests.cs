using System.Net;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.House;

/// <summary>The house's list of spellings over HTTP, and what it does to stories.</summary>
public class SpellingsPageTests
{
    const string Path = "/newsroom/spellings";

    static (string, string)[] Person(string preferred = "Temir Zhanybaev", string others = "Temir Janibayev", string note = "minister", params (string, string)[] more) =>
        [("kind", "Person"), ("preferred.en", preferred), ("others.en", others), ("note", note), .. more];

    static async Task<string> AddAsync(Staffer editor, params (string, string)[] fields)
    {
        var response = await editor.PostAsync(Path, fields);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await editor.ReadAsync(response)).QuerySelector(".refusals")?.TextContent);
        return (await editor.PageAsync(Path)).QuerySelector("form[action*=Undo] input[name=id]")!.GetAttribute("value")!;
    }

    static async Task<List<string>> RowsAsync(Staffer editor, string query = "") =>
        [.. (await editor.PageAsync(Path + query)).QuerySelectorAll("tbody th a").Select(a => a.TextContent)];

    static async Task<List<string>> ChecksAsync(Staffer editor, Story story) =>
        [.. (await editor.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.TextContent).Where(text => text.Contains("house", StringComparison.Ordinal))];

    [Fact]
    public async Task A_spelling_is_added_found_changed_and_removed_and_each_is_taken_back()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(editor, Person(more: [("preferred.ru", "Темир Жаныбаев"), ("others.ru", "Темир Джанибаев\nТимур Жаныбаев")]));
        await AddAsync(editor, ("kind", "Place"), ("preferred.en", "Kara-Suu"), ("others.en", "Karasu"));
        Assert.Equal(["Kara-Suu", "Temir Zhanybaev"], await RowsAsync(editor));
        // By any spelling, in any language, by the note, by what it is.
        foreach (var query in new[] { "?q=janibayev", "?q=джанибаев", "?q=MINISTER", "?kind=Person" }) Assert.Equal(["Temir Zhanybaev"], await RowsAsync(editor, query));

        await editor.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanybayev", more: [("preferred.ru", "Темир Жаныбаев")])]);
        var page = await editor.PageAsync(Path);
        Assert.Equal(["Kara-Suu", "Temir Zhanybayev"], page.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        await editor.PostAsync($"{Path}?handler=Undo", ("id", id), ("version", "2"));
        Assert.Equal(["Kara-Suu", "Temir Zhanybaev"], await RowsAsync(editor));
        Assert.Contains("Тимур Жаныбаев", (await editor.PageAsync($"{Path}/{id}")).QuerySelector("[name='others.ru']")!.TextContent, StringComparison.Ordinal);

        await editor.PostAsync($"{Path}/{id}?handler=Remove");
        Assert.Equal(["Kara-Suu"], await RowsAsync(editor));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{Path}/{id}")).StatusCode);
        await editor.PostAsync($"{Path}?handler=Undo", ("id", id), ("version", "4"));
        Assert.Equal(["Kara-Suu", "Temir Zhanybaev"], await RowsAsync(editor));

        Assert.Equal(["SpellingAdded: Temir Zhanybaev, Темир Жаныбаев", "SpellingAdded: Kara-Suu", "SpellingChanged: Temir Zhanybayev, Темир Жаныбаев", "SpellingChanged: Temir Zhanybaev, Темир Жаныбаев",
            "SpellingRemoved: Temir Zhanybaev, Темир Жаныбаев", "SpellingAdded: Temir Zhanybaev, Темир Жаныбаев"],
            (await site.JournalAsync()).Where(l => l.Contains("Spelling", StringComparison.Ordinal)).Select(l => l["Editor 1: ".Length..]));
    }

    [Fact]
    public async Task What_was_done_lately_stands_above_the_list_with_its_undo_until_a_day_is_over()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(editor, Person());
        await AddAsync(editor, ("kind", "Place"), ("preferred.en", "Kara-Suu"), ("others.en", "Karasu"));
        await editor.PostAsync($"{Path}/{id}?handler=Remove");
        // Other pages between: what can be taken back is still there.
        await editor.PageAsync("/newsroom");
        await editor.PageAsync(Path);
        Assert.Equal(["“Kara-Suu” added", "“Temir Zhanybaev” removed"], await LatelyAsync());

        await editor.PostAsync($"{Path}?handler=Undo", ("id", id), ("version", "2"));

        Assert.Equal(["Kara-Suu", "Temir Zhanybaev"], await RowsAsync(editor));
        Assert.Equal(["“Kara-Suu” added", "“Temir Zhanybaev” changed"], await LatelyAsync());
        site.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Empty(await LatelyAsync());

        async Task<IEnumerable<string>> LatelyAsync() => (await editor.PageAsync(Path)).QuerySelectorAll(".lately li div").Select(div => div.TextContent.Split(" Editor")[0].Trim()).Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("", "", "The spelling is missing")]
    [InlineData("", "Janibayev", "How the house writes it is missing beside “Janibayev”.")]
    [InlineData("Kara-Suu", "Kara-Suu", "“Kara-Suu” cannot be both")]
    [InlineData("Temir Zhanybaev", "", "“Temir Zhanybaev” stands in the list already, at “Temir Zhanybaev”.")]
    [InlineData("Temir Janibayev", "", "“Temir Janibayev” stands in the list already, at “Temir Zhanybaev”.")]
    [InlineData("123", "", "“123” has no letters.")]
    public async Task What_could_not_be_checked_is_refused_and_stays_in_the_form(string preferred, string others, string said)
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await AddAsync(editor, Person());
        var response = await editor.PostAsync(Path, Person(preferred, others, "kept in the form"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await editor.ReadAsync(response);
        Assert.StartsWith(said, page.QuerySelector(".refusals li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((preferred, "kept in the form"), (page.QuerySelector("[name='preferred.en']")!.GetAttribute("value"), page.QuerySelector("#note")!.GetAttribute("value")));
        Assert.Equal(1, await site.ChangeAsync(db => db.HouseWords.CountAsync()));
    }

    [Fact]
    public async Task Who_acts_on_what_another_has_changed_meanwhile_is_told()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        using var other = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(editor, Person());
        await other.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanybayev")]);

        var change = await editor.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanibaev")]);
        var page = await editor.ReadAsync(change);
        Assert.Equal((HttpStatusCode.BadRequest, "Temir Zhanibaev", "2"), (change.StatusCode, page.QuerySelector("[name='preferred.en']")!.GetAttribute("value"), page.QuerySelector("[name=version]")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync($"{Path}?handler=Undo", ("id", id), ("version", "1"))).StatusCode);
        Assert.Equal(["Temir Zhanybayev"], await RowsAsync(editor));
    }

    [Fact]
    public async Task A_story_is_checked_with_the_list_as_it_stands_and_goes_out_all_the_same()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher, "Janibayev speaks", "A long silence ended when Temir Zhanybaev spoke. Janibayev’s voice was low.");
        Assert.Empty(await ChecksAsync(publisher, story));

        var id = await AddAsync(publisher, Person());
        Assert.Equal(
        [
            "Advice: Written in more than one way here: Janibayev, Temir Zhanybaev. The house writes “Zhanybaev”.",
            "Advice: “Janibayev”: the house writes “Zhanybaev” (in the headline).",
            "Advice: “Janibayev’s”: the house writes “Zhanybaev” (“…Temir Zhanybaev spoke. Janibayev’s voice was low.”).",
        ], await ChecksAsync(publisher, story));

        // What the editor needs to put it right.
        var saved = await Story.JsonAsync(await story.SaveAsync("Janibayev speaks", "Janibayev’s voice was low.", world, null, (await story.StateAsync()).GetProperty("key").GetGuid()));
        var check = saved.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("text").GetString()!.Contains("’s”", StringComparison.Ordinal));
        Assert.Equal(("Zhanybaev’s", "text", "", "Janibayev’s", " voice was low."), (check.GetProperty("replacement").GetString(), Place("part"), Place("before"), Place("written"), Place("after")));

        await publisher.PostAsync($"{Path}/{id}?handler=Remove");
        Assert.Empty(await ChecksAsync(publisher, story));
        await publisher.PostAsync($"{Path}?handler=Undo", ("id", id), ("version", "2"));
        Assert.NotEmpty(await ChecksAsync(publisher, story));
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));

        string Place(string name) => check.GetProperty("places")[0].GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_Russian_newsroom_is_told_in_Russian()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor, "ru");
        await AddAsync(editor, ("kind", "Person"), ("preferred.ru", "Темир Жаныбаев"), ("others.ru", "Темир Джанибаев"));
        var story = await Story.BeginAsync(site, editor, "ru");
        await story.SavedAsync("Встреча с Джанибаевым", "Темира Джанибаева ждали.");
        var checks = (await editor.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.TextContent).Where(text => text.Contains("редакция", StringComparison.Ordinal));
        Assert.Equal(["Совет: «Джанибаевым»: редакция пишет «Жаныбаев» (в заголовке).", "Совет: «Темира Джанибаева»: редакция пишет «Темир Жаныбаев» («Темира Джанибаева ждали.»)."], checks);
    }
}
