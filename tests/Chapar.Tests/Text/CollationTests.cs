using Chapar.Text;

namespace Chapar.Tests.Text;

/// <summary>The order of names by the alphabet of each language (study of languages, section 11; CLDR 44).</summary>
public class CollationTests
{
    [Theory]
    [InlineData("en", "2GIS Almaty aqua Émile Erlan Zürich Алматы")]
    [InlineData("ru", "Алматы Ёлкино Жамбыл Йошкар Қарасу Лондон Ъ Якутск Almaty")]
    [InlineData("ru", "Ежова Ёлкина Ершова")]
    [InlineData("kk-Latn", "Iza İbek")]
    [InlineData("kk", "Абай Әбіш Баян Ғабит Дана Ерлан Қайрат Лаура Наурыз Ңы Омар Өмір Ткаченко Ұлан Үміт Фарида Хан Һан Шымкент Ырыс Іле Эмир Zhanna")]
    [InlineData("ky", "Нарын Ңы Ош Өзгөн Полот Уран Үсөн Фрунзе")]
    [InlineData("uz", "Abdulla Buxoro Dilshod Guliston Namangan Olim Qarshi Samarqand Toshkent Xiva Yangiyer Zarafshon Oʻzbek Gʻijduvon Shahrisabz Chirchiq Алишер")]
    [InlineData("tg", "Гулнора Ғафур Далер Истаравшан Ӣроҷ Йов Кӯлоб Қайроққум Лола Умед Ӯротеппа Фируз Хуҷанд Ҳисор Чор Ҷомӣ Шариф")]
    [InlineData("tk", "Balkan Çärjew Daşoguz Esen Äti Farap Jeren Žan Köneürgenç Nebit Ňy Oguz Öwez Sarahs Şagadam Tejen Uly Ülker Watan Ygdyr Ýolöten Zöhre")]
    [InlineData("kk-Latn", "Abai Äbış Gauhar Ğabit Ilias Japar Nauryz Ñy Omar Ömır Saule Şymkent Tau Ulan Ūlan Ümıt Vera")]
    [InlineData("uz-Cyrl", "Абдулла Гулистон Каримов Уйғун Хива Ярашов Ўзбек Қарши Ғиждувон Ҳамид")]
    public void Names_stand_in_the_order_of_the_alphabet(string tag, string names)
    {
        var ordered = names.Split(' ');
        Assert.Equal(ordered, ordered.Reverse().Order(Collation.In(tag)));
    }

    [Fact]
    public void A_letter_of_two_signs_is_one_whatever_its_apostrophe() =>
        Assert.Equal(["Olim", "Ozod", "Oʻrol", "O‘tkir", "O'g'il"], new[] { "O‘tkir", "Oʻrol", "Ozod", "Olim", "O'g'il" }.Order(Collation.In("uz")));

    [Fact]
    public void A_word_that_ends_comes_first_and_case_decides_last() =>
        Assert.Equal(["Айва", "айва", "Ак-Талаа", "Ак Шыйрак", "Акмола"], new[] { "Акмола", "айва", "Ак Шыйрак", "Айва", "Ак-Талаа" }.Order(Collation.In("ky")));
}
