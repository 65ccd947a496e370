using System.Net;
using Chapar.Articles;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Reader;

public class PublishingTests
{
    [Fact]
    public async Task A_published_article_is_read_at_its_address()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");

        var page = await site.PageAsync(article.Path!);

        Assert.Equal("The river rises", page.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_the_site_at_once()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        await site.PageAsync(article.Path!);
        await site.PageAsync("/politics");

        await site.ChangeAsync(async db =>
        {
            var stored = await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken);
            Assert.Null(stored.Withdraw("It was about another river.", "test", site.Now));
        });

        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(article.Path!)).StatusCode);
        Assert.DoesNotContain("The river rises", (await site.PageAsync("/politics")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_writes_revision_event_journal_and_edition_numbers()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");

        await site.ChangeAsync(async db =>
        {
            var stop = TestContext.Current.CancellationToken;
            Assert.Equal(1, await db.Revisions.CountAsync(r => r.ArticleId == article.Id, stop));
            Assert.Equal(NewsEvents.ArticlePublished, (await db.Events.SingleAsync(e => e.SubjectId == article.Id, stop)).Name);
            Assert.Equal(1, await db.Journal.CountAsync(j => j.SubjectId == article.Id, stop));
            Assert.True(await db.EditionNumbers.AnyAsync(n => n.Name == Chapar.Database.EditionNames.Article(article.Id) && n.Number == 1, stop));
        });
    }

    [Fact]
    public void An_article_without_headline_section_and_byline_cannot_be_published()
    {
        var article = new Article("en", Format.News, DateTime.UnixEpoch);

        var refusal = article.Publish("/2026/11/x", "test", DateTime.UnixEpoch);

        Assert.Equal(["The headline is missing.", "The section is missing.", "The byline is missing."], refusal!.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(ArticleStatus.Draft, article.Status);
    }
}
