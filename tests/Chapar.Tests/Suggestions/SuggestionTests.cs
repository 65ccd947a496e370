using Chapar.Suggestions;
using CsCheck;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Suggestions;

public class SuggestionTests
{
    [Fact]
    public async Task Suggested_articles_are_about_the_same_thing()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var glacier = await world.PublishAsync("Glacier survey measures the Ak-Shyirak ice", text: "The glacier lost ice. Surveyors from Naryn drilled the ice and measured snow.");
        await world.PublishAsync("Snow on the Ak-Shyirak glacier", author: world.Timur, text: "Surveyors measured the glacier and its snow again near Naryn.");
        await world.PublishAsync("A chess club opens", author: world.Timur, section: world.Culture, text: "Pawns and knights were set on forty boards.");
        await site.DispatchAsync();

        var page = await site.PageAsync(glacier.Path!);

        var suggested = page.QuerySelectorAll("h2").Single(h => h.TextContent.Trim() == "Suggested articles").ParentElement!.TextContent;
        Assert.Contains("Snow on the Ak-Shyirak glacier", suggested, StringComparison.Ordinal);
        Assert.DoesNotContain("Glacier survey measures", suggested, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_article_appears_beside_old_ones_and_a_withdrawn_one_leaves()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var old = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        await site.DispatchAsync();
        Assert.DoesNotContain("Suggested articles", (await site.PageAsync(old.Path!)).Body!.TextContent, StringComparison.Ordinal);

        var fresh = await world.PublishAsync("Glacier ice melts", author: world.Timur, text: "Surveyors near Naryn saw the glacier ice melt.");
        await site.DispatchAsync();
        Assert.Contains("Suggested articles", (await site.PageAsync(old.Path!)).Body!.TextContent, StringComparison.Ordinal);

        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == fresh.Id)).Withdraw("Wrong.", "test", site.Now)));
        Assert.DoesNotContain("Suggested articles", (await site.PageAsync(old.Path!)).Body!.TextContent, StringComparison.Ordinal);
        await site.DispatchAsync();
        await site.ChangeAsync(async db => Assert.Equal(0, await db.Suggestions.CountAsync()));
    }

    [Fact]
    public async Task A_translation_is_never_suggested()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        await world.PublishAsync("Glacier survey again", translationOf: article.TranslationGroup, text: "Surveyors drilled the glacier ice near Naryn.");
        await site.DispatchAsync();

        await site.ChangeAsync(async db => Assert.Equal(0, await db.Suggestions.CountAsync()));
    }

    [Fact]
    public void Whatever_is_published_an_article_never_suggests_itself_and_at_most_two_by_one_author()
    {
        var terms = Gen.Int[0, 40].Array[3, 12].Select(hashes => hashes.Distinct().Select(h => new Term(h, 1 + h % 5)).ToArray());
        Gen.Select(terms, Gen.Int[0, 3], Gen.Int[0, 1000]).Array[2, 60].Sample(rows =>
        {
            var authors = Enumerable.Range(0, 4).Select(i => new Guid(i + 1, 0, 0, new byte[8])).ToArray();
            var index = new SuggestionIndex();
            for (int i = 0; i < rows.Length; i++)
            {
                var id = new Guid(i, 1, 0, new byte[8]);
                index.Put(new Indexed(id, id, "en", authors[rows[i].Item2], DateTime.UnixEpoch.AddDays(rows[i].Item3)), rows[i].Item1);
            }
            for (int i = 0; i < rows.Length; i++)
            {
                var id = new Guid(i, 1, 0, new byte[8]);
                var offered = index.Choose(index.Similar(id, rows[i].Item1));
                Assert.DoesNotContain(offered, o => o.Id == id);
                Assert.Equal(offered.Count, offered.Select(o => o.Id).Distinct().Count());
                Assert.True(offered.Count <= SuggestionIndex.Offered);
                Assert.All(offered.GroupBy(o => rows[BitConverter.ToInt32(o.Id.ToByteArray())].Item2), g => Assert.True(g.Count() <= 2));
            }
        }, iter: 200);
    }

    [Fact]
    public void An_index_from_which_articles_went_and_changed_finds_what_one_made_anew_finds()
    {
        var terms = Gen.Int[0, 30].Array[3, 12].Select(hashes => hashes.Distinct().Select(h => new Term(h, 1 + h % 5)).ToArray());
        Gen.Select(terms, terms, Gen.Int[0, 2]).Array[2, 40].Sample(rows =>
        {
            SuggestionIndex used = new(), made = new();
            Indexed[] articles = [.. rows.Select((_, i) => new Guid(i, 1, 0, new byte[8])).Select(id => new Indexed(id, id, "en", id, DateTime.UnixEpoch))];
            for (int i = 0; i < rows.Length; i++) used.Put(articles[i], rows[i].Item1);
            for (int i = 0; i < rows.Length; i++)
            {
                // Some leave, some are about something else now.
                if (rows[i].Item3 > 0) used.Remove(articles[i].Id, rows[i].Item1);
                if (rows[i].Item3 > 1) used.Put(articles[i], rows[i].Item2);
                if (rows[i].Item3 != 1) made.Put(articles[i], rows[i].Item3 == 0 ? rows[i].Item1 : rows[i].Item2);
            }
            for (int i = 0; i < rows.Length; i++)
            {
                var now = rows[i].Item3 == 0 ? rows[i].Item1 : rows[i].Item2;
                Assert.Equal(made.Choose(made.Similar(articles[i].Id, now)), used.Choose(used.Similar(articles[i].Id, now)));
            }
        }, iter: 300);
    }
}
