using System.Net;
using Chapar.Articles;
using Chapar.Staff;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What an editor pins and bars beside a story, by forms alone, and what readers then see.</summary>
public class SuggestedTests
{
    /// <summary>A story with five that are like it.</summary>
    static async Task<(Article Story, List<Article> Others)> PublishAsync(World world)
    {
        var story = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        List<Article> others = [];
        for (var i = 0; i < 5; i++) others.Add(await world.PublishAsync($"Glacier ice {i}", text: $"Surveyors near Naryn saw the glacier ice melt {i}."));
        return (story, others);
    }

    static async Task<List<string>> SeenAsync(Site site, Article story) => [.. (await site.PageAsync(story.Path!)).QuerySelectorAll(".more .teaser h3").Select(h => h.TextContent)];

    [Fact]
    public async Task What_is_pinned_comes_first_in_its_order_and_what_is_barred_never_as_soon_as_it_is_said()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (story, others) = await PublishAsync(world);
        var chess = await world.PublishAsync("A chess club opens", text: "Pawns and knights were set on forty boards.");
        await site.DispatchAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var page = new Story(site, editor, story.Id);

        await page.DoAsync(editor, "Pin", ("other", $"{chess.Id}"));
        await page.DoAsync(editor, "Pin", ("other", $"{others[0].Id}"));
        await page.DoAsync(editor, "Bar", ("other", $"{others[1].Id}"));
        await AssertSeenAsync(["A chess club opens", "Glacier ice 0"]);
        await page.DoAsync(editor, "Raise", ("other", $"{others[0].Id}"));
        await AssertSeenAsync(["Glacier ice 0", "A chess club opens"]);
        var shown = await editor.PageAsync(page.Path);
        Assert.Equal(["Glacier ice 0", "A chess club opens"], shown.QuerySelectorAll("#suggested [data-pinned] a").Select(a => a.TextContent));
        Assert.Equal(["Glacier ice 1"], shown.QuerySelectorAll("#suggested ul a").Select(a => a.TextContent));

        await page.DoAsync(editor, "Free", ("other", $"{others[0].Id}"));
        await page.DoAsync(editor, "Free", ("other", $"{others[1].Id}"));
        await page.DoAsync(editor, "Free", ("other", $"{chess.Id}"));
        await site.DispatchAsync();
        Assert.NotEqual("A chess club opens", (await SeenAsync(site, story))[0]);
        await site.ChangeAsync(async db => Assert.Equal(0, await db.SuggestionChoices.CountAsync()));
        var by = editor.Member.Name;
        Assert.Equal([$"{by}: SuggestionPinned: A chess club opens", $"{by}: SuggestionPinned: Glacier ice 0", $"{by}: SuggestionBarred: Glacier ice 1", $"{by}: SuggestionPinned: Glacier ice 0",
            $"{by}: SuggestionFreed: Glacier ice 0", $"{by}: SuggestionFreed: Glacier ice 1", $"{by}: SuggestionFreed: A chess club opens"], (await site.JournalAsync()).Where(line => line.Contains(": Suggestion", StringComparison.Ordinal)));

