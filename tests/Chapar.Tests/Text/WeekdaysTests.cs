using Chapar.Text;

namespace Chapar.Tests.Text;

public class WeekdaysTests
{
    /// <summary>A Tuesday.</summary>
    static readonly DateOnly Today = new(2026, 11, 24);

    [Theory]
    [InlineData("en", "It rose on Monday, 24 November 2026.", "Monday, 24 November 2026 is Tuesday")]
    [InlineData("en", "on Friday November 27th", "")]
    [InlineData("en", "on Thursday, November 27, 2026", "Thursday, November 27, 2026 is Friday")]
    [InlineData("ru", "во вторник, 24 ноября, вода поднялась", "")]
    [InlineData("ru", "в среду 24 ноября вода поднялась", "среду 24 ноября is Tuesday")]
    [InlineData("ru", "на воскресенье, 1 января 2027 года", "воскресенье, 1 января 2027 is Friday")]
    [InlineData("en", "Friday, 1 January", "")]
    [InlineData("en", "Monday, 30 February 2026, the 24 of them", "")]
    [InlineData("kk", "Сейсенбі, 24 қарашада су көтерілді.", "")]
    [InlineData("kk", "Дүйсенбі күні, 24 қарашада су көтерілді.", "Дүйсенбі күні, 24 қарашада is Tuesday")]
    [InlineData("kk", "2026 жылғы 24 қараша, сәрсенбі күні", "2026 жылғы 24 қараша, сәрсенбі is Tuesday")]
    [InlineData("kk", "24 қараша сейсенбі, 25 қараша сәрсенбі, 26 қараша жұма", "26 қараша жұма is Thursday")]
    [InlineData("ky", "Шейшемби күнү, 24-ноябрда суу көтөрүлдү.", "")]
    [InlineData("ky", "2026-жылдын 24-ноябрында, бейшембиде суу көтөрүлдү.", "2026-жылдын 24-ноябрында, бейшембиде is Tuesday")]
    [InlineData("ky", "Ишемби, 24-ноябрь", "Ишемби, 24-ноябрь is Tuesday")]
    [InlineData("uz", "Seshanba kuni, 24-noyabrda suv ko‘tarildi.", "")]
    [InlineData("uz", "2026-yil 24-noyabr, chorshanba kuni", "2026-yil 24-noyabr, chorshanba is Tuesday")]
    [InlineData("uz", "Shanba, 3-oktabr", "")]
    [InlineData("uz", "Якшанба куни, 24 ноябрда сув кўтарилди.", "Якшанба куни, 24 ноябрда is Tuesday")]
    [InlineData("uz", "сешанба, 24 ноябр", "")]
    [InlineData("tg", "Рӯзи сешанбе, 24 ноябри соли 2026 об баланд шуд.", "")]
    [InlineData("tg", "Рӯзи душанбе, 24-уми ноябр об баланд шуд.", "душанбе, 24-уми ноябр is Tuesday")]
    [InlineData("tg", "24 ноябр (панҷшанбе)", "24 ноябр (панҷшанбе is Tuesday")]
    [InlineData("tg", "Душанбе, 24 ноябр. Об баланд шуд. ДУШАНБЕ, 24 ноябр.", "")]
    [InlineData("tk", "Sişenbe güni, 24-nji noýabrda suw galdy.", "")]
    [InlineData("tk", "2026-njy ýylyň 24-nji noýabrynda, anna güni suw galdy.", "2026-njy ýylyň 24-nji noýabrynda, anna is Tuesday")]
    [InlineData("tk", "Çarşenbe, 24-nji noýabr", "Çarşenbe, 24-nji noýabr is Tuesday")]
    [InlineData("tk", "Anna, 24-nji noýabrda", "")]
    public void A_weekday_that_its_date_does_not_have_is_found(string language, string text, string found) =>
        Assert.Equal(found, string.Join("; ", Weekdays.Contradictions(text, language, Today).Select(w => $"{w.Said} is {w.Is}")));

    /// <summary>Any day of the week of each month, in both orders.</summary>
    [Theory]
    [InlineData("kk", "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан")]
    [InlineData("ky", "жекшемби дүйшөмбү шейшемби шаршемби бейшемби жума ишемби", "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь")]
    [InlineData("uz", "yakshanba dushanba seshanba chorshanba payshanba juma shanba", "yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr")]
    [InlineData("uz", "якшанба душанба сешанба чоршанба пайшанба жума шанба", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр")]
    [InlineData("tg", "якшанбе душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр")]
    [InlineData("tk", "ýekşenbe duşenbe sişenbe çarşenbe penşenbe anna şenbe", "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr")]
    public void Every_weekday_and_month_of_a_language_is_known(string language, string days, string months)
    {
        for (var date = Today.AddDays(-180); date < Today.AddDays(180); date = date.AddDays(5))
        {
            string Day(int number) => days.Split(' ')[number % 7];
            var written = $"{date.Day} {months.Split(' ')[date.Month - 1]}";
            var (right, wrong) = (Day((int)date.DayOfWeek), Day((int)date.DayOfWeek + 1));
            Assert.Empty(Weekdays.Contradictions($"{right}, {written}; {written}, {right}", language, Today));
            Assert.Equal([$"{wrong}, {written}", $"{written}, {wrong}"], Weekdays.Contradictions($"{wrong}, {written}; {written}, {wrong}", language, Today).Select(w => w.Said));
        }
    }
}
