using System.Globalization;
using System.Text;

namespace Chapar.Reader.Markets;

/// <summary>A value and the days it was in force: from <paramref name="From"/> to the day before <paramref name="Until"/>.</summary>
public readonly record struct ValueSpan(DateOnly From, DateOnly Until, decimal Value);

/// <summary>The line of an SVG path that goes in steps, as official rates do: level while a value is in force, never sloping, broken where
/// nothing is known.</summary>
public static class StepPath
{
    /// <summary>The path in a box of <paramref name="width"/> whole units; many values in one unit are drawn from the lowest to the highest of them.</summary>
    /// <param name="spans">The oldest first, without overlaps.</param>
    /// <param name="first">The day at the left edge.</param>
    /// <param name="last">The day at the right edge.</param>
    /// <param name="width">Units of the box.</param>
    /// <param name="height">Where a value lies, from the top.</param>
    public static string Of(IEnumerable<ValueSpan> spans, DateOnly first, DateOnly last, int width, Func<decimal, int> height)
    {
        StringBuilder path = new();
        DateOnly until = DateOnly.MinValue;
        int x = -1, y = -1, low = 0, high = 0;
        foreach (ValueSpan span in spans)
        {
            int at = Along(span.From, first, last, width), level = height(span.Value);
            if (span.From != until)
            {
                EndColumn();
                path.Append(CultureInfo.InvariantCulture, $"M{at} {level}");
                (low, high) = (level, level);
            }
            else if (at == x)
            {
                (low, high) = (Math.Min(low, level), Math.Max(high, level));
            }
            else
            {
                EndColumn();
                if (level != y)
                    path.Append(CultureInfo.InvariantCulture, $"V{level}");
                (low, high) = (level, level);
            }
            (x, y, until) = (at, level, span.Until);
        }
        EndColumn();
        return path.ToString();

        // What moved within one column shows as its whole reach; then the line goes on to the end of the last value.
        void EndColumn()
        {
            if (x < 0)
                return;
            if (low != high)
                path.Append(CultureInfo.InvariantCulture, $"V{low}V{high}V{y}");
            int end = Along(until, first, last, width);
            if (end > x)
                path.Append(CultureInfo.InvariantCulture, $"H{end}");
        }
    }

    /// <summary>Where a day begins, from the left.</summary>
    public static int Along(DateOnly day, DateOnly first, DateOnly last, int width) =>
        (int)Math.Round((double)width * (day.DayNumber - first.DayNumber) / (last.DayNumber + 1 - first.DayNumber));
}
