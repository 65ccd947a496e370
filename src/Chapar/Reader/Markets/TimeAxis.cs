using System.Globalization;
using Chapar.Text;

namespace Chapar.Reader.Markets;

/// <summary>The days that stand under a chart: every seventh, the first of every second month, or of years.</summary>
static class TimeAxis
{
    const int ShortSpan = 62, MonthsSpan = 800;

    public static IReadOnlyList<ChartTick> Of(DateOnly from, DateOnly to, Words words)
    {
        string[] months = words["months-short"].Split('|'), alone = words["months-short-alone"].Split('|');
        var length = to.DayNumber - from.DayNumber + 1;
        IEnumerable<(DateOnly Day, string Text)> ticks =
            length <= ShortSpan ? Every(to.AddDays(-3), day => day.AddDays(-7), from).Reverse().Select(d => (d, words.Fill("rates-day-short", d.Day, months[d.Month - 1])))
            : length <= MonthsSpan ? FirstsOfMonths(from, to).Where(d => d.Month % 2 == 1)
                .Select(d => (d, d.Month == 1 ? d.Year.ToString(CultureInfo.InvariantCulture) : alone[d.Month - 1]))
            : FirstsOfMonths(from, to).Where(d => d.Month == 1 && d.Year % YearStep(length) == 0).Select(d => (d, d.Year.ToString(CultureInfo.InvariantCulture)));
        // A label at the very edge would be cut.
        return [.. ticks.Select(t => (t.Text, At: StepPath.Along(t.Day, from, to, StepChart.Box))).Where(t => t.At is >= 20 and <= 955)
            .Select((t, i) => new ChartTick(t.Text, StepChart.Hundredths(t.At), IsMinor: i % 2 == 1))];
    }

    static int YearStep(int days) => (days / 365) switch { > 24 => 5, > 10 => 2, _ => 1 };

    static IEnumerable<DateOnly> Every(DateOnly last, Func<DateOnly, DateOnly> before, DateOnly first)
    {
        for (var day = last; day >= first; day = before(day)) yield return day;
    }

    static IEnumerable<DateOnly> FirstsOfMonths(DateOnly from, DateOnly to)
    {
        for (var day = new DateOnly(from.Year, from.Month, 1); day <= to; day = day.AddMonths(1))
            if (day >= from) yield return day;
    }
}
