using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Database;

/// <summary>What lists say of a story is another name than the story: most edits are of the text alone.</summary>
public sealed class TouchedEditionsTests
{
    /// <summary>More than a list shows.</summary>
    const string Long = "It rose by a metre overnight, and by another before noon, which nobody who lives on its banks can remember. It rose by a metre overnight, and by another before noon, which nobody who lives on its banks can remember. Nobody was hurt.";

    [Theory]
    // Deck before, and what is written then.
    [InlineData("It is known.", "Dam opens", "It is known.", "It fell.", false)]
    [InlineData("It is known.", "Dam opens again", "It is known.", Long, true)]
    [InlineData("It is known.", "Dam opens", "More is known.", Long, true)]
    [InlineData("It is known.", "Dam opens", "", Long, true)]
    // Without a deck the first sentences stand in its place.
    [InlineData("", "Dam opens", "", "It fell.", true)]
    [InlineData("", "Dam opens", "", Long + "\n\nThe bridge stands.", false)]
    public async Task An_edit_raises_what_lists_say_only_when_they_say_something_else(string before, string headline, string deck, string text, bool isListed)
    {
        await using var site = await Site.StartAsync();
        var story = await (await World.MakeAsync(site)).PublishAsync("Dam opens");
        var (id, editions) = (story.Id, site.Services.GetRequiredService<Editions>());
        await WriteAsync("Dam opens", before, Long);
        var turn = editions.Turn;

        await WriteAsync(headline, deck, text);

        Assert.False(editions.AreUnchangedSince(turn, [EditionNames.Article(id)]));
        Assert.Equal(isListed, !editions.AreUnchangedSince(turn, [EditionNames.Teaser(id)]));

        Task WriteAsync(string head, string below, string words) => site.ChangeAsync(async db =>
        {
            var article = await db.Articles.Include(a => a.Bylines).Include(a => a.Lead).SingleAsync(a => a.Id == id);
            article.Write(head, below, World.Body(words), site.Now);
            Assert.Null(article.Publish(article.Path!, "test", site.Now)?.ToString());
        });
    }

    [Fact]
    public async Task Who_signed_a_story_and_that_it_is_public_is_said_in_lists_and_a_correction_is_not()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var (id, editions) = ((await world.PublishAsync("Dam opens")).Id, site.Services.GetRequiredService<Editions>());
        Assert.False(await IsListedAfterAsync(article => article.Correct("It rose by two metres.", CorrectionKind.Correction, "test", site.Now)));
        Assert.True(await IsListedAfterAsync(article => article.Sign([(world.Timur, BylineRole.Writer)], site.Now)));
        Assert.True(await IsListedAfterAsync(article => article.Withdraw("It is not so.", "test", site.Now)));

        async Task<bool> IsListedAfterAsync(Action<Article> act)
        {
            var turn = editions.Turn;
            await site.ChangeAsync(async db =>
            {
                db.AttachRange(world.Aigul, world.Timur);
                act(await db.Articles.Include(a => a.Bylines).Include(a => a.Corrections).SingleAsync(a => a.Id == id));
            });
            return !editions.AreUnchangedSince(turn, [EditionNames.Teaser(id)]);
        }
    }
}
