using Chapar.Names;
using Chapar.Search;

namespace Chapar.Tests.Search;

/// <summary>A name meets its own forms in every language, and neither an ordinary word that begins like it nor another name.</summary>
public class NameAndWordTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static KnownName Listed(KnownNameKind kind, params string[] spellings)
    {
        KnownName name = new(kind, [.. spellings.Select(text => new NameSpelling("en", text))], "", "test", default);
        name.Enter("test", default);
        return name;
    }

    [Theory]
    // Women's surnames in the languages' cases.
    [InlineData("Каримова", "kk", "Бұл Кәрімованың жолы.", true)]
    [InlineData("Каримова", "kk", "Хат Кәрімоваға келді.", true)]
    [InlineData("Асанова", "tk", "Bu Asanowanyň ýoly.", true)]
    [InlineData("Asanova", "uz", "Xat Asanovaga keldi.", true)]
    [InlineData("Асанова", "ky", "Кат Асанованын колунда.", true)]
    [InlineData("Асанова", "tg", "Хатро Асановаро доданд.", true)]
    // Other people and ordinary words.
    [InlineData("Муратов", "ru", "Книгу открыл Мурат.", false)]
    [InlineData("Мурат ", "ru", "Книгу открыл Муратов.", false)]
    [InlineData("Кулов", "ru", "Книгу открыл Кулиев.", false)]
    [InlineData("Кулов", "ru", "О книге Кулова говорят.", true)]
    [InlineData("Муратов", "ru", "С книгой Муратова, о Муратове.", true)]
    // Short abbreviations.
    [InlineData("ЕС", "ky", "Бул эс алуучулар үчүн.", false)]
    [InlineData("ЕС", "ru", "Страны ЕС решили.", true)]
    [InlineData("Ай", "uz", "Bu “Tosh” AJ binosi.", false)]
    [InlineData("ҰҚК", "en", "He met the UK minister.", false)]
    // Abbreviations with endings, and with full stops.
    [InlineData("БУУ", "ky", "Бул БУУнун кеңсеси.", true)]
    [InlineData("BMT", "uz", "Bu BMTning idorasi.", true)]
    [InlineData("AQSh", "uz", "U AQShning elchisi.", true)]
    [InlineData("U.N.", "en", "The UN sent help.", true)]
    [InlineData("К.К. Токаев", "ru", "Книгу открыл Касым-Жомарт Кемелевич Токаев.", true)]
    public async Task It_is_found_in_its_forms_and_in_no_other_word(string query, string language, string text, bool isFound)
    {
        await using var site = await Site.StartAsync([new("publication:languages:0", "en"), new("publication:languages:1", language == "en" ? "ru" : language)]);
        var world = await World.MakeAsync(site);
        await world.PublishAsync("1", language, text: text);
        await site.DispatchAsync();
        Assert.Equal(isFound ? 1 : 0, (await FindAsync(site, query)).Total);
    }

    [Theory]
    [InlineData("Astana", "tg", "Ин шаҳр калон аст.", false)]
    [InlineData("Алматы", "kk", "Ол алма жеді.", false)]
    [InlineData("Astana", "ru", "В Астане тепло.", true)]
    // In a case of any language.
    [InlineData("Казахстаном", "ru", "Граница Казахстана.", true)]
    [InlineData("Казахстаном", "kk", "Бұл Қазақстанда.", true)]
    [InlineData("Астанада", "ru", "Город Астана.", true)]
    [InlineData("астаной", "ru", "Город Астана.", true)]
    [InlineData("ООН", "en", "The U.N. sent help.", true)]
    [InlineData("UN", "ru", "О.О.Н. направила помощь.", true)]
    [InlineData("UN", "ky", "Бул БУУнун кеңсеси.", true)]
    [InlineData("Tarazi", "ru", "Город Тараз.", false)]
    public async Task A_name_of_the_list_is_found_in_every_case_and_is_no_word_that_it_begins_with(string query, string language, string text, bool isFound)
    {
        await using var site = await Site.StartAsync([new("publication:languages:0", "en"), new("publication:languages:1", language == "en" ? "ru" : language)]);
        await site.ChangeAsync(db =>
        {
            db.AddRange(Listed(KnownNameKind.Place, "Astana", "Астана"), Listed(KnownNameKind.Place, "Almaty", "Алматы"), Listed(KnownNameKind.Place, "Kazakhstan", "Казахстан", "Қазақстан"),
                Listed(KnownNameKind.Place, "Taraz", "Тараз"), Listed(KnownNameKind.Institution, "UN", "ООН", "БУУ"));
            return Task.CompletedTask;
        });
        var world = await World.MakeAsync(site);
        await world.PublishAsync("1", language, text: text);
        await site.DispatchAsync();
        var found = await FindAsync(site, query);
        Assert.Equal(isFound ? 1 : 0, found.Total);
        Assert.Equal(isFound, found.Understood.Mark(text, language).Any(piece => piece.IsHit));
    }

    [Fact]
    public async Task Words_that_are_typed_complete_one_spelling_of_a_name_and_what_has_a_page_comes_first()
    {
        await using var site = await Site.StartAsync();
        await site.ChangeAsync(db =>
        {
            db.AddRange(Listed(KnownNameKind.Place, "Astana", "Qaraotkel", "Nur-Sultan"), Listed(KnownNameKind.Place, "Kara-Suu"), Listed(KnownNameKind.Person, "Osha"));
            return Task.CompletedTask;
        });
        var world = await World.MakeAsync(site);
        await world.PublishAsync("1", text: "From Astana to Kara-Suu with Osha.");
        await site.DispatchAsync();

        Assert.Equal(["Kara-Suu"], await OfAsync("Kara S"));
        Assert.Equal(["Osh", "Osha"], await OfAsync("os"));

        async Task<IEnumerable<string>> OfAsync(string typed) => (await site.ChangeAsync(db => Completions.OfAsync(db, typed, "en", Stop))).Select(c => c.Text);
    }

    [Fact]
    public async Task Days_alone_find_the_articles_of_all_languages()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("River");
        await world.PublishAsync("Река", "ru");
        await site.DispatchAsync();
        var found = await site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest("") { From = site.Now.AddDays(-1) }, Stop));
        Assert.Equal(2, found.Total);
        Assert.Equal(0, (await site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest("") { From = site.Now.AddDays(1) }, Stop))).Total);
        Assert.Equal(1, (await site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest("") { Before = site.Now.AddDays(1), NotIn = ["ru"] }, Stop))).Total);
    }

    static Task<Found> FindAsync(Site site, string query) => site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest(query), Stop));
}
