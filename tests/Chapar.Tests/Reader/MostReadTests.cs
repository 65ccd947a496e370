using Chapar.Articles;
using Chapar.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Reader;

/// <summary>The list of what was read most this week is on every article's page, and the page is kept: whatever makes it another list makes it another page.</summary>
public class MostReadTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_that_is_again_what_it_was_long_ago_is_told_all_the_same()
    {
        await using var site = await Site.StartAsync();
        var (first, other, page) = await ThreeAsync(site);
        await CountAsync(site, (first, 9), (other, 5));
        Assert.Equal([first.Headline, other.Headline], await ListAsync(site, page, first, other));
        // Nobody has read anything this week.
        site.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Empty(await ListAsync(site, page, first, other));
        await CountAsync(site, (first, 9), (other, 5));
        Assert.Equal([first.Headline, other.Headline], await ListAsync(site, page, first, other));
    }

    [Fact]
    public async Task What_was_withdrawn_leaves_it_and_returns_to_it()
    {
        await using var site = await Site.StartAsync();
        var (first, other, page) = await ThreeAsync(site);
        await CountAsync(site, (first, 9), (other, 5));
        Assert.Equal([first.Headline, other.Headline], await ListAsync(site, page, first, other));
        await site.ChangeAsync(db => { Assert.Null(db.Attach(first).Entity.Withdraw("It was wrong.", "test", site.Now)); return Task.CompletedTask; });
        Assert.Equal([other.Headline], await ListAsync(site, page, first, other));
        await site.ChangeAsync(db => { Assert.Null(db.Attach(first).Entity.Publish(first.Path!, "test", site.Now)); return Task.CompletedTask; });
        Assert.Equal([first.Headline, other.Headline], await ListAsync(site, page, first, other));
    }

    static async Task<(Article First, Article Other, Article Page)> ThreeAsync(Site site)
    {
        var world = await World.MakeAsync(site);
        return (await world.PublishAsync("The river rose"), await world.PublishAsync("The bridge fell"), await world.PublishAsync("The road is open"));
    }

    static async Task CountAsync(Site site, params (Article Article, int Times)[] read)
    {
        var counter = site.Services.GetRequiredService<ReadCounter>();
        foreach (var (article, times) in read)
            for (int i = 0; i < times; i++) counter.Count(article.Id, "Mozilla/5.0", null);
        await counter.WriteAsync(Stop);
    }

    /// <summary>Their headlines in the order in which they stand in the page's list.</summary>
    static async Task<IEnumerable<string>> ListAsync(Site site, Article page, params Article[] among)
    {
        var list = (await site.PageAsync(page.Path!)).QuerySelectorAll("section").FirstOrDefault(section => section.QuerySelector("h2")?.TextContent == "Most read this week");
        return list is null ? [] : list.QuerySelectorAll("a").Select(link => link.TextContent.Trim()).Where(headline => among.Any(article => article.Headline == headline));
    }
}
