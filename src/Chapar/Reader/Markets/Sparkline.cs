using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>Thirty days of a rate as a line the size of a word. It says nothing that the figures beside it do not say, so it is hidden from those
/// who listen.</summary>
public static class Sparkline
{
    public const int Width = 80, Height = 20;

    /// <summary>Days it shows.</summary>
    public const int Days = 30;

    /// <summary>The path of a line; empty without values.</summary>
    /// <param name="points">The oldest first; the first may lie before <paramref name="to"/> minus <see cref="Days"/>.</param>
    /// <param name="to">The last day.</param>
    /// <param name="isInverse">Turned round: the value of home money in foreign.</param>
    public static string Of(IReadOnlyList<RecentValue> points, DateOnly to, bool isInverse = false)
    {
        var from = to.AddDays(1 - Days);
        List<ValueSpan> spans = [];
        for (var i = 0; i < points.Count; i++)
        {
            var until = i + 1 < points.Count ? points[i + 1].Day : to.AddDays(1);
            if (until.DayNumber - points[i].Day.DayNumber > PairHistory.LongestRest && i + 1 < points.Count) until = points[i].Day.AddDays(1);
            if (until <= from || points[i].Day > to) continue;
            spans.Add(new(points[i].Day < from ? from : points[i].Day, until, isInverse ? 1 / points[i].UnitValue : points[i].UnitValue));
        }
        if (spans.Count == 0) return "";
        var (low, high) = (spans.Min(s => s.Value), spans.Max(s => s.Value));
        return StepPath.Of(spans, from, to, Width, v => high == low ? Height / 2 : (int)Math.Round((high - v) / (high - low) * (Height - 2)) + 1);
    }
}
