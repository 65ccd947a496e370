using System.Net;
using Chapar.Articles;
using Chapar.Sections;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Newsroom.House;

/// <summary>Sections, places and topics are looked after over HTTP; readers see each change at once.</summary>
public class FilingPagesTests
{
    [Fact]
    public async Task A_renamed_section_leaves_redirects_for_its_list_its_pages_and_its_feeds_in_every_language()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The bridge opens");
        using var publisher = await site.SignInAsync(Role.Publisher);
        // What readers have before is kept, so that the change has something to make untrue.
        foreach (var kept in new[] { "/", "/politics", article.Path!, "/feed.xml", "/sitemaps/pages.xml" }) await site.GetAsync(kept);

        await SaveAsync(publisher, "sections", world.Politics, "public-affairs", ("name.en", "Public affairs"), ("name.ru", "Общество"));

        Assert.Equal(
            ["/politics → /public-affairs", "/ru/politics → /ru/public-affairs", "/politics/page/2 → /public-affairs/page/2", "/politics/feed.xml → /public-affairs/feed.xml", "/ru/politics/feed.json → /ru/public-affairs/feed.json"],
            await LeadAsync(site, "/politics", "/ru/politics", "/politics/page/2", "/politics/feed.xml", "/ru/politics/feed.json"));
        Assert.Equal("Public affairs", (await site.PageAsync("/public-affairs")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("Public affairs", (await site.PageAsync(article.Path!)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/public-affairs", await TextAsync(site, "/"), StringComparison.Ordinal);
        Assert.Contains("/public-affairs", await TextAsync(site, "/sitemaps/pages.xml"), StringComparison.Ordinal);
        Assert.Contains("Publisher 1: FilingMoved: /politics → /public-affairs", await site.JournalAsync());
    }

    [Fact]
    public async Task A_section_that_gets_its_old_address_back_is_read_there_again()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        await SaveAsync(publisher, "topics", world.Water, "rivers", ("name.en", "Rivers"));
        await SaveAsync(publisher, "topics", world.Water, "canals", ("name.en", "Canals"));
        Assert.Equal(["/topics/water → /topics/canals", "/topics/rivers → /topics/canals"], await LeadAsync(site, "/topics/water", "/topics/rivers"));
        await SaveAsync(publisher, "topics", world.Water, "water", ("name.en", "Water"));
        Assert.Equal(["/topics/water 200", "/topics/rivers → /topics/water", "/topics/canals → /topics/water"], await LeadAsync(site, "/topics/water", "/topics/rivers", "/topics/canals"));
    }

    [Fact]
    public async Task A_navigation_that_names_a_renamed_section_still_shows_it()
    {
        await using var site = await Site.StartAsync([new("publication:navigation:0", "culture"), new("publication:navigation:1", "politics")]);
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        await SaveAsync(publisher, "sections", world.Culture, "arts", ("name.en", "Arts"));
        var links = (await site.PageAsync("/")).QuerySelectorAll("header nav a, nav a").Select(a => a.GetAttribute("href")).ToList();
        Assert.True(links.IndexOf("/arts") >= 0 && links.IndexOf("/arts") < links.IndexOf("/politics"), string.Join(' ', links));
    }

    [Theory]
    [InlineData("", "politics-2", "The name in the main language (English) is missing.")]
    [InlineData("Rates", "rates", "“rates” is a word of the site itself")]
    [InlineData("Culture", "culture", "“culture” is taken")]
    [InlineData("About", "about", "At /about stands an article or a page")]
    public async Task An_address_that_cannot_be_had_is_refused_with_the_reason_and_nothing_typed_is_lost(string name, string slug, string said)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            var about = new PlainPage("en", "/about");
            about.Write("About", World.Body("Who we are."), site.Now);
            about.Publish();
            db.Add(about);
            return Task.CompletedTask;
        });
        using var publisher = await site.SignInAsync(Role.Publisher);
        var response = await publisher.PostAsync($"/newsroom/sections/{world.Politics.Id}", ("name.en", name), ("slug", slug), ("description.en", "Parliament and parties"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = await publisher.ReadAsync(response);
        Assert.Contains(said, page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((slug, "Parliament and parties"), (page.QuerySelector("#slug")!.GetAttribute("value"), page.QuerySelector("#description-en")!.TextContent));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/politics")).StatusCode);
    }

    [Fact]
    public async Task A_merged_topic_takes_its_stories_drafts_and_addresses_along_and_shows_before_what_will_move()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (both, only) = (await world.PublishAsync("Filed under both"), await world.PublishAsync("Filed under one"));
        var rivers = new Topic("rivers", LocalText.Of("en", "Rivers"));
        await site.ChangeAsync(async db =>
        {
            db.Add(rivers);
            (await db.Articles.Include(a => a.Topics).SingleAsync(a => a.Id == both.Id)).Topics.Add(rivers);
        });
        using var publisher = await site.SignInAsync(Role.Publisher);
        var story = await Story.WriteAsync(site, world, publisher);
        foreach (var kept in new[] { "/topics/water", "/topics/rivers", both.Path!, only.Path!, "/sitemaps/pages.xml" }) await site.GetAsync(kept);

        var asked = await publisher.PageAsync($"/newsroom/topics/{world.Water.Id}?into=rivers");
        Assert.Equal(["2 stories move.", "1 working copy is filed anew.", "/topics/water, its pages and feeds lead to /topics/rivers, in every language.", "Water with its name and description is gone. This cannot be undone."],
            asked.QuerySelectorAll(".said li").Select(li => li.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync("/topics/water")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await publisher.PostAsync($"/newsroom/topics/{world.Water.Id}?handler=Merge", ("into", "rivers"))).StatusCode);
        Assert.Equal(["/topics/water → /topics/rivers", "/ru/topics/water → /ru/topics/rivers", "/topics/water/feed.xml → /topics/rivers/feed.xml"],
            await LeadAsync(site, "/topics/water", "/ru/topics/water", "/topics/water/feed.xml"));
        var list = (await site.PageAsync("/topics/rivers")).Body!.TextContent;
        Assert.Contains("Filed under both", list, StringComparison.Ordinal);
        Assert.Contains("Filed under one", list, StringComparison.Ordinal);
        Assert.DoesNotContain("/topics/water", await TextAsync(site, only.Path!) + await TextAsync(site, both.Path!) + await TextAsync(site, "/sitemaps/pages.xml"), StringComparison.Ordinal);

        // An editor that was open all the while still names the topic that is gone, and so may a revision.
        await story.SavedAsync("The river rises", "It rose.", world);
        await story.DoAsync(publisher, "Publish");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.ReleaseAsync();
        Assert.Contains("The river rises", (await site.PageAsync("/topics/rivers")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merged_country_leaves_its_cities_to_the_other()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (old, present) = (new Place("kirghizia", LocalText.Of("en", "Kirghizia")), new Place("kyrgyzstan", LocalText.Of("en", "Kyrgyzstan")));
        await site.ChangeAsync(async db =>
        {
            db.AddRange(old, present);
            (await db.Places.SingleAsync(p => p.Slug == "osh")).LieIn(old.Id, "test", site.Now);
        });
        using var publisher = await site.SignInAsync(Role.Publisher);
        await publisher.PostAsync($"/newsroom/places/{old.Id}?handler=Merge", ("into", "kyrgyzstan"));
        Assert.Equal(present.Id, await site.ChangeAsync(db => db.Places.Where(p => p.Slug == "osh").Select(p => p.ParentId).SingleAsync()));
        Assert.Contains("Osh", (await site.PageAsync("/places/kyrgyzstan")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(world);
    }

    [Fact]
    public async Task The_search_finds_a_story_by_the_new_name_of_its_topic()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The gates close");
        await site.DispatchAsync();
        using var publisher = await site.SignInAsync(Role.Publisher);
        await SaveAsync(publisher, "topics", world.Water, "water", ("name.en", "Hydrology"));
        await site.DispatchAsync();
        Assert.Contains("The gates close", (await site.PageAsync("/search?q=hydrology")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sections_are_moved_up_and_down_in_the_navigation()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("One");
        await site.GetAsync("/");
        using var publisher = await site.SignInAsync(Role.Publisher);
        await publisher.PostAsync("/newsroom/sections?handler=Stand", ("id", $"{world.Culture.Id}"), ("up", "true"));
        var home = await TextAsync(site, "/");
        Assert.True(home.IndexOf("/culture", StringComparison.Ordinal) < home.IndexOf("/politics", StringComparison.Ordinal));
    }

    static async Task SaveAsync(Staffer staffer, string kind, Filing filing, string slug, params (string, string)[] fields)
    {
        var response = await staffer.PostAsync($"/newsroom/{kind}/{filing.Id}", [("slug", slug), .. fields]);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, (await staffer.ReadAsync(response)).QuerySelector(".refusals")?.TextContent);
    }

    static async Task<string> TextAsync(Site site, string path) => await (await site.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>"/old → /new" for each address that leads on, "/here 200" for the others.</summary>
    internal static async Task<List<string>> LeadAsync(Site site, params string[] addresses)
    {
        List<string> said = [];
        foreach (var address in addresses)
        {
            using var response = await site.GetAsync(address);
            said.Add(response.StatusCode == HttpStatusCode.MovedPermanently ? $"{address} → {response.Headers.Location}" : $"{address} {(int)response.StatusCode}");
        }
        return said;
    }
}
