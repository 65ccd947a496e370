using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Articles;

/// <summary>What belongs on a list, asked by what the list is of.</summary>
public sealed class ListMembersTests
{
    [Fact]
    public async Task A_list_has_its_public_articles_once_each_in_the_order_of_the_site()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var stop = TestContext.Current.CancellationToken;
        for (int i = 0; i < 12; i++)
            await world.PublishAsync($"Story {i}", i % 4 == 0 ? "ru" : "en", section: i % 2 == 0 ? world.Politics : world.Culture, author: i < 8 ? world.Aigul : world.Timur, at: site.Now.AddHours(-(i * 7 % 5)));
        var gone = await world.PublishAsync("Withdrawn");
        var twice = await world.PublishAsync("Signed twice");
        await site.ChangeAsync(async db =>
        {
            (await db.Articles.FindAsync([gone.Id], stop))!.Withdraw("It was another river.", "editor", site.Now);
            db.Attach(world.Aigul);
            (await db.Articles.Include(a => a.Bylines).SingleAsync(a => a.Id == twice.Id, stop)).Sign([(world.Aigul, BylineRole.Writer), (world.Aigul, BylineRole.Photographer)], site.Now);
        });
        await using var scope = site.Services.CreateAsyncScope();
        var (articles, lines) = (scope.ServiceProvider.GetRequiredService<NewsDb>().Articles.Published(), site.Services.GetRequiredService<Lines>());

        await SameAsync(articles.InSection(world.Politics.Id), ListMembers.OfSection, world.Politics.Id, 7);
        await SameAsync(articles.AboutPlace(world.Osh.Id), ListMembers.OfPlace, world.Osh.Id, 13);
        await SameAsync(articles.AboutTopic(world.Water.Id), ListMembers.OfTopic, world.Water.Id, 13);
        await SameAsync(articles.By(world.Aigul.Id), ListMembers.OfAuthor, world.Aigul.Id, 9);
        await SameAsync(articles.By(world.Timur.Id), ListMembers.OfAuthor, world.Timur.Id, 4);
        Assert.Equal([], (await ListMembers.OfTopic.OldestAsync(lines, Guid.CreateVersion7(), stop: stop))!);
        Assert.Null(await ListMembers.OfTopic.OldestAsync(lines, world.Water.Id, most: 12, stop));

        async Task SameAsync(IQueryable<Article> asked, ListMembers members, Guid id, int count)
        {
            var expected = await asked.Oldest().Select(a => new ListMember(a.Id, a.Language, a.FirstPublishedAt!.Value)).ToListAsync(stop);
            Assert.Equal(count, expected.Count);
            Assert.Equal(expected, await members.OldestAsync(lines, id, stop: stop));
        }
    }
}
