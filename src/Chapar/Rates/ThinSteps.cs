namespace Chapar.Rates;

/// <summary>Collects the steps of a history. Of days long ago only what a chart of many years can show is kept: of each half month the first value, the
/// lowest, the highest and the last, and both ends of a gap. The mean is of all.</summary>
/// <param name="wholeFrom">From this day on every step is kept.</param>
/// <param name="opening">The value in force before the first step; null when none is known.</param>
/// <param name="from">The day from which the opening counts.</param>
sealed class ThinSteps(DateOnly wholeFrom, PairStep? opening, DateOnly from)
{
    readonly record struct Seen(DateOnly Day, decimal UnitValue, RatePoint? Row, bool IsAfterGap)
    {
        public PairStep Step => new(Day, UnitValue, Row, IsAfterGap);
    }

    readonly List<PairStep> steps = [];

    // Of the half month that is being read.
    Seen first, low, high, last;
    bool isOpen;

    // The value that is in force while the next one is awaited, and since when.
    DateOnly? since = opening is null ? null : from;
    decimal inForce = opening?.UnitValue ?? 0, sum;
    int days;

    public void Add(DateOnly day, decimal unitValue, RatePoint? row, bool isAfterGap)
    {
        Count(isAfterGap ? since?.AddDays(1) : day);
        (since, inForce) = (day, unitValue);
        Seen step = new(day, unitValue, row, isAfterGap);
        if (isOpen && (isAfterGap || day >= wholeFrom || HalfOf(day) != HalfOf(first.Day)))
            Close();
        if (day >= wholeFrom)
        {
            steps.Add(step.Step);
            return;
        }
        if (!isOpen)
            (isOpen, first, low, high) = (true, step, step, step);
        // The last of equal ones, as everywhere.
        if (unitValue <= low.UnitValue)
            low = step;
        if (unitValue >= high.UnitValue)
            high = step;
        last = step;
    }

    /// <summary>All that were kept, the oldest first.</summary>
    public IReadOnlyList<PairStep> Done()
    {
        if (isOpen)
            Close();
        return steps;
    }

    /// <summary>The mean of all days, each with the value in force on it; null when nothing is known.</summary>
    /// <param name="until">By the day of the last value, the day after the last one on which it is in force.</param>
    public decimal? Mean(Func<DateOnly, DateOnly> until)
    {
        if (since is { } day)
            Count(until(day));
        return days == 0 ? null : sum / days;
    }

    void Count(DateOnly? until)
    {
        if (since is not { } day || until is not { } end)
            return;
        sum += inForce * (end.DayNumber - day.DayNumber);
        days += end.DayNumber - day.DayNumber;
        since = null;
    }

    void Close()
    {
        isOpen = false;
        (Seen early, Seen late) = low.Day <= high.Day ? (low, high) : (high, low);
        foreach (Seen step in (ReadOnlySpan<Seen>)[first, early, late, last])
            if (steps.Count == 0 || steps[^1].Day < step.Day)
                steps.Add(step.Step);
    }

    static int HalfOf(DateOnly day) => (((day.Year * 12) + day.Month) * 2) + (day.Day > 15 ? 1 : 0);
}
