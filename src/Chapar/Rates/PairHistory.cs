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
/// <param name="Opening">The value in force when the span begins; null when none is known.</param>
/// <param name="Steps">Those that begin within the span, the oldest first.</param>
public sealed record PairHistory(CrossRate Rate, DateOnly From, DateOnly To, PairStep? Opening, IReadOnlyList<PairStep> Steps)
{
    /// <summary>Longer than any bank rests: the Bank of Russia closes for ten days in January, Nowruz and Kurban Ait take a week.</summary>
    public const int LongestRest = 16;

    /// <summary>The opening, as from the first day, and the steps.</summary>
    public IEnumerable<PairStep> All => Opening is null ? Steps : Steps is [{ } first, ..] && first.Day == From ? Steps : [Opening with { Day = From }, .. Steps];

    /// <summary>The value of today, or of the last documents: of the day of the oldest row it is made from.</summary>
    public PairStep Now => new(
        Rate.Legs.Where(l => !IsPegged(l)).Select(l => l.Row.EffectiveOn).DefaultIfEmpty(Rate.Legs[0].Row.EffectiveOn).Min(),
        Rate.UnitValue, Rate.IsPublished ? Rate.Legs[0].Row : null, false);

    /// <summary>The highest, on its last such day.</summary>
    public PairStep? Highest => All.Reverse().MaxBy(s => s.UnitValue);

    /// <summary>The lowest, likewise.</summary>
    public PairStep? Lowest => All.Reverse().MinBy(s => s.UnitValue);

    /// <summary>The mean over the days, each with the value in force on it; days of a gap do not count. Null when nothing is known.</summary>
    public decimal? Average
    {
        get
        {
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

    /// <summary>Each value with the day after its last one: the next step's, or before a gap the day after its own.</summary>
    public IEnumerable<(PairStep Step, DateOnly Until)> Spans()
    {
        PairStep[] all = [.. All];
        for (int i = 0; i < all.Length; i++)
            yield return (all[i], Until(all[i].Day, i + 1 < all.Length ? all[i + 1] : null));
    }

    DateOnly Until(DateOnly day, PairStep? next) =>
        next is { IsAfterGap: true } || (next is null && IsOld(day, To) && !Rate.Legs.All(IsPegged)) ? day.AddDays(1) : next?.Day ?? To.AddDays(1);

    static bool IsPegged(CrossLeg leg) => CentralBankOfTurkmenistan.IsPegged(leg.Source, leg.Foreign);

    static bool IsOld(DateOnly day, DateOnly on) => on.DayNumber - day.DayNumber > LongestRest;

    /// <summary>The value in force on a day of the span; null where nothing is known.</summary>
    public PairStep? InForceOn(DateOnly day) => Spans().FirstOrDefault(s => s.Step.Day <= day && day < s.Until).Step;

    /// <summary>The part of it from a day on.</summary>
    public PairHistory Since(DateOnly day) =>
        this with { From = day, Opening = InForceOn(day), Steps = [.. Steps.Where(s => s.Day >= day)] };

    /// <summary>The history of a pair as the banks' rows of today lead to it, up to today; null when they do not.</summary>
    /// <param name="db">The database.</param>
    /// <param name="first">ISO 4217 code of the money of which one unit is told, in capitals.</param>
    /// <param name="second">The money it is told in.</param>
    /// <param name="from">First day, told by the last: today at the banks concerned.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<PairHistory?> ReadAsync(
        NewsDb db, string first, string second, Func<DateOnly, DateOnly> from, DateTime nowUtc, CancellationToken cancellation = default)
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
        return Of(rate, series, from(today), today);
    }

    /// <summary>The history of a way whose legs have these series.</summary>
    public static PairHistory Of(CrossRate rate, IReadOnlyList<RateSeries> series, DateOnly from, DateOnly to)
    {
        List<PairStep> steps = [];
        // A gap of one leg is one of the whole, and so are days on which one leg is too old.
        HashSet<DateOnly> ends = [.. series.SelectMany(EndsOfGaps)];
        PairStep? opening = At(from);
        bool isKnown = opening is not null, wasKnown = isKnown;
        foreach (DateOnly day in series.SelectMany(s => s.Points).Select(p => p.EffectiveOn).Distinct().Order())
        {
            PairStep? step = At(day);
            if (step is not null)
                steps.Add(step with { IsAfterGap = wasKnown && (ends.Contains(day) || !isKnown) });
            isKnown = step is not null;
            wasKnown |= isKnown;
        }
        return new(rate, from, to, opening, steps);

        PairStep? At(DateOnly day)
        {
            RatePoint?[] rows = [.. series.Select(s => s.InForceOn(day))];
            if (rows.Contains(null))
                return null;
            // With the documents of the days before missing, nothing is known.
            if (rate.Legs.Where((leg, i) => !IsPegged(leg) && IsOld(rows[i]!.EffectiveOn, day)).Any())
                return null;
            CrossRate then = rate with { On = day, Legs = [.. rate.Legs.Select((leg, i) => leg with { Row = rows[i]! })] };
            return new(day, then.UnitValue, then.IsPublished ? rows[0] : null, false);
        }
    }

    /// <summary>The days on which a bank's documents begin again after a hole; the fixed manat needs no documents.</summary>
    static IEnumerable<DateOnly> EndsOfGaps(RateSeries series)
    {
        if (CentralBankOfTurkmenistan.IsPegged(series.Source, series.Currency))
            yield break;
        RatePoint? before = series.Opening;
        foreach (RatePoint point in series.Points)
        {
            if (before is not null && point.EffectiveOn.DayNumber - before.EffectiveOn.DayNumber > LongestRest)
                yield return point.EffectiveOn;
            before = point;
        }
    }
}
