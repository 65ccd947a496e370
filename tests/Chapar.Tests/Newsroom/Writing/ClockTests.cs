using Chapar.Articles;
using Chapar.Staff;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What goes out by itself: at its time, once, and not before.</summary>
public class ClockTests
{
    [Fact]
    public async Task For_half_a_minute_a_publication_is_taken_back_and_nobody_has_seen_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(0, await site.ReleaseAsync());

        await story.DoAsync(publisher, "TakeBack");
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(0, await site.ReleaseAsync());
        Assert.Equal(ArticleStatus.Draft, (await story.ArticleAsync()).Status);
        Assert.Equal(Stage.Ready, (await story.DraftAsync())!.Stage);
    }

    [Fact]
    public async Task A_timed_story_is_never_early_and_outlives_a_restart()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        // 14:00 in Bishkek is 08:00 UTC.
        await story.DoAsync(publisher, "Schedule", ("at", "2026-11-24T14:00"), ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromMilliseconds((2 * 3_600_000) - 1));
        Assert.Equal(0, await site.ReleaseAsync());

        await using var restarted = await site.TwinAsync([]);
        site.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, await restarted.ReleaseAsync());
        Assert.Equal(0, await site.ReleaseAsync());
        Assert.Equal(new DateTime(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc), (await story.ArticleAsync()).FirstPublishedAt);
    }

    [Fact]
    public async Task Of_two_processes_one_sends_each_story_out()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        List<Story> stories = [];
        for (int i = 0; i < 12; i++)
        {
            stories.Add(await Story.WriteAsync(site, world, publisher, $"The river rises {i}"));
            await stories[i].DoAsync(publisher, "Publish", ("kind", "Publication"));
        }
        await using var other = await site.TwinAsync([]);
        site.Clock.Advance(TimeSpan.FromSeconds(30));

        var sent = await Task.WhenAll(Task.Run(() => site.ReleaseAsync()), Task.Run(() => other.ReleaseAsync()));

        Assert.Equal(12, sent.Sum());
        Assert.Equal(12, (await site.JournalAsync()).Count(line => line.EndsWith(": ArticlePublished", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Under_embargo_nobody_sends_it_out()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        await story.DoAsync(publisher, "Embargo", ("until", "2026-11-24T14:00"));

        Assert.Equal(["It is under embargo until 2026-11-24 08:00 UTC."], await Story.RefusalsAsync(publisher, await story.TryAsync(publisher, "Publish", ("kind", "Publication"))));
        Assert.Equal(["It is under embargo until 2026-11-24 08:00 UTC."], await Story.RefusalsAsync(publisher, await story.TryAsync(publisher, "Schedule", ("at", "2026-11-24T13:59"))));
        await story.DoAsync(publisher, "Schedule", ("at", "2026-11-24T14:00"));
    }

    [Fact]
    public async Task What_cannot_go_out_at_its_time_comes_back_with_the_reason()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        await story.DoAsync(publisher, "Schedule", ("at", "2026-11-24T14:00"));
        story.Seen = (await story.StateAsync()).GetProperty("key").GetGuid();
        await story.SavedAsync("", "Somebody emptied the headline.", world);
        site.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await site.ReleaseAsync());

        Assert.Contains("The headline is missing.", (await publisher.PageAsync(story.Path)).QuerySelector(".returned")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Stage.Ready, (await story.DraftAsync())!.Stage);
    }
}
