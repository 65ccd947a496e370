using System.Collections.Frozen;
using System.Globalization;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>Which names are places: all countries, and the regions and larger cities of Central Asia, by the slug of their name.</summary>
static class Gazetteer
{
    /// <summary>Country or region of Central Asia, with its cities and provinces in the spellings newspapers use.</summary>
    static readonly (string Country, string Names)[] centralAsia =
    [
        ("kazakhstan", "Astana, Nur-Sultan, Almaty, Shymkent, Karaganda, Aktobe, Aktau, Atyrau, Taraz, Pavlodar, Semey, Oskemen, Ust-Kamenogorsk, "
            + "Kostanay, Kyzylorda, Turkestan, Turkistan, Petropavl, Petropavlovsk, Oral, Uralsk, Temirtau, Ekibastuz, Mangystau, Baikonur, Baikonyr, "
            + "Астана, Алматы, Шымкент, Караганда, Актобе, Актау, Атырау, Тараз, Павлодар, Семей, Костанай, Кызылорда, Туркестан"),
        ("kyrgyzstan", "Bishkek, Osh, Jalal-Abad, Jalalabad, Karakol, Naryn, Talas, Batken, Issyk-Kul, Ysyk-Kol, Chuy, Chui, Tokmok, Balykchy, "
            + "Бишкек, Ош, Джалал-Абад, Каракол, Нарын, Талас, Баткен, Иссык-Куль, Ысык-Көл"),
        ("tajikistan", "Dushanbe, Khujand, Khorog, Khorugh, Kulob, Bokhtar, Gorno-Badakhshan, GBAO, Pamir, Pamirs, Sughd, Sogd, Khatlon, Душанбе, Худжанд, Хорог, Согд, Хатлон, ГБАО"),
        ("turkmenistan", "Ashgabat, Asgabat, Mary, Balkanabat, Dashoguz, Turkmenabat, Turkmenbashi, Awaza, Arkadag, Ашхабад, Мары, Дашогуз, Туркменабад"),
        ("uzbekistan", "Tashkent, Toshkent, Samarkand, Samarqand, Bukhara, Khiva, Andijan, Namangan, Fergana, Karakalpakstan, Nukus, Qarshi, Termez, Navoi, Urgench, "
            + "Ташкент, Самарканд, Бухара, Хива, Андижан, Наманган, Фергана, Каракалпакстан, Нукус, Термез"),
    ];

    /// <summary>Spellings of the five and their neighbours that lists of countries do not have.</summary>
    const string Spellings =
        "Central Asia, Kazakstan, Kirgizia, Kyrgyz Republic, Tadjikistan, Turkiye, Turkey, USA, United States, UK, South Korea, North Korea, Russia, Caucasus, South Caucasus, "
        + "Центральная Азия, Средняя Азия, Казахстан, Кыргызстан, Киргизия, Таджикистан, Туркменистан, Узбекистан, Афганистан, Россия, Китай, Монголия, Иран, Турция, "
        + "Азербайджан, Қазақстан, Тоҷикистон, Türkmenistan, Oʻzbekiston, Орталық Азия, Борбордук Азия, Осиёи Марказӣ, Markaziy Osiyo, Merkezi Aziýa";

    static readonly FrozenDictionary<string, string> places = Read();

    /// <summary>Whether a name means a place.</summary>
    public static bool Knows(string name) => places.ContainsKey(Slug.Of(name));

    /// <summary>The slug of the country a city or province lies in, or null.</summary>
    public static string? CountryOf(string name) => places.GetValueOrDefault(Slug.Of(name)) is { Length: > 0 } country ? country : null;

    static FrozenDictionary<string, string> Read()
    {
        Dictionary<string, string> read = [];
        foreach ((string country, string names) in centralAsia)
        {
            read[country] = "";
            foreach (string name in names.Split(", "))
                read[Slug.Of(name)] = country;
        }
        foreach (string name in Spellings.Split(", "))
            read.TryAdd(Slug.Of(name), "");
        foreach (RegionInfo region in CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => new RegionInfo(culture.Name)).DistinctBy(r => r.Name))
            // Codes of three digits are parts of the world: "World" and "Europe" are sections of a newspaper.
            if (region.TwoLetterISORegionName.Length == 2)
                read.TryAdd(Slug.Of(region.EnglishName), "");
        return read.ToFrozenDictionary();
    }
}
