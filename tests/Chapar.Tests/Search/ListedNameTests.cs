using Chapar.Names;
using Chapar.Search;
using Chapar.Text.Search;

namespace Chapar.Tests.Search;

/// <summary>How near a text may come to a name of the list, and what other languages make of a name. Most of the names are invented.</summary>
public class ListedNameTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static KnownName Name(KnownNameKind kind, params string[] spellings) => new(kind, [.. spellings.Select(text => new NameSpelling("en", text))], "", "test", default);

    static IEnumerable<string> Found(KnownName[] list, string text) =>
        NameFinder.Of(list).Find(NameFolding.Fold(text, "en"), isQuery: false).SelectMany(span => span.Names).Select(name => name.Name("en"));

    [Theory]
    [InlineData("They met in Navkotal.", "Navkatal", true)]
    [InlineData("They met in Nüvkatal.", "Navkatal", false)]
    [InlineData("They met in Sarvundar.", "Särvündar", true)]
    public void A_town_of_the_list_is_found_in_vowels_that_the_languages_write_for_each_other(string text, string listed, bool isFound) =>
        Assert.Equal(isFound ? [listed] : [], Found([Name(KnownNameKind.Place, listed)], text));

    [Fact]
    public void What_is_listed_as_it_is_written_goes_before_what_is_near_and_what_is_near_to_two_is_neither()
    {
        KnownName[] list = [Name(KnownNameKind.Place, "Bostandal"), Name(KnownNameKind.Place, "Bostondol")];
        Assert.Equal(["Bostandal"], Found(list, "The road to Bostandal."));
        Assert.Equal(["Bostondol"], Found(list, "The road to Bostondol."));
        Assert.Empty(Found(list, "The road to Bostondal."));
        Assert.Equal(["Bostondol"], Found([list[1]], "The road to Bostondal."));
        // Short names are near to many, and people's to each other.
        Assert.Empty(Found([Name(KnownNameKind.Place, "Bostan")], "The road to Boston."));
        Assert.Empty(Found([Name(KnownNameKind.Person, "Bostandal")], "The road to Bostondal."));
    }

    [Fact]
    public void What_a_hyphen_joins_to_a_capital_needs_none_of_its_own()
    {
        KnownName[] list = [Name(KnownNameKind.Place, "Kok-Bulak")];
        Assert.Equal(["Kok-Bulak"], Found(list, "Rain fell on Kok-bulak."));
        Assert.Empty(Found(list, "Rain fell on Kok bulak."));
    }

    [Theory]
    [InlineData("On the shore of the sea Каспийского моря.", true)]
    [InlineData("К Каспийскому морю.", true)]
    [InlineData("Нового каспийского проекта у моря.", false)]
    public void A_place_of_two_words_is_found_where_its_adjective_is_declined(string text, bool found) =>
        Assert.Equal(found ? ["Каспийское море"] : [], Found([Name(KnownNameKind.Place, "Каспийское море")], text));

    [Theory]
    [InlineData("Бозтөбө", "Boztepe")]
    [InlineData("Жаңатас", "Yangitosh")]
    [InlineData("Қызылағаш", "Gyzylagaç")]
    [InlineData("Жаңақорған", "Yangiqoʻrgʻon")]
    [InlineData("Аннагурбанов", "Annakurbanov")]
    [InlineData("Dursunmyrat", "Tursunmyrat")]
    [InlineData("Сәрсенбайұлы", "Sarsenbayev")]
    [InlineData("Касымов", "Qasymuly")]
    [InlineData("Улугбек", "Улукбек")]
    public async Task A_name_is_found_as_another_language_makes_it_of_its_own_elements(string typed, string written)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Roads", text: $"It leads to {written}.");
        await site.DispatchAsync();
        Assert.Single(await HitsAsync(typed, withNames: true));
        Assert.Empty(await HitsAsync(typed, withNames: false));

        Task<IReadOnlyList<Guid>> HitsAsync(string query, bool withNames) =>
            site.ChangeAsync(async db => (await SearchQuery.FindAsync(db, new SearchRequest(query) { WithNames = withNames }, Stop)).Ids);
    }

    [Theory]
    [InlineData("Son Kul", "Соңкөл")]
    [InlineData("сон куль", "Сонкуль")]
    [InlineData("Kazakh Telecom", "Қазақтелеком")]
    [InlineData("Torugart Pass", "Торугарт")]
    public async Task A_name_of_two_words_is_found_in_one_and_without_what_it_is_the_name_of(string typed, string written)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Roads", text: $"It leads to {written}.");
        await world.PublishAsync("Nothing", text: "A pass and a river for Telecom.");
        await site.DispatchAsync();
        Assert.Equal(["Roads"], await site.ChangeAsync(async db =>
        {
            var ids = (await SearchQuery.FindAsync(db, new SearchRequest(typed), Stop)).Ids;
            return db.Articles.Where(a => ids.Contains(a.Id)).Select(a => a.Headline).ToList();
        }));
    }

    [Theory]
    [InlineData("Усманов", "Asmanov")]
    [InlineData("Timurov", "Temirov")]
    [InlineData("Karatau", "Karatal")]
    public void Elements_bring_no_other_name(string one, string other)
    {
        var (a, b) = (NameFolding.Fold(one, null)[0].Names, NameFolding.Fold(other, null)[0].Names);
        Assert.DoesNotContain(a.SelectMany(NameElements.InOtherLanguages), name => b.Any(name.IsNearlyWritten));
    }
}
