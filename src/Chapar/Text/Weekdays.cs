using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.Text;

/// <summary>A weekday and a date that contradict each other.</summary>
/// <param name="Said">The words of the text: "Monday, 24 November".</param>
/// <param name="Is">The weekday that date has.</param>
public sealed record WrongWeekday(string Said, DayOfWeek Is);

/// <summary>Weekdays beside dates in English and Russian texts, compared with the calendar.</summary>
public static partial class Weekdays
{
    static readonly string[] English = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    // The beginnings that all cases of the word share.
    static readonly string[] Russian = ["воскресень", "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот"];

    static readonly string[] EnglishMonths = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    static readonly string[] RussianMonths = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <param name="text">Plain text.</param>
    /// <param name="today">A date without a year is the one nearest to this day.</param>
    public static IEnumerable<WrongWeekday> Contradictions(string text, DateOnly today)
    {
        foreach (Match match in Dates().Matches(text))
        {
            if (Weekday(match.Groups["weekday"].Value) is not { } said || Date(match, today) is not { } date || date.DayOfWeek == said) continue;
            yield return new WrongWeekday(match.Value, date.DayOfWeek);
        }
    }

    static DayOfWeek? Weekday(string word)
    {
        word = word.ToLowerInvariant();
        var day = Array.IndexOf(English, word);
        if (day < 0) day = Array.FindIndex(Russian, start => word.StartsWith(start, StringComparison.Ordinal));
        return day < 0 ? null : (DayOfWeek)day;
    }

    static DateOnly? Date(Match match, DateOnly today)
    {
        var name = match.Groups["month"].Value.ToLowerInvariant();
        var month = Math.Max(Array.IndexOf(EnglishMonths, name), Array.IndexOf(RussianMonths, name)) + 1;
        var day = int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture);
        var years = match.Groups["year"] is { Success: true } year ? [int.Parse(year.Value, CultureInfo.InvariantCulture)] : new[] { today.Year - 1, today.Year, today.Year + 1 };
        DateOnly[] dates = [.. years.Where(y => y is >= 1 and <= 9999 && day >= 1 && day <= DateTime.DaysInMonth(y, month)).Select(y => new DateOnly(y, month, day))];
        return dates.Length == 0 ? null : dates.MinBy(d => Math.Abs(d.DayNumber - today.DayNumber));
    }

    [GeneratedRegex("""
        \b(?<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day|понедельник\w*|вторник\w*|сред[аеуы]|четверг\w*|пятниц\w*|суббот\w*|воскресень\w*),?\s+
        (?:(?:the\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?<month>january|february|march|april|may|june|july|august|september|october|november|december|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)
        |(?<month>january|february|march|april|may|june|july|august|september|october|november|december)\s+(?<day>\d{1,2})(?:st|nd|rd|th)?)\b
        (?:,?\s+(?<year>\d{4})\b)?
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Dates();
}
