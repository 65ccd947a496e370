using System.Net;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Chapar.Text;

namespace Chapar.Tests.Newsroom.Translating;

/// <summary>A translation is begun from a story, and is told what becomes of its source.</summary>
public class TranslateTests
{
    const string Text = "It rose by a metre overnight.\n\nNobody was hurt.\n\nThe bridge is closed.";

    [Fact]
    public async Task From_a_published_story_a_translation_is_opened_filed_and_signed_like_it_with_the_translator_in_the_byline()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var translator = await site.SignInAsync(Role.Contributor);
        var author = new Author("translator", LocalText.Of("ru", translator.Member.Name));
        await site.ChangeAsync(db => { db.Add(author); return Task.CompletedTask; });
        var source = await world.PublishAsync("The river rises", text: Text);

        var pair = await Pair.OpenAsync(site, world, translator, source.Id);

        var article = await pair.Story.ArticleAsync();
        var draft = (await pair.Story.DraftAsync())!;
        Assert.Equal((source.TranslationGroup, "ru", ArticleStatus.Draft, translator.Member.Id), (article.TranslationGroup, article.Language, article.Status, article.OwnerId));
        Assert.Equal(("", ""), (draft.Headline, draft.Deck));
        Assert.Equal([new Signing(world.Aigul.Id, BylineRole.Writer), new Signing(author.Id, BylineRole.Translator)], draft.Particulars.Bylines);
        Assert.Equal((world.Politics.Id, world.Osh.Id, world.Water.Id), (draft.Particulars.Section!.Value, draft.Particulars.Places.Single(), draft.Particulars.Topics.Single()));
        Assert.All(draft.Body.Nodes, node => Assert.True(node is Paragraph { Content: [], Source.Length: 10 }));
        Assert.Equal(3, draft.Body.Nodes.Count);
        // A second press, and anybody else's, opens the same.
        Assert.Equal(pair.Story.Id, (await Pair.OpenAsync(site, world, translator, source.Id)).Story.Id);
        using var editor = await site.SignInAsync(Role.Editor);
        Assert.Equal(pair.Story.Id, (await Pair.OpenAsync(site, world, editor, source.Id)).Story.Id);
        using var other = await site.SignInAsync(Role.Contributor);
        Assert.Equal(["Somebody is at work on this translation already, and you may not read it yet."],
            await Story.RefusalsAsync(other, await other.PostAsync($"/newsroom/stories/{source.Id}?handler=Translate", ("language", "ru"))));
        foreach (var wrong in new[] { "en", "kk", "xx" })
            Assert.Equal(HttpStatusCode.BadRequest, (await editor.PostAsync($"/newsroom/stories/{source.Id}?handler=Translate", ("language", wrong))).StatusCode);
    }

    [Fact]
    public async Task Without_scripts_the_page_of_a_story_offers_the_languages_and_the_translation_is_read_beside_its_source()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.WriteAsync(site, world, writer, text: Text);
        var button = (await writer.PageAsync(story.Path)).QuerySelector(".tongues form button")!;
        Assert.Equal("Translate into: Русский", button.TextContent);

        var pair = await Pair.OpenAsync(site, world, writer, story.Id);
        await pair.WriteAsync(index => index == 1 ? "Никто не пострадал." : null);
        await story.SavedAsync("The river rises", Text.Replace("hurt", "harmed", StringComparison.Ordinal), world);

        var page = await writer.PageAsync(pair.Story.Path);
        Assert.Equal(["It rose by a metre overnight. | ", "Nobody was hurt.harmed. | Никто не пострадал.", "The bridge is closed. | "],
            page.QuerySelectorAll(".beside tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))));
        Assert.Equal("hurt.", page.QuerySelector(".beside del")!.TextContent);
        Assert.Equal("ru", page.QuerySelector(".sheet")!.GetAttribute("lang"));
        Assert.Equal("2 of 5 done · 1 changed", page.QuerySelector("#translation-count")!.TextContent.Trim());
        Assert.Equal("Русский", (await writer.PageAsync(story.Path)).QuerySelector(".tongues a")!.TextContent);
    }

    [Fact]
    public async Task Changes_of_a_published_source_reach_the_desk_when_they_reach_readers_and_touch_no_word_of_the_translation()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher, text: Text);
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ReleaseAsync();
        var pair = await Pair.OpenAsync(site, world, publisher, story.Id);
        await pair.WriteAsync(index => $"Абзац {index}.");
        var written = await pair.BodyAsync();

        story = await story.OpenedByAsync(publisher);
        await story.SavedAsync("The river rises", "It rose by two metres overnight.\n\nNobody was hurt.\n\nThe bridge is closed.\n\nIt rains.", world);
        Assert.Equal(0, (await pair.RowAsync()).Changed);
        await story.DoAsync(publisher, "Publish", ("kind", "Correction"), ("note", "It was two metres, not one."));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ReleaseAsync();

        Assert.Equal(["It rose by two metres overnight.: Edited", "It rains.: Added"], await pair.OpenPartsAsync());
        Assert.Equal(written, await pair.BodyAsync());
        var page = await publisher.PageAsync(pair.Story.Path);
        Assert.Equal("Readers of the original were told of a correction: It was two metres, not one.", page.QuerySelector(".urgent")!.TextContent);
        var unit = (await pair.DeskAsync()).GetProperty("units").EnumerateArray().First(u => u.GetProperty("changes").ValueKind == System.Text.Json.JsonValueKind.Array);
        Assert.Equal("It rose by | -a metre | +two metres |  overnight.", string.Join(" | ", unit.GetProperty("changes").EnumerateArray()
            .Select(piece => (piece.GetProperty("change").GetString() switch { "added" => "+", "removed" => "-", _ => "" }) + piece.GetProperty("text").GetString()!.TrimEnd())));

        var done = await pair.DoneAsync(unit.GetProperty("id").GetString()!);
        Assert.Equal(["It rains.: Added"], await pair.OpenPartsAsync());
        await publisher.PostJsonAsync($"{pair.Story.Path}?handler=PartUndo", $$"""{"act":"{{done.GetProperty("act").GetGuid()}}"}""");
        Assert.Equal(2, (await pair.RowAsync()).Changed);
        await pair.DoneAsync(null);
        Assert.Empty(await pair.OpenPartsAsync());
        Assert.Empty((await publisher.PageAsync(pair.Story.Path)).QuerySelectorAll(".urgent"));

        // Withdrawn, the source still stands beside its translation, which says so.
        await story.DoAsync(publisher, "Withdraw", ("reason", "It was another river."));
        Assert.Empty(await pair.OpenPartsAsync());
        Assert.Contains("withdrawn", (await publisher.PageAsync(pair.Story.Path)).QuerySelector(".translation-bar")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_language_is_told_by_its_own_desk_and_two_translators_do_not_undo_each_others_work()
    {
        await using var site = await Site.StartAsync([new("publication:languages:2", "ky")]);
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Editor);
        using var second = await site.SignInAsync(Role.Editor);
        var story = await Story.WriteAsync(site, world, writer, text: Text);
        var russian = await Pair.OpenAsync(site, world, writer, story.Id);
        var kyrgyz = await Pair.OpenAsync(site, world, second, story.Id, "ky");
        await russian.WriteAsync(index => $"Абзац {index}.");
        await kyrgyz.WriteAsync(index => $"Абзацы {index}.");

        await story.SavedAsync("The river rises", Text.Replace("Nobody was", "Two were", StringComparison.Ordinal), world);

        string[] told = ["Two were hurt.: Edited"];
        Assert.Equal(told, await russian.OpenPartsAsync());
        Assert.Equal(told, await kyrgyz.OpenPartsAsync());
        await russian.DoneAsync(null);
        Assert.Equal(told, await kyrgyz.OpenPartsAsync());
        // Who saves upon an old state is asked, and nothing of either is lost.
        var late = await (await kyrgyz.Story.OpenedByAsync(writer)).SaveAsync("Башка", "Башка текст.", world, seen: Guid.NewGuid());
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal(told, await kyrgyz.OpenPartsAsync());
    }

    [Fact]
    public async Task A_revision_brought_back_is_counted_and_what_readers_get_knows_nothing_of_pairs()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var source = await world.PublishAsync("The river rises", text: Text);
        var pair = await Pair.OpenAsync(site, world, publisher, source.Id);
        await pair.WriteAsync(index => $"Абзац {index}.");
        await pair.Story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await site.ReleaseAsync());
        var article = await pair.Story.ArticleAsync();
        Assert.All(article.Body.Nodes, node => Assert.NotNull(node.Source));

        foreach (var path in new[] { article.Path!, "/ru/feed.xml", "/ru/feed.json" })
        {
            var html = await site.Http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("Абзац 1.", html, StringComparison.Ordinal);
            Assert.DoesNotContain(article.Body.Nodes[1].Source!, html, StringComparison.Ordinal);
        }
        Assert.Contains("hreflang=\"ru\"", await site.Http.GetStringAsync(new Uri(source.Path!, UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await pair.SaveAsync(World.Body("Совсем другое.").ToJson());
        Assert.Equal(3, (await pair.OpenPartsAsync()).Count);
        await publisher.PostAsync($"{pair.Story.Path}/revisions?handler=Restore", ("number", "1"));
        Assert.Equal(article.Body, await pair.BodyAsync());
        Assert.Empty(await pair.OpenPartsAsync());
        await pair.Story.DoAsync(publisher, "Discard");
        Assert.Equal((5, 5), ((await pair.RowAsync()).Total, (await pair.RowAsync()).Done));
    }
}
