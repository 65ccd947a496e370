using System.Net;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Pictures;
using Microsoft.EntityFrameworkCore;
using Article = Chapar.Articles.Article;

namespace Chapar.Tests.Newsroom.Fronts;

/// <summary>Fronts are arranged in peace, published as one act, and never show what is not public.</summary>
public class FrontTests
{
    [Fact]
    public async Task A_front_is_arranged_unseen_and_published_as_one_act()
    {
        await using var site = await Site.StartAsync();
        var (first, second, _) = await ThreeAsync(site);
        var desk = await Desk.OpenAsync(site);
        Assert.Equal("Third", await LeadAsync(site));

        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Add", ("story", Id(second)));
        await desk.DoAsync("Move", ("from", "1"), ("to", "0"));
        Assert.Equal(["Second", "First", "-", "-", "-"], await desk.SlotsAsync());
        Assert.Equal("Third", await LeadAsync(site));

        await desk.DoAsync("Publish");

        Assert.Equal("Second", await LeadAsync(site));
        Assert.Equal(["Second", "First", "Third"], await HeadlinesAsync(site, "/"));
        Assert.Equal(["Publisher 1: FrontPublished: Home, English"], (await site.JournalAsync()).Where(line => line.Contains("Front", StringComparison.Ordinal)));
        Assert.Equal(1, await site.ChangeAsync(db => db.Events.CountAsync(e => e.Name == "FrontPublished")));
        Assert.Equal(["Readers have this front already."], await desk.RefusedAsync("Publish"));
    }

    [Fact]
    public async Task Each_act_can_be_undone_and_all_of_them_given_up()
    {
        await using var site = await Site.StartAsync();
        var (first, second, _) = await ThreeAsync(site);
        var desk = await Desk.OpenAsync(site);
        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Add", ("story", Id(second)), ("at", "0"));
        await desk.DoAsync("Remove", ("at", "1"));
        Assert.Equal(["Second", "-", "-", "-", "-"], await desk.SlotsAsync());

        await desk.DoAsync("Undo");
        Assert.Equal(["Second", "First", "-", "-", "-"], await desk.SlotsAsync());
        await desk.DoAsync("Discard");
        Assert.Equal(["-", "-", "-", "-", "-"], await desk.SlotsAsync());
        await desk.DoAsync("Undo");
        await desk.DoAsync("Undo");
        await desk.DoAsync("Undo");
        Assert.Equal(["-", "-", "-", "-", "-"], await desk.SlotsAsync());
        Assert.Equal(["There is nothing to undo."], await desk.RefusedAsync("Undo"));
    }

    [Fact]
    public async Task A_front_of_before_is_brought_back()
    {
        await using var site = await Site.StartAsync();
        var (first, second, _) = await ThreeAsync(site);
        var desk = await Desk.OpenAsync(site);
        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Publish");
        await desk.DoAsync("Add", ("story", Id(second)), ("at", "0"));
        await desk.DoAsync("Publish");
        Assert.Equal("Second", await LeadAsync(site));

        await desk.DoAsync("Restore", ("number", "1"));
        Assert.Equal("Second", await LeadAsync(site));
        await desk.DoAsync("Publish");

        Assert.Equal("First", await LeadAsync(site));
        Assert.Equal(["Front 3", "Front 2", "Front 1"], (await desk.PageAsync()).Texts("section[aria-labelledby=history] li span").Select(text => text.Split(',')[0]));
        Assert.Equal(["There is no such front."], await desk.RefusedAsync("Restore", ("number", "9")));
    }

    [Fact]
    public async Task A_slot_has_a_headline_and_a_picture_of_its_own_on_this_front_only()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var picture = await writer.BringAsync();
        var face = (await site.PictureAsync(picture)).Face();
        var desk = await Desk.OpenAsync(site);
        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Dress", ("at", "0"), ("headline", "  Own  words "), ("until", ""));
        await desk.DoAsync("Picture", ("at", "0"), ("picture", picture.ToString()));
        await desk.DoAsync("Publish");

        var front = await site.PageAsync("/");
        Assert.Equal("Own words", front.QuerySelector(".front h2")!.TextContent);
        Assert.Contains(face.Key, front.QuerySelector(".front img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("First", await HeadlinesAsync(site, "/politics"));
        Assert.DoesNotContain("Own words", (await site.PageAsync(first.Path!)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Home, English front"], (await writer.PageAsync(Album.PathOf(picture))).Texts("section[aria-labelledby=uses] li"));

        await writer.SayAsync(picture, ("until", "2026-11-20"));
        Assert.DoesNotContain(face.Key, (await site.PageAsync("/")).QuerySelector(".front")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_ends_at_its_instant_and_the_newest_stands_there()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        var desk = await Desk.OpenAsync(site);
        await desk.DoAsync("Add", ("story", Id(first)));
        // Six in the morning UTC is noon in Bishkek.
        await desk.DoAsync("Dress", ("at", "0"), ("headline", ""), ("until", "2026-11-24T13:30"));
        await desk.DoAsync("Publish");
        Assert.Equal("First", await LeadAsync(site));
        site.Clock.Advance(TimeSpan.FromMinutes(90) - TimeSpan.FromMilliseconds(1));
        Assert.Equal("First", await LeadAsync(site));

        site.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal("Third", await LeadAsync(site));
        Assert.Equal(["Its time has passed: readers have the newest in its place."], (await desk.PageAsync()).Texts(".slot .flag"));
        Assert.Equal(["Pinned until; empty: until it is changed: “2026-11-24T13:29” is no time that is yet to come. Give year, month, day, hour and minute."],
            await desk.RefusedAsync("Dress", ("at", "0"), ("until", "2026-11-24T13:29")));
        Assert.Equal(["Pinned until; empty: until it is changed: “tomorrow” is no time that is yet to come. Give year, month, day, hour and minute."],
            await desk.RefusedAsync("Dress", ("at", "0"), ("until", "tomorrow")));
    }

    [Fact]
    public async Task A_withdrawn_story_leaves_the_front_at_once_and_an_unpublished_one_never_comes_there()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        var desk = await Desk.OpenAsync(site);
        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Publish");
        Assert.Equal("First", await LeadAsync(site));
        await site.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Id == first.Id)).Withdraw("It was wrong.", "test", site.Now));

        Assert.Equal("Third", await LeadAsync(site));
        Assert.Equal(["Not public: readers have the newest in its place."], (await desk.PageAsync()).Texts(".slot .flag"));
        var draft = new Article("en", Format.News, site.Now);
        await site.ChangeAsync(db => Task.FromResult(db.Add(draft)));
        foreach (var none in new[] { Id(first), Id(draft), Guid.NewGuid().ToString() })
            Assert.Equal(["Only a published story in the language of the front can stand there."], await desk.RefusedAsync("Add", ("story", none)));
    }

