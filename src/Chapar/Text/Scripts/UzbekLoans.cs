using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Borrowed words of Uzbek whose Cyrillic says what their Latin does not: ц for s and ts, ь and ъ, э within. The beginning of a word, or a
/// whole word that stands alone or before an ending of a noun (ь falls before one: сентябрь, сентябрда).
/// </summary>
static partial class UzbekLoans
{
    public sealed record Stem(string Latin, string Cyrillic);

    /// <summary>Names and marks of other languages that look like Uzbek words, as they are written.</summary>
    public static FrozenSet<string> Kept { get; } =
        ("Google Chrome YouTube NBKR NBK NBT RSS Atom JSON CSV PDF API HTML HTTP HTTPS SWIFT Chapar Telegram Instagram Reuters Bloomberg Netflix Amazon Tesla Toyota " +
        "USD EUR RUB KGS KZT UZS TJS TMT CNY GBP JPY CHF TRY INR KRW AED AFN AMD AZN BYN GEL IRR MDL MNT PKR PLN SEK UAH NOK DKK XDR UTC GMT AMP URL SMS VPN GPS LED minisign").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    const string Whole =
        "yanvar январь,fevral февраль,aprel апрель,iyun июнь,iyul июль,sentabr сентябрь,oktabr октябрь,noyabr ноябрь,dekabr декабрь,rol роль,rubl рубль," +
        "mebel мебель,model модель,detal деталь,festival фестиваль,avtomobil автомобиль,profil профиль,spektakl спектакль,ansambl ансамбль,kabel кабель," +
        "nol ноль,tunnel туннель,dizel дизель,neft нефть,tabel табель,magistral магистраль,motel мотель,panel панель,gospital госпиталь,duel дуэль,mer мэр," +
        "ser сэр,sirk цирк,nyu нью," +
        "aerozol аэрозоль,akvarel акварель,alkogol алкоголь,artel артель,astraxan астрахань,belarus беларусь,bryussel брюссель,dirijabl дирижабль," +
        "dvigatel двигатель,fonar фонарь,gantel гантель,ges гэс,golf гольф,igor игорь,ilya илья,kafel кафель,kalendar календарь,kanifol канифоль," +
        "karamel карамель,kartel картель,karusel карусель,konslager концлагерь,kontrol контроль,kreml кремль,lager лагерь,mariupol мариуполь,marsel марсель," +
        "medal медаль,monastir монастирь,neapol неаполь,nikel никель,otel отель,parol пароль,patrul патруль,pelmen пельмень,perm пермь,plats плац,puls пульс," +
        "ryazan рязань,sekretar секретарь,sent цент,sevastopol севастополь,shampun шампунь,shinel шинель,shtempel штемпель,sink цинк," +
        "sitadel цитадель,slesar слесарь,stavropol ставрополь,tes тэс,tyan тянь,tyul тюль,tyulen тюлень,tyumen тюмень,vanil ваниль,vermishel вермишель," +
        "versal версаль,yaroslavl ярославль,yoga йога";

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
        "malta мальта,portfel портфель,sotsial социал," +
        "abssess абсцесс,abzats абзац,adolf адольф,aksent акцент,aksept акцепт,albatros альбатрос,albert альберт,albinos альбинос,alfa альфа,alfavit алфавит," +
        "alfred альфред,almanax альманах,alpiniz альпиниз,altimetr альтиметр,altruis альтруис,altruiz альтруиз,apelsin апельсин,asfalt асфальт,assotsi ассоци," +
        "ayova айова,balneo бальнео,bayern байерн,bayonet байонет,belgiya бельгия,bilyard бильярд,bolshevik большевик,buldog бульдог,buldozer бульдозер," +
        "bulvar бульвар,dalton дальтон,defitsit дефицит,detsi деци,differensi дифференци,differensial дифференциал,dissotsi диссоци,donetsk донецк," +
        "elektrostansiya электростанция,elmira эльмира,elvira эльвира,emansip эманцип,emulsiya эмульсия,ensefal энцефал,ensiklopedi энциклопеди,falsh фальш," +
        "falsif фальсиф,folga фольга,folklor фольклор,folksvagen фольксваген,fransuz француз,galvan гальван,gelmint гельминт,genotsid геноцид," +
        "gerbitsid гербицид,gersegovina герцеговина,gersog герцог,gidroelektrostansiya гидроэлектростанция,gilza гильза,glitserin глицерин,hospis хоспис," +
        "impuls импульс,inersion инерцион,inersiya инерция,initsi иници,insektitsid инсектицид,insult инсульт,izyan изъян,kalkulya калькуля,kalkutta калькутта," +
        "kanyon каньон,keshbek кэшбэк,kinofilm кинофильм,koeffits коэффиц,kommersiya коммерция,konsepsion концепцион,konsession концессион," +
        "konsorsium консорциум,konyak коньяк,konyunktiv конъюнктив,korrespondensiya корреспонденция,kulmin кульмин,kultiv культив,kultur культур," +
        "kuznets кузнец,lipetsk липецк,lotsman лоцман,lvov львов,matritsa матрица,mayonez майонез,mayor майор,meditsin медицин,melburn мельбурн," +
        "menshevik меньшевик,merilend мэриленд,meriya мэрия,mikrofilm микрофильм,mototsikl мотоцикл,multi мульти,myanma мьянма,natsi наци,nitsa ницца," +
        "nyufaundlend ньюфаундленд,nyuton ньютон,obyezd объезд,ofits офиц,ogayo огайо,osvensim освенцим,palma пальма,patsifi пацифи,pestitsid пестицид," +
        "pitsa пицца,pitseriya пиццерия,platsdarm плацдарм,platsenta плацента,platskart плацкарт,podyezd подъезд,podyom подъём,polsha польша," +
        "pretsedent прецедент,pretsizion прецизион,prins принц,profitsit профицит,proporsional пропорционал,proporsiya пропорция,publitsist публицист," +
        "pulmonolog пульмонолог,radiointervyu радиоинтервью,radiostansiya радиостанция,rayon район,razyezd разъезд,reket рэкет,rels рельс,retses рецес," +
        "retsidiv рецидив,retsip рецип,reykyavik рейкьявик,ritsar рицар,rudolf рудольф,saldo сальдо,salmonell сальмонелл,salto сальто,salvador сальвадор," +
        "selderey сельдерей,sellyuloza целлюлоза,sentr центр,sentrifuga центрифуга,seremoniya церемония,shelf шельф,sinik циник,sinizm цинизм," +
        "sirkon циркон,sirkul циркул,sistern цистерн,sitologi цитологи,sitoplazma цитоплазма,sitsiliya сицилия,sotsi соци,spets спец,ssen сцен," +
        "substansiya субстанция,suitsid суицид,sulfat сульфат,sulfid сульфид,sulfit сульфит,sunami цунами,syomka съёмка,syurix цюрих,tatyana татьяна," +
        "telefilm телефильм,telestansiya телестанция,tetcher тэтчер,tetratsiklin тетрациклин,uels уэльс,ultra ультра,vaksin вакцин,valter вальтер," +
        "velvet вельвет,videofilm видеофильм,vilgelm вильгельм,vilnyus вильнюс,vitse вице,volfram вольфрам,volvo вольво,voronsov воронцов,vulgar вульгар," +
        "xelsinki хельсинки,yogurt йогурт,york йорк,yorkent ёркент";

