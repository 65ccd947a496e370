using Chapar.Import;
using Chapar.Names;
using Chapar.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

public class NamesFileTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_starting_list_is_loaded_whole_twice_is_once_and_what_the_house_changed_stays()
    {
        await using var site = await Site.StartAsync();
        var text = await File.ReadAllTextAsync(Path.Combine(House.Sources.Root, "src/Chapar/Names/starter.txt"), Stop);
        var first = await LoadAsync(site, text);
        Assert.Empty(first.Refused);
        Assert.InRange(first.Added, 500, 3000);
        Assert.Equal((0, 0, first.Added), await LoadAsync(site, text) is var again ? (again.Added, again.Changed, again.Same) : default);

        await site.ChangeAsync(async db => (await db.KnownNames.SingleAsync(n => n.Key == "osh", Stop)).Change(KnownNameKind.Place, [new("en", "Osh City")], "Ours.", "test", site.Now));
        await site.ChangeAsync(async db => (await db.KnownNames.SingleAsync(n => n.Key == "talas", Stop)).Remove("test", site.Now));
        var last = await LoadAsync(site, text);
        Assert.Equal((0, 0, 2), (last.Added, last.Changed, last.Kept));
        Assert.Equal("Osh City", await site.ChangeAsync(async db => (await db.KnownNames.SingleAsync(n => n.Key == "osh", Stop)).Name("en")));
    }

    [Fact]
    public async Task A_line_says_when_a_spelling_was_used_and_a_wrong_one_is_refused_by_its_number()
    {
        await using var site = await Site.StartAsync();
        var report = await LoadAsync(site, "# list\nplace | a | en Astana; Nur-Sultan [2019-03-23..2022] | ru Астана | # capital\nplace | b\nplace | c | xx Foo\nplace | d | en Bar [soon..]\n");

        Assert.Equal(["line 3", "line 4", "line 5"], report.Refused.Select(r => r[..6]));
        var name = await site.ChangeAsync(db => db.KnownNames.SingleAsync(Stop));
        Assert.Equal([new("en", "Astana"), new("en", "Nur-Sultan", new(2019, 3, 23), new(2022, 12, 31)), new NameSpelling("ru", "Астана")], name.Spellings);
        Assert.Equal("capital", name.Note);
    }

    [Fact]
    public async Task Names_of_the_starting_list_are_found_translated_abbreviated_and_renamed_and_stay_apart_from_their_like_next_door()
    {
        // Each twice: what is typed, and what an article says.
        (string Typed, string Language, string Written)[] pairs =
        [
            ("МВД КР", "ky", "Бул тууралуу Ички иштер министрлиги билдирди."),
            ("МВД РК", "kk", "Бұл туралы Ішкі істер министрлігі хабарлады."),
            ("Turkmen Interior Ministry", "tk", "Bu barada Içeri işler ministrligi habar berdi."),
            ("Минздрав Узбекистана", "uz", "Bu haqda Sogʻliqni saqlash vazirligi xabar berdi."),
            ("Ministry of Health of Tajikistan", "tg", "Дар ин бора Вазорати тандурустӣ хабар дод."),
            ("ЕНПФ", "kk", "Бірыңғай жинақтаушы зейнетақы қоры есеп берді."),
            ("WTO", "kk", "Қазақстан ДСҰ мүшесі болды."),
            ("ВОЗ", "kk", "Бұл туралы ДДСҰ хабарлады."),
            ("State Department", "ru", "В Госдепе это подтвердили."),
            ("Андижанское водохранилище", "ky", "Кемпир-Абад суу сактагычы толду."),
            ("Хамзинский район", "uz", "Yashnobod tumani kengaydi."),
            ("Black Sea", "tk", "Gara deňiz ýolunda."),
            ("Шерали Кабиров", "tg", "Шералӣ Кабир инро гуфт."),
        ];
        await using var site = await Site.StartAsync();
        await LoadAsync(site, await File.ReadAllTextAsync(Path.Combine(House.Sources.Root, "src/Chapar/Names/starter.txt"), Stop));
        var world = await World.MakeAsync(site);
        foreach (var (typed, language, written) in pairs) await world.PublishAsync($"- {Array.FindIndex(pairs, p => p.Typed == typed)}", language, text: written);
        await site.DispatchAsync();
        List<string> found = [];
        foreach (var (typed, _, _) in pairs)
            found.Add(await site.ChangeAsync(async db =>
            {
                var ids = (await SearchQuery.FindAsync(db, new SearchRequest(typed), Stop)).Ids;
                return $"{typed}: {string.Join(' ', db.Articles.Where(a => ids.Contains(a.Id)).Select(a => a.Headline))}";
            }));
        Assert.Equal(pairs.Select((p, i) => $"{p.Typed}: - {i}"), found);
    }

    static Task<NamesReport> LoadAsync(Site site, string text) => site.ChangeAsync(db => NamesFile.LoadAsync(db, text, site.Now, Stop));
}
