using Chapar.Text.Scripts;

namespace Chapar.Tests.Text.Scripts;

/// <summary>Kazakh in Latin, Uzbek in Cyrillic, and back.</summary>
public class OtherScriptTests
{
    const int Many = 10_000;

    static readonly OtherScript kazakh = OtherScript.Of("kk")!, uzbek = OtherScript.Of("uz")!;

    [Fact]
    public void Ten_thousand_words_of_Kazakh_come_back_as_they_were() => ComeBack(kazakh, [.. Inflected.Kazakh()]);

    [Fact]
    public void Ten_thousand_words_of_Uzbek_come_back_as_they_were() => ComeBack(uzbek, [.. Inflected.Uzbek()]);

    [Fact]
    public void Whatever_letters_of_Kazakh_follow_each_other_come_back()
    {
        var random = new Random(2021);
        const string alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщыіэюя";
        ComeBack(kazakh, [.. Enumerable.Range(0, Many * 2).Select(_ => new string(random.GetItems(alphabet.ToCharArray(), random.Next(1, 9))))], Many);
    }

    /// <summary>Against the dictionaries of Debian's hunspell-kk and hunspell-uz where they are installed (their licences keep them out of this repository).</summary>
    [Theory]
    [InlineData("kk", "kk_KZ")]
    [InlineData("uz", "uz_UZ")]
    public void A_whole_dictionary_comes_back(string language, string name)
    {
        var file = $"/usr/share/hunspell/{name}.dic";
        Assert.SkipUnless(File.Exists(file), $"no {file}");
        var script = OtherScript.Of(language)!;
        var words = File.ReadLines(file).Skip(1).Select(line => line.Split('/')[0].Trim()).Where(word => word.Length > 0 && word.All(c => char.IsLetter(c) && !char.IsAscii(c))).Distinct();
        // The Uzbek dictionary is Cyrillic: what counts is its Latin.
        ComeBack(script, [.. (language == "uz" ? words.Select(script.Read).Where(word => !script.Write(word).Any(char.IsAsciiLetter)) : words).Distinct()]);
    }

    static void ComeBack(OtherScript script, List<string> words, int least = Many)
    {
        Assert.True(words.Distinct().Count() >= least, $"{words.Count} words");
        // As in a sentence, at its beginning, in a heading of capitals. Of one letter that becomes two a heading cannot say more than itself.
        var failed = from word in words
                     from said in new[] { word, char.ToUpperInvariant(word[0]) + word[1..], word.ToUpperInvariant() }
                     let back = script.Read(script.Write(said))
                     where back != said
                     select $"{said} {script.Write(said)} {back}";
        Assert.Empty(failed.Take(20));
    }

    [Theory]
    // Universal Declaration of Human Rights, article 1, as printed in both alphabets.
    [InlineData("Барлық адамдар тумысынан азат және қадір-қасиеті мен құқықтары тең болып дүниеге келеді.", "Barlyq adamdar tumysynan azat jäne qadır-qasietı men qūqyqtary teñ bolyp düniege keledı.")]
    [InlineData("Адамдарға ақыл-парасат, ар-ождан берілген, сондықтан олар бір-бірімен туыстық, бауырмалдық қарым-қатынас жасаулары тиіс.", "Adamdarğa aqyl-parasat, ar-ojdan berılgen, sondyqtan olar bır-bırımen tuystyq, bauyrmaldyq qarym-qatynas jasaulary tiıs.")]
    [InlineData("Түрікменстан, Әзірбайжан, үйіне, сый, ҚАЗАҚСТАН, ИНФЛЯЦИЯ, Іс, Италия", "Türıkmenstan, Äzırbaijan, üiıne, syi, QAZAQSTAN, İNFLİACİİA, Is, İtaliia")]
    [InlineData("жаһан, экономика, цирк, чек, фильм, Украина, миллиард, йод, ащы, қашшы", "jaħan, èkonomika, cirk, çek, filʼm, Ukraïna, millïard, ĭod, aşşy, qaşŝy")]
    [InlineData("2026 ж. 26 қараша, 14:05 (UTC+6) · USD/KZT 512,3 · Reuters", "2026 j. 26 qaraşa, 14:05 (UTC+6) · USD/KZT 512,3 · Reuters")]
    [InlineData("ХХІ ғасыр, ХІХ, ХVІІІ, ІХ, ХІ-ХІІ; І, Х, ІІМ, СІМ, ХС, XX", "XXI ğasyr, XIX, XVIII, IX, XI-XII; I, H, IIM, SIM, HS, XX")]
    [InlineData("сайт.қаз, президент.рф/news, fayl.xlsx және басқа", "сайт.қаз, президент.рф/news, fayl.xlsx jäne basqa")]
    public void Kazakh_in_the_Latin_alphabet_of_2021(string cyrillic, string latin) => Assert.Equal(latin, kazakh.Write(cyrillic));

