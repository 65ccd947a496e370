using System.Collections.Frozen;

namespace Chapar.Text.Scripts;

/// <summary>
/// Borrowed words of Uzbek whose Cyrillic says what their Latin does not: ц for s and ts, ь and ъ, э within. The beginning of a word, or a
/// whole word that stands without an ending (ь falls before one: сентябрь, сентябрда).
/// </summary>
static class UzbekLoans
{
    public sealed record Stem(string Latin, string Cyrillic);

    /// <summary>Names and marks of other languages that look like Uzbek words, as they are written.</summary>
    public static FrozenSet<string> Kept { get; } =
        ("Google Chrome YouTube NBKR NBK NBT RSS Atom JSON CSV PDF API HTML HTTP HTTPS SWIFT Chapar Telegram Instagram Reuters Bloomberg Netflix Amazon Tesla Toyota " +
        "USD EUR RUB KGS KZT UZS TJS TMT CNY GBP JPY CHF TRY INR KRW AED AFN AMD AZN BYN GEL IRR MDL MNT PKR PLN SEK UAH NOK DKK XDR UTC GMT AMP URL SMS VPN GPS LED").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    const string Whole =
        "yanvar январь,fevral февраль,aprel апрель,iyun июнь,iyul июль,sentabr сентябрь,oktabr октябрь,noyabr ноябрь,dekabr декабрь,rol роль,rubl рубль," +
        "mebel мебель,model модель,detal деталь,festival фестиваль,avtomobil автомобиль,profil профиль,spektakl спектакль,ansambl ансамбль,kabel кабель," +
        "nol ноль,tunnel туннель,dizel дизель,neft нефть,tabel табель,magistral магистраль,motel мотель,panel панель,gospital госпиталь,duel дуэль,mer мэр," +
        "ser сэр,sirk цирк,nyu нью";

    const string Beginnings =
        "sentabr сентябр,oktabr октябр,aksiya акция,aksion акцион,funksiya функция,funksion функцион,sex цех,sement цемент,senz ценз,sentner центнер," +
        "sellofan целлофан,sivil цивил,sitat цитат,silindr цилиндр,sianid цианид,siklon циклон,sikl цикл,sifr цифр,sitrus цитрус,selsiy цельсий," +
        "fransiya франция,konsepsiya концепция,konsept концепт,konsern концерн,konsert концерт,konsentr концентр,konsessiya концессия,kalsiy кальций," +
        "kansler канцлер,kanselyariya канцелярия,leksiya лекция,instruksiya инструкция,inspeksiya инспекция,infeksiya инфекция,intervensiya интервенция," +
        "konferensiya конференция,konvensiya конвенция,konstruksiya конструкция,korrupsiya коррупция,korrupsion коррупцион,kolleksiya коллекция," +
        "litsenziya лицензия,litsey лицей,ofitser офицер,patsient пациент,porsiya порция,potensial потенциал,provinsiya провинция,protsent процент," +
        "protsess процесс,protsedur процедур,produksiya продукция,proyeksiya проекция,redaksiya редакция,redaksion редакцион,reaksiya реакция," +
        "rekonstruksiya реконструкция,retsept рецепт,retsenziya рецензия,seksiya секция,seleksiya селекция,sanksiya санкция,spetsial специал,spetsifik специфик," +
        "stansiya станция,subvensiya субвенция,tendensiya тенденция,tranzaksiya транзакция,fraksiya фракция,shveytsariya швейцария,agensiya агенция," +
        "dotsent доцент,vaksina вакцина,auksion аукцион,akselerator акселератор,aksiz акциз,insident инцидент,prinsip принцип,munitsipal муниципал," +
        "obyekt объект,subyekt субъект,adyutant адъютант,inyeksiya инъекция,konyunktura конъюнктура,syezd съезд,kompyuter компьютер,intervyu интервью," +
        "alyans альянс,batalyon батальон,bulyon бульон,pavilyon павильон,medalyon медальон,pochtalyon почтальон,italyan итальян,albom альбом,film фильм," +
        "filtr фильтр,feldsher фельдшер,feldmarshal фельдмаршал,kultura культура,palto пальто,pult пульт,rezultat результат,fakultet факультет," +
        "konsultant консультант,konsultatsiya консультация,multfilm мультфильм,multimedia мультимедиа,ultimatum ультиматум,ultratovush ультратовуш,vals вальс," +
        "alternativ альтернатив,alpinist альпинист,balzam бальзам,delfin дельфин,delta дельта,kalkulyator калькулятор,kilovolt киловольт,volt вольт," +
        "malta мальта,portfel портфель,sotsial социал";

    static readonly Stem[] beginnings = Read(Beginnings);

    static readonly FrozenDictionary<string, Stem> wholes = Read(Whole).ToFrozenDictionary(stem => stem.Latin);

    static readonly FrozenDictionary<string, Stem> cyrillicWholes = Read(Whole).ToFrozenDictionary(stem => stem.Cyrillic);

    static readonly FrozenDictionary<string, Stem[]> byStart = Group(stem => stem.Latin), byCyrillicStart = Group(stem => stem.Cyrillic);

    /// <summary>All of them, for tests.</summary>
    internal static IEnumerable<Stem> All => wholes.Values.Concat(beginnings);

    /// <param name="word">Latin, in small letters.</param>
    public static (Stem? Stem, bool IsWhole) Find(string word) => wholes.TryGetValue(word, out var whole) ? (whole, true) : (Longest(byStart, word, stem => stem.Latin), false);

    /// <param name="word">Cyrillic, in small letters.</param>
    public static Stem? FindCyrillic(string word) => cyrillicWholes.TryGetValue(word, out var whole) ? whole : Longest(byCyrillicStart, word, stem => stem.Cyrillic);

    static Stem? Longest(FrozenDictionary<string, Stem[]> stems, string word, Func<Stem, string> side) =>
        word.Length >= 3 && stems.TryGetValue(word[..3], out var same) ? same.FirstOrDefault(stem => word.StartsWith(side(stem), StringComparison.Ordinal)) : null;

    static FrozenDictionary<string, Stem[]> Group(Func<Stem, string> side) =>
        beginnings.GroupBy(stem => side(stem)[..3]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(stem => side(stem).Length).ToArray());

    static Stem[] Read(string table) => [.. table.Split(',').Select(pair => pair.Split(' ')).Select(pair => new Stem(pair[0], pair[1]))];
}