        // Before the reaction has run, after it, and after the story was made anew.
        async Task AssertSeenAsync(string[] first)
        {
            for (var round = 0; round < 3; round++)
            {
                var seen = await SeenAsync(site, story);
                Assert.Equal(first, seen.Take(2));
                Assert.DoesNotContain("Glacier ice 1", seen);
                if (round == 1) await world.PublishAsync($"Glacier ice of {first[0]}", text: "Surveyors near Naryn saw the glacier ice melt once more.");
                await site.DispatchAsync();
            }
        }
    }

    [Fact]
    public async Task A_story_and_its_translation_are_one_whether_it_is_pinned_or_barred()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (story, others) = await PublishAsync(world);
        var pinned = await world.PublishAsync("Лёд", "ru", translationOf: others[0].TranslationGroup);
        var barred = await world.PublishAsync("Ледник", "ru", translationOf: others[1].TranslationGroup);
        await site.DispatchAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var page = new Story(site, editor, story.Id);

        await page.DoAsync(editor, "Pin", ("other", $"{pinned.Id}"));
        await page.DoAsync(editor, "Bar", ("other", $"{barred.Id}"));

        for (var round = 0; round < 2; round++)
        {
            var seen = await SeenAsync(site, story);
            Assert.Equal("Лёд", seen[0]);
            Assert.Empty(seen.Intersect(["Glacier ice 0", "Glacier ice 1"]));
            Assert.Contains("Glacier ice 2", seen);
            await site.DispatchAsync();
        }
    }

    [Fact]
    public async Task A_pinned_article_that_is_withdrawn_goes_and_comes_back_with_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (story, others) = await PublishAsync(world);
        await site.DispatchAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await new Story(site, editor, story.Id).DoAsync(editor, "Pin", ("other", $"{others[4].Id}"));

        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == others[4].Id)).Withdraw("Wrong.", "test", site.Now)));
        Assert.DoesNotContain("Glacier ice 4", await SeenAsync(site, story));
        await site.DispatchAsync();
        Assert.DoesNotContain("Glacier ice 4", await SeenAsync(site, story));
        Assert.Contains("withdrawn", (await editor.PageAsync($"/newsroom/stories/{story.Id}")).QuerySelector("#suggested [data-pinned]")!.TextContent, StringComparison.OrdinalIgnoreCase);

        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Bylines).Include(a => a.Lead).SingleAsync(a => a.Id == others[4].Id);
            Assert.Null(article.Publish(article.Path!, "test", site.Now));
        });
        await site.DispatchAsync();
        Assert.Equal("Glacier ice 4", (await SeenAsync(site, story))[0]);
    }

    [Fact]
    public async Task A_story_is_found_by_its_words_or_its_address_and_the_story_itself_is_not()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (story, _) = await PublishAsync(world);
        var chess = await world.PublishAsync("A chess club opens", text: "Pawns and knights were set on forty boards.");
        await site.DispatchAsync();
        using var editor = await site.SignInAsync(Role.Editor);

        foreach (var asked in new[] { "chess", chess.Path! })
        {
            var page = await editor.PageAsync($"/newsroom/stories/{story.Id}?beside={Uri.EscapeDataString(asked)}");
            Assert.Equal(["A chess club opens"], page.QuerySelectorAll("#suggested > ul a").Select(a => a.TextContent));
        }
        Assert.Empty((await editor.PageAsync($"/newsroom/stories/{story.Id}?beside=drilled")).QuerySelectorAll("#suggested > ul a"));
    }

    [Fact]
    public async Task What_cannot_stand_there_is_refused_and_who_may_not_edit_may_not_choose()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (story, others) = await PublishAsync(world);
        var translation = await world.PublishAsync("Ледник", language: "ru", translationOf: story.TranslationGroup);
        for (var i = 5; i < 7; i++) others.Add(await world.PublishAsync($"Glacier ice {i}"));
        using var editor = await site.SignInAsync(Role.Editor);
        using var writer = await site.SignInAsync(Role.Writer);
        var page = new Story(site, editor, story.Id);

        foreach (var itself in new[] { story.Id, translation.Id })
            Assert.Equal(["That is this story itself, or its translation: readers have it already."], await Story.RefusalsAsync(editor, await page.TryAsync(editor, "Pin", ("other", $"{itself}"))));
        Assert.Equal(["Only an article that readers can open can stand there: choose a published one."], await Story.RefusalsAsync(editor, await page.TryAsync(editor, "Pin", ("other", $"{Guid.NewGuid()}"))));
        Assert.Equal(HttpStatusCode.Forbidden, (await page.TryAsync(writer, "Pin", ("other", $"{others[0].Id}"))).StatusCode);
        Assert.Null((await writer.PageAsync(page.Path)).QuerySelector("#suggested"));
        foreach (var other in others.Take(SuggestionChoices.MostPins)) await page.DoAsync(editor, "Pin", ("other", $"{other.Id}"));
        Assert.Equal(["Six are pinned already, as many as a page shows: unpin one first."], await Story.RefusalsAsync(editor, await page.TryAsync(editor, "Pin", ("other", $"{others[6].Id}"))));
    }

    [Fact]
    public async Task What_is_pinned_before_a_story_is_published_stands_there_from_the_beginning()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (_, others) = await PublishAsync(world);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);

        await story.DoAsync(publisher, "Pin", ("other", $"{others[3].Id}"));
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ReleaseAsync();
        await site.DispatchAsync();

        Assert.Equal("Glacier ice 3", (await SeenAsync(site, await story.ArticleAsync()))[0]);
    }
}