    [Theory]
    [InlineData("Barcha odamlar erkin, qadr-qimmat va huquqlarda teng boʻlib tugʻiladilar.", "Барча одамлар эркин, қадр-қиммат ва ҳуқуқларда тенг бўлиб туғиладилар.")]
    [InlineData("Oʻzbekiston, Fargʻona, Gʻafur Gʻulom, sanʼat, eʼlon, Isʼhoq, taʼyin, maʼyus", "Ўзбекистон, Фарғона, Ғафур Ғулом, санъат, эълон, Исҳоқ, таъйин, маъюс")]
    [InlineData("O'zbekiston O‘zbekiston O’zbekiston O`zbekiston ma'no ma’no bog'", "Ўзбекистон Ўзбекистон Ўзбекистон Ўзбекистон маъно маъно боғ")]
    [InlineData("yer, yetti, poyezd, yoʻl, yoshi, dunyo, daryo, yangi, yuz, sayyod, loyiha, ayiq", "ер, етти, поезд, йўл, ёши, дунё, дарё, янги, юз, сайёд, лойиҳа, айиқ")]
    [InlineData("ekran, aeroport, poema, oila, ishlari", "экран, аэропорт, поэма, оила, ишлари")]
    [InlineData("SHAHAR, Shahar, CHOY, OʻZBEKISTON, SH. Rashidov, Sh. Mirziyoyev, X. Karimov", "ШАҲАР, Шаҳар, ЧОЙ, ЎЗБЕКИСТОН, Ш. Рашидов, Ш. Мирзиёев, Х. Каримов")]
    [InlineData("konstitutsiya, militsiya, aksiya, funksiyalari, sex, kompyuter, obyekt, film, ketsin, otsiz, aytsa", "конституция, милиция, акция, функциялари, цех, компьютер, объект, фильм, кетсин, отсиз, айтса")]
    [InlineData("26-noyabr, 2026, sentabrda, 1-oktabr, aprel, iyunda", "26-ноябрь, 2026, сентябрда, 1-октябрь, апрель, июнда")]
    [InlineData("XX asr, XIX, II, Facebook, iPhone, TikTok, Google, USD, RSS, Washington", "XX аср, XIX, II, Facebook, iPhone, TikTok, Google, USD, RSS, Washington")]
    [InlineData("IIV, IIVga, XIV, XXXIX, OʻzA, O'zMU, OʻzLiDeP, AQSHda, AQSH", "ИИВ, ИИВга, XIV, XXXIX, ЎзА, ЎзМУ, ЎзЛиДеП, АҚШда, АҚШ")]
    [InlineData("podyezd, abzatsda, rayon, mayor, fransuz, sotsiologiya, meditsina, sentr, asfalt, impuls, Tatyana, Nyu-York, GES", "подъезд, абзацда, район, майор, француз, социология, медицина, центр, асфальт, импульс, Татьяна, Нью-Йорк, ГЭС")]
    [InlineData("direksiya, eksponensial, absorbsiya, adopsiya, opsion; pensiya, ekspansiya, jinsiyat, epilepsiya, versiya", "дирекция, экспоненциал, абсорбция, адопция, опцион; пенсия, экспансия, жинсият, эпилепсия, версия")]
    [InlineData("singan, sinov, sezardi, pulsiz, olgan, yorqin, lager, lagerda, alfavit, sentabr, oʻnyillik, yuzyillik", "синган, синов, сезарди, пулсиз, олган, ёрқин, лагерь, лагерда, алфавит, сентябрь, ўнйиллик, юзйиллик")]
    [InlineData("New York shahri, New York Times va Wall Street Journal; Red-White; Human Rights Watch; Sony, Sydney", "New York шаҳри, New York Times ва Wall Street Journal; Red-White; Human Rights Watch; Sony, Sydney")]
    [InlineData("Microsoft Toshkentda, Facebook va Media, Macron Oʻzbekistonga keldi, Times Toshkent", "Microsoft Тошкентда, Facebook ва Медиа, Macron Ўзбекистонга келди, Тимес Тошкент")]
    [InlineData("“The Diplomatic Times” nashri, «Nature and Climate» jurnali, \"Twitter ishlamadi\"", "“The Diplomatic Times” нашри, «Nature and Climate» журнали, \"Twitter ишламади\"")]
    [InlineData("https://kun.uz/yangi, kun.uz, bosh@kun.uz, @kunuz, #yangilik va boshqalar.", "https://kun.uz/yangi, kun.uz, bosh@kun.uz, @kunuz, #yangilik ва бошқалар.")]
    [InlineData("YaIM, ShHT, YeTTB, YeOII, YeI, YuNESKO, YuNISEF, MChJ, YaTT, ChXR, YeXHT", "ЯИМ, ШҲТ, ЕТТБ, ЕОИИ, ЕИ, ЮНЕСКО, ЮНИСЕФ, МЧЖ, ЯТТ, ЧХР, ЕХҲТ")]
    [InlineData("MChJlar, YaIMning, SamDU, ToshDU, SamDUda, kVt, OʻzMU", "МЧЖлар, ЯИМнинг, СамДУ, ТошДУ, СамДУда, кВт, ЎзМУ")]
    [InlineData("YouTube, iPhone, McDonald, PlayStation, WhatsApp, ChatGPT, FarCry, GShock, YoYo", "YouTube, iPhone, McDonald, PlayStation, WhatsApp, ChatGPT, FarCry, GShock, YoYo")]
    [InlineData("XLII, XLV, LVIII, LXXXIX; L, IL, IIV", "XLII, XLV, LVIII, LXXXIX; Л, ИЛ, ИИВ")]
    [InlineData("‘radio’ dedi, “Bu ‘palto’ emas”", "‘радио’ деди, “Бу ‘пальто’ эмас”")]
    [InlineData("‘katta tog’ yonida’ dedi; tog’ bog‘, ‘o‘g‘il bo’ldi’, ‘Foto’ va tog’", "‘катта тоғ ёнида’ деди; тоғ боғ, ‘ўғил бўлди’, ‘Фото’ ва тоғ")]
    [InlineData("sirkda, sirkning, sentga, sinkdan, meri, GESlar, SIRKDA; sirkaga, pulsiz, mergan", "циркда, циркнинг, центга, цинкдан, мэри, ГЭСлар, ЦИРКДА; сиркага, пулсиз, мерган")]
    [InlineData("youtu.be/abcde, bit.ly/x, forum.ai, lemonde.fr, joy.nowhere/yangi.", "youtu.be/abcde, bit.ly/x, forum.ai, lemonde.fr, joy.nowhere/yangi.")]
    [InlineData("index.html, fayl.xlsx, сайт.қаз, президент.рф/news; kun.uzda, Gazeta.uzning, keldi.Bu, va/yoki", "index.html, fayl.xlsx, сайт.қаз, президент.рф/news; kun.uzда, Gazeta.uzнинг, келди.Бу, ва/ёки")]
    [InlineData("H1N1, PM2.5, SHA256, mp3, G20, Wi-Fi, 4K, 1080p, A4", "H1N1, PM2.5, SHA256, mp3, G20, Wi-Fi, 4K, 1080p, A4")]
    [InlineData("10:00da, 5ga, 3ta, 18:30gacha, 50km, 100mln, 500so'm, G20ga, mp3ni", "10:00да, 5га, 3та, 18:30гача, 50км, 100млн, 500сўм, G20га, mp3ни")]
    [InlineData("minisign bilan, sha256sum bilan, JSON Feed", "minisign билан, sha256sum билан, JSON Feed")]
    [InlineData("yan", "янв")]
    [InlineData("24-iyn", "24-июн")]
    [InlineData("1-noy", "1-ноя")]
    [InlineData("Yan noy chaldi", "Ян ной чалди")]
    public void Uzbek_in_Cyrillic(string latin, string cyrillic) => Assert.Equal(cyrillic, uzbek.Write(latin));

