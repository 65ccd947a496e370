using Chapar.Text;

namespace Chapar.Tests.Text;

public class FutureDatesTests
{
    static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("en", "The bridge fell on 25 November 2027.", "25 November 2027")]
    [InlineData("en", "The ministry said on November 25th, 2026 that nobody had been hurt.", "November 25th, 2026")]
    [InlineData("en", "Prices rose after 2027-01-25, and nobody knows why.", "2027-01-25")]
    [InlineData("en", "A photograph of 25.01.2027", "25.01.2027")]
    [InlineData("ru", "Мост обрушился 25 ноября 2027 года, пострадавших нет.", "25 ноября 2027")]
    [InlineData("ru", "25 января 2027 г. в Оше прошли выборы, итоги будут позже.", "25 января 2027")]
    [InlineData("ky", "2027-жылдын 25-январында Ошто көпүрө урады.", "2027-жылдын 25-январында")]
    [InlineData("kk", "2027 жылғы 25 қаңтарда көпір құлап түсті.", "2027 жылғы 25 қаңтарда")]
    [InlineData("uz", "2027-yil 25-yanvarda yangi maktab ochildi.", "2027-yil 25-yanvarda")]
    [InlineData("uz", "2027 йил 25 январда янги мактаб очилди.", "2027 йил 25 январда")]
    [InlineData("tg", "Пул 25 январи соли 2027 хароб шуд.", "25 январи соли 2027")]
    [InlineData("tk", "2027-nji ýylyň 25-nji ýanwarynda köpri ýykyldy.", "2027-nji ýylyň 25-nji ýanwarynda")]
    public void A_date_to_come_is_named_where_the_text_tells_of_what_has_happened(string language, string text, string found) =>
        Assert.Equal(found, string.Join("; ", FutureDates.In(text, language, Today)));

    [Theory]
    [InlineData("en", "The president said that the vote will be held on 25 January 2027.")]
    [InlineData("en", "On 25 January 2027, parliament is to vote.")]
    [InlineData("en", "The law is in force until 2027-01-25.")]
    [InlineData("ru", "Президент сообщил, что выборы состоятся 25 января 2027 года.")]
    [InlineData("ru", "Срок продлили до 25 января 2027 года.")]
    [InlineData("ky", "Шайлоо 2027-жылдын 25-январында өтөт, деп билдирди президент.")]
    [InlineData("kk", "Сайлау 2027 жылғы 25 қаңтарда өтеді.")]
    [InlineData("uz", "Saylov 2027-yil 25-yanvarda bo‘lib o‘tadi.")]
    [InlineData("tg", "Интихобот 25 январи соли 2027 баргузор мешавад.")]
    [InlineData("tk", "Saýlawlar 2027-nji ýylyň 25-nji ýanwarynda geçiriler.")]
    public void What_is_said_to_be_still_to_come_is_left_alone(string language, string text) => Assert.Empty(FutureDates.In(text, language, Today));

    [Theory]
    [InlineData("The bridge fell on 24 November 2026.")]
    [InlineData("The bridge fell on 25 November.")]
    [InlineData("It fell on 31 June 2027, in version 1.2.2027.3 or 2027-13-45.")]
    public void Today_a_date_without_a_year_and_what_is_no_date_are_left_alone(string text) => Assert.Empty(FutureDates.In(text, "en", Today));
}
