using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

public class NameReadingTests
{
    [Theory]
    [InlineData("Тоқаев", "tokaev tohaev")]
    [InlineData("Toqayev", "tokaev tohaev")]
    [InlineData("Tokayeff", "tokaev")]
    [InlineData("Жапаров", "japarov")]
    [InlineData("Zhaparov", "japarov")]
    [InlineData("Джапаров", "japarov")]
    [InlineData("Dschaparow", "japarov")]
    [InlineData("Раҳмон", "rahmon")]
    [InlineData("Мирзиёев", "mirzioev")]
    [InlineData("Ўзбекистон", "3zbekiston")]
    [InlineData("Oʻzbekiston", "3zbekiston")]
    [InlineData("Ерлан", "erlan")]
    [InlineData("Yerlan", "erlan")]
    [InlineData("Navoiy", "navoi nauoi")]
    [InlineData("Аҳмад", "ahmat")]
    [InlineData("Muhammed", "muhamet")]
    [InlineData("Ақтау", "aktau ahtau aktav ahtav")]
    [InlineData("Самарқанд", "samarkant samarhant samarkan samarhan")]
    [InlineData("Уәлихан", "u1lihan v1lihan")]
    [InlineData("Щербаков", "xcerbakov")]
    [InlineData("Ishaq", "ixak ishak ixah ishah")]
    [InlineData("Сарыарқа", "sariarka sariarha")]
    [InlineData("رحمان", "0rhman")]
    [InlineData("2026", "")]
    [InlineData("北京", "")]
    public void A_name_is_read_in_the_ways_that_its_spelling_allows(string name, string readings)
    {
        var word = Assert.Single(NameFolding.Fold(name, null));
        Assert.Equal(readings, string.Join(' ', word.Names.Select(key => key.Strict)));
    }

    [Theory]
    [InlineData("Токаева Токаевым Токаеву Тоқаевтың Тоқаевқа Токаевдин", "Токаев Токаев Токаев Тоқаев Тоқаев Токаев")]
    [InlineData("Karimovning Karimova Karimov's Berdimuhamedowyň", "Karimov Karimov Karimovs Berdimuhamedow")]
    [InlineData("Каримовнинг Нигматулина", "Каримов Нигматулин")]
    [InlineData("Головкина Головкину Головкине Головкиным Рыбакиной Рыбакины", "Головкин Головкин Головкин Головкин Рыбакин Рыбакин")]
    public void A_surname_is_found_without_its_endings(string inflected, string surnames) =>
        Assert.Equal(Strict(surnames), Strict(inflected));

    [Theory]
    [InlineData("Алматы Almaty Баку Иванович Ольга Павина", "almati baku ivanovic olga pavina")]
    public void What_only_looks_like_an_ending_stays(string names, string readings) =>
        Assert.Equal(readings.Split(' '), NameFolding.Fold(names, null).Select(word => word.Names[0].Strict).Where((_, i) => i != 1));

    [Theory]
    [InlineData("kk", "Астанада", "astana")]
    [InlineData("kk", "Түркістанда", "t4rkista t4rkistan")]
    [InlineData("kk", "Алматы", "")]
    [InlineData("ky", "Бишкекте", "bixkek")]
    [InlineData("ky", "Ошто", "ox")]
    [InlineData("uz", "Toshkentdan", "toxkent toxken")]
    [InlineData("tk", "Aşgabatda", "axgabat")]
    [InlineData("tg", "Душанбеи", "duxanbe")]
    [InlineData("ru", "Астаны", "astana")]
    [InlineData("ru", "Бишкеке", "bixkek bixkeka")]
    [InlineData("ru", "Путиным", "putin")]
    [InlineData("en", "Bishkek's", "")]
    [InlineData(null, "Астанада", "")]
    public void A_name_is_also_read_without_the_case_that_its_language_may_have_given_it(string? language, string name, string readings) =>
        Assert.Equal(readings, string.Join(' ', Assert.Single(NameFolding.Fold(name, language)).Nominatives.Select(key => key.Strict)));

    [Fact]
    public void An_English_possessive_is_no_part_of_a_name() => Assert.Equal(Strict("Bishkek"), NameFolding.Fold("Bishkek’s", "en").Select(First));

    static string First(FoldedWord word) => word.Names[0].Strict;

    static IEnumerable<string> Strict(string names) => NameFolding.Fold(names, null).Select(First);
}
