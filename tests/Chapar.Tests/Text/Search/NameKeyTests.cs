using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

public class NameKeyTests
{
    [Theory]
    [InlineData("Тоқаев", "tkv")]
    [InlineData("Ысыккөл", "@skl")]
    [InlineData("Yerlan", "@rln")]
    [InlineData("Юсупов", "yspv")]
    [InlineData("Yangiyer", "ynr")]
    [InlineData("Серікқали", "srkl")]
    [InlineData("Ой", "@")]
    public void A_skeleton_is_the_consonants_of_a_name(string name, string skeleton) =>
        Assert.Equal(skeleton, Assert.Single(NameFolding.Fold(name, null)).Names[0].Skeleton);

    /// <summary>The ambiguous spellings of the region, and the decision for each.</summary>
    [Theory]
    [InlineData("х ҳ һ kh h x", "Раҳмон Рахмон Rahmon Rakhmon Raxmon", true)]
    [InlineData("қ q k and қ х", "Бақытжан Bakytzhan Бахытжан Bakhytzhan Baqytjan", true)]
    [InlineData("ж zh j җ ҷ дж dj", "Жапаров Japarov Zhaparov Djaparov Ҷапаров Джапаров Žaparov", true)]
    [InlineData("ш ч", "Шымкент Чимкент", false)]
    [InlineData("oʻ ў ö ō õ ӯ ұ ŭ u", "Oʻzbekiston Ўзбекистон Özbekiston Ōzbekiston Õzbekiston Узбекистон", true)]
    [InlineData("o a", "Раҳмон Rahman", true)]
    [InlineData("ы и і ӣ й ij y iy", "Навоий Navoi Navoiy Navoij Навои", true)]
    [InlineData("и у", "Тимур Темір", false)]
    [InlineData("ё yo e ö", "Фёдор Fyodor Федор", true)]
    [InlineData("ye e", "Yerlan Erlan Ерлан Эрлан", true)]
    [InlineData("ю ü yu", "Сүлейменов Сюлейменов Syuleymenov Süleimenov", true)]
    [InlineData("я ä ya", "Жәмилә Жамиля Jamilya Jämilä", true)]
    [InlineData("ng ң n ñ ň", "Teңіз Teңiz Tengiz Teñiz Teňiz Teniz", true)]
    [InlineData("w v u", "Уәлиханов Valikhanov Walihanov", true)]
    [InlineData("w nothing", "Уәли Әли", false)]
    [InlineData("g ğ gh", "Гафуров Gʻafurov Ğafurov Ghafurov Ғафуров", true)]
    [InlineData("g k", "Gurban Kurban", false)]
    [InlineData("-ov -ow -off", "Karimov Karimow Karimoff Каримова", true)]
    [InlineData("a last d, z, b; double letters", "Muhammed Muhamet Мухаммед Muhammet", true)]
    [InlineData("p f", "Farhod Parhod", false)]
    [InlineData("b v", "Бахтиёр Вахтиёр", false)]
    [InlineData("a e", "Karimov Kerimov", false)]
    [InlineData("a u", "Marat Murat", false)]
    [InlineData("ө ы", "Сөрбас Сырбас", false)]
    [InlineData("ья ья iya ia", "Дарья Darya Daria Дария", true)]
    [InlineData("ьев iev yev", "Васильев Vasilyev Vasiliev", true)]
    [InlineData("Arabic letters", "Раҳмон رحمان Rakhmon", true)]
    [InlineData("Uyghur letters", "Ürümchi ئۈرۈمچی Урумчи", true)]
    [InlineData("one consonant in Arabic letters", "Ену عینی", false)]
    [InlineData("е for ё after и", "Бахтиер Бахтиёр Bakhtiyor Bakhtiyar", true)]
    [InlineData("but -иев", "Зиев Зиов", false)]
    [InlineData("a last h", "Насрулла Nasrullah Насруллоҳ", true)]
    [InlineData("German sch", "Олжас Olschas", true)]
    [InlineData("the first vowel", "Песков Псков", false)]
    [InlineData("a left out", "Рыбакина Рыбкина", false)]
    public void A_class_of_spellings_is_one_name_or_two(string letters, string names, bool one)
    {
        var words = NameFolding.Fold(names, null);
        foreach (var other in words.Skip(1)) Assert.True(NamePairs.Same(words[0], other) == one, $"{letters}: {words[0].Surface} and {other.Surface}");
    }

    [Fact]
    public void A_short_name_allows_less_than_a_long_one() =>
        Assert.Equal([.15, .2, .7, 1.0, 1.25, 1.25], new[] { "t", "tk", "@tkv", "tkvr", "tkvrs", "@tkvrst" }.Select(NameKey.LimitOf));

    [Fact]
    public void A_cost_is_the_same_from_both_sides_and_nothing_for_itself()
    {
        var (one, other) = (NameKey.Of("rahmon"), NameKey.Of("rahman"));
        Assert.Equal(.25, one.Cost(other), 6);
        Assert.Equal(.25, other.Cost(one), 6);
        Assert.Equal(0, one.Cost(one));
        Assert.Equal(NameKey.Never, one.Cost(NameKey.Of("rahmen")), 6);
        Assert.Equal(double.PositiveInfinity, one.Cost(NameKey.Of("karmon")));
    }
}
