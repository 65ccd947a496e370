using Chapar.Text;

namespace Chapar.Tests.Text;

/// <summary>Dates, numbers and counting by language, held to CLDR 44; Russian has the weekday last, Uzbek as the press writes (study of languages, section 11), Tajik with the izafet and months small.</summary>
public class DatesTests
{
    static readonly DateTime moment = new(2026, 11, 26, 8, 5, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("en", "26 November 2026", "thursday, 26 November 2026", "26 November 2026, 14:05 (UTC+6)", "26 November, 14:05", "November 2026")]
    [InlineData("ru", "26 ноября 2026", "26 ноября 2026, четверг", "26 ноября 2026, 14:05 (UTC+6)", "26 ноября, 14:05", "Ноябрь 2026")]
    [InlineData("kk", "2026 ж. 26 қараша", "2026 ж. 26 қараша, бейсенбі", "2026 ж. 26 қараша, 14:05 (UTC+6)", "26 қараша, 14:05", "2026 ж. қараша")]
    [InlineData("ky", "2026-ж., 26-ноябрь", "2026-ж., 26-ноябрь, бейшемби", "2026-ж., 26-ноябрь, 14:05 (UTC+6)", "26-ноябрь, 14:05", "2026-ж. ноябрь")]
    [InlineData("uz", "2026-yil 26-noyabr", "2026-yil 26-noyabr, payshanba", "2026-yil 26-noyabr, 14:05 (UTC+6)", "26-noyabr, 14:05", "2026-yil noyabr")]
    [InlineData("tg", "26 ноябри 2026", "панҷшанбе, 26 ноябри 2026", "26 ноябри 2026, 14:05 (UTC+6)", "26 ноябри, 14:05", "Ноябри 2026")]
    [InlineData("tk", "26 noýabr 2026", "26 noýabr 2026, penşenbe", "26 noýabr 2026, 14:05 (UTC+6)", "26 noýabr, 14:05", "Noýabr 2026")]
    public void A_date_is_written_as_the_language_writes_it(string language, string day, string withWeekday, string whole, string brief, string month)
    {
        var dates = new Dates(Words.In(language), TimeZoneInfo.FindSystemTimeZoneById("Asia/Bishkek"));
        // A line of its own may begin with a capital.
        var today = dates.Today(moment);
        Assert.Equal((day, withWeekday, whole, brief, month), (dates.Day(moment), today[..1].ToLowerInvariant() + today[1..], dates.Moment(moment), dates.Brief(moment, moment.AddDays(3)), dates.Month(2026, 11)));
    }

    [Theory]
    [InlineData("en", "Thursday, 26 November")]
    [InlineData("ru", "26 ноября, четверг")]
    [InlineData("kk", "26 қараша, бейсенбі")]
    [InlineData("ky", "26-ноябрь, бейшемби")]
    [InlineData("uz", "26-noyabr, payshanba")]
    [InlineData("tg", "панҷшанбе, 26 ноябри")]
    [InlineData("tk", "26 noýabr, penşenbe")]
    public void A_day_of_the_plan_is_written_as_the_language_writes_it(string language, string day) =>
        Assert.Equal(day, new Dates(Words.In(language), TimeZoneInfo.Utc).DayInYear(new DateOnly(2026, 11, 26)));

    [Fact]
    public void Months_and_weekdays_are_small_within_a_date_but_in_English()
    {
        foreach (var language in Languages.All.Where(l => l != "en"))
        {
            var words = Words.In(language);
            Assert.Equal((12, 12, 7), (words.Months.Count, words.MonthsAlone.Count, words.Weekdays.Count));
            Assert.All(words.Months, month => Assert.Equal(month.ToLowerInvariant(), month));
        }
    }

    [Theory]
    [InlineData("en", "1,234,567")]
    [InlineData("ru", "1\u00A0234\u00A0567")]
    [InlineData("kk", "1\u00A0234\u00A0567")]
    [InlineData("ky", "1\u00A0234\u00A0567")]
    [InlineData("uz", "1\u00A0234\u00A0567")]
    [InlineData("tg", "1\u00A0234\u00A0567")]
    [InlineData("tk", "1\u00A0234\u00A0567")]
    public void Thousands_stand_apart_by_what_does_not_break(string language, string number) => Assert.Equal(number, Words.In(language).Number(1_234_567));

    /// <summary>CLDR 44, plurals.xml: Russian one, few, many; the others one form after a number, whatever it is.</summary>
    [Theory]
    [InlineData(1, "one")]
    [InlineData(21, "one")]
    [InlineData(101, "one")]
    [InlineData(2, "few")]
    [InlineData(24, "few")]
    [InlineData(0, "many")]
    [InlineData(5, "many")]
    [InlineData(11, "many")]
    [InlineData(12, "many")]
    [InlineData(14, "many")]
    [InlineData(111, "many")]
    [InlineData(1_000_000, "many")]
    public void Russian_counts_in_three_forms(long number, string form)
    {
        var words = Words.In("ru");
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, words[$"search-found.{form}"], words.Number(number)), words.Count("search-found", number));
    }

    [Fact]
    public void The_languages_of_the_region_have_one_form_after_a_number()
    {
        foreach (var language in new[] { "kk", "ky", "uz", "tg", "tk" })
        {
            var words = Words.In(language);
            foreach (var key in words.Keys.Where(key => key.EndsWith(".one", StringComparison.Ordinal)).Select(key => key[..^4]))
                Assert.Equal(words[key + ".other"], words[key + ".one"]);
        }
    }
}
