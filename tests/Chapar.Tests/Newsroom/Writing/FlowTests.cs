using System.Net;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>A story's way from the first word to its readers and, when it must be, away from them.</summary>
public class FlowTests
{
    [Fact]
    public async Task A_day_of_a_story()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, writer);

        await story.DoAsync(writer, "Review");
        await story.DoAsync(publisher, "Claim");
        await story.DoAsync(publisher, "Return", ("note", "Which river?"));
        Assert.Contains("Which river?", (await writer.PageAsync(story.Path)).QuerySelector(".returned")!.TextContent, StringComparison.Ordinal);
        await story.SavedAsync("The Naryn rises", "It rose by a metre overnight.", world);
        await story.DoAsync(writer, "Review");
        await story.DoAsync(publisher, "Ready");
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/2026/11/the-naryn-rises")).StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(1, await site.ReleaseAsync());
        Assert.Equal("The Naryn rises", (await site.PageAsync("/2026/11/the-naryn-rises")).QuerySelector("h1")!.TextContent);

        var update = await story.OpenedByAsync(publisher);
        await update.SavedAsync("The Naryn rises", "It rose by two metres overnight.", world);
        Assert.Contains("by a metre", (await site.PageAsync("/2026/11/the-naryn-rises")).QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        await story.DoAsync(publisher, "Publish", ("kind", "Correction"), ("note", "It rose by two metres, not by one."));
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        await site.ReleaseAsync();
        var corrected = await site.PageAsync("/2026/11/the-naryn-rises");
        Assert.Contains("by two metres", corrected.QuerySelector(".body")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not by one", corrected.QuerySelector(".correction")!.TextContent, StringComparison.Ordinal);

        await story.DoAsync(publisher, "Withdraw", ("reason", "It was another river."));
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync("/2026/11/the-naryn-rises")).StatusCode);
        var journal = (await site.JournalAsync()).Select(line => line.Split(": ", 2)[1]).Where(what => !what.StartsWith("SignedIn", StringComparison.Ordinal)).ToList();
        string[] together = ["ArticleUpdated", "ArticleCorrected: It rose by two metres, not by one."];
        Assert.Equal(
            ["StorySentToReview", "StoryClaimed", "StoryReturned: Which river?", "StorySentToReview", "StoryReady", "StoryScheduled: 2026-11-24 06:00:30 UTC", "ArticlePublished",
             "StoryScheduled: 2026-11-24 06:01:00 UTC", "ArticleWithdrawn: It was another river."],
            journal.Where(what => !together.Contains(what)));
        // Written in one save, and in no order among themselves.
        Assert.Subset(journal.ToHashSet(), together.ToHashSet());
    }

    [Fact]
    public async Task What_bars_a_publication_is_said_and_advice_is_not_in_its_way()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.BeginAsync(site, publisher);
        await story.SavedAsync("", "On Monday, 24 November 2026 it rose. It had risen on 3 May 2027, and will again by 4 May 2027.");

        var page = await publisher.PageAsync(story.Path);
        Assert.Contains(page.QuerySelectorAll(".checks li"), li => li.TextContent == "Advice: “Monday, 24 November 2026” is a Tuesday.");
        Assert.Equal(["Advice: “3 May 2027” lies in the future: is that meant?"], page.QuerySelectorAll(".checks li").Select(li => li.TextContent).Where(text => text.Contains("future", StringComparison.Ordinal)));
        Assert.Equal(["The headline is missing.", "The section is missing.", "The byline is missing."],
            await Story.RefusalsAsync(publisher, await story.TryAsync(publisher, "Publish", ("kind", "Publication"))));

        await story.SavedAsync("The river rises", "On Monday, 24 November 2026 it rose.", world);
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
    }

    [Fact]
    public async Task A_name_that_is_in_no_list_and_stands_there_in_two_ways_is_asked_about_and_shown()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        var saved = await Story.JsonAsync(await story.SaveAsync("The river rises", "The engineer Zhaparov measured it. Then Japarov left.", world));

        var check = Assert.Single(saved.GetProperty("checks").EnumerateArray(), check => check.GetProperty("text").GetString()!.Contains("Zhaparov", StringComparison.Ordinal));
        Assert.Equal("Advice: “Japarov” here, “Zhaparov” elsewhere in the story: is that one name in two ways?", check.GetProperty("text").GetString());
        Assert.Equal("Japarov", Assert.Single(check.GetProperty("places").EnumerateArray()).GetProperty("written").GetString());
    }

    [Fact]
    public async Task What_has_been_read_is_changed_by_editors_only()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.WriteAsync(site, world, writer);
        await story.DoAsync(writer, "Review");
        await story.SavedAsync("The river rises", "A last word before it is read.", world);
        await story.DoAsync(editor, "Ready");

        var response = await story.SaveAsync("The river falls", "", world);

        Assert.Equal(HttpStatusCode.Locked, response.StatusCode);
        await (await story.OpenedByAsync(editor)).SavedAsync("The river rises", "An editor's word.", world);
    }

    [Theory]
    [InlineData(Role.Contributor)]
    [InlineData(Role.Writer)]
    [InlineData(Role.Editor)]
    public async Task Who_may_not_publish_does_nothing_that_readers_see(Role role)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var staffer = await site.SignInAsync(role);
        var story = await Story.WriteAsync(site, world, staffer);
        foreach (var handler in new[] { "Publish", "Schedule", "TakeBack", "Embargo", "Withdraw" })
            Assert.Equal(HttpStatusCode.Forbidden, (await story.TryAsync(staffer, handler)).StatusCode);
        Assert.Equal(Stage.Writing, (await story.DraftAsync())!.Stage);
    }

    [Fact]
    public async Task Who_is_kept_to_a_section_publishes_there_and_nowhere_else()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var inCulture = await site.SignInAsync(Role.Publisher, "en", world.Culture.Id);
        using var inPolitics = await site.SignInAsync(Role.Publisher, "en", world.Politics.Id);
        var story = await Story.WriteAsync(site, world, writer);
        Assert.Equal(HttpStatusCode.Forbidden, (await story.TryAsync(inCulture, "Publish", ("kind", "Publication"))).StatusCode);
        await story.DoAsync(inPolitics, "Publish", ("kind", "Publication"));
    }

    [Fact]
    public async Task Changes_given_up_leave_the_published_article_and_stay_as_a_revision()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var article = await world.PublishAsync("The river rises");
        var story = await new Story(site, editor, article.Id).OpenedByAsync(editor);
        await story.SavedAsync("The river falls", "It fell.", world);

        await story.DoAsync(editor, "Discard");

        Assert.Null(await story.DraftAsync());
        Assert.Contains("2 " + editor.Member.Name + ": The river falls (Changes given up)", await story.RevisionsAsync());
        Assert.Equal("The river rises", (await site.PageAsync(article.Path!)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task Withdrawing_takes_back_an_update_that_waits_to_go_out()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var article = await world.PublishAsync("The river rises");
        var story = await new Story(site, publisher, article.Id).OpenedByAsync(publisher);
        await story.SavedAsync("The river rises", "By two metres.", world);
        await story.DoAsync(publisher, "Publish", ("kind", "Update"));

        await story.DoAsync(publisher, "Withdraw", ("reason", "It was another river."));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ReleaseAsync();

        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(article.Path!)).StatusCode);
        Assert.Equal(Stage.Ready, (await story.DraftAsync())!.Stage);
    }

    [Fact]
    public async Task A_second_story_with_the_same_headline_gets_an_address_of_its_own()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        foreach (var _ in Enumerable.Range(0, 2)) await (await Story.WriteAsync(site, world, publisher)).DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        await site.ReleaseAsync();
        await site.PageAsync("/2026/11/the-river-rises");
        await site.PageAsync("/2026/11/the-river-rises-2");
    }
}
