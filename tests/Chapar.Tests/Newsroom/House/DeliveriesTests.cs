using Chapar.Events;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.House;

public class DeliveriesTests
{
    [Fact]
    public async Task What_was_given_up_is_told_in_plain_words_and_sent_again()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The bridge opens");
        await site.DispatchAsync();
        var lost = await site.ChangeAsync(async db =>
        {
            var delivery = await db.Deliveries.Include(d => d.Event).FirstAsync(d => d.Reaction == "search");
            delivery.SendAgain(site.Now);
            delivery.Failed(site.Now, "no answer");
            delivery.Failed(site.Now.AddDays(2), "the index was locked");
            return delivery.Id;
        });
        using var publisher = await site.SignInAsync(Role.Publisher);
        var page = await publisher.PageAsync("/newsroom/deliveries");
        var row = page.QuerySelector(".table.rows li")!;
        Assert.Contains("given up after 3 tries", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("It said: the index was locked", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("The bridge opens", row.QuerySelector($"a[href='/newsroom/stories/{article.Id}']")!.TextContent);

        await publisher.PostAsync("/newsroom/deliveries?handler=Again", ("id", $"{lost}"));
        await site.DispatchAsync();
        Assert.Equal(DeliveryState.Done, await site.ChangeAsync(db => db.Deliveries.Where(d => d.Id == lost).Select(d => d.State).SingleAsync()));
        Assert.Contains("Publisher 1: SentAgain: search, ArticlePublished", await site.JournalAsync());
    }
}
