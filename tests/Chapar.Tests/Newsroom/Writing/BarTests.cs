using System.Net;
using Chapar.Articles;
using Chapar.Settings;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>Which points of the checklist bar a publication is the house's choice.</summary>
public class BarTests
{
    const string NoLead = "There is no lead image.";

    [Fact]
    public void The_settings_know_the_points_of_the_checklist_and_no_others() =>
        Assert.Equal(Enum.GetValues<CheckKind>().Except([CheckKind.Missing, CheckKind.Pending, CheckKind.NameLeft]).Select(kind => kind.Slug()), Publication.Checks);

    [Fact]
    public async Task What_an_administrator_makes_a_bar_refuses_publishing_at_once_with_its_sentence_and_as_advice_it_does_not()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        Assert.Contains("Advice: " + NoLead, await ChecksAsync(publisher, story));

        await ChooseAsync(chief, "no-lead");

        Assert.Contains("To be mended: " + NoLead, await ChecksAsync(publisher, story));
        Assert.Equal([NoLead], await Story.RefusalsAsync(publisher, await story.TryAsync(publisher, "Publish", ("kind", "Publication"))));
        Assert.Equal([NoLead], await Story.RefusalsAsync(publisher, await story.TryAsync(publisher, "Schedule", ("at", "2026-11-24T14:00"))));
        Assert.NotNull((await chief.PageAsync("/newsroom/settings")).QuerySelector("input[name=bars][value=no-lead][checked]"));

        await ChooseAsync(chief);

        await story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        Assert.Equal(["bars: no-lead", "bars: none"], (await site.JournalAsync()).Where(line => line.Contains("SettingsSaved", StringComparison.Ordinal)).Select(line => line.Split("SettingsSaved: ")[1]));
    }

    [Fact]
    public async Task A_bar_refuses_an_update_too()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        var article = await world.PublishAsync("The river rises");
        var story = await new Story(site, chief, article.Id).OpenedByAsync(chief);
        await story.SavedAsync("The river rises", "By two metres.", world);
        await ChooseAsync(chief, "no-lead");

        Assert.Equal([NoLead], await Story.RefusalsAsync(chief, await story.TryAsync(chief, "Publish", ("kind", "Update"))));
    }

    [Fact]
    public async Task A_timed_story_that_runs_into_a_bar_comes_back_with_the_reason()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        var story = await Story.WriteAsync(site, world, chief);
        await story.DoAsync(chief, "Schedule", ("at", "2026-11-24T14:00"));
        await ChooseAsync(chief, "headline-stop");
        story.Seen = (await story.StateAsync()).GetProperty("key").GetGuid();
        await story.SavedAsync("The river rises.", "It rose.", world);
        site.Clock.Advance(TimeSpan.FromHours(3));

        Assert.Equal(0, await site.ReleaseAsync());

        Assert.Contains("The headline ends with a full stop.", (await chief.PageAsync(story.Path)).QuerySelector(".returned")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Stage.Ready, (await story.DraftAsync())!.Stage);
    }

    [Fact]
    public void A_bar_that_is_no_point_of_the_checklist_is_refused_by_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("chapar-bars-").FullName;
        var refused = Assert.Throws<SettingsException>(() => ChaparSettings.Read(folder, [new("publication:bars:0", "no-leed")]));
        Directory.Delete(folder, recursive: true);
        Assert.StartsWith("publication:bars names 'no-leed', which is no point of the checklist: known are headline-long, ", refused.Message, StringComparison.Ordinal);
    }

    static async Task<IEnumerable<string>> ChecksAsync(Staffer who, Story story) => (await who.PageAsync(story.Path)).QuerySelectorAll(".checks li").Select(li => li.TextContent);

    static async Task ChooseAsync(Staffer chief, params string[] bars)
    {
        var saved = await chief.PostAsync("/newsroom/settings", [("accent", "#0b6068"), ("accentDark", "#63c3c6"), ("timeZone", "Asia/Bishkek"), .. bars.Select(bar => ("bars", bar))]);
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, (await chief.ReadAsync(saved)).QuerySelector(".refusals")?.TextContent);
    }
}
