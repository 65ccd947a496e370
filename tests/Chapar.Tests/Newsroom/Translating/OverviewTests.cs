using Chapar.Newsroom.Translating;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Translating;

/// <summary>The overview of what is missing, in work, behind and ready.</summary>
public class OverviewTests
{
    [Fact]
    public async Task It_says_of_each_story_and_language_where_it_stands()
    {
        await using var site = await Site.StartAsync([new("publication:languages:2", "ky")]);
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var name = publisher.Member.Name;
        var lone = await world.PublishAsync("Nobody translates it", section: world.Culture);
        var both = await world.PublishAsync("It is there");
        await world.PublishAsync("Она есть", "ru", translationOf: both.TranslationGroup);
        var story = await Story.WriteAsync(site, world, publisher, text: "It rose.\n\nNobody was hurt.");
        var russian = await Pair.OpenAsync(site, world, publisher, story.Id);
        var kyrgyz = await Pair.OpenAsync(site, world, publisher, story.Id, "ky");
        await russian.WriteAsync(index => $"Абзац {index}.");
        await story.SavedAsync("The river rises", "It rose twice.\n\nNobody was hurt.", world);
        await kyrgyz.WriteAsync(index => $"Абзацы {index}.");
        await kyrgyz.Story.DoAsync(publisher, "Ready");

        Assert.Equal(
        [
            $"The river rises: original | 1 paragraph behind since then {name}, 3 of 4 done | ready {name}, 4 of 4 done",
            "It is there: original | published | Translate",
            "Nobody translates it: original | Translate | Translate",
        ], (await RowsAsync(publisher, "")).Select(row => System.Text.RegularExpressions.Regex.Replace(row, @"since \S+", "since then")));
        Assert.Equal(["Nobody translates it: Translate"], await RowsAsync(publisher, "language=ru&state=missing"));
        Assert.Equal(["The river rises"], (await RowsAsync(publisher, "state=behind")).Select(row => row.Split(':')[0]));
        Assert.Equal(["Nobody translates it"], (await RowsAsync(publisher, $"section={world.Culture.Id}")).Select(row => row.Split(':')[0]));
        await world.PublishAsync("It is old", at: site.Now.AddDays(-20));
        string[] young = ["The river rises", "It is there", "Nobody translates it"];
        Assert.Equal(young, (await RowsAsync(publisher, "days=7")).Select(row => row.Split(':')[0]));
        Assert.Equal([.. young, "It is old"], (await RowsAsync(publisher, "days=30")).Select(row => row.Split(':')[0]));
        // What somebody writes is not told to who may not read it.
        using var contributor = await site.SignInAsync(Role.Contributor);
        Assert.Equal(["It is there", "Nobody translates it"], (await RowsAsync(contributor, "days=7")).Select(row => row.Split(':')[0]));

        // From here a translation is begun, and the page is found from everywhere.
        Assert.Equal($"/newsroom/stories/{lone.Id}?handler=Translate", (await publisher.PageAsync("/newsroom/translations?language=ru&state=missing")).QuerySelector(".overview form")!.GetAttribute("action"));
        foreach (var page in new[] { "/newsroom", "/newsroom/planning", story.Path })
            Assert.NotEmpty((await publisher.PageAsync(page)).QuerySelectorAll("a[href='/newsroom/translations']"));
        Assert.Contains("Translations that are behind", (await publisher.PageAsync("/newsroom/find?q=behind")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_an_original_was_withdrawn_is_told_wherever_its_translation_is_still_read()
    {
        await using var site = await Site.StartAsync([new("publication:languages:2", "ky")]);
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var source = await world.PublishAsync("It was false", at: site.Now.AddDays(-60));
        var translated = await world.PublishAsync("Это было неправдой", "ru", translationOf: source.TranslationGroup, at: site.Now.AddDays(-60));
        Assert.Empty(await RowsAsync(publisher, "state=behind"));

        await new Story(site, publisher, source.Id).DoAsync(publisher, "Withdraw", ("reason", "Nothing of it is true."));

        Assert.Equal(["It was false: original withdrawn | original withdrawn since then | Translate"], (await RowsAsync(publisher, "")).Select(Undated));
        Assert.Equal(["It was false: original withdrawn since then"], (await RowsAsync(publisher, "language=ru&state=behind")).Select(Undated));
        await new Story(site, publisher, translated.Id).DoAsync(publisher, "Withdraw", ("reason", "Nothing of it is true."));
        Assert.Empty(await RowsAsync(publisher, "state=behind"));
    }

    [Fact]
    public async Task The_desk_of_a_translation_says_why_its_original_was_withdrawn()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var source = await world.PublishAsync("It was false");
        var pair = await Pair.OpenAsync(site, world, publisher, source.Id);
        Assert.Empty((await publisher.PageAsync(pair.Story.Path)).QuerySelectorAll(".urgent"));

        await new Story(site, publisher, source.Id).DoAsync(publisher, "Withdraw", ("reason", "Nothing of it is true."));

        var told = (await publisher.PageAsync(pair.Story.Path)).QuerySelector(".urgent")!;
        Assert.Equal("original withdrawn Nothing of it is true.", told.TextContent);
        Assert.Equal("en", told.QuerySelector("span")!.GetAttribute("lang"));
    }

    static string Undated(string row) => System.Text.RegularExpressions.Regex.Replace(row, @"since \S.*?(?= \||$)", "since then");

    [Fact]
    public async Task Its_questions_are_answered_by_indexes_and_older_stories_stand_on_the_next_page()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        for (int i = 0; i < TranslationList.Most + 3; i++) await world.PublishAsync($"Story {i}");
        var page = await writer.PageAsync("/newsroom/translations");
        Assert.Equal(TranslationList.Most, page.QuerySelectorAll(".overview tbody tr").Length);
        Assert.Equal(["Story 2", "Story 1", "Story 0"], (await writer.PageAsync(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!)).QuerySelectorAll(".overview tbody th a").Select(a => a.TextContent));

        if (Postgres.ConnectionString is not null) return;
        await site.ChangeAsync(async db =>
        {
            Assert.Contains("USING INDEX IX_Translations_ChangedSince", await PlanAsync(db, TranslationList.Behind(db)), StringComparison.Ordinal);
            var orphaned = await PlanAsync(db, TranslationList.Orphaned(db, "en"));
            Assert.Contains("(Language=? AND Status=?)", orphaned, StringComparison.Ordinal);
            Assert.Contains("IX_Articles_TranslationGroup", orphaned, StringComparison.Ordinal);
            var newest = await PlanAsync(db, TranslationList.Newest(db, "en", site.Now, null, null).Select(a => a.TranslationGroup));
            Assert.Contains("USING INDEX IX_Articles_Language_Status_FirstPublishedAt (Language=? AND Status=? AND FirstPublishedAt>?)", newest, StringComparison.Ordinal);
            var ofSection = await PlanAsync(db, TranslationList.Newest(db, "en", site.Now, site.Now, world.Politics.Id).Select(a => a.TranslationGroup));
            Assert.Contains("USING INDEX IX_Articles_SectionId_Language_Status_FirstPublishedAt", ofSection, StringComparison.Ordinal);
            Assert.DoesNotContain("SCAN", orphaned + newest + ofSection, StringComparison.Ordinal);
        });
    }

    static async Task<string> PlanAsync<T>(Chapar.Database.NewsDb db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        List<string> steps = [];
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) steps.Add(reader.GetString(3));
        return string.Join('\n', steps);
    }

    static async Task<IReadOnlyList<string>> RowsAsync(Staffer who, string sieve) => [.. (await who.PageAsync($"/newsroom/translations?{sieve}")).QuerySelectorAll(".overview tbody tr")
        .Select(row => $"{row.QuerySelector("th a")!.TextContent}: {string.Join(" | ", row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}")];
}
