using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.Text;

/// <summary>A weekday and a date that contradict each other.</summary>
/// <param name="Said">The words of the text: "Monday, 24 November".</param>
/// <param name="Is">The weekday that date has.</param>
public sealed record WrongWeekday(string Said, DayOfWeek Is);

/// <summary>Weekdays beside dates in texts of the seven languages, compared with the calendar. Names as in CLDR, Uzbek ones in both scripts.</summary>
public static class Weekdays
{
    /// <summary>Names are the beginnings that all cases of the word share. Sunday and January first; one list more where there are two scripts.</summary>
    sealed class Tongue(string dayNames, string monthNames, Func<string, string, string> dates)
    {
        readonly string[] days = dayNames.Split(' ');
        readonly string[] months = monthNames.Split(' ');

        public Regex Dates { get; } = new(dates(Any(dayNames), Any(monthNames)), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace);

        public DayOfWeek Weekday(string word) => (DayOfWeek)(Of(days, word) % 7);

        /// <summary>January is 1.</summary>
        public int Month(string word) => Of(months, word) % 12 + 1;

        static string Any(string starts) => $"(?:{starts.Replace(' ', '|')})";

        static int Of(string[] starts, string word) => Array.FindIndex(starts, start => word.StartsWith(start, StringComparison.OrdinalIgnoreCase));
    }

    const string EnglishDay = @"(?<day>\d{1,2})(?:st|nd|rd|th)?";

    static readonly FrozenDictionary<string, Tongue> Tongues = new Dictionary<string, Tongue>
    {
        ["en"] = new("sunday monday tuesday wednesday thursday friday saturday", "january february march april may june july august september october november december",
            (days, months) => $@"\b(?<weekday>{days}),?\s+(?:(?:the\s+)?{EnglishDay}\s+(?:of\s+)?(?<month>{months})|(?<month>{months})\s+{EnglishDay})\b(?:,?\s+(?<year>\d{{4}})\b)?"),
        ["ru"] = new("воскресень понедельник вторник сред четверг пятниц суббот", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            (days, months) => $@"\b(?<weekday>{days}\w{{0,3}}),?\s+(?<day>\d{{1,2}})\s+(?<month>{months})\b(?:,?\s+(?<year>\d{{4}})\b)?"),
        ["kk"] = new("жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі", "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан", Joined),
        ["ky"] = new("жекшемби дүйшөмбү шейшемби шаршемби бейшемби жума ишемби", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр", Joined),
        ["uz"] = new("yakshanba dushanba seshanba chorshanba payshanba juma shanba якшанба душанба сешанба чоршанба пайшанба жума шанба",
            "yanvar fevral mart aprel may iyun iyul avgust sent okt noyabr dekabr январ феврал март апрел май июн июл август сентябр октябр ноябр декабр", Joined),
        // With a capital Dushanbe is the city: most stories from there begin with it and the date.
        ["tg"] = new("якшанбе душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе", "январ феврал март апрел май июн июл август сентябр октябр ноябр декабр", (days, months) => Joined($"(?!(?-i:Д|ДУ)){days}", months)),
        // So is Anna a name.
        ["tk"] = new("ýekşenbe duşenbe sişenbe çarşenbe penşenbe anna şenbe", "ýanwar fewral mart aprel maý iýun iýul awgust sentýabr oktýabr noýabr dekabr", (days, months) => Joined($"(?!(?-i:A)){days}", months)),
    }.ToFrozenDictionary();

    /// <summary>
    /// "сейсенбі, 24 қараша", "24-ноябрда, шейшемби күнү", "2026-yil 24-noyabr, seshanba", "сешанбе, 24-уми ноябри соли 2026",
    /// "2026-njy ýylyň 24-nji noýabry, sişenbe": words of all cases, the weekday before or after.
    /// </summary>
    static string Joined(string days, string months)
    {
        var date = $@"(?:(?<year>\d{{4}})(?:-\p{{L}}{{2,4}})?[\s-]*(?:жыл|йил|yil|ýyl)\p{{L}}*[\s,]*)?(?<!\d)(?<day>\d{{1,2}})(?:-\p{{L}}{{2,3}})?[\s-]+(?<month>{months}\p{{L}}{{0,7}})\b(?:,?\s+(?:соли\s+)?(?<year>\d{{4}})\b)?";
        var weekday = $@"\b(?<weekday>{days}\p{{L}}{{0,6}})\b";
        return $@"{weekday}(?:\s+(?:күн|кун|kun|gün)\p{{L}}*)?,?\s+{date}|{date},?\s+\(?{weekday}";
    }

    /// <param name="text">Plain text.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="today">A date without a year is the one nearest to this day.</param>
    public static IEnumerable<WrongWeekday> Contradictions(string text, string language, DateOnly today)
    {
        if (!Tongues.TryGetValue(language, out var tongue)) yield break;
        foreach (Match match in tongue.Dates.Matches(text))
            if (Date(match, tongue, today) is { } date && date.DayOfWeek != tongue.Weekday(match.Groups["weekday"].Value))
                yield return new WrongWeekday(match.Value.TrimStart(), date.DayOfWeek);
    }

    static DateOnly? Date(Match match, Tongue tongue, DateOnly today)
    {
        var month = tongue.Month(match.Groups["month"].Value);
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var years = match.Groups["year"] is { Success: true } year ? [int.Parse(year.Value, CultureInfo.InvariantCulture)] : new[] { today.Year - 1, today.Year, today.Year + 1 };
        DateOnly[] dates = [.. years.Where(y => y is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(y, month)).Select(y => new DateOnly(y, month, day))];
        return dates.Length == 0 ? null : dates.MinBy(d => Math.Abs(d.DayNumber - today.DayNumber));
    }
}
