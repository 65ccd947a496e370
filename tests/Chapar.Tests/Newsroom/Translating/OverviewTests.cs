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
            $"The river rises: original | 1 paragraph behind since 12:00, {name}, 4 of 5 done | ready {name}, 5 of 5 done",
            "It is there: original | published | Translate",
            "Nobody translates it: original | Translate | Translate",
        ], (await RowsAsync(publisher, "")).Select(row => row.Replace("since 12:00 ", "since 12:00, ", StringComparison.Ordinal)));
        Assert.Equal(["Nobody translates it: Translate"], await RowsAsync(publisher, "language=ru&state=missing"));
        Assert.Equal(["The river rises"], (await RowsAsync(publisher, "state=behind")).Select(row => row.Split(':')[0]));
        Assert.Equal(["Nobody translates it"], (await RowsAsync(publisher, $"section={world.Culture.Id}")).Select(row => row.Split(':')[0]));
        site.Clock.Advance(TimeSpan.FromDays(20));
        // What is in work stays whatever its age.
        Assert.Equal(["The river rises"], (await RowsAsync(publisher, "days=7")).Select(row => row.Split(':')[0]));
        // What somebody writes is not told to who may not read it.
        using var contributor = await site.SignInAsync(Role.Contributor);
        Assert.Equal(["It is there", "Nobody translates it"], (await RowsAsync(contributor, "days=90")).Select(row => row.Split(':')[0]));

        // From here a translation is begun, and the page is found from everywhere.
        Assert.Equal($"/newsroom/stories/{lone.Id}?handler=Translate", (await publisher.PageAsync("/newsroom/translations?language=ru&state=missing")).QuerySelector(".overview form")!.GetAttribute("action"));
        foreach (var page in new[] { "/newsroom", "/newsroom/planning", story.Path })
            Assert.NotEmpty((await publisher.PageAsync(page)).QuerySelectorAll("a[href='/newsroom/translations']"));
        Assert.Contains("/newsroom/translations", await (await publisher.GetAsync("/newsroom/find?q=translations&handler=Answers")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

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
            Assert.Equal(["SEARCH t USING INDEX IX_Translations_ChangedSince (ChangedSince>?)"], await PlanAsync(db, TranslationList.Behind(db)));
            Assert.Equal(["SEARCH a USING INDEX IX_Articles_Language_Status_FirstPublishedAt (Language=? AND Status=? AND FirstPublishedAt>?)"],
                (await PlanAsync(db, TranslationList.Newest(db, "en", site.Now, null, null).Select(a => a.TranslationGroup))).Where(step => !step.Contains("TEMP B-TREE FOR LAST", StringComparison.Ordinal)));
        });
    }

    static async Task<List<string>> PlanAsync<T>(Chapar.Database.NewsDb db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        List<string> steps = [];
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) steps.Add(reader.GetString(3));
        return steps;
    }

    static async Task<IReadOnlyList<string>> RowsAsync(Staffer who, string sieve) => [.. (await who.PageAsync($"/newsroom/translations?{sieve}")).QuerySelectorAll(".overview tbody tr")
        .Select(row => $"{row.QuerySelector("th a")!.TextContent}: {string.Join(" | ", row.QuerySelectorAll("td").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))))}")];
}
