using Chapar.Articles;
using Chapar.Names;
using Chapar.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

/// <summary>A name is found however it is spelt and in whatever script.</summary>
public class NameSearchTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_spellings_of_one_name_find_the_same_articles_in_every_language()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        string[] spellings = ["Tokayev", "Tokaev", "Токаев", "Тоқаев", "Toqaev"];
        await world.PublishAsync("A visit to the mountains", text: "President Tokayev opened the road.");
        await world.PublishAsync("Поездка в горы", "ru", text: "Дорогу открыл президент Токаев.");
        await world.PublishAsync("Тауға сапар", "kk", text: "Жолды президент Тоқаевтың өзі ашты.");
        await world.PublishAsync("A visit to the sea", text: "Tokarev swam.");
        await site.DispatchAsync();

        foreach (var spelling in spellings)
            Assert.Equal(["A visit to the mountains", "Поездка в горы", "Тауға сапар"], (await HeadlinesAsync(site, new(spelling))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_spelling_that_was_typed_stands_before_the_others_and_headlines_before_texts()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Roads and Tokaev");
        await world.PublishAsync("Roads and Tokayev");
        await world.PublishAsync("A road", text: "It was opened by Tokaev in spring.");
        await world.PublishAsync("Another road", text: "It was opened by Tokayev in spring.");
        await site.DispatchAsync();

        Assert.Equal(["Roads and Tokayev", "Another road", "Roads and Tokaev", "A road"], await HeadlinesAsync(site, new("Tokayev")));
        Assert.Equal(["Another road", "A road", "Roads and Tokayev", "Roads and Tokaev"], await HeadlinesAsync(site, new("Tokayev") { Order = SearchOrder.Newest }));
    }

    [Fact]
    public async Task A_name_of_the_list_is_found_by_its_other_names_and_the_index_follows_the_list()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Snow in the capital", text: "Snow fell on Nur-Sultan all night.");
        await world.PublishAsync("Nursultan wins", text: "Nursultan Beishev won at chess.");
        await site.DispatchAsync();
        Assert.Empty(await HeadlinesAsync(site, new("Astana")));

        await site.ChangeAsync(db => { Enter(db.Add(Astana()).Entity, site.Now); return Task.CompletedTask; });
        await site.DispatchAsync();
        Assert.Equal(["Snow in the capital"], await HeadlinesAsync(site, new("Astana")));
        Assert.Equal(["Snow in the capital"], await HeadlinesAsync(site, new("Целиноград snow")));
        Assert.Empty(await HeadlinesAsync(site, new("Astana") { WithNames = false }));

        await site.ChangeAsync(async db => (await db.KnownNames.SingleAsync(Stop)).Remove("test", site.Now));
        await site.DispatchAsync();
        Assert.Empty(await HeadlinesAsync(site, new("Astana")));
    }

    [Fact]
    public async Task An_institution_is_found_by_its_abbreviation_and_in_every_case_of_its_name()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db =>
        {
            Enter(db.Add(new KnownName(KnownNameKind.Institution, [new("en", "National Bank of the Kyrgyz Republic"), new("en", "NBKR"), new("ru", "Национальный банк Кыргызской Республики"), new("ru", "НБКР")], "", "test", site.Now)).Entity, site.Now);
            return Task.CompletedTask;
        });
        await world.PublishAsync("Курс", "ru", text: "По данным Национального банка Кыргызской Республики, курс вырос.");
        await world.PublishAsync("Ставка", "ru", text: "Решение НБКР принято.");
        await world.PublishAsync("Rate", text: "The NBKR decided.");
        await world.PublishAsync("Другой", "ru", text: "Национальный музей и банк открыты.");
        await site.DispatchAsync();

        foreach (var query in (string[])["НБКР", "nbkr", "National Bank of the Kyrgyz Republic", "национальный банк кыргызской республики"])
            Assert.Equal(["Rate", "Курс", "Ставка"], (await HeadlinesAsync(site, new(query))).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Filters_narrow_and_are_counted()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("River one", at: new(2025, 5, 1, 0, 0, 0, DateTimeKind.Utc));
        await world.PublishAsync("River two", format: Format.Opinion, section: world.Culture, author: world.Timur);
        await world.PublishAsync("Река три", "ru", text: "Вода пришла.");
        await site.DispatchAsync();

        Assert.Equal(["River two"], await HeadlinesAsync(site, new("river") { Section = world.Culture.Id }));
        Assert.Equal(["River two"], await HeadlinesAsync(site, new("river") { Author = world.Timur.Id }));
        Assert.Equal(["River two"], await HeadlinesAsync(site, new("river") { Format = Format.Opinion }));
        Assert.Equal(["River one"], await HeadlinesAsync(site, new("river") { Before = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }));
        Assert.Equal(["River two"], await HeadlinesAsync(site, new("river") { From = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc) }));
        Assert.Equal(["River two", "River one"], await HeadlinesAsync(site, new("") { Language = "en", Place = world.Osh.Id }));
        var facets = (await FindAsync(site, new("river") { WithFacets = true })).Facets;
        Assert.Equal([new(world.Culture.Id, 1), new(world.Politics.Id, 1)], facets.Sections.OrderBy(f => f.Value == world.Politics.Id));
        Assert.Equal([new(new(2026, 11, 23), 1), new Facet<DateOnly>(new(2025, 5, 1), 1)], facets.Days);
        Assert.Equal([new("en", 2)], facets.Languages);
    }

    [Fact]
    public async Task Hits_are_marked_in_the_spelling_of_the_text()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Поездка", "ru", text: "Дорогу открыл Токаев.");
        await site.DispatchAsync();
        var found = await FindAsync(site, new("Tokaev"));

        Assert.Equal("Встреча с [Токаевым] в горах", Marked(found.Understood.Mark("Встреча с Токаевым в горах", "ru")));
        var passage = found.Understood.Passage(string.Concat(Enumerable.Repeat("Первая строка о погоде. ", 30)) + "Потом приехал Токаев и открыл дорогу.", "ru", 120);
        Assert.StartsWith("… Потом приехал [Токаев] и открыл дорогу.", Marked(passage), StringComparison.Ordinal);
        // Far below, and where both words stand together although one stands alone before.
        var both = (await FindAsync(site, new("Tokaev river"))).Understood;
        passage = both.Passage($"Токаев вышел. {string.Concat(Enumerable.Repeat("Строка о погоде, ни о чём другом. ", 200))}Потом Токаев увидел river и мост.", "ru", 120);
        Assert.Contains("Потом [Токаев] увидел [river] и мост.", Marked(passage), StringComparison.Ordinal);
        // Typed with another ending, far below; beside it a spelling that was not typed.
        passage = both.Passage($"{string.Concat(Enumerable.Repeat("Строка о погоде, ни о чём другом. ", 200))}По rivers шёл Tokayev. Конец.", "ru", 120);
        Assert.Contains("По [rivers] шёл [Tokayev].", Marked(passage), StringComparison.Ordinal);
        // Nothing of it far above, a word of it as part of another.
        passage = both.Passage($"driver. {string.Concat(Enumerable.Repeat("Строка о погоде, ни о чём другом. ", 200))}И Токаева там не было.", "ru", 120);
        Assert.Contains("И [Токаева] там не было.", Marked(passage), StringComparison.Ordinal);
        Assert.DoesNotContain(both.Passage("Ни одного слова из них.", "ru"), piece => piece.IsHit);
        // Not where headline and deck say it all.
        var below = $"Начало. {string.Concat(Enumerable.Repeat("Строка о погоде, ни о чём другом. ", 200))}И Тоқаева там не было.";
        Assert.StartsWith("Начало.", Marked(both.Passage(below, "ru", 120, "О Токаеве", "The river")), StringComparison.Ordinal);
        Assert.Contains("И [Тоқаева] там не было.", Marked(both.Passage(below, "ru", 120, "О Токаеве", "")), StringComparison.Ordinal);
        // A heading runs into no sentence.
        Assert.Equal("Дороги [Токаева] · Их открыли в [Токаев]. Потом… все · или", Marked(found.Understood.Passage("Дороги Токаева\nИх открыли в Токаев. \n\nПотом…\nвсе\n\nили", "ru")));
        Assert.Equal("«[felt makers]» came", Marked((await FindAsync(site, new("\"felt makers\""))).Understood.Mark("«felt makers» came", "en")));
    }

    [Fact]
    public async Task Near_names_are_offered_when_nothing_is_found()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Roads", text: "It was opened by Mirziyoyev in spring.");
        await site.DispatchAsync();

        Assert.Equal(["Mirziyoyev"], (await FindAsync(site, new("Mirzeyeyev"))).Near);
        Assert.Empty((await FindAsync(site, new("Mirziyoyev"))).Near);
        // Nor would it be found under that filter.
        Assert.Empty((await FindAsync(site, new("Mirzeyeyev") { Language = "ru" })).Near);
        Assert.Equal(["Mirziyoyev"], (await FindAsync(site, new("Mirzeyeyev") { Language = "en" })).Near);
    }

    [Fact]
    public async Task A_near_name_is_offered_without_the_ending_that_it_had_in_the_first_article()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Дорога", "ru", text: "Дорогу открыли при Джапарове весной.");
        await site.DispatchAsync();
        // No article has the name itself.
        Assert.Equal(["Джапарове"], (await FindAsync(site, new("Джапратов") { Language = "ru" })).Near);
        await world.PublishAsync("Мост", "ru", text: "Потом приехал Джапаров и открыл мост.");
        await site.DispatchAsync();
        Assert.Equal(["Джапаров"], (await FindAsync(site, new("Джапратов") { Language = "ru" })).Near);
    }

    [Fact]
    public async Task A_phrase_of_short_words_is_found_where_they_stand_side_by_side()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Roads", text: "What it was to us, nobody said. He is in by the door.");
        await world.PublishAsync("Bridges", text: "By the door was it, to us or in town.");
        await world.PublishAsync("Ab c", text: "A bc is what the plate says.");
        await site.DispatchAsync();

        Assert.Equal(1, (await FindAsync(site, new("\"it was to us\""))).Total);
        Assert.Equal(2, (await FindAsync(site, new("\"to us\""))).Total);
        Assert.Equal(1, (await FindAsync(site, new("\"to us\" -\"in by the\""))).Total);
        Assert.Equal(0, (await FindAsync(site, new("\"was it to\" \"in by\""))).Total);
        // Written together both pairs are the same.
        Assert.Equal(1, (await FindAsync(site, new("\"ab c\""))).Total);
        // Not from the headline into the text.
        Assert.Equal(0, (await FindAsync(site, new("\"c a\""))).Total);
    }

    static KnownName Astana() => new(KnownNameKind.Place, [new("en", "Astana"), new("en", "Nur-Sultan", new(2019, 3, 23), new(2022, 9, 16)), new("ru", "Астана"), new("ru", "Целиноград")], "", "test", DateTime.UnixEpoch);

    static void Enter(KnownName name, DateTime now) => name.Enter("test", now);

    static Task<Found> FindAsync(Site site, SearchRequest request) => site.ChangeAsync(db => SearchQuery.FindAsync(db, request, Stop));

    static async Task<IReadOnlyList<string>> HeadlinesAsync(Site site, SearchRequest request)
    {
        var found = await FindAsync(site, request);
        return await site.ChangeAsync(db => Task.FromResult<IReadOnlyList<string>>([.. found.Ids.Select(id => db.Articles.Single(a => a.Id == id).Headline)]));
    }

    static string Marked(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(p => p.IsHit ? $"[{p.Text}]" : p.Text));
}
