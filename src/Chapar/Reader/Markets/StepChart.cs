using System.Globalization;
using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Reader.Markets;

/// <summary>A mark of an axis.</summary>
/// <param name="At">In hundredths of the chart's width or height: its place holds at any size of the screen.</param>
/// <param name="IsMinor">Left out where there is little room.</param>
public sealed record ChartTick(string Text, string At, bool IsMinor = false);

/// <summary>A stretch of days of which nothing is known.</summary>
public sealed record ChartGap(int X, int Width);

/// <summary>The chart of a pair as SVG that needs neither script nor styles of its own: steps, gaps as gaps, a labelled axis that does not begin at zero.</summary>
/// <param name="Path">The line, in a box of 1000 x 1000.</param>
/// <param name="Values">Marks of the values, the lowest first.</param>
/// <param name="Times">Marks of the days.</param>
public sealed record StepChart(string Path, IReadOnlyList<ChartGap> Gaps, IReadOnlyList<ChartTick> Values, IReadOnlyList<ChartTick> Times)
{
    /// <summary>Units of the box, and where in it the highest and the lowest value may lie: under them stand the days.</summary>
    public const int Box = 1000, Top = 70, Bottom = 850;

    static readonly decimal[] roundSteps = [0.2m, 0.25m, 0.5m, 1m, 2m, 2.5m, 5m];

    /// <param name="history">What is drawn.</param>
    /// <param name="units">For how many units of the first money the axis tells its values.</param>
    /// <param name="words">Of the page.</param>
    public static StepChart Of(PairHistory history, int units, Words words)
    {
        if (history.Lowest is not { } lowest || history.Highest is not { } highest) return new("", [], [], []);
        var spans = history.Spans().Select(s => new ValueSpan(s.Step.Day, s.Until, s.Step.UnitValue)).ToList();
        var (low, high) = (lowest.UnitValue, highest.UnitValue);
        // A rate that never moved is a level line in the middle.
        if (low == high) (low, high) = (low * 0.99m, high * 1.01m);
        // Places on a screen need no exact arithmetic, and there are eleven thousand of them in thirty years.
        var (top, scale) = ((double)high, (Bottom - Top) / (double)(high - low));
        int Height(decimal value) => (int)Math.Round(Top + (top - (double)value) * scale);

        List<ChartGap> gaps = [];
        for (var i = 1; i < spans.Count; i++)
            if (spans[i].From != spans[i - 1].Until) gaps.Add(Gap(spans[i - 1].Until, spans[i].From));
        if (spans[0].From > history.From) gaps.Insert(0, Gap(history.From, spans[0].From));
        if (spans[^1].Until <= history.To) gaps.Add(Gap(spans[^1].Until, history.To.AddDays(1)));
        return new(StepPath.Of(spans, history.From, history.To, Box, Height), gaps, [.. Marks(low * units, high * units).Select(m => new ChartTick(m.Text(words.Language), Hundredths(Height(m.Value / units))))],
            TimeAxis.Of(history.From, history.To, words));

        ChartGap Gap(DateOnly from, DateOnly until)
        {
            var x = StepPath.Along(from, history.From, history.To, Box);
            return new(x, StepPath.Along(until, history.From, history.To, Box) - x);
        }
    }

    /// <summary>Two to five round values between the lowest and the highest.</summary>
    static IEnumerable<(decimal Value, Func<string, string> Text)> Marks(decimal low, decimal high)
    {
        decimal power = 1;
        while (power > high - low) power /= 10;
        while (power * 10 <= high - low) power *= 10;
        // The first of these steps that leaves no more than five marks.
        var step = roundSteps.Select(s => s * power).First(s => Math.Floor(high / s) - Math.Ceiling(low / s) < 5);
        var decimals = step.ToString("0.############", CultureInfo.InvariantCulture).Split('.') is [_, var fraction] ? fraction.Length : 0;
        for (var value = Math.Ceiling(low / step) * step; value <= high; value += step)
        {
            var mark = value;
            yield return (mark, language => RateFormat.Value(mark, decimals, language));
        }
    }

    internal static string Hundredths(int place) => string.Create(CultureInfo.InvariantCulture, $"{place / 10m:0.#}%");
}
