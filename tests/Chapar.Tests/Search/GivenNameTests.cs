using Chapar.Search;

namespace Chapar.Tests.Search;

/// <summary>Given names in the cases of Russian, as somebody types them who copies a sentence: found beside a surname that agrees, never alone.</summary>
public class GivenNameTests
{
    // Nominative, genitive, dative, instrumental, prepositional; as an English text has it.
    const string Men = """
        Ержан Ержана Ержану Ержаном Ержане Yerzhan
        Нурсултан Нурсултана Нурсултану Нурсултаном Нурсултане Nursultan
        Шавкат Шавката Шавкату Шавкатом Шавкате Shavkat
        Эмомали Эмомали Эмомали Эмомали Эмомали Emomali
        Сердар Сердара Сердару Сердаром Сердаре Serdar
        Садыр Садыра Садыру Садыром Садыре Sadyr
        Абай Абая Абаю Абаем Абае Abai
        Николай Николая Николаю Николаем Николае Nikolai
        Игорь Игоря Игорю Игорем Игоре Igor
        Алмазбек Алмазбека Алмазбеку Алмазбеком Алмазбеке Almazbek
        Сооронбай Сооронбая Сооронбаю Сооронбаем Сооронбае Sooronbay
        Аскар Аскара Аскару Аскаром Аскаре Askar
        Бахыт Бахыта Бахыту Бахытом Бахыте Bakhyt
        Тимур Тимура Тимуру Тимуром Тимуре Timur
        Рустам Рустама Рустаму Рустамом Рустаме Rustam
        Фаррух Фарруха Фарруху Фаррухом Фаррухе Farrukh
        Улугбек Улугбека Улугбеку Улугбеком Улугбеке Ulugbek
        Отабек Отабека Отабеку Отабеком Отабеке Otabek
        Жаслан Жаслана Жаслану Жасланом Жаслане Jaslan
        Джамшид Джамшида Джамшиду Джамшидом Джамшиде Jamshid
        Чингиз Чингиза Чингизу Чингизом Чингизе Chingiz
        Данияр Данияра Данияру Данияром Данияре Daniyar
        Гурбангулы Гурбангулы Гурбангулы Гурбангулы Гурбангулы Gurbanguly
        Мурат Мурата Мурату Муратом Мурате Murat
        Айбек Айбека Айбеку Айбеком Айбеке Aibek
        Кубанычбек Кубанычбека Кубанычбеку Кубанычбеком Кубанычбеке Kubanychbek
        """;

    // Their accusative is a form of its own.
    const string Women = """
        Гульнара Гульнары Гульнаре Гульнару Гульнарой Gulnara
        Дарига Дариги Дариге Даригу Даригой Dariga
        Алия Алии Алие Алию Алией Aliya
        Саида Саиды Саиде Саиду Саидой Saida
        Роза Розы Розе Розу Розой Roza
        Зульфия Зульфии Зульфие Зульфию Зульфией Zulfiya
        Мадина Мадины Мадине Мадину Мадиной Madina
        Динара Динары Динаре Динару Динарой Dinara
        Огульджан Огульджан Огульджан Огульджан Огульджан Oguljan
        Чолпон Чолпон Чолпон Чолпон Чолпон Cholpon
        Лейла Лейлы Лейле Лейлу Лейлой Leila
        Нигора Нигоры Нигоре Нигору Нигорой Nigora
        Тахмина Тахмины Тахмине Тахмину Тахминой Tahmina
        Айсулу Айсулу Айсулу Айсулу Айсулу Aisulu
        """;

    static readonly string[] surnameOfMan = ["Утегулов", "Утегулова", "Утегулову", "Утегуловым", "Утегулове"], surnameOfWoman = ["Утегулова", "Утегуловой", "Утегуловой", "Утегулову", "Утегуловой"];

    // Александра and Валентина meet Aleksandr and Valentin as they ever did: of names with so many consonants one vowel may differ.
    static readonly string[] pairs =
    [
        "Карима Karim", "Валерия Valeriy", "Евгения Evgeniy", "Камила Kamil", "Амина Amin", "Салима Salim", "Халида Khalid", "Саида Said", "Фарида Farid", "Рашида Rashid",
        "Джамиля Jamil", "Азиза Aziz", "Насиба Nasib", "Латифа Latif", "Адиля Adil", "Динара Dinar", "Эльмира Elmir", "Нодира Nodir", "Умида Umid", "Хуршида Khurshid", "Юлия Yuliy", "Малика Malik",
    ];

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static IEnumerable<string[]> Read(string table) => table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '));

