using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Planning;

/// <summary>The plan over HTTP. It is Tuesday, 24 November 2026, noon in Bishkek.</summary>
public class PlanningTests
{
    [Fact]
    public async Task An_idea_becomes_an_assignment_and_then_its_story_and_says_where_it_stands()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        using var writer = await site.SignInAsync(Role.Writer);

        await editor.PostAsync("/newsroom/planning", ("title", "Who pays for the dam?"), ("section", $"{world.Politics.Id}"));
        var idea = (await editor.PageAsync("/newsroom/planning")).QuerySelector("section[aria-labelledby=undated] .plan a")!;
        Assert.Equal(("Who pays for the dam?", "Idea"), (idea.TextContent, State(idea)));
        var path = idea.GetAttribute("href")!;

        await PlanAsync(editor, path, ("staff", $"{writer.Member.Id}"), ("section", $"{world.Politics.Id}"), ("due", "2026-11-26T18:00"), ("notes", "Ask the ministry."));
        var page = await writer.PageAsync("/newsroom/planning");
        var line = page.QuerySelector(".days .plan a")!;
        Assert.Equal(("Assigned", "Thursday, 26 November", "Politics", "18:00"), (State(line), Day(line), line.Closest("section")!.QuerySelector("h3")!.TextContent, line.Closest("li")!.QuerySelector("time")!.TextContent));

        var begun = await writer.PostAsync($"{path}?handler=Begin");
        var story = Guid.Parse(begun.Headers.Location!.OriginalString.Split('/')[^1]);
        var article = await site.ChangeAsync(db => db.Articles.Include(a => a.Section).SingleAsync(a => a.Id == story));
        Assert.Equal(("Who pays for the dam?", writer.Member.Id, "politics"), (article.Headline, article.OwnerId, article.Section!.Slug));
        Assert.Equal("Being written", await StateOfAsync(writer, path));

        var written = await new Story(site, writer, article.Id).OpenedByAsync(writer);
        await written.SavedAsync("Who pays for the dam?", "Nobody yet.", world);
        await written.DoAsync(writer, "Review");
        Assert.Equal("In review", await StateOfAsync(editor, path));
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync($"{path}?handler=Begin")).StatusCode);
    }

    [Fact]
    public async Task What_goes_out_and_what_comes_free_stands_on_its_day_in_the_zone_of_the_paper()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var timed = await Story.WriteAsync(site, world, publisher, "Budget passes");
        // Just after midnight in Bishkek is still the day before in UTC.
        await timed.DoAsync(publisher, "Schedule", ("at", "2026-11-27T00:30"), ("kind", "Publication"));
        var barred = await Story.WriteAsync(site, world, publisher, "Report of the bank");
        await barred.DoAsync(publisher, "Embargo", ("until", "2026-11-28T09:00"));
        var lines = (await publisher.PageAsync("/newsroom/planning?view=week&on=2026-11-25")).QuerySelectorAll(".days .plan a");
        Assert.Equal([("Budget passes", "Goes out", "Friday, 27 November"), ("Report of the bank", "Embargo ends", "Saturday, 28 November")], lines.Select(l => (l.TextContent, State(l), Day(l))));
        Assert.Equal(["Budget passes"], (await publisher.PageAsync("/newsroom/planning?view=day&on=2026-11-27")).QuerySelectorAll(".days .plan a").Select(l => l.TextContent));
    }

    [Fact]
    public async Task What_is_late_is_said_and_stays_in_sight_in_the_weeks_after()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.PostAsync("/newsroom/planning", ("title", "Harvest figures"), ("due", "2026-11-20T18:00"));
        var late = (await editor.PageAsync("/newsroom/planning")).QuerySelector("section[aria-labelledby=late] .late")!;
        Assert.Contains("was due 20 November, 18:00", late.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_change_one_assignment_do_not_write_over_each_other()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        using var other = await site.SignInAsync(Role.Editor);
        await editor.PostAsync("/newsroom/planning", ("title", "Snow on the pass"));
        var path = (await editor.PageAsync("/newsroom/planning")).QuerySelector(".plan a")!.GetAttribute("href")!;
        var seen = Seen(await other.PageAsync(path));
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await PlanAsync(editor, path, ("notes", "The road is closed."));

        var refused = await other.PostAsync(path, ("title", "Snow on the pass"), ("notes", "Call the drivers."), ("seen", seen));
        var page = await other.ReadAsync(refused);
        Assert.Equal((HttpStatusCode.BadRequest, "Call the drivers."), (refused.StatusCode, page.QuerySelector("#notes")!.TextContent));
        Assert.Equal("The road is closed.", await site.ChangeAsync(db => db.Assignments.Select(a => a.Notes).SingleAsync()));
    }

    [Fact]
    public async Task A_contributor_sees_their_own_part_of_the_plan_and_gives_no_work_to_others()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        using var contributor = await site.SignInAsync(Role.Contributor);
        await editor.PostAsync("/newsroom/planning", ("title", "Not for everybody"));
        await contributor.PostAsync("/newsroom/planning", ("title", "My own idea"), ("staff", $"{editor.Member.Id}"));
        Assert.Equal(["My own idea"], (await contributor.PageAsync("/newsroom/planning")).QuerySelectorAll(".plan a").Select(a => a.TextContent));
        Assert.Null(await site.ChangeAsync(db => db.Assignments.Where(a => a.Title == "My own idea").Select(a => a.StaffId).SingleAsync()));
        var hidden = await site.ChangeAsync(db => db.Assignments.Where(a => a.Title == "Not for everybody").Select(a => a.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await contributor.GetAsync($"/newsroom/planning/{hidden}")).StatusCode);
    }

    [Fact]
    public async Task A_dropped_assignment_leaves_the_plan_and_can_be_taken_up_again()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        await editor.PostAsync("/newsroom/planning", ("title", "A quiet week"));
        var path = (await editor.PageAsync("/newsroom/planning")).QuerySelector(".plan a")!.GetAttribute("href")!;
        await editor.PostAsync($"{path}?handler=Drop");
        Assert.Empty((await editor.PageAsync("/newsroom/planning")).QuerySelectorAll(".plan a"));
        await editor.PostAsync($"{path}?handler=TakeUp");
        Assert.Single((await editor.PageAsync("/newsroom/planning")).QuerySelectorAll(".plan a"));
    }

    static async Task PlanAsync(Staffer staffer, string path, params (string Name, string Value)[] fields)
    {
        var page = await staffer.PageAsync(path);
        var response = await staffer.PostAsync(path, [("title", page.QuerySelector("#title")!.GetAttribute("value")!), ("seen", Seen(page)), .. fields]);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await staffer.ReadAsync(response)).QuerySelector(".refusals")?.TextContent);
    }

    static string Seen(IHtmlDocument page) => page.QuerySelector("input[name=seen]")!.GetAttribute("value")!;

    static async Task<string> StateOfAsync(Staffer staffer, string path) => (await staffer.PageAsync(path)).QuerySelector("main .stage")!.TextContent;

    static string State(IElement line) => line.Closest("li")!.QuerySelector(".stage")!.TextContent;

    static string Day(IElement line) => line.Closest(".days > li")!.QuerySelector("h2 time")!.TextContent;
}
