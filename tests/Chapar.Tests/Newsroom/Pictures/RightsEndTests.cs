using System.Net;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Media;
using Chapar.Newsroom.Pictures;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Newsroom.Pictures;

/// <summary>The right to show a picture ends: staff know it before, readers see a note from that instant on, everywhere.</summary>
public class RightsEndTests
{
    const string Note = "A picture stood here. We no longer have the right to show it.";

    [Fact]
    public async Task From_the_end_of_the_rights_no_page_shows_the_picture_though_nobody_did_anything()
    {
        await using var site = await Site.StartAsync();
        var (picture, article) = await ShowAsync(site, TimeSpan.FromHours(3));
        string[] addresses = [article.Path!, "/", "/politics", "/authors/aigul-sadyk", "/feed.xml", "/atom.xml", "/feed.json", $"/sitemaps/{site.Now:yyyy-MM}.xml"];
        foreach (var address in addresses) Assert.Contains(picture.Key, await TextAsync(site, address), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromHours(3) - TimeSpan.FromMilliseconds(1));
        foreach (var address in addresses) Assert.Contains(picture.Key, await TextAsync(site, address), StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromMilliseconds(1));

        foreach (var address in addresses) Assert.DoesNotContain(picture.Key, await TextAsync(site, address), StringComparison.Ordinal);
        var page = await site.PageAsync(article.Path!);
        Assert.Equal([Note, Note], page.Texts(".ended"));
        Assert.Null(page.QuerySelector("meta[property='og:image']"));
        Assert.DoesNotContain("The bridge at Naryn", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Note, await TextAsync(site, "/feed.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_themselves_are_gone_and_no_cache_keeps_them_longer()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        var address = Renditions.Address((await site.PictureAsync(id)).Face(), Shape.Card, 320, "jpg");
        await writer.SayAsync(id, ("until", "2026-11-24"));
        // Six in the morning UTC is noon in Bishkek: twelve hours to midnight.
        Assert.Equal(TimeSpan.FromHours(12), (await site.GetAsync(address)).Headers.CacheControl!.MaxAge);
        site.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_clock_tells_the_house_once_and_again_when_the_end_was_moved()
    {
        await using var site = await Site.StartAsync();
        var (picture, _) = await ShowAsync(site, TimeSpan.FromHours(3));
        var clock = site.Services.GetRequiredService<RightsClock>();
        Assert.Equal(0, await clock.RunDueAsync(TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromHours(3));
        Assert.Equal(1, await clock.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await clock.RunDueAsync(TestContext.Current.CancellationToken));
        Assert.Contains("clock: PictureRightsEnded: bridge.jpg", await site.JournalAsync());
        await site.ChangeAsync(async db =>
        {
            var stored = await db.Pictures.SingleAsync(p => p.Id == picture.Id);
            stored.Revise(stored.Details with { RightsEndAt = site.Now.AddHours(1) }, "test", site.Now);
        });
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await clock.RunDueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Rights_that_are_longer_again_bring_the_picture_back_at_once()
    {
        await using var site = await Site.StartAsync();
        var (picture, article) = await ShowAsync(site, TimeSpan.FromHours(3));
        site.Clock.Advance(TimeSpan.FromHours(4));
        Assert.DoesNotContain(picture.Key, await TextAsync(site, article.Path!), StringComparison.Ordinal);
        await site.ChangeAsync(async db =>
        {
            var stored = await db.Pictures.SingleAsync(p => p.Id == picture.Id);
            stored.Revise(stored.Details with { RightsEndAt = null }, "test", site.Now);
        });
        Assert.Contains(picture.Key, await TextAsync(site, article.Path!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fourteen_days_before_it_stands_in_the_checklist_and_beside_the_picture_in_the_editor()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        var story = await Story.BeginAsync(site, writer);
        var key = Guid.NewGuid();
        await story.SaveBodyAsync("A bridge", $$$"""{"type":"doc","content":[{"type":"image","attrs":{"media":"{{{id}}}"}}]}""", key: key);
        async Task<(string[] Checks, string[] Rights)> FlagsAsync()
        {
            var page = await writer.PageAsync(story.Path);
            var rights = JsonDocument.Parse(page.QuerySelector("#story")!.TextContent).RootElement.GetProperty("rights").EnumerateObject().Select(p => p.Value.GetString()!);
            return ([.. page.Texts("#checks li").Where(text => text.Contains("right to show", StringComparison.Ordinal))], [.. rights]);
        }

        await writer.SayAsync(id, ("until", "2026-12-08"));
        Assert.Equal(([], []), await FlagsAsync());
        await writer.SayAsync(id, ("until", "2026-12-07"));
        var (checks, rights) = await FlagsAsync();
        Assert.Equal(["Advice: The right to show bridge.jpg ends: 2026-12-07 is the last day."], checks);
        Assert.Equal(["Rights end: 7 December 2026 is the last day."], rights);
        await writer.SayAsync(id, ("until", "2026-11-20"));
        Assert.Equal(["Rights ended: 20 November 2026 was the last day."], (await FlagsAsync()).Rights);
    }

    static async Task<string> TextAsync(Site site, string path)
    {
        using var response = await site.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A story with the picture as its lead and in its text, by an author of whom it is the portrait.</summary>
    static async Task<(Picture Picture, Article Article)> ShowAsync(Site site, TimeSpan lasts)
    {
        var world = await World.MakeAsync(site);
        var picture = LibraryTests.New("ab", "bridge.jpg", site.Now);
        picture.Revise(new PictureDetails("Photo: Desk", "", "", site.Now + lasts, LocalText.Of("en", "A bridge"), LocalText.Of("en", "The bridge at Naryn"), false, .5, .5), "test", site.Now);
        await site.ChangeAsync(db =>
        {
            db.Attach(world.Aigul).Entity.Portray(picture);
            db.Add(picture);
            return Task.CompletedTask;
        });
        var article = await world.PublishAsync("The river rises", lead: picture);
        await site.ChangeAsync(async db =>
        {
            var stored = await db.Articles.Whole().SingleAsync(a => a.Id == article.Id);
            stored.Write(stored.Headline, stored.Deck, new BodyTree([new Paragraph([new TextRun("It rose.")]), new ImageBlock(picture.Id, null, "A bridge", null, "Photo: Desk")]), site.Now);
            Assert.Null(stored.Publish(stored.Path!, "test", site.Now));
        });
        return (picture, article);
    }
}
