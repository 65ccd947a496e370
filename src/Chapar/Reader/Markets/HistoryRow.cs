using System.Globalization;
using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>One line of the table under a chart.</summary>
/// <param name="When">A day or a month, in words.</param>
/// <param name="Machine">The same as yyyy-MM-dd or yyyy-MM.</param>
/// <param name="Value">Of the day, or the last of the month.</param>
/// <param name="Change">Against the line before in time; of a month nothing is said.</param>
/// <param name="Low">The lowest of the month; null for a day.</param>
/// <param name="High">The highest of the month; null for a day.</param>
public sealed record HistoryRow(string When, string Machine, string Value, string Change, string? Low, string? High)
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<HistoryRow> Of(PairHistory history, PairFigures figures, bool daily, ReaderPage page)
    {
        var steps = history.Steps;
        if (daily)
            return [.. steps.Select((step, i) => new HistoryRow(page.Dates.Day(step.Day), RateTexts.Machine(step.Day), figures.Value(step),
                figures.Change(i > 0 ? steps[i - 1] : history.Opening is { } opening && opening.Day < step.Day ? opening : null, step), null, null)).Reverse()];
        List<HistoryRow> months = [];
        for (var end = steps.Count; end > 0;)
        {
            var (last, begin) = (steps[end - 1], end - 1);
            var (low, high) = (last, last);
            for (; begin > 0 && steps[begin - 1] is var step && (step.Day.Year, step.Day.Month) == (last.Day.Year, last.Day.Month); begin--)
                (low, high) = (step.UnitValue < low.UnitValue ? step : low, step.UnitValue > high.UnitValue ? step : high);
            months.Add(new(page.Dates.Month(last.Day.Year, last.Day.Month), string.Create(CultureInfo.InvariantCulture, $"{last.Day.Year}-{last.Day.Month:00}"),
                figures.Value(last), "", figures.Value(low), figures.Value(high)));
            end = begin;
        }
        return months;
    }
}
