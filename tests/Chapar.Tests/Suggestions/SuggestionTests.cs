using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Suggestions;

/// <summary>What readers see under "Suggested articles".</summary>
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
    public async Task What_the_page_suggests_stands_nowhere_else_on_it()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        for (var i = 0; i < 14; i++) await world.PublishAsync($"Glacier ice, report {i}", text: $"Surveyors near Naryn saw the glacier ice melt, report {i}.");
        await site.DispatchAsync();

        var page = await site.PageAsync(article.Path!);

        Assert.Equal(6, page.QuerySelectorAll(".more .teaser").Length);
        var suggested = page.QuerySelectorAll(".more .teaser a").Select(a => a.GetAttribute("href")).ToHashSet();
        var others = page.QuerySelectorAll("aside a, .text section a").Select(a => a.GetAttribute("href")).ToList();
        Assert.DoesNotContain(others, suggested.Contains);
        Assert.Equal(5, page.QuerySelectorAll("aside section:first-child li").Length);
    }

    [Fact]
    public async Task Where_there_is_nothing_in_the_articles_language_one_of_another_stands_and_says_so()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Sadyr Japarov opens the Kambarata dam", text: "The president Sadyr Japarov came to Kambarata with engineers from Jalal-Abad. The river Naryn was dammed at Kambarata.");
        await world.PublishAsync("Садыр Жапаров открыл плотину в Камбарате", language: "ru", author: world.Timur, text: "Президент Садыр Жапаров приехал в Камбарату с инженерами из Джалал-Абада. Реку Нарын перекрыли у Камбараты.");
        await site.DispatchAsync();

        var link = Assert.Single((await site.PageAsync(article.Path!)).QuerySelectorAll(".more h3"));
        Assert.Equal(("ru", "Садыр Жапаров открыл плотину в Камбарате"), (link.GetAttribute("lang"), link.TextContent));
        Assert.Contains("Русский", link.ParentElement!.TextContent, StringComparison.OrdinalIgnoreCase);

        for (var i = 0; i < SuggestionIndex.Enough; i++) await world.PublishAsync($"Kambarata dam, day {i}", author: world.Timur, text: $"Engineers of Sadyr Japarov dammed the Naryn at Kambarata on day {i}.");
        await site.DispatchAsync();
        Assert.DoesNotContain("ru", (await site.PageAsync(article.Path!)).QuerySelectorAll(".more h3").Select(h => h.GetAttribute("lang")));
    }

    [Fact]
    public async Task Suggestions_of_an_older_version_stand_until_all_is_made_anew()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        for (var i = 0; i < 3; i++) await world.PublishAsync($"Glacier ice {i}", text: $"Surveyors near Naryn saw the glacier ice melt {i}.");
        await site.DispatchAsync();
        var before = await RowsAsync(site);
        Assert.NotEmpty(before);
        // As a program of before the versions has left it.
        await site.ChangeAsync(db => db.Fingerprints.ExecuteUpdateAsync(set => set.SetProperty(f => f.Version, 0).SetProperty(f => f.Sequence, 0).SetProperty(f => f.Terms, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 })));
        await using var next = await site.FreshAsync();

        var fresh = await world.PublishAsync("Something else", text: "Pawns and knights were set on forty boards.");
        await next.DispatchAsync();
        Assert.Superset(before.ToHashSet(), (await RowsAsync(site)).ToHashSet());

        await next.Services.GetRequiredService<SuggestionUpkeep>().RunDueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(before.Order(StringComparer.Ordinal), (await RowsAsync(site)).Where(row => !row.Contains($"{fresh.Id}", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await site.ChangeAsync(async db => Assert.Equal(0, await db.Fingerprints.CountAsync(f => f.Version != Fingerprints.Version || f.IsDue)));
    }

    static Task<List<string>> RowsAsync(Site site) => site.ChangeAsync(async db =>
        (await db.Suggestions.AsNoTracking().OrderBy(s => s.ArticleId).ThenBy(s => s.Position).ToListAsync()).Select(s => $"{s.ArticleId} {s.SuggestedId}").ToList());

    [Fact]
    public async Task What_was_published_before_fingerprints_told_all_is_suggested_after_the_update()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var old = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        await world.PublishAsync("Ледник", language: "ru", translationOf: old.TranslationGroup, text: "Буровики сверлили лед ледника у Нарына.");
        var withdrawn = await world.PublishAsync("Glacier survey withdrawn", text: "Surveyors drilled the glacier ice near Naryn.");
        await site.DispatchAsync();
        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == withdrawn.Id)).Withdraw("Wrong.", "test", site.Now)));
        await site.DispatchAsync();
        var before = await FingerprintsAsync(site);
        Assert.Equal(2, before.Count);
        await site.ChangeAsync(async db =>
        {
            // To the tables of before, in which they had only their terms, and back.
            await db.GetService<IMigrator>().MigrateAsync("NameBefore", TestContext.Current.CancellationToken);
            await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal(before, await FingerprintsAsync(site));

        await using var next = await site.FreshAsync();
        var fresh = await world.PublishAsync("Glacier ice melts", author: world.Timur, text: "Surveyors near Naryn saw the glacier ice melt.");
        await next.DispatchAsync();
        Assert.Contains($"{fresh.Id} {old.Id}", await RowsAsync(site));
        Assert.Contains($"{old.Id} {fresh.Id}", await RowsAsync(site));
        Assert.DoesNotContain(await RowsAsync(site), row => row.Contains($"{withdrawn.Id}", StringComparison.Ordinal));
    }

    static Task<List<string>> FingerprintsAsync(Site site) => site.ChangeAsync(async db => (await db.Fingerprints.AsNoTracking().Where(f => f.Language != "").OrderBy(f => f.ArticleId).ToListAsync())
        .Select(f => $"{f.ArticleId} {f.TranslationGroup} {f.Language} {f.AuthorId} {f.PublishedAt:O} {Convert.ToHexString(f.Terms)}").ToList());

    [Fact]
    public async Task Another_process_knows_what_was_published_updated_and_withdrawn_elsewhere()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await using var other = await site.FreshAsync();
        var first = await world.PublishAsync("Glacier survey", text: "Surveyors drilled the glacier ice near Naryn.");
        await site.DispatchAsync();
        var second = await world.PublishAsync("Glacier ice melts", text: "Surveyors near Naryn saw the glacier ice melt.");
        await other.DispatchAsync();
        await site.ChangeAsync(async db => Assert.Null((await db.Articles.SingleAsync(a => a.Id == first.Id)).Withdraw("Wrong.", "test", site.Now)));
        await site.DispatchAsync();
        var third = await world.PublishAsync("Glacier ice again", text: "Surveyors near Naryn saw the glacier ice melt again.");
        await other.DispatchAsync();

        Assert.Equal([$"{second.Id} {third.Id}", $"{third.Id} {second.Id}"], (await RowsAsync(site)).Order(StringComparer.Ordinal));
    }
}