    static readonly Stem[] beginnings = Read(Beginnings);

    static readonly FrozenDictionary<string, Stem> wholes = Read(Whole).ToFrozenDictionary(stem => stem.Latin);

    /// <summary>The whole words before an ending.</summary>
    static readonly FrozenDictionary<string, Stem[]> inflected = Group(wholes.Values.Select(stem => stem with { Cyrillic = stem.Cyrillic.TrimEnd('ь') }), stem => stem.Latin);

    static readonly FrozenDictionary<string, Stem> cyrillicWholes = Read(Whole).ToFrozenDictionary(stem => stem.Cyrillic);

    static readonly FrozenDictionary<string, Stem[]> byStart = Group(beginnings, stem => stem.Latin), byCyrillicStart = Group(beginnings, stem => stem.Cyrillic);

    /// <summary>All of them, for tests.</summary>
    internal static IEnumerable<Stem> All => wholes.Values.Concat(beginnings);

    /// <param name="word">Latin, in small letters.</param>
    public static (Stem? Stem, bool IsWhole) Find(string word) =>
        wholes.TryGetValue(word, out var whole) ? (whole, true) : (Longest(byStart, word, stem => stem.Latin) ?? BeforeEnding(word), false);

    static Stem? BeforeEnding(string word) =>
        word.Length > 3 && inflected.TryGetValue(word[..3], out var same)
            ? same.FirstOrDefault(stem => word.StartsWith(stem.Latin, StringComparison.Ordinal) && Ending().IsMatch(word[stem.Latin.Length..])) : null;

    /// <param name="word">Cyrillic, in small letters.</param>
    public static Stem? FindCyrillic(string word) => cyrillicWholes.TryGetValue(word, out var whole) ? whole : Longest(byCyrillicStart, word, stem => stem.Cyrillic);

    static Stem? Longest(FrozenDictionary<string, Stem[]> stems, string word, Func<Stem, string> side) =>
        word.Length >= 3 && stems.TryGetValue(word[..3], out var same) ? same.FirstOrDefault(stem => word.StartsWith(side(stem), StringComparison.Ordinal)) : null;

    static FrozenDictionary<string, Stem[]> Group(IEnumerable<Stem> stems, Func<Stem, string> side) =>
        stems.GroupBy(stem => side(stem)[..3]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(stem => side(stem).Length).ToArray());

    static Stem[] Read(string table) => [.. table.Split(',').Select(pair => pair.Split(' ')).Select(pair => new Stem(pair[0], pair[1]))];

    [GeneratedRegex("^" + UzbekEndings.Pattern + "$")]
    private static partial Regex Ending();
}