    [Fact]
    public async Task A_given_name_in_the_case_of_its_surname_is_found_in_every_language()
    {
        List<(string Query, string Person)> asked =
        [
            .. from name in Read(Men) from form in name[..5].Index() select ($"{form.Item} {surnameOfMan[form.Index]}", $"{name[5]} Utegulov"),
            .. from name in Read(Women) from form in name[..5].Index() select ($"{form.Item} {surnameOfWoman[form.Index]}", $"{name[5]} Utegulova"),
        ];
        await using var site = await StartAsync([.. asked.Select(one => one.Person).Distinct()]);
        List<string> wrong = [];
        foreach (var (query, person) in asked)
            if (await PeopleAsync(site, query) is var found && !found.SequenceEqual([person])) wrong.Add($"{query}: {string.Join(", ", found)}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(40, asked.Select(one => one.Person).Distinct().Count());
    }

    [Theory]
    [InlineData("Ержана Утегулова", "Yerzhan Utegulov")]
    [InlineData("шавката мирзиёева", "Shavkat Mirziyoyev")]
    [InlineData("Мирзиёеву Шавкату", "Shavkat Mirziyoyev")]
    [InlineData("Шавкатом Миромоновичем Мирзиёевым", "Shavkat Mirziyoyev")]
    [InlineData("Касым-Жомарта Токаева", "Kassym-Jomart Tokayev")]
    [InlineData("Касым-Жомартом Кемелевичем Токаевым", "Kassym-Jomart Tokayev")]
    [InlineData("Абдуллой Ариповым", "Abdulla Aripov")]
    [InlineData("Абдуллы Арипова", "Abdulla Aripov")]
    [InlineData("Геннадием Головкиным", "Gennady Golovkin")]
    // The cases do not agree: both are meant as they are typed.
    [InlineData("Ержану Утегулова")]
    [InlineData("Ержаном")]
    [InlineData("Шавката Токаева")]
    public async Task What_stands_between_them_may_be_missing_and_the_cases_must_agree(string query, params string[] people)
    {
        await using var site = await StartAsync(["Yerzhan Utegulov", "Shavkat Mirziyoyev", "Kassym-Jomart Tokayev", "Abdulla Aripov", "Gennady Golovkin"]);
        Assert.Equal(people, await PeopleAsync(site, query));
    }

    [Fact]
    public async Task The_name_of_a_woman_is_not_that_of_a_man_in_another_case()
    {
        await using var site = await StartAsync([.. pairs.Select(pair => $"{pair.Split(' ')[1]} Utegulov")]);
        List<string> met = [];
        foreach (var woman in pairs.Select(pair => pair.Split(' ')[0]))
        {
            foreach (var query in new[] { woman, $"{woman} Утегулова" })
                if (await PeopleAsync(site, query) is [var man, ..]) met.Add($"{query}: {man}");
        }
        Assert.Empty(met);
    }

    [Fact]
    public async Task What_was_typed_as_it_stands_comes_first()
    {
        await using var site = await StartAsync(["Ержана Утегулова", "Yerzhan Utegulov"]);
        Assert.Equal(["Ержана Утегулова", "Yerzhan Utegulov"], await PeopleAsync(site, "Ержана Утегулова"));
    }

    [Theory]
    [InlineData("Abai", "Памятник Абаю стоит в парке.")]
    [InlineData("Nikolai", "Премию вручили Николаем и друзьями.")]
    public async Task A_name_that_ends_in_a_short_i_is_found_in_every_case(string query, string text)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Парк", "ru", text: text);
        await site.DispatchAsync();
        Assert.Equal(1, (await site.ChangeAsync(db => SearchQuery.FindAsync(db, new SearchRequest(query), Stop))).Total);
    }

    /// <summary>An article for each, of which the headline is the name, the first the oldest.</summary>
    static async Task<Site> StartAsync(IReadOnlyList<string> people)
    {
        var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        foreach (var person in people) await world.PublishAsync($"Report {person}", char.IsAsciiLetter(person[0]) ? "en" : "ru", text: $"On Monday {person} spoke.");
        await site.DispatchAsync();
        return site;
    }

    static Task<IReadOnlyList<string>> PeopleAsync(Site site, string query) => site.ChangeAsync(async db =>
    {
        var found = await SearchQuery.FindAsync(db, new SearchRequest(query), Stop);
        return (IReadOnlyList<string>)[.. found.Ids.Select(id => db.Articles.Single(article => article.Id == id).Headline["Report ".Length..])];
    });
}
