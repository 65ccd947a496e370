using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using Chapar.Distribution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Distribution;

/// <summary>What a feed says over time.</summary>
public partial class FeedTests
{
    [Fact]
    public async Task The_same_articles_make_the_same_bytes_at_another_time()
    {
        await using var site = await Site.StartAsync([new("pages:keep", "false")]);
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
        string[] files = ["/feed.xml", "/atom.xml", "/feed.json"];
        var before = await Task.WhenAll(files.Select(f => TextAsync(site, f)));

        site.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(before, await Task.WhenAll(files.Select(f => TextAsync(site, f))));
    }

    [Fact]
    public async Task Control_characters_of_old_systems_do_not_break_a_feed()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", text: "A bell\u0007, a null\0, half a face \uD83D and a whole one 😀.");

        var json = JsonDocument.Parse(await TextAsync(site, "/feed.json")).RootElement.GetProperty("items")[0].GetProperty("content_html").GetString()!;
        var rss = (await ChannelAsync(site)).Element("item")!.Element(Content + "encoded")!.Value;
        var atom = ((TextSyndicationContent)(await LoadAsync(site, "/atom.xml")).Items.Single().Content).Text;
        Assert.Equal([rss, rss], [json, atom]);
        Assert.StartsWith("<p>A bell, a null, half a face ", rss, StringComparison.Ordinal);
        Assert.EndsWith(" and a whole one 😀.</p>", rss.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_has_the_last_thirty_articles()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (int i = 1; i <= FeedReading.Length + 2; i++) await world.PublishAsync($"Story {i}");

        var titles = (await LoadAsync(site, "/feed.xml")).Items.Select(i => i.Title.Text).ToList();

        Assert.Equal(FeedReading.Length, titles.Count);
        Assert.Equal("Story 32", titles[0]);
    }

    [Theory]
    [InlineData("/nowhere/feed.xml")]
    [InlineData("/places/nowhere/atom.xml")]
    [InlineData("/topics/nothing/feed.json")]
    [InlineData("/authors/nobody/feed.xml")]
    [InlineData("/kk/feed.xml")]
    [InlineData("/politics/page/1/feed.xml")]
    public async Task There_is_no_feed_of_what_is_not_there(string path)
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);

        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_the_feeds_at_once()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        await LoadAsync(site, "/politics/feed.xml");

        await site.ChangeAsync(async db =>
            Assert.Null((await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken)).Withdraw("Another river.", "test", site.Now)));

        Assert.Empty((await LoadAsync(site, "/politics/feed.xml")).Items);
        Assert.Empty((await LoadAsync(site, "/atom.xml")).Items);
    }
}
