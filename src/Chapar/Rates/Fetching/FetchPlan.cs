namespace Chapar.Rates.Fetching;

/// <summary>How a bank's documents are got: where they lie, when it publishes, how its history is read. It stands in the bank's own file.</summary>
public sealed record FetchPlan
{
    /// <summary>What the addresses stand under, with a slash at its end. Settings may name another (a mirror, a test).</summary>
    public required Uri Base { get; init; }

    /// <summary>When a new bulletin is to be expected.</summary>
    public required PublishingWindow Window { get; init; }

    /// <summary>How many days ahead of its publication a bulletin is valid: 0 for the same day, 1 for the next. The bulletin of a day is in
    /// when one for that many days ahead, or later, is there.</summary>
    public required int DaysAhead { get; init; }

    /// <summary>The documents that have what is in force and what comes next, when it is this day at the bank.</summary>
    public required Func<DateOnly, IReadOnlyList<FetchAddress>> Latest { get; init; }

    /// <summary>The documents that together have every day of a stretch, both ends included, the oldest first.</summary>
    public required Func<DateOnly, DateOnly, IEnumerable<FetchAddress>> History { get; init; }

    /// <summary>The first day of the bank's archive.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Between two requests, when there are several.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Asked for a day without a rate, the bank answers with the last one before it, under that one's own date. Where it is not so,
    /// another day than asked for is a wrong document.</summary>
    public bool AnswersWithLastBefore { get; init; }

    /// <summary>404 for a day's file means that nothing was published, and is no failure.</summary>
    public bool NotFoundIsNoPublication { get; init; }
}

/// <summary>The hours, by the bank's own clock, in which it is asked until the new bulletin is in.</summary>
/// <param name="OnWeekends">Whether Saturday and Sunday have it too.</param>
public sealed record PublishingWindow(TimeOnly From, TimeOnly To, bool OnWeekends = false)
{
    public bool IsOn(DateOnly day) => OnWeekends || day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
}

/// <summary>One document of a bank.</summary>
/// <param name="Path">Under <see cref="FetchPlan.Base"/>, with its query.</param>
/// <param name="From">The first day asked for; null where the address says none.</param>
/// <param name="To">The last day asked for.</param>
/// <param name="IsHistory">A document of many days, which may be larger.</param>
public sealed record FetchAddress(string Path, DateOnly? From = null, DateOnly? To = null, bool IsHistory = false)
{
    /// <summary>The last word of the path, under which the document is kept.</summary>
    public string FileName => Path.Split('?')[0].TrimEnd('/').Split('/')[^1];

    /// <summary>The document of one day.</summary>
    public static FetchAddress Of(DateOnly day, string path) => new(path, day, day);

    /// <summary>One document for each day.</summary>
    public static IEnumerable<FetchAddress> Daily(DateOnly from, DateOnly to, Func<DateOnly, string> path)
    {
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
            yield return Of(day, path(day));
    }

    /// <summary>For each calendar year, one document a currency: every day of a year is complete before the next begins.</summary>
    public static IEnumerable<FetchAddress> Yearly<T>(DateOnly from, DateOnly to, IEnumerable<T> currencies, Func<T, DateOnly, DateOnly, string> path)
    {
        for (DateOnly start = from; start <= to; start = new(start.Year + 1, 1, 1))
        {
            DateOnly last = new(start.Year, 12, 31), end = last < to ? last : to;
            foreach (T currency in currencies)
                yield return new(path(currency, start, end), start, end, IsHistory: true);
        }
    }
}
