namespace Chapar.Tests.Text.Scripts;

/// <summary>Words of a language by the thousand: stems with the endings that its nouns take.</summary>
static class Inflected
{
    const string KazakhStems =
        "адам ана апа ағаш алма ай аспан ауыл ауа аула ақын ақша айна аяқ айғақ балa бала бас баға базар бақыт байлық береке билік бет бидай бөлме бұлт бұлақ бүгін газет гүл ғалым ғарыш ғимарат дала дархан дауыс дәрігер " +
        "дәстүр денсаулық депутат дүкен дүние егін ел елші еңбек ереже есеп есік жазушы жаз жаңбыр жарық жас жауап жер жетістік жиын жол жоба жұмыс жүрек заман заң зауыт зерттеу зиян ине ит иық игілік қияр қиын қоғам қала қар " +
        "қарт қаржы қазына қауіпсіздік кеме кеңес кітап көл көпір көше күз күн қыз құжат құс қуат құрылыс қыркүйек мамыр мектеп мейрам министр мәдениет мәселе мұғалім мұнай мұз нан нарық наурыз облыс ойын орман орын өзен өкімет өмір өнер " +
        "пайда партия пікір президент радио сайлау сауда сан саясат сөз су сурет сый сыйлық тарих тау тауар теңіз теміржол тіл тоғай той түн түсім тұз тұрғын ұл ұйым ұшақ үкімет үй үлес шаһар жаһан қаһарман гауһар айдаһар " +
        "шай шара шахта шекара шеф шөл щетка ащы тұщы ыдыс ырыс іні іс іргетас экономика электр эмир энергия январь фильм альянс премьер объект съезд цирк конституция чемпион чек вагон вокзал фабрика химия материал миллиард " +
        "Украина Мария Азия Қазақстан Қырғызстан Өзбекстан Тәжікстан Түрікменстан Астана Алматы Шымкент Ақтөбе Тоқаев Әуезов Йемен Йорк Рязань Щучинск";

    const string UzbekStems =
        "odam ona ota aka opa bola qiz oʻgʻil doʻst xalq shahar qishloq koʻcha uy bogʻ togʻ daryo koʻl dengiz choʻl yoʻl koʻprik bozor doʻkon maktab kitob gazeta jurnal hukumat vazir vazirlik prezident hokim qonun qaror " +
        "saylov ovoz majlis partiya deputat kengash sud prokuror politsiya militsiya armiya askar urush tinchlik mehnat ish zavod fabrika kon neft gaz suv elektr energiya paxta bugʻdoy guruch non choy meva olma anor uzum " +
        "bahor yoz kuz qish kun tun oy yil asr vaqt soat daqiqa bugun kecha ertaga tarix madaniyat sanʼat adabiyot sheʼr maʼno taʼlim taʼsir eʼlon eʼtibor jurʼat surʼat meʼmor Isʼhoq asʼhob ilm fan olim universitet talaba oʻqituvchi " +
        "oʻquvchi dars savol javob masala muammo yechim narx pul soʻm dollar yevro bank kredit soliq byudjet iqtisodiyot savdo tovar xizmat mahsulot eksport import bojxona chegara davlat respublika viloyat tuman mahalla aholi " +
        "millat til soʻz gap xabar yangilik maqola suhbat intervyu muharrir jurnalist yozuvchi shoir rassom aktyor rejissyor film teatr konsert musiqa qoʻshiq raqs oʻyin sport futbol shaxmat chempion murabbiy jamoa gʻalaba " +
        "gʻoya gʻisht gʻarb sharq janub shimol yer osmon quyosh yulduz oʻsimlik hayvon ot it qoʻy sigir qush baliq obyekt subyekt kompyuter konstitutsiya aksiya funksiya sex sirk sement oktabr sentabr aprel loyiha poyezd kiyev dunyo " +
        "muʼjiza moʻʼjiza Toshkent Samarqand Buxoro Xiva Fargʻona Namangan Andijon Qoʻqon Jizzax Navoiy Oʻzbekiston Qozogʻiston Tojikiston Mirziyoyev Karimov yangi yosh yaxshi yomon yuz yurak ayol ehson elchi eshik erk hayot hosil";

    public static IEnumerable<string> Kazakh() => KazakhStems.Split(' ').Where(stem => !stem.Any(char.IsAscii)).SelectMany(KazakhForms).Distinct();

    public static IEnumerable<string> Uzbek() => UzbekStems.Split(' ').SelectMany(UzbekForms).Distinct();

    /// <summary>Plural, possessor and case by vowel harmony and the last sound.</summary>
    static IEnumerable<string> KazakhForms(string stem)
    {
        var isFront = stem.ToLowerInvariant().LastOrDefault("аәеёиоөуұүыіэюя".Contains) is 'ә' or 'е' or 'и' or 'ө' or 'ү' or 'і' or 'э' or 'ё' or 'ю';
        string Harmony(string ending) => isFront ? ending.Replace('а', 'е').Replace('ы', 'і').Replace('ғ', 'г').Replace('қ', 'к') : ending;
        foreach (var plural in new[] { "", "лар", "дар", "тар" })
            foreach (var owner in new[] { "", "ым", "ың", "ы", "ымыз", "ыңыз" })
                foreach (var close in new[] { "", "ның", "ға", "ды", "да", "дан", "мен" })
                    yield return stem + Harmony(plural + owner + close);
    }

    static IEnumerable<string> UzbekForms(string stem) =>
        from plural in new[] { "", "lar" }
        from owner in new[] { "", "im", "ing", "i", "imiz", "ingiz" }
        from close in new[] { "", "ning", "ga", "ni", "da", "dan", "dagi" }
        select stem + plural + owner + close;
}
