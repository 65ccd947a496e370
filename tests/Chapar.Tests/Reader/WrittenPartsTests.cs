using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

public sealed class WrittenPartsTests
{
    [Fact]
    public async Task An_item_of_a_list_is_written_anew_with_its_story_and_with_the_day()
    {
        await using var site = await Site.StartAsync([new("pages:keep", "false")]);
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Dam opens", at: site.Now.AddMinutes(-30));
        Assert.Equal(("Dam opens", "11:30"), await ItemAsync("/politics"));
        Assert.Equal(("Dam opens", "11:30"), await ItemAsync("/topics/water"));

        await site.ChangeAsync(async db =>
        {
            var changed = await db.Articles.SingleAsync(a => a.Id == article.Id);
            changed.Write("Dam closes", changed.Deck, changed.Body, site.Now);
        });
        Assert.Equal(("Dam closes", "11:30"), await ItemAsync("/politics"));
        Assert.Equal(("Dam closes", "11:30"), await ItemAsync("/topics/water"));

        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(("Dam closes", "24 November, 11:30"), await ItemAsync("/politics"));

        async Task<(string, string)> ItemAsync(string list)
        {
            var item = (await site.PageAsync(list)).QuerySelector(".teaser")!;
            return (item.QuerySelector("a")!.TextContent, item.QuerySelector("time")!.TextContent);
        }
    }

    [Fact]
    public async Task An_address_tells_at_once_that_its_article_was_withdrawn()
    {
        await using var site = await Site.StartAsync([new("pages:keep", "false")]);
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Dam opens");
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(article.Path!)).StatusCode);
        await site.ChangeAsync(db => db.Articles.Where(a => a.Id == article.Id).ForEachAsync(a => a.Withdraw("wrong", "test", site.Now)));
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(article.Path!)).StatusCode);
    }

    [Fact]
    public async Task Only_readings_are_answered_at_an_article()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Dam opens");
        using var content = new StringContent("");
        using var answer = await site.Http.PostAsync(new Uri(article.Path!, UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }
}