    [Theory]
    [InlineData("Ўзбекистон Республикаси, сентябрь, конституция, цирк, объект, санъат, Исҳоқ, ёшлар, ер, поезд, ШАҲАР", "Oʻzbekiston Respublikasi, sentabr, konstitutsiya, sirk, obyekt, sanʼat, Isʼhoq, yoshlar, yer, poyezd, SHAHAR")]
    [InlineData("АҚШда, ЎзЛиДеП, ИИВга, Шаҳар", "AQSHda, OʻzLiDeP, IIVga, Shahar")]
    public void Uzbek_from_Cyrillic(string cyrillic, string latin) => Assert.Equal(latin, uzbek.Read(cyrillic));

    [Fact]
    public void Every_borrowed_word_of_the_table_comes_back()
    {
        var failed = from stem in UzbekLoans.All
                     from latin in new[] { stem.Latin, stem.Latin + "ning", stem.Latin + "lari", stem.Latin.ToUpperInvariant() + "da" }
                     where uzbek.Read(uzbek.Write(latin)) != latin
                     select $"{latin} {uzbek.Write(latin)} {uzbek.Read(uzbek.Write(latin))}";
        Assert.Empty(failed);
    }

    [Fact]
    public void Text_of_the_other_script_already_stays_as_it_is()
    {
        Assert.Equal("Кун.uz: Россия", uzbek.Write("Кун.uz: Россия"));
        Assert.Equal("The Steppe Courier", kazakh.Write("The Steppe Courier"));
    }
}
