using Chapar.Names;
using Chapar.Search;

namespace Chapar.Tests.Search;

/// <summary>Completing, initials and abbreviations: what readers type of a name before they have typed it.</summary>
public class PartOfNameTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_typed_is_completed_in_any_script()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db => { Enter(db.Add(Astana()).Entity, site.Now); return Task.CompletedTask; });
        await world.PublishAsync("Asters bloom");
        await world.PublishAsync("Rain", text: "It rained in Astana.");
        await site.DispatchAsync();
        Task<IReadOnlyList<Completion>> Of(string typed) => site.ChangeAsync(db => Completions.OfAsync(db, typed, "en", Stop));

        Assert.Equal([new("Astana", CompletionKind.Name, null), new("Asters bloom", CompletionKind.Headline, "/2026/11/asters-bloom")], await Of("ast"));
        Assert.Equal([new("Astana", CompletionKind.Name, null)], await Of("нур-с"));
        Assert.Equal([new("Aigul Sadyk", CompletionKind.Author, "/authors/aigul-sadyk")], (await Of("айг")).Where(c => c.Kind == CompletionKind.Author));
        Assert.Empty(await Of(""));

        // Of the reader's language, and with what was typed in the headline itself.
        await world.PublishAsync("Астероид упал", "ru");
        await world.PublishAsync("Flowers", text: "Asters bloomed.");
        await site.DispatchAsync();
        Assert.Equal(["Asters bloom"], (await Of("aster")).Where(c => c.Kind == CompletionKind.Headline).Select(c => c.Text));
    }

    [Fact]
    public async Task Only_what_articles_say_is_completed_also_names_that_nobody_has_listed()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await site.ChangeAsync(db => { Enter(db.Add(Astana()).Entity, site.Now); return Task.CompletedTask; });
        await world.PublishAsync("A dam", text: "The dam was opened by Yerzhan Utegulov at Sary-Bulak.");
        await world.PublishAsync("Плотина", "ru", text: "Плотину открыл Ержан Утегулов. Утегулову вручили ключ.");
        await site.DispatchAsync();

        Assert.Empty(await OfAsync("asta", "en"));
        Assert.Equal(["Utegulov"], await OfAsync("uteg", "en"));
        Assert.Equal(["Utegulov"], await OfAsync("Утегу", "en"));
        // Written as in the first article that has it.
        Assert.Equal(["Utegulov"], await OfAsync("утег", "ru"));
        Assert.Equal(["Sary-Bulak"], await OfAsync("sary b", "en"));

        async Task<IEnumerable<string>> OfAsync(string typed, string language) => (await site.ChangeAsync(db => Completions.OfAsync(db, typed, language, Stop))).Select(c => c.Text);
    }

    [Theory]
    [InlineData("ООН", 1)]
    [InlineData("UN", 0)]
    [InlineData("ИТ", 0)]
    [InlineData("ИИМ", 0)]
    [InlineData("АО", 0)]
    [InlineData("Цой", 0)]
    [InlineData("It", 1)]
    public async Task An_abbreviation_is_no_word_that_begins_a_sentence(string query, int found)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Couriers", text: "It rained. On Monday she left. You and I stayed; COVID was over.");
        await world.PublishAsync("Дождь", "ru", text: "Он пришёл. И она ушла, а он остался.");
        await world.PublishAsync("Доклад", "ru", text: "Доклад ООН вышел вчера.");
        await site.DispatchAsync();
        Assert.Equal(found, (await FindAsync(site, new(query))).Total);
    }

    [Theory]
    [InlineData("K. Tokayev", 3)]
    [InlineData("К. Токаев", 3)]
    [InlineData("К.К. Токаев", 3)]
    [InlineData("K Tokayev", 3)]
    [InlineData("Касым-Жомарт Токаев", 2)]
    [InlineData("Ç. Çaryýewiň", 2)]
    [InlineData("Çaryýewden", 2)]
    [InlineData("Charyev", 2)]
    public async Task A_person_is_found_by_an_initial_and_in_any_case(string query, int found)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("A visit", text: "The visit of Kassym-Jomart Tokayev began.");
        await world.PublishAsync("A letter", text: "The letter of K. K. Tokayev arrived.");
        await world.PublishAsync("Визит", "ru", text: "Визит Касым-Жомарта Токаева начался.");
        await world.PublishAsync("A road", text: "The road was opened by Charyev.");
        await world.PublishAsync("Дорога", "ru", text: "Дорогу открыл Чарыев.");
        await site.DispatchAsync();
        Assert.Equal(found, (await FindAsync(site, new(query))).Total);
    }

    static KnownName Astana() => new(KnownNameKind.Place, [new("en", "Astana"), new("en", "Nur-Sultan", new(2019, 3, 23), new(2022, 9, 16)), new("ru", "Астана"), new("ru", "Целиноград")], "", "test", DateTime.UnixEpoch);

    static void Enter(KnownName name, DateTime now) => name.Enter("test", now);

    static Task<Found> FindAsync(Site site, SearchRequest request) => site.ChangeAsync(db => SearchQuery.FindAsync(db, request, Stop));
}