    [Fact]
    public async Task A_section_has_a_front_of_its_own_in_each_language()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var desk = new Desk(publisher, "/newsroom/fronts/en/politics");
        Assert.Equal(["Third", "Second", "First"], await HeadlinesAsync(site, "/politics"));
        await desk.DoAsync("Add", ("story", Id(first)));
        await desk.DoAsync("Dress", ("at", "0"), ("headline", "Own words"));
        await desk.DoAsync("Publish");

        Assert.Equal(["Own words", "Third", "Second"], await HeadlinesAsync(site, "/politics"));
        Assert.Equal("Third", await LeadAsync(site));
        foreach (var none in new[] { "/newsroom/fronts/en/nothing", "/newsroom/fronts/fr" }) Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync(none)).StatusCode);
        Assert.Equal("/newsroom/fronts/en", (await publisher.GetAsync("/newsroom/fronts")).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_preview_is_the_readers_page_with_the_draft_and_only_staff_see_it()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var desk = new Desk(publisher, "/newsroom/fronts/en");
        await site.PageAsync("/");
        await desk.DoAsync("Add", ("story", Id(first)));

        var response = await publisher.GetAsync("/newsroom/fronts/en?handler=Preview");

        var preview = await publisher.ReadAsync(response);
        Assert.Equal("First", preview.QuerySelector(".front h2")!.TextContent);
        Assert.NotNull(preview.QuerySelector("footer"));
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Contains("frame-ancestors 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("Third", await LeadAsync(site));
        Assert.Empty(HeadlinesOf(await publisher.PageAsync("/newsroom/fronts/ru?handler=Preview")));
        using var stranger = site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/newsroom/fronts/en?handler=Preview")).StatusCode);
        using var editor = await site.SignInAsync(Role.Editor);
        Assert.Equal(HttpStatusCode.Forbidden, (await editor.GetAsync("/newsroom/fronts/en?handler=Preview")).StatusCode);
    }

    [Fact]
    public async Task The_preview_of_a_section_shows_its_draft()
    {
        await using var site = await Site.StartAsync();
        var (first, _, _) = await ThreeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        await new Desk(publisher, "/newsroom/fronts/en/politics").DoAsync("Add", ("story", Id(first)));
        Assert.Equal(["First", "Third", "Second"], HeadlinesOf(await publisher.PageAsync("/newsroom/fronts/en/politics?handler=Preview")));
        Assert.Equal(["Third", "Second", "First"], await HeadlinesAsync(site, "/politics"));
    }

    [Fact]
    public async Task Nobody_arranges_what_they_have_not_seen()
    {
        await using var site = await Site.StartAsync();
        var (first, second, _) = await ThreeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var other = await Desk.OpenAsync(site);
        await other.DoAsync("Add", ("story", Id(first)));
        var response = await publisher.PostAsync("/newsroom/fronts/en?handler=Add", ("seen", "0"), ("story", Id(second)));
        Assert.Equal(["Publisher 2 has changed this front meanwhile: look at it and do it again."], (await publisher.ReadAsync(response)).Texts(".refusals li"));
        Assert.Equal(["First", "-", "-", "-", "-"], await other.SlotsAsync());
    }

    [Fact]
    public async Task A_story_is_found_by_its_words()
    {
        await using var site = await Site.StartAsync();
        await ThreeAsync(site);
        await site.DispatchAsync();
        using var publisher = await site.SignInAsync(Role.Publisher);
        Assert.Equal(["Third", "Second", "First"], await OfferedAsync(""));
        Assert.Equal(["Second"], await OfferedAsync("?q=second"));

        async Task<string[]> OfferedAsync(string query) => [.. (await publisher.PageAsync("/newsroom/fronts/en" + query)).QuerySelectorAll(".offered p").Select(p => p.FirstChild!.TextContent.Trim())];
    }

    static string Id(Article article) => article.Id.ToString();

    static async Task<(Article First, Article Second, Article Third)> ThreeAsync(Site site)
    {
        var world = await World.MakeAsync(site);
        return (await world.PublishAsync("First"), await world.PublishAsync("Second"), await world.PublishAsync("Third"));
    }

    static async Task<string> LeadAsync(Site site) => (await site.PageAsync("/")).QuerySelector(".front h2")!.TextContent;

    static async Task<string[]> HeadlinesAsync(Site site, string path) => HeadlinesOf(await site.PageAsync(path));

    static string[] HeadlinesOf(AngleSharp.Html.Dom.IHtmlDocument page) => page.Texts("article.teaser h2, .listing article h2, .listing article h3");
}
