using Chapar.Articles.Body;
using Chapar.Spellings;

namespace Chapar.Tests.Spellings;

/// <summary>Names that stand in no list, and that a story writes in two ways.</summary>
public class OneNameTwoWaysTests
{
    [Theory]
    [InlineData("en", "The minister Zhaparov spoke. Then Japarov left, and Zhaparov’s car with him.", "Japarov for Zhaparov")]
    [InlineData("en", "In Osh, Akayev was met by Muhammed. “Akaev is here,” said Mukhammed.", "Akaev for Akayev; Mukhammed for Muhammed")]
    [InlineData("en", "Sergey came, and Sergei went.", "Sergei for Sergey")]
    [InlineData("ru", "Министр Жапаров выступил. Вопросы задали Джапарову.", "Джапарову for Жапаров")]
    [InlineData("ru", "Встреча с Сыдыковым. Премьер Сыдыков говорил, Сидыкова ждали.", "Сидыкова for Сыдыковым")]
    [InlineData("ky", "Министр Жапаровдун сөзү. Журналисттер Джапаровго суроо берди.", "Джапаровго for Жапаровдун")]
    [InlineData("kk", "Министр Сейтқанов сөйледі, сосын Сейтканов кетті.", "Сейтканов for Сейтқанов")]
    [InlineData("uz", "Vazir Jo‘rayev gapirdi, keyin Joʻrayevga savol berildi.", "")]
    [InlineData("uz", "Vazir Xudoyberdi gapirdi, keyin Khudoyberdi ketdi.", "Khudoyberdi for Xudoyberdi")]
    [InlineData("tg", "Вазир Ҷӯраев гуфт, баъд Чураев рафт.", "Чураев for Ҷӯраев")]
    [InlineData("tk", "Ministr Gurbanow geldi, soň Gurbanov gitdi.", "Gurbanov for Gurbanow")]
    public void A_name_in_two_ways_is_found_in_its_cases_too(string language, string text, string found) => Assert.Equal(found, Found(language, text));

    [Theory]
    [InlineData("en", "The poet Marat met Murat and Karimov met Kerimov.")]
    [InlineData("en", "Centres open. The Centers of Disease Control watch the centers.")]
    [InlineData("en", "Zhaparov came. Zhaparov’s car waited for Zhaparov.")]
    [InlineData("ru", "Каримов и Каримова, Жапаров с Жапаровым, Асанов и Асанова.")]
    [InlineData("ru", "Сергей пришёл, Сергея ждали, с Сергеем говорили.")]
    public void Two_people_plain_words_and_the_cases_of_one_name_are_let_stand(string language, string text) => Assert.Equal("", Found(language, text));

    [Fact]
    public void What_the_list_of_the_house_tells_is_not_told_twice() =>
        Assert.Empty(OneNameTwoWays.In(Lines("en", "The minister Zhaparov spoke. Then Japarov left."), "en", word => word == "Japarov"));

    static string Found(string language, string text) =>
        string.Join("; ", OneNameTwoWays.In(Lines(language, text), language, _ => false).Select(pair => $"{pair.Other.Written} for {pair.Usual.Written}"));

    static IEnumerable<TextLine> Lines(string language, string text) => TextLine.Of("", "", new BodyTree([new Paragraph([new TextRun(text)])]), language);
}
