using System.Net;
using System.Text.Json;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What was shown as saved is there, and nothing is written over unseen.</summary>
public class SavingTests
{
    [Fact]
    public async Task What_is_typed_is_there_when_the_story_is_opened_again()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        await story.SavedAsync("The river  rises", "It rose.\n\nIt fell.");

        var page = await writer.PageAsync(story.Path);
        var stored = JsonSerializer.Deserialize<JsonElement>(page.QuerySelector("#story")!.TextContent);

        Assert.Equal("The river rises", stored.GetProperty("headline").GetString());
        Assert.Equal(World.Body("It rose.\n\nIt fell.").ToJson(), Chapar.Articles.Body.BodyTree.Parse(stored.GetProperty("body").GetRawText()).ToJson());
        Assert.Equal(story.Seen, stored.GetProperty("key").GetGuid());
    }

    [Fact]
    public async Task A_save_never_overwrites_what_its_author_has_not_seen()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var mine = await Story.BeginAsync(site, writer);
        await mine.SavedAsync("The river rises", "By a metre.");
        var theirs = await mine.OpenedByAsync(editor);
        await theirs.SavedAsync("The Naryn rises", "By a metre.");

        var response = await mine.SaveAsync("The river rises", "By two metres.");

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var standing = await Story.JsonAsync(response);
        Assert.Equal("The Naryn rises", standing.GetProperty("headline").GetString());
        Assert.Equal(editor.Member.Name, standing.GetProperty("by").GetString());
        Assert.Equal("The Naryn rises", (await mine.StateAsync()).GetProperty("headline").GetString());

        // Seen now, and taken over knowingly: the other's version stays as a revision.
        response = await mine.SaveAsync("The river rises", "By two metres.", seen: [mine.Seen, standing.GetProperty("key").GetGuid()]);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains($"2 {editor.Member.Name}: The Naryn rises (Kept before it was written over)", await mine.RevisionsAsync());
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_no_conflict_with_oneself()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        var (seen, lost) = (story.Seen, Guid.NewGuid());
        await story.SaveAsync("The river rises", "By a metre.", key: lost);

        var response = await story.SaveAsync("The river rises", "By a metre overnight.", seen: [seen, lost]);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Of_two_saves_at_the_same_instant_one_is_taken_and_the_other_asked_about()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        await story.SavedAsync("The river rises", "By a metre.");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => story.SaveAsync($"The river rises {n}", "By a metre.")));

        Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 7)], answers.Select(a => a.StatusCode).Order());
    }

    [Fact]
    public async Task A_text_given_up_for_anothers_stays_as_a_revision()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        await writer.PostJsonAsync($"{story.Path}?handler=Aside", """{"headline":"Mine","deck":"","body":{"type":"doc","content":[]},"particulars":{}}""");
        Assert.Equal([$"1 {writer.Member.Name}: Mine (Set aside for another's version)"], await story.RevisionsAsync());
    }

    [Fact]
    public async Task Ten_minutes_of_work_are_kept_as_a_revision()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        for (int minute = 0; minute < 25; minute++)
        {
            await story.SavedAsync($"The river rises {minute}", "By a metre.");
            site.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(["1", "2"], (await story.RevisionsAsync()).Select(r => r.Split(' ')[0]));
    }

    [Theory]
    [InlineData("""{"headline":"","deck":"","body":{"type":"doc","content":[{"type":"heading","attrs":{"level":9}}]},"particulars":{}}""", "body.content[0].attrs.level")]
    [InlineData("""{"headline":7,"deck":"","body":{"type":"doc"},"particulars":{}}""", "headline")]
    [InlineData("""{"headline":"","deck":"","particulars":{}}""", "body")]
    [InlineData("""{"headline":"","deck":"","body":{"type":"doc"},"particulars":{"bylines":[{"author":"x"}]}}""", "particulars")]
    [InlineData("""{"seen":["x"]}""", "seen")]
    [InlineData("[]", "object")]
    [InlineData("", "JSON")]
    public async Task What_is_no_story_is_refused_with_the_place(string json, string place)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);

        var response = await writer.PostJsonAsync($"{story.Path}?handler=Save", json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(place, (await Story.JsonAsync(response)).GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_node_of_a_later_version_survives()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        const string Body = """{"type":"doc","content":[{"type":"hologram","attrs":{"depth":3},"content":[{"type":"text","text":"A river"}]}]}""";
        await story.SaveBodyAsync("The river rises", Body);
        Assert.Equal(Body, (await story.StateAsync()).GetProperty("body").GetRawText());
    }

    [Fact]
    public async Task A_contributor_neither_sees_nor_changes_the_story_of_another()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Contributor);
        using var other = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        var theirs = new Story(site, other, story.Id) { Seen = story.Seen };

        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync(story.Path)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.SaveAsync("Mine now", "")).StatusCode);
        Assert.DoesNotContain(story.Path, (await other.PageAsync("/newsroom")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_it_open_is_told_of_the_others()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        async Task<string[]> OthersAsync(Staffer who) =>
            [.. (await Story.JsonAsync(await who.PostJsonAsync($"{story.Path}?handler=Here", "{}"))).GetProperty("others").EnumerateArray().Select(o => o.GetString()!)];

        Assert.Empty(await OthersAsync(writer));
        Assert.Equal([writer.Member.Name], await OthersAsync(editor));
        Assert.Equal([editor.Member.Name], await OthersAsync(writer));
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Empty(await OthersAsync(writer));
    }
}
