using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

public class NameWordTests
{
    /// <summary>From the samples that are published with the algorithm.</summary>
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consist consisted consisting consists", "consist")]
    [InlineData("consolation consoling consolingly consols", "consol")]
    [InlineData("conspicuous conspicuously", "conspicu")]
    [InlineData("conspirator conspirators conspire conspiring", "conspir")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("kneel kneeling kneels", "kneel")]
    [InlineData("knit knits knitted knitting", "knit")]
    [InlineData("hope hoped hoping", "hope")]
    [InlineData("nation national nationalism", "nation")]
    [InlineData("generously generous", "generous")]
    [InlineData("communism communist", "communism communist")]
    [InlineData("cries tie ties gas gaps by say", "cri tie tie gas gap by say")]
    [InlineData("news sky skies dying succeeding", "news sky sky die succeed")]
    [InlineData("food foot children's", "food foot children")]
    public void An_English_word_has_the_stem_of_Snowball(string words, string stems) => Stems("en", words, stems);

    /// <summary>From the samples that are published with the algorithm.</summary>
    [Theory]
    [InlineData("вагон вагона вагоне вагонов вагоном вагоны", "vagon")]
    [InlineData("важнее важнейшие важнейшими важно важного важной важны важный", "vajn")]
    [InlineData("важности важностию важность важностью", "vajnost")]
    [InlineData("валандался падает падай падать падаю падающего", "valanda pada pada pada pada pada")]
    [InlineData("павел павильонам павлович павловной", "pavel pavil8on pavlovic pavlovn")]
    [InlineData("паденьем паденья падучая падчерицей падшая", "paden paden paduc padcerits padx")]
    [InlineData("в па мер мэр был бил ёлка елка", "v pa mer m7r b9l bil elk elk")]
    public void A_Russian_word_has_the_stem_of_Snowball(string words, string stems) => Stems("ru", words, stems);

    [Theory]
    [InlineData("kk", "қала қалалар қалаларда қаланың қалам qalalarda qalanyñ", "kala")]
    [InlineData("kk", "кітап кітабы кітабым кітаптар kitaby", "kitap")]
    [InlineData("kk", "мектеп мектептің мектептеріміз мектептеріміздің mektepteriñizde", "mektep")]
    [InlineData("kk", "қиын qiyn жыл jyl жылдың jyldyñ", "kin kin jil jil jil jil")]
    [InlineData("ky", "шаар шаарда шаарлар шаарлардын шаарыбыз", "xaar")]
    [InlineData("ky", "көл көлгө көлдүн көлдөр көлдөрдө", "k2l")]
    [InlineData("ky", "китеп китеби китептер китептерден", "kitep")]
    [InlineData("uz", "shahar shaharlar shaharlarimizda shahardan шаҳар шаҳарларимизда шаҳарнинг", "xahar")]
    [InlineData("uz", "toʻgʻri тўғри daryolar дарёлар дарёси", "t3gr t3gr dar2 dar2 dar2")]
    [InlineData("uz", "maktab maktabda maktablari мактаблари мактабми", "maktap")]
    [InlineData("tk", "mekdep mekdebi mekdepler mekdeplerde mekdebiň", "mekdep")]
    [InlineData("tk", "şäher şäherde şäherler şäheriň", "x1her")]
    [InlineData("tg", "мактаб мактабҳо мактабҳои мактабҳоро мактабаш мактабамон", "maktab")]
    [InlineData("tg", "китоб китоби китобҳо китобҳояшон корҳо", "kitob kitob kitob kitob kor")]
    public void A_word_has_one_stem_in_its_forms_and_in_both_scripts(string language, string words, string stems) => Stems(language, words, stems);

    [Fact]
    public void A_word_of_a_query_has_the_stems_of_all_languages_it_may_be_in()
    {
        Assert.Equal(["wtqala", "wtqalalarda"], Words("қалаларда", null));
        Assert.Contains(Words("qalalarda", "kk").Single(), Words("qalalarda", null));
        foreach (var (language, word) in new[] { ("ru", "реками"), ("ky", "дарыялар"), ("uz", "дарёлардан"), ("tg", "дарёҳо"), ("en", "rivers"), ("tk", "derýalar") })
            Assert.Subset(Words(word, null).ToHashSet(), Words(word, language).ToHashSet());
    }

    [Theory]
    [InlineData("Bazari", "Bazar")]
    [InlineData("Qodirning", "Qodir")]
    [InlineData("Вокзалда", "Вокзал")]
    public void A_word_of_a_query_meets_no_English_or_Russian_word_by_the_suffixes_of_another_language(string typed, string written) =>
        Assert.Empty(Words(typed, null).Intersect(Words(written, written[0] < 128 ? "en" : "ru")));

    [Theory]
    [InlineData("北京", "wt953174eac")]
    [InlineData("2026 ۲۰۲۶ covid19", "w2026 w2026 wecovid19")]
    [InlineData("naïve", "wenaiv")]
    public void A_word_outside_the_alphabets_is_found_as_it_is_written(string words, string keys) =>
        Assert.Equal(keys, string.Join(' ', NameFolding.Fold(words, "en").Select(word => word.Words[0])));

    static void Stems(string language, string words, string stems)
    {
        var found = words.Split(' ').Select(word => Assert.Single(Words(word, language))[2..].Replace('q', 'k')).ToList();
        Assert.Equal(stems.Contains(' ', StringComparison.Ordinal) ? stems.Split(' ') : Enumerable.Repeat(stems, found.Count), found);
    }

    static IReadOnlyList<string> Words(string word, string? language) => Assert.Single(NameFolding.Fold(word, language)).Words;
}
