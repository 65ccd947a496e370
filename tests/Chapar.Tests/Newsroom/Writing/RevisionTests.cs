using System.Net;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The states of a story: for colleagues all of them, for readers those that were public.</summary>
public class RevisionTests
{
    [Fact]
    public async Task A_comparison_shows_the_words_that_changed_and_the_fields()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var article = await world.PublishAsync("The river rises", section: world.Culture, text: "It rose by a metre.\n\nNobody was hurt.");
        var story = await new Story(site, editor, article.Id).OpenedByAsync(editor);
        await story.SavedAsync("The river rises again", "It rose by two metres.\n\nNobody was hurt.", world);

        var page = await editor.PageAsync($"{story.Path}/revisions");

        var compared = page.QuerySelector(".compared")!;
        Assert.Equal(["again", "known.", "Politics", "two metres."], compared.QuerySelectorAll("ins").Select(i => i.TextContent.Trim()));
        Assert.Equal(["known about the river rises.", "Culture", "a metre."], compared.QuerySelectorAll("del").Select(d => d.TextContent.Trim()));
        Assert.Equal(["Nobody was hurt."], compared.QuerySelectorAll("p.same").Select(p => p.TextContent.Trim()));
    }

    [Fact]
    public async Task A_revision_is_brought_back_and_what_stood_there_is_kept()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var article = await world.PublishAsync("The river rises");
        var story = await new Story(site, editor, article.Id).OpenedByAsync(editor);
        await story.SavedAsync("The river falls", "It fell.", world);

        var response = await editor.PostAsync($"{story.Path}/revisions?handler=Restore", ("number", "1"));

        Assert.Equal(story.Path, response.Headers.Location!.OriginalString);
        Assert.Equal("The river rises", (await story.StateAsync()).GetProperty("headline").GetString());
        Assert.Contains($"2 {editor.Member.Name}: The river falls (Kept before revision 1 was brought back)", await story.RevisionsAsync());
    }

    [Fact]
    public async Task Readers_see_what_was_changed_after_publication_and_why_but_not_who_did_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var article = await world.PublishAsync("The river rises", text: "It rose by a metre.");
        Assert.Equal(1, (await site.PageAsync("/history" + article.Path)).QuerySelectorAll(".history > li").Length);
        var story = await new Story(site, publisher, article.Id).OpenedByAsync(publisher);
        await story.SavedAsync("The river rises", "It rose by two metres.", world);
        await story.DoAsync(publisher, "Publish", ("kind", "Update"), ("note", "The service measured again."));
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        await site.ReleaseAsync();

        var page = await site.PageAsync("/history" + article.Path);

        Assert.Equal(["Updated: The service measured again.", "Published"], page.QuerySelectorAll(".history h2").Select(h => h.TextContent));
        Assert.Contains("two metres.", page.QuerySelectorAll(".history ins").Select(i => i.TextContent));
        Assert.DoesNotContain(publisher.Member.Name, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/history" + article.Path, (await site.PageAsync(article.Path!)).QuerySelector(".rail a[rel=nofollow]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task For_what_a_revision_was_kept_is_said_in_the_language_of_who_reads_and_old_notes_stand_as_they_are()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        using var russian = await site.SignInAsync(Role.Publisher, "ru");
        var article = await world.PublishAsync("The river rises");
        var story = await new Story(site, editor, article.Id).OpenedByAsync(editor);
        await story.SavedAsync("The river falls", "It fell.", world);
        await story.DoAsync(editor, "Discard");
        await story.DoAsync(russian, "Withdraw", ("reason", "It was another river."));

        Assert.Equal(["Withdrawn: It was another river.", "Changes given up", "Published (public)"], await NotesAsync(editor));
        Assert.Equal(["Снято: It was another river.", "Отказ от изменений", "Опубликовано (публичная)"], await NotesAsync(russian));
        await site.ChangeAsync(db => db.Revisions.Where(r => r.Number == 2).ExecuteUpdateAsync(r => r.SetProperty(x => x.Note, "Changes given up, in words"), TestContext.Current.CancellationToken));
        Assert.Equal("Changes given up, in words", (await NotesAsync(russian)).ElementAt(1));

        async Task<IEnumerable<string>> NotesAsync(Staffer who) => (await who.PageAsync($"{story.Path}/revisions")).QuerySelectorAll("tbody td:nth-child(4)").Select(td => td.TextContent);
    }

    [Fact]
    public async Task A_draft_has_no_public_history()
    {
        await using var site = await Site.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/history/2026/11/the-river-rises")).StatusCode);
    }
}
