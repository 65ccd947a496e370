using System.Net;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.House;

/// <summary>The list of known names over HTTP, and what it does to stories and to readers' pages. All people are invented.</summary>
public partial class NamesPageTests
{
    const string Path = "/newsroom/names";

    static (string, string)[] Person(string text = "Temir Zhanybaev", string other = "Temir Janibayev", string note = "minister", params (string, string)[] more) =>
        [("kind", "Person"), .. Row("en", text), .. Row("en", other), ("first.en", "0"), ("note", note), ("page", ""), .. more];

    static (string, string)[] Row(string language, string text, string from = "", string until = "") => [($"text.{language}", text), ($"from.{language}", from), ($"until.{language}", until)];

    static (string, string)[] Town(string page = "") =>
        [("kind", "Place"), .. Row("en", "Zharkul", "2022-09-17"), .. Row("en", "Kyzyl-Orda Nova", "2019", "2022-09-16"), ("first.en", "0"), .. Row("ru", "Жаркул"), ("first.ru", "0"), ("note", ""), ("page", page)];

    static async Task<Guid> AddAsync(Site site, Staffer editor, params (string, string)[] fields)
    {
        var response = await editor.PostAsync(Path, fields);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await editor.ReadAsync(response)).QuerySelector(".refusals")?.TextContent);
        return await site.ChangeAsync(db => db.KnownNames.OrderByDescending(n => n.Id).Select(n => n.Id).FirstAsync());
    }

    static async Task<List<string>> RowsAsync(Staffer editor, string query) =>
        [.. (await editor.PageAsync(Path + query)).QuerySelectorAll("tbody th a").Select(a => a.TextContent)];

    static async Task<List<string>> ChecksAsync(Staffer editor, Story story) =>
        [.. (await editor.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.FirstChild!.TextContent.Trim()).Where(text => text.Contains('“', StringComparison.Ordinal))];

    [Fact]
    public async Task A_name_is_added_found_in_any_spelling_changed_and_removed_and_that_is_taken_back()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(site, editor, Person(more: [.. Row("ru", "Темир Жаныбаев"), ("first.ru", "0")]));
        // By a spelling that it has, by one that stands nowhere, by the note, by what it is.
        foreach (var query in new[] { "?q=janibayev", "?q=Temir+Dzhanybaev", "?q=жаныбаев", "?q=MINISTER&kind=Person" }) Assert.Contains("Temir Zhanybaev", await RowsAsync(editor, query));
        Assert.Empty(await RowsAsync(editor, "?q=zhanybaev&kind=Place"));

        await editor.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanybayev")]);
        Assert.Equal(["Temir Zhanybayev"], await RowsAsync(editor, "?q=zhanybayev"));

        var entry = await editor.PageAsync($"{Path}/{id}");
        var version = entry.QuerySelector("form[action*=Remove] [name=version]")!.GetAttribute("value")!;
        await editor.PostAsync($"{Path}/{id}?handler=Remove", ("version", version));
        Assert.Empty(await RowsAsync(editor, "?q=zhanybayev"));
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync($"{Path}/{id}")).StatusCode);
        var undo = (await editor.PageAsync(Path)).QuerySelector("form[action*=Undo]")!;
        await editor.PostAsync($"{Path}?handler=Undo", ("id", id.ToString()), ("version", undo.QuerySelector("[name=version]")!.GetAttribute("value")!));
        Assert.Equal(["Temir Zhanybayev"], await RowsAsync(editor, "?q=zhanybayev"));
        Assert.Equal(["NameAdded: Temir Zhanybaev", "NameChanged: Temir Zhanybayev", "NameRemoved: Temir Zhanybayev", "NameChanged: Temir Zhanybayev"],
            (await site.JournalAsync()).Where(l => l.StartsWith("Editor", StringComparison.Ordinal)).Select(l => l.Split(": ", 2)[1]).Where(l => l.StartsWith("Name", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_form_has_rows_and_one_more_without_script_and_keeps_dates_and_the_house_s_choice()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var response = await editor.PostAsync($"{Path}?handler=Row", [.. Town(), ("more", "en")]);
        var page = await editor.ReadAsync(response);
        Assert.Equal(["Zharkul", "Kyzyl-Orda Nova", "", ""], page.QuerySelectorAll("[name='text.en']").Select(i => i.GetAttribute("value")));
        Assert.Equal(["2022-09-17", "2019", "", ""], page.QuerySelectorAll("[name='from.en']").Select(i => i.GetAttribute("value")));

        // The second row is the one that the house writes.
        var id = await AddAsync(site, editor, [("kind", "Person"), .. Row("en", "Anna Sidikova"), .. Row("en", "Anna Sydykova"), ("first.en", "1"), ("note", ""), ("page", "")]);
        Assert.Equal(["Anna Sydykova", "Anna Sidikova", ""], (await editor.PageAsync($"{Path}/{id}")).QuerySelectorAll("[name='text.en']").Select(i => i.GetAttribute("value")));
        // One more row of an entry does not forget on which version it was begun.
        var more = await editor.ReadAsync(await editor.PostAsync($"{Path}/{id}?handler=Row", [("version", "7"), ("more", "ru"), .. Person()]));
        Assert.Equal(("7", "Temir Zhanybaev"), (more.QuerySelector("[name=version]")!.GetAttribute("value"), more.QuerySelector("[name='text.en']")!.GetAttribute("value")));
    }

    [Theory]
    [InlineData("", "", "", "", "The name is missing")]
    [InlineData("123", "", "", "", "“123” has no letters.")]
    [InlineData("Zharkul", "2022", "2019", "", "“Zharkul” would end before it begins")]
    [InlineData("Zharkul", "March", "", "", "“March” is no day")]
    [InlineData("Zharkul", "", "", "/places/nowhere", "There is no place, topic or author “/places/nowhere”")]
    public async Task What_is_no_name_is_refused_and_stays_in_the_form(string text, string from, string until, string page, string said)
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var before = await site.ChangeAsync(db => db.KnownNames.CountAsync());
        var response = await editor.PostAsync(Path, [("kind", "Place"), .. Row("en", text, from, until), ("first.en", "0"), ("note", "kept"), ("page", page)]);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var shown = await editor.ReadAsync(response);
        Assert.StartsWith(said, shown.QuerySelector(".refusals li")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((text, "kept", page), (shown.QuerySelector("[name='text.en']")!.GetAttribute("value"), shown.QuerySelector("#note")!.GetAttribute("value"), shown.QuerySelector("#page")!.GetAttribute("value")));
        Assert.Equal(before, await site.ChangeAsync(db => db.KnownNames.CountAsync()));
    }

    [Fact]
    public async Task Who_acts_on_what_another_has_changed_meanwhile_is_told_and_loses_nothing()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        using var other = await site.SignInAsync(Role.Editor);
        var id = await AddAsync(site, editor, Person());
        await other.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanybayev")]);

        var change = await editor.PostAsync($"{Path}/{id}", [("version", "1"), .. Person("Temir Zhanibaev")]);
        var page = await editor.ReadAsync(change);
        Assert.Equal((HttpStatusCode.BadRequest, "Temir Zhanibaev", "2"), (change.StatusCode, page.QuerySelector("[name='text.en']")!.GetAttribute("value"), page.QuerySelector("[name=version]")!.GetAttribute("value")));
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync($"{Path}/{id}?handler=Remove", ("version", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync($"{Path}?handler=Undo", ("id", id.ToString()), ("version", "1"))).StatusCode);
        Assert.Equal("Temir Zhanybayev", await site.ChangeAsync(async db => (await db.KnownNames.SingleAsync(n => n.Id == id)).Name("en")));
    }

    [Fact]
    public async Task Writers_do_not_change_the_list()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync(Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.GetAsync($"{Path}/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task A_story_is_checked_with_the_list_and_its_writer_leaves_a_name_as_it_stands()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.WriteAsync(site, world, editor, "Janibayev speaks", "A long silence ended when Temir Janibayev spoke in Kyzyl-Orda Nova. Janibayev’s voice was low.");
        Assert.Empty(await ChecksAsync(editor, story));
        await AddAsync(site, editor, Person());
        await AddAsync(site, editor, Town());
        Assert.Equal(
        [
            "Advice: “Janibayev”: the list of names has “Zhanybaev” (in the headline).",
            "Advice: “Temir Janibayev”: the list of names has “Temir Zhanybaev” (“…silence ended when Temir Janibayev spoke in Kyzyl-Orda…”).",
            "Advice: “Kyzyl-Orda Nova” was the name until 2022; at the time of this story it is “Zharkul” (“…Janibayev spoke in Kyzyl-Orda Nova. Janibayev’s voice was…”).",
            "Advice: “Janibayev’s”: the list of names has “Zhanybaev” (“…in Kyzyl-Orda Nova. Janibayev’s voice was low.”).",
        ], await ChecksAsync(editor, story));

        // What the editor needs to put it right.
        var saved = await Story.JsonAsync(await story.SaveAsync("Janibayev speaks", "They met in Kyzyl-Orda Nova.", world, null, (await story.StateAsync()).GetProperty("key").GetGuid()));
        var check = saved.GetProperty("checks").EnumerateArray().Single(c => c.GetProperty("text").GetString()!.Contains("Nova", StringComparison.Ordinal));
        Assert.Equal(("Zharkul", "Kyzyl-Orda Nova", "They met in "), (check.GetProperty("replacement").GetString(), check.GetProperty("way").GetString(), check.GetProperty("places")[0].GetProperty("before").GetString()));

        // Without script: the form beside the line.
        await editor.PostAsync($"{story.Path}?handler=Leave", ("way", "Kyzyl-Orda Nova"), ("asked", "false"));
        await editor.PostAsync($"{story.Path}?handler=Leave", ("way", "Kyzyl-Orda Nova"), ("asked", "false"));
        Assert.Contains("“Kyzyl-Orda Nova” is left as it is written.", await ChecksAsync(editor, story));
        await editor.PostAsync($"{story.Path}?handler=Leave", ("way", "Kyzyl-Orda Nova"), ("asked", "true"));
        Assert.DoesNotContain("“Kyzyl-Orda Nova” is left as it is written.", await ChecksAsync(editor, story));
        Assert.Equal(["NameLeft: Kyzyl-Orda Nova", "NameAsked: Kyzyl-Orda Nova"], (await site.JournalAsync()).Select(l => l.Split(": ", 2)[1]).Where(l => l.Contains("Nova", StringComparison.Ordinal)));

        using var contributor = await site.SignInAsync(Role.Contributor);
        Assert.Equal(HttpStatusCode.Forbidden, (await contributor.PostAsync($"{story.Path}?handler=Leave", ("way", "Kyzyl-Orda Nova"))).StatusCode);
    }

    [Fact]
    public async Task What_the_house_s_list_of_spellings_says_is_not_told_again()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        await AddAsync(site, editor, Person());
        await editor.PostAsync("/newsroom/spellings", ("kind", "Person"), ("preferred.en", "Temir Zhanybay"), ("others.en", "Temir Janibayev"));
        var story = await Story.WriteAsync(site, world, editor, "The minister speaks", "Temir Janibayev spoke.");
        Assert.Equal(["Advice: “Temir Janibayev”: the house writes “Temir Zhanybay” (“Temir Janibayev spoke.”)."], await ChecksAsync(editor, story));
    }

    [Fact]
    public async Task The_page_of_a_place_tells_its_other_names_and_never_old_ones()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        using var editor = await site.SignInAsync(Role.Publisher);
        Assert.Null(await AlsoAsync("/places/osh"));

        var id = await AddAsync(site, editor, [("kind", "Place"), .. Row("en", "Osh"), .. Row("en", "Oshkent", "1876", "1917"), ("first.en", "0"), .. Row("ru", "Ош"), ("first.ru", "0"), ("note", ""), ("page", "/places/osh")]);
        Assert.Equal("Also: Oshkent (1876–1917), Ош", await AlsoAsync("/places/osh"));
        Assert.Equal("Также: Osh", await AlsoAsync("/ru/places/osh"));
        var page = await site.PageAsync("/places/osh");
        Assert.Equal(("ru", true), (page.QuerySelector(".top .quiet span:last-of-type")!.GetAttribute("lang"), page.QuerySelectorAll("script[type='application/ld+json']").Any(s => s.TextContent.Contains("\"alternateName\":[\"Oshkent\",\"Ош\"]", StringComparison.Ordinal))));
        // The desk of the place leads to the name, and back.
        Assert.Equal("Osh", (await editor.PageAsync($"/newsroom/places/{world.Osh.Id}")).QuerySelector($"a[href='/newsroom/names/{id}']")!.TextContent);
        Assert.NotNull((await editor.PageAsync($"/newsroom/names/{id}")).QuerySelector($"a[href='/newsroom/places/{world.Osh.Id}']"));

        await editor.PostAsync($"{Path}/{id}", [("version", "1"), ("kind", "Place"), .. Row("en", "Osh"), .. Row("en", "Ush"), ("first.en", "0"), ("note", ""), ("page", "Osh")]);
        Assert.Equal("Also: Ush", await AlsoAsync("/places/osh"));
        await editor.PostAsync($"{Path}/{id}?handler=Remove", ("version", "2"));
        Assert.Null(await AlsoAsync("/places/osh"));

        async Task<string?> AlsoAsync(string path) => (await site.PageAsync(path)).QuerySelectorAll(".top .quiet").Select(p => string.Join(' ', p.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).FirstOrDefault();
    }

    [Fact]
    public async Task An_author_s_other_names_stand_on_their_page_and_a_merged_topic_keeps_its_name()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            db.Add(new Chapar.Sections.Topic("rivers", Chapar.Text.LocalText.Of("en", "Rivers")));
            return Task.CompletedTask;
        });
        using var editor = await site.SignInAsync(Role.Publisher);
        var author = await AddAsync(site, editor, [("kind", "Person"), .. Row("en", "Aigul Sadyk"), .. Row("en", "Aigul Sadykova"), ("first.en", "0"), ("note", ""), ("page", "/authors/aigul-sadyk")]);
        Assert.Contains("Aigul Sadykova", (await site.PageAsync("/authors/aigul-sadyk")).QuerySelector(".top")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await editor.PageAsync($"/newsroom/authors/{world.Aigul.Id}")).QuerySelector($"a[href='/newsroom/names/{author}']"));

        await AddAsync(site, editor, [("kind", "Institution"), .. Row("en", "Rivers"), .. Row("en", "Streams"), ("first.en", "0"), ("note", ""), ("page", "/topics/rivers")]);
        var rivers = await site.ChangeAsync(async db => (await db.Topics.SingleAsync(t => t.Slug == "rivers")).Id);
        await editor.PostAsync($"/newsroom/topics/{rivers}?handler=Merge", ("into", "water"));
        Assert.Contains("Streams", (await site.PageAsync("/topics/water")).QuerySelector(".top")!.TextContent, StringComparison.Ordinal);
    }
}
