using System.Net;
using Chapar.Articles;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>A story is handed to another desk: it is on that one's list, and on the sender's no more.</summary>
public class DeskTests
{
    [Fact]
    public async Task A_story_sent_to_a_desk_is_on_its_list_with_the_note_and_off_the_list_of_who_sent_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var inCulture = await site.SignInAsync(Role.Editor, "en", world.Culture.Id);
        var story = await Story.WriteAsync(site, world, writer);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.TryAsync(inCulture, "Claim")).StatusCode);

        await story.DoAsync(writer, "SendToDesk", ("desk", $"{world.Culture.Id}"), ("note", "It is about the theatre."));

        Assert.Equal(["The river rises"], await ListAsync(inCulture, $"section={world.Culture.Id}"));
        Assert.Empty(await ListAsync(writer, $"section={world.Politics.Id}"));
        Assert.Empty(await ListAsync(writer, "mine=true"));
        Assert.Equal($"Sent to the desk Culture by {writer.Member.Name}: It is about the theatre.", (await inCulture.PageAsync(story.Path)).QuerySelector(".handed p")!.TextContent);
        Assert.Equal([$"1 {writer.Member.Name}: The river rises (Sent to the desk Culture by {writer.Member.Name}: It is about the theatre.)"], await story.RevisionsAsync());
        Assert.Contains($"{writer.Member.Name}: StorySentToDesk: Culture: It is about the theatre.", await site.JournalAsync());

        await story.DoAsync(inCulture, "Claim");

        Assert.Equal(["The river rises"], await ListAsync(inCulture, "mine=true"));
        await (await story.OpenedByAsync(inCulture)).SavedAsync("The river rises", "A word of the desk's.", world);
        Assert.Equal(world.Politics.Id, (await story.DraftAsync())!.SectionId);
        Assert.Equal(["Somebody at the desk reads it already: ask them to send it back."], await Story.RefusalsAsync(writer, await story.TryAsync(writer, "TakeFromDesk")));
    }

    [Fact]
    public async Task Taken_back_it_is_where_it_was_with_who_read_it_there()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.WriteAsync(site, world, writer);
        await story.DoAsync(writer, "Review");
        await story.DoAsync(editor, "Claim");
        await story.DoAsync(editor, "SendToDesk", ("desk", $"{world.Culture.Id}"));
        Assert.Empty(await ListAsync(editor, "mine=true"));
        Assert.Equal(["The river rises"], await ListAsync(writer, "mine=true"));

        await story.DoAsync(editor, "TakeFromDesk");

        Assert.Equal(["The river rises"], await ListAsync(editor, "mine=true"));
        Assert.Equal(["The river rises"], await ListAsync(editor, $"section={world.Politics.Id}"));
        var draft = (await story.DraftAsync())!;
        Assert.Equal((Stage.InReview, null, editor.Member.Id), (draft.Stage, draft.DeskId, draft.ClaimedById));
        Assert.Contains($"Taken back from the desk Culture by {editor.Member.Name}", (await story.RevisionsAsync())[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_every_stage_before_the_readers_it_can_be_sent_and_not_when_it_is_about_to_go_out()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        foreach (var act in new[] { "Review", "Ready", "Schedule" })
        {
            await story.DoAsync(publisher, act, ("at", "2026-11-24T14:00"));
            await story.DoAsync(publisher, "SendToDesk", ("desk", $"{world.Culture.Id}"));
            await story.DoAsync(publisher, "TakeFromDesk");
        }
        Assert.Equal(Stage.Scheduled, (await story.DraftAsync())!.Stage);
        await story.DoAsync(publisher, "TakeBack");
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));

        Assert.Equal(HttpStatusCode.Forbidden, (await story.TryAsync(publisher, "SendToDesk", ("desk", $"{world.Culture.Id}"))).StatusCode);
    }

    [Fact]
    public async Task What_cannot_be_sent_is_refused_with_what_to_do()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        using var other = await site.SignInAsync(Role.Writer);
        var story = await Story.WriteAsync(site, world, editor);
        var article = await world.PublishAsync("The bridge opens");

        Assert.Equal(["It is at the desk Politics already: choose another."], await Story.RefusalsAsync(editor, await story.TryAsync(editor, "SendToDesk", ("desk", $"{world.Politics.Id}"))));
        Assert.Equal(["Desk: choose one of the list."], await Story.RefusalsAsync(editor, await story.TryAsync(editor, "SendToDesk")));
        Assert.Equal(["Nobody has sent it to a desk."], await Story.RefusalsAsync(editor, await story.TryAsync(editor, "TakeFromDesk")));
        Assert.StartsWith("Readers have it", Assert.Single(await Story.RefusalsAsync(editor, await new Story(site, editor, article.Id).TryAsync(editor, "SendToDesk", ("desk", $"{world.Culture.Id}")))), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.TryAsync(other, "SendToDesk", ("desk", $"{world.Culture.Id}"))).StatusCode);
    }

    static async Task<IEnumerable<string>> ListAsync(Staffer who, string sieve) =>
        (await who.PageAsync($"/newsroom?{sieve}")).QuerySelectorAll(".story-head a").Select(a => a.TextContent);
}
