using Chapar.Database;

namespace Chapar.Rates;

/// <summary>One value of a pair, in force from its day until the next step.</summary>
/// <param name="Day">The day it is valid from.</param>
/// <param name="UnitValue">Of one unit of the first money, in the second; not rounded.</param>
/// <param name="Row">The bank's own row where it printed exactly this pair; null for an inverse or a cross.</param>
/// <param name="IsAfterGap">True when the banks' documents of the days before it are missing: nothing is known of them.</param>
public sealed record PairStep(DateOnly Day, decimal UnitValue, RatePoint? Row, bool IsAfterGap);

/// <summary>What one money was worth in another over a span of days, whichever way the banks' rows lead from one to the other.</summary>
/// <param name="Rate">Today's value, and the way it is made; all steps are made the same way.</param>
/// <param name="From">First day of the span.</param>
/// <param name="To">Last day of the span.</param>
/// <param name="Opening">The value in force when the span begins, of that day or an earlier one; null when none is known.</param>
/// <param name="Steps">Those that begin within the span, the oldest first.</param>
public sealed record PairHistory(CrossRate Rate, DateOnly From, DateOnly To, PairStep? Opening, IReadOnlyList<PairStep> Steps)
{
    /// <summary>Longer than any bank rests: the Bank of Russia closes for ten days in January, Nowruz and Kurban Ait take a week.</summary>
    public const int LongestRest = 16;

    /// <summary>The opening, as from the first day, and the steps.</summary>
    public IEnumerable<PairStep> All => Opening is null ? Steps : Steps is [{ } first, ..] && first.Day == From ? Steps : [Opening with { Day = From }, .. Steps];

    /// <summary>The value of today, or of the last documents: of the day of the oldest row it is made from.</summary>
    public PairStep Now => new(Rate.EffectiveOn, Rate.UnitValue, Rate.IsPublished ? Rate.Legs[0].Row : null, false);

    /// <summary>The highest, on its last such day.</summary>
    public PairStep? Highest => highest ??= All.Aggregate((PairStep?)null, (best, step) => best is null || step.UnitValue >= best.UnitValue ? step : best);

    /// <summary>The lowest, likewise.</summary>
    public PairStep? Lowest => lowest ??= All.Aggregate((PairStep?)null, (best, step) => best is null || step.UnitValue <= best.UnitValue ? step : best);

    // Asked for several times on a page.
    PairStep? highest, lowest;

    /// <summary>The mean over the days, each with the value in force on it; days of a gap do not count. Null when nothing is known.</summary>
    public decimal? Average
    {
        get
        {
            if (mean is not null)
                return mean;
            decimal sum = 0;
            int days = 0;
            foreach ((PairStep step, DateOnly until) in Spans())
            {
                int length = until.DayNumber - step.Day.DayNumber;
                sum += step.UnitValue * length;
                days += length;
            }
            return days == 0 ? null : sum / days;
        }
    }

    // Of all days, where not all their values are among the steps.
    decimal? mean;

    /// <summary>Each value with the day after its last one: the next step's, or before a gap the day after its own.</summary>
    public IEnumerable<(PairStep Step, DateOnly Until)> Spans()
    {
        PairStep? before = null;
        foreach (PairStep step in All)
        {
            if (before is not null)
                yield return (before, Until(before.Day, step));
            before = step;
        }
        if (before is not null)
            yield return (before, Until(before.Day, null));
    }

    /// <summary>Each day of the span with the value in force on it; days of a gap are left out.</summary>
    public IEnumerable<(DateOnly Day, PairStep Step)> Daily()
    {
        foreach ((PairStep step, DateOnly until) in Spans())
            for (DateOnly day = step.Day; day < until; day = day.AddDays(1))
                yield return (day, Steps is [{ } first, ..] && first.Day <= step.Day ? step : Opening!);
    }

    DateOnly Until(DateOnly day, PairStep? next) =>
        next is { IsAfterGap: true } || (next is null && IsOld(day, To) && !Rate.Legs.All(IsPegged)) ? day.AddDays(1) : next?.Day ?? To.AddDays(1);

    static RatePoint? Next(IEnumerator<RatePoint> points) => points.MoveNext() ? points.Current : null;

    static bool IsPegged(CrossLeg leg) => CentralBankOfTurkmenistan.IsPegged(leg.Source, leg.Foreign);

    static bool IsOld(DateOnly day, DateOnly on) => on.DayNumber - day.DayNumber > LongestRest;

    /// <summary>The value in force on a day of the span; null where nothing is known.</summary>
    public PairStep? InForceOn(DateOnly day)
    {
        int after = Behind(day);
        PairStep? step = after > 0 ? Steps[after - 1] : day >= From ? Opening : null;
        return step is not null && day < Until(step.Day < From ? From : step.Day, after < Steps.Count ? Steps[after] : null) ? step : null;
    }

