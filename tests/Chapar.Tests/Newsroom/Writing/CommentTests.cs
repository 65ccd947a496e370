using System.Net;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What colleagues say about a passage: who may, who is told, and that readers never hear of it.</summary>
public class CommentTests
{
    [Fact]
    public async Task A_comment_is_answered_resolved_and_opened_again_by_an_answer()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);

        var first = IdOf(await SayAsync(editor, story, "Who says so?", "the river"));
        await DoAsync(writer, story, "Comment", new { comment = first, text = "The ministry." });
        Assert.Equal([$"the river | {editor.Member.Name}: Who says so? | {writer.Member.Name}: The ministry."], await ThreadsAsync(writer, story));
        await DoAsync(writer, story, "Resolve", new { comment = first });
        Assert.Equal([$"the river | {editor.Member.Name}: Who says so? | {writer.Member.Name}: The ministry. | Resolved by {writer.Member.Name}, 12:00"], await ThreadsAsync(editor, story));
        await DoAsync(editor, story, "Comment", new { comment = first, text = "Name it, then." });

        Assert.Equal([$"the river | {editor.Member.Name}: Who says so? | {writer.Member.Name}: The ministry. | {editor.Member.Name}: Name it, then."], await ThreadsAsync(writer, story));
        // Those of one instant stand in any order.
        Assert.Equal(
            [$"{editor.Member.Name}: CommentReopened", $"{editor.Member.Name}: StoryCommented", $"{editor.Member.Name}: StoryCommented", $"{writer.Member.Name}: CommentResolved", $"{writer.Member.Name}: StoryCommented"],
            (await site.JournalAsync()).Where(line => line.Contains("Comment", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_may_not_read_a_story_neither_reads_nor_writes_comments_on_it()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var contributor = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        var first = IdOf(await SayAsync(writer, story, "Mine.", "the river"));

        Assert.Equal(HttpStatusCode.Forbidden, (await contributor.GetAsync($"{story.Path}?handler=Comments")).StatusCode);
        foreach (var handler in new[] { "Comment", "Resolve", "Reopen", "TakeBackComment", "Opened" })
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(contributor, story, handler, new { comment = first, text = "Let me in." })).StatusCode);
        Assert.Equal([$"the river | {writer.Member.Name}: Mine."], await ThreadsAsync(writer, story));
    }

    [Fact]
    public async Task Who_may_read_and_not_write_comments_all_the_same()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var colleague = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);

        await SayAsync(colleague, story, "Is it a metre?", "a metre");

        Assert.Equal([$"a metre | {colleague.Member.Name}: Is it a metre?"], await ThreadsAsync(writer, story));
    }

    [Theory]
    [InlineData("", "the river", "The comment is empty: say what is to be looked at.")]
    [InlineData("Who?", "", "The passage is missing: select it in the text first.")]
    public async Task A_comment_without_words_or_passage_is_refused_with_a_sentence(string text, string quote, string said)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);

        var response = await PostAsync(writer, story, "Comment", new { text, quote, anchor = "{}" });

        Assert.Equal((HttpStatusCode.BadRequest, said), (response.StatusCode, (await Story.JsonAsync(response)).GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task Its_author_takes_a_comment_back_until_somebody_has_answered()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        var first = IdOf(await SayAsync(editor, story, "Who says so?", "the river"));
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(writer, story, "TakeBackComment", new { comment = first })).StatusCode);
        var answered = await DoAsync(writer, story, "Comment", new { comment = first, text = "Wait." });
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(editor, story, "TakeBackComment", new { comment = first })).StatusCode);

        await DoAsync(writer, story, "TakeBackComment", new { comment = IdOf(answered, answer: 1) });
        await DoAsync(editor, story, "TakeBackComment", new { comment = first });

        Assert.Empty(await ThreadsAsync(editor, story));
        Assert.Equal(0, await site.ChangeAsync(db => db.Mentions.CountAsync()));
    }

    [Fact]
    public async Task Whoever_is_mentioned_finds_it_on_the_desk_until_they_have_opened_it()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        using var contributor = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        // In another case, and beside one who may not read the story: nobody is led to a closed door.
        var first = IdOf(await SayAsync(editor, story, $"@{writer.Member.Name.ToUpperInvariant()}, and @{contributor.Member.Name}: who says so?", "the river"));

        var desk = await writer.PageAsync("/newsroom");
        Assert.Equal("1 comment mentions you", desk.QuerySelector(".mentions h2")!.TextContent);
        Assert.Equal($"{story.Path}#comment-{first}", desk.QuerySelector(".mentions a")!.GetAttribute("href"));
        Assert.Null((await contributor.PageAsync("/newsroom")).QuerySelector(".mentions"));
        Assert.Null((await editor.PageAsync("/newsroom")).QuerySelector(".mentions"));
        await DoAsync(writer, story, "Opened", new { comment = first });

        Assert.Null((await writer.PageAsync("/newsroom")).QuerySelector(".mentions"));
        Assert.DoesNotContain("\"isForMe\":true", await (await writer.GetAsync($"{story.Path}?handler=Comments")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_stories_counts_what_is_open_and_the_checklist_advises()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        var first = IdOf(await SayAsync(writer, story, "Who says so?", "the river"));
        await SayAsync(writer, story, "When?", "rose");
        await DoAsync(writer, story, "Resolve", new { comment = first });

        Assert.Contains("1 open comment", (await writer.PageAsync("/newsroom")).QuerySelector(".stories li .quiet")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Advice: 1 comment is open.", (await writer.PageAsync(story.Path)).QuerySelectorAll("#checks li").Select(li => li.TextContent));
    }

    [Fact]
    public async Task Whoever_has_the_story_open_is_told_at_once_that_the_comments_have_changed()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        using var page = await Page.OpenAsync(site, writer, story.Id);

        var stamp = (await SayAsync(editor, story, "Who says so?", "the river")).GetProperty("stamp").GetString();

        await page.ToldAsync($"\"comments\":\"{stamp}\"");
        var here = await Story.JsonAsync(await PostAsync(writer, story, "Here", new { }));
        Assert.Equal(stamp, here.GetProperty("comments").GetString());
    }

    [Fact]
    public async Task Readers_revisions_and_feeds_never_contain_what_was_said()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, writer);
        await SayAsync(publisher, story, "Whispered among us", "rose by a metre");
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        await site.ReleaseAsync();
        var path = (await story.ArticleAsync()).Path!;
        await SayAsync(publisher, story, "Whispered among us again", "rose by a metre");

        var seen = new List<string> { (await story.ArticleAsync()).Body.ToJson(), JsonSerializer.Serialize(await site.ChangeAsync(db => db.Revisions.Select(r => r.Headline + r.Deck + r.Note).ToListAsync())) };
        seen.AddRange((await site.ChangeAsync(db => db.Revisions.AsNoTracking().ToListAsync())).Select(r => r.Body.ToJson()));
        foreach (var address in new[] { path, "/history" + path, "/", "/feed.xml", "/atom.xml", "/feed.json", "/search?q=Whispered", "/politics" })
            seen.Add(await (await site.GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("rose by a metre", seen[3], StringComparison.Ordinal);
        // The search page says again what was sought.
        Assert.All(seen, text => Assert.DoesNotContain("Whispered among", text, StringComparison.Ordinal));
        Assert.Equal(2, (await ThreadsAsync(writer, story)).Count);
    }

    [Theory]
    [InlineData("insertion")]
    [InlineData("deletion")]
    public async Task A_text_that_still_holds_a_suggestion_is_not_saved(string mark)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);

        var response = await story.SaveBodyAsync("Suggested", $$$"""{"type":"doc","content":[{"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph","content":[{"type":"text","text":"by two","marks":[{"type":"{{{mark}}}","attrs":{"id":"1","by":"x","at":""}}]}]}]}]}]}""");

        Assert.Equal((HttpStatusCode.BadRequest, null), (response.StatusCode, await story.DraftAsync()));
    }

    [Theory]
    [InlineData("@Aida Bek, look", "Aida Bek")]
    [InlineData("@Aida, look; and (@Timur)", "Aida, Timur")]
    [InlineData("@AIDA", "Aida")]
    [InlineData("Aida, @Aidana, mail@Aidar", "")]
    public void A_name_after_the_sign_is_a_mention_when_it_is_whole(string text, string named)
    {
        StaffMember[] staff = [.. new[] { "Aida", "Aida Bek", "Timur" }.Select(name => new StaffMember(name, $"{name}@example.org", Role.Writer, "en", default))];
        Assert.Equal(named, string.Join(", ", Mention.In(text, staff).Select(m => m.Name).Order(StringComparer.Ordinal)));
    }

    static async Task<JsonElement> SayAsync(Staffer by, Story story, string text, string quote) => await DoAsync(by, story, "Comment", new { text, quote, anchor = """{"start":1}""" });

    static async Task<JsonElement> DoAsync(Staffer by, Story story, string handler, object sent)
    {
        var response = await PostAsync(by, story, handler, sent);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await Story.JsonAsync(response);
    }

    static Task<HttpResponseMessage> PostAsync(Staffer by, Story story, string handler, object sent) => by.PostJsonAsync($"{story.Path}?handler={handler}", JsonSerializer.Serialize(sent));

    /// <summary>Of the last thread.</summary>
    static Guid IdOf(JsonElement comments, int answer = 0) => comments.GetProperty("threads").EnumerateArray().Last().GetProperty("said")[answer].GetProperty("id").GetGuid();

    static async Task<IReadOnlyList<string>> ThreadsAsync(Staffer by, Story story) =>
        [.. (await Story.JsonAsync(await by.GetAsync($"{story.Path}?handler=Comments"))).GetProperty("threads").EnumerateArray().Select(thread => string.Join(" | ",
            [thread.GetProperty("quote").GetString(), .. thread.GetProperty("said").EnumerateArray().Select(said => $"{said.GetProperty("by").GetString()}: {said.GetProperty("text").GetString()}"),
                .. new[] { thread.GetProperty("resolved").GetString() }.OfType<string>()]))];
}
