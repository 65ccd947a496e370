using Chapar.Search;
using Chapar.Text;

namespace Chapar.Reader.Finding;

/// <summary>The days that a search is narrowed to, in the zone of the newspaper.</summary>
/// <param name="From">The first one; null for all up to the last.</param>
/// <param name="Before">The day after the last one; null for all from the first one on.</param>
public readonly record struct SearchedDays(DateOnly? From, DateOnly? Before)
{
    /// <summary>Days up to today that a reader who looks for news has in mind.</summary>
    static readonly int[] recent = [1, 7, 30];

    /// <summary>How a whole year, month or day is called; null of other spans.</summary>
    public string? Name(Dates dates)
    {
        if (From is not { } from || Before is not { } before) return null;
        if (from is { Month: 1, Day: 1 } && before.AddYears(-1) == from) return $"{from.Year}";
        if (from.Day == 1 && before.AddMonths(-1) == from) return dates.Month(from.Year, from.Month);
        return before.AddDays(-1) == from ? dates.Day(from) : null;
    }

    /// <summary>Spans of these days that narrow a search further, each with its hits: up to today, then years, or months where all hits are of one year.</summary>
    /// <param name="hits">On which days how many were published.</param>
    /// <param name="isMore">There are older hits that were not counted.</param>
    public IEnumerable<(string Text, SearchedDays Days, int Count)> Narrower(IReadOnlyList<Facet<DateOnly>> hits, bool isMore, DateOnly today, Dates dates, Words words)
    {
        var those = this;
        var spans = hits.Select(hit => Year(hit.Value)).Distinct().ToList();
        // Of one year, and not only because the older ones were not counted.
        if (spans is [var only] && (!isMore || those.Within(only) == those)) spans = [.. hits.Select(hit => Month(hit.Value)).Distinct()];
        return [.. Recent(), .. spans.Select(span => (span.Name(dates)!, those.Within(span), Count(span))).Where(one => one.Item2 != those)];

        int Count(SearchedDays span) => hits.Where(hit => span.Has(hit.Value)).Sum(hit => hit.Count);

        IEnumerable<(string, SearchedDays, int)> Recent()
        {
            var before = 0;
            foreach (var length in recent)
            {
                var span = those.Within(new(today.AddDays(1 - length), null));
                var count = Count(span);
                // A longer one that has no more says nothing.
                if (span == those || count == before) continue;
                yield return (length == 1 ? words["search-today"] : words.Count("search-last-days", length), span, before = count);
            }
        }
    }

    static SearchedDays Year(DateOnly day) => new(new(day.Year, 1, 1), new(day.Year + 1, 1, 1));

    static SearchedDays Month(DateOnly day)
    {
        DateOnly first = new(day.Year, day.Month, 1);
        return new(first, first.AddMonths(1));
    }

    bool Has(DateOnly day) => !(day < From) && !(day >= Before);

    /// <summary>The days that both have.</summary>
    SearchedDays Within(SearchedDays other) =>
        new(From is null || other.From > From ? other.From ?? From : From, Before is null || other.Before < Before ? other.Before ?? Before : Before);
}