    /// <summary>How many of the steps begin on a day or before it.</summary>
    int Behind(DateOnly day)
    {
        int low = 0, high = Steps.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (Steps[middle].Day <= day)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>The part of it from a day on.</summary>
    public PairHistory Since(DateOnly day) =>
        this with { From = day, Opening = InForceOn(day), Steps = [.. Steps.Skip(Behind(day.AddDays(-1)))], mean = null, highest = null, lowest = null };

    /// <summary>The same from the first day of which anything is known.</summary>
    public PairHistory SinceKnown() => Opening is null && Steps is [{ } first, ..] ? this with { From = first.Day, highest = null, lowest = null } : this;

    /// <summary>The history of a pair as the banks' rows of today lead to it, up to today; null when they do not.</summary>
    /// <param name="db">The database.</param>
    /// <param name="first">ISO 4217 code of the money of which one unit is told, in capitals.</param>
    /// <param name="second">The money it is told in.</param>
    /// <param name="from">First day, told by the last: today at the banks concerned.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="isThin">Only what a chart of many years can show of the years before the last one: see <see cref="ThinSteps"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<PairHistory?> ReadAsync(
        NewsDb db, string first, string second, Func<DateOnly, DateOnly> from, DateTime nowUtc, bool isThin = false, CancellationToken cancellation = default)
    {
        DateOnly latest = RateSources.All.Max(s => s.Today(nowUtc));
        if (first == second || await CrossRate.FindAsync(db, first, second, latest, cancellation) is not { Legs.Count: > 0 } rate)
            return null;
        // Past midnight in Bishkek it is still yesterday in Moscow: a cross of both is of yesterday.
        DateOnly today = rate.Legs.Min(l => l.Source.Today(nowUtc));
        if (today != latest && (rate = await CrossRate.FindAsync(db, first, second, today, cancellation)) is null)
            return null;
        List<RateSeries> series = [];
        foreach (CrossLeg leg in rate.Legs)
            series.Add(await RateHistory.ReadAsync(db, leg.Source, leg.Foreign, from(today), today, cancellation));
        return Of(rate, series, from(today), today, isThin ? today.AddYears(-1).AddMonths(-1) : default);
    }

    /// <summary>The history of a way whose legs have these series.</summary>
    /// <param name="rate">The way, by the rows of the last day.</param>
    /// <param name="series">Of each leg, over the whole span.</param>
    /// <param name="from">First day of the span.</param>
    /// <param name="to">Last day of the span.</param>
    /// <param name="wholeFrom">From this day on all steps, before it only what a chart of many years can show.</param>
    public static PairHistory Of(CrossRate rate, IReadOnlyList<RateSeries> series, DateOnly from, DateOnly to, DateOnly wholeFrom = default)
    {
        CrossLeg[] legs = [.. rate.Legs];
        bool[] isPegged = [.. legs.Select(IsPegged)];
        bool isPublished = rate.IsPublished;
        RatePoint?[] rows = [.. series.Select(s => s.InForceOn(from))];
        // As of its own day: the last on which one of its rows changed.
        PairStep? opening = At(from) is { } then ? new(rows.Max(r => r!.EffectiveOn), then, rate.IsPublished ? rows[0] : null, false) : null;
        bool isKnown = opening is not null, wasKnown = isKnown;
        rows = [.. series.Select(s => s.Opening)];
        IEnumerator<RatePoint>[] coming = [.. series.Select(s => s.Points.GetEnumerator())];
        RatePoint?[] next = [.. coming.Select(Next)];
        ThinSteps steps = new(wholeFrom, opening, from);
        for (DateOnly day = NextDay(); day < DateOnly.MaxValue; day = NextDay())
        {
            // A gap of one leg is one of the whole, and so are days on which one leg is too old.
            bool isAfterGap = Advance(day) || !isKnown;
            decimal? value = At(day);
            if (value is { } known)
                steps.Add(day, known, isPublished ? rows[0] : null, wasKnown && isAfterGap);
            isKnown = value is not null;
            wasKnown |= isKnown;
        }
        PairHistory history = new(rate, from, to, opening, steps.Done());
        history.mean = steps.Mean(day => history.Until(day, null));
        return history;

        // The next day on which any leg has a point.
        DateOnly NextDay()
        {
            DateOnly day = DateOnly.MaxValue;
            foreach (RatePoint? point in next)
                if (point is not null && point.EffectiveOn < day)
                    day = point.EffectiveOn;
            return day;
        }

        // Takes the points of a day; true when the documents of one leg begin again with it after a hole. The fixed manat needs no documents.
        bool Advance(DateOnly day)
        {
            bool isHole = false;
            for (int i = 0; i < next.Length; i++)
            {
                if (next[i] is not { } point || point.EffectiveOn != day)
                    continue;
                isHole |= !isPegged[i] && rows[i] is { } before && IsOld(before.EffectiveOn, day);
                (rows[i], next[i]) = (point, Next(coming[i]));
            }
            return isHole;
        }

        // Null where a leg is not known, or so old that documents of the days before are missing.
        decimal? At(DateOnly day)
        {
            for (int i = 0; i < rows.Length; i++)
                if (rows[i] is not { } row || (!isPegged[i] && IsOld(row.EffectiveOn, day)))
                    return null;
            return isPublished ? rows[0]!.UnitValue : CrossRate.Times(1, legs, rows!);
        }
    }
}
