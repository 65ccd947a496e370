using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>Thirty days of a rate as a line the size of a word. It says nothing that the figures beside it do not say, so it is hidden from those
/// who listen.</summary>
public static class Sparkline
{
    public const int Width = 80, Height = 20;

    /// <summary>Days it shows.</summary>
    public const int Days = 30;

    /// <summary>The path of a line over the span of a series; empty without values.</summary>
    /// <param name="series">The last weeks of a currency.</param>
    /// <param name="isInverse">Turned round: the value of home money in foreign.</param>
    public static string Of(RateSeries series, bool isInverse = false)
    {
        List<ValueSpan> spans = new(Days + 1);
        var points = series.Opening is { } opening && (series.Points is not [var first, ..] || first != opening) ? [opening, .. series.Points] : series.Points;
        for (var i = 0; i < points.Count; i++)
        {
            var (day, value) = (points[i].EffectiveOn, points[i].UnitValue);
            var until = i + 1 < points.Count ? points[i + 1].EffectiveOn : series.To.AddDays(1);
            // Between documents further apart nothing is known.
            if (until.DayNumber - day.DayNumber > PairHistory.LongestRest) until = day.AddDays(1);
            if (until > series.From) spans.Add(new(day < series.From ? series.From : day, until, isInverse ? 1 / value : value));
        }
        if (spans.Count == 0) return "";
        var (low, high) = (spans[0].Value, spans[0].Value);
        foreach (var span in spans)
            if (span.Value < low) low = span.Value;
            else if (span.Value > high) high = span.Value;
        // Places on a screen need no exact arithmetic.
        var (top, scale) = ((double)high, high == low ? 0 : (Height - 2) / (double)(high - low));
        return StepPath.Of(spans, series.From, series.To, Width, v => high == low ? Height / 2 : (int)Math.Round((top - (double)v) * scale) + 1);
    }
}
