namespace Chapar.Rates;

/// <summary>How a shown value stands to today. Told by its day and the bank's calendar, never by equal values: USD/KGS stood still for
/// 59 days in 2025 and was published every day.</summary>
public enum RateStatus
{
    /// <summary>Valid for today or later.</summary>
    Fresh,

    /// <summary>Of an earlier day and still in force: a weekend, a holiday, or the bank has not yet published today.</summary>
    Carried,

    /// <summary>The bank's next working day has passed without a new bulletin.</summary>
    Late,

    /// <summary>The same, and the bank's documents could not be read when it was last asked.</summary>
    Failing,

    /// <summary>Fixed by the state and not expected to change.</summary>
    Fixed,

    /// <summary>Nothing was ever loaded.</summary>
    Missing,
}

/// <summary>Fresh, carried, late or failing.</summary>
public static class RateStatuses
{
    /// <summary>Late begins when the working day after the value's own day has ended at the bank, holidays left out as far as known.</summary>
    /// <param name="source">The bank.</param>
    /// <param name="effectiveOn">The day of the value.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="isUnreadable">Whether the bank could not be read: said only of what is late, since a value that is still in force is good.</param>
    public static RateStatus Of(RateSource source, DateOnly effectiveOn, DateTime nowUtc, bool isUnreadable = false)
    {
        DateOnly today = source.Today(nowUtc);
        if (effectiveOn >= today)
            return RateStatus.Fresh;
        DateOnly due = effectiveOn.AddDays(1);
        while (due < today && !source.WorksOn(due))
            due = due.AddDays(1);
        return due >= today ? RateStatus.Carried : isUnreadable ? RateStatus.Failing : RateStatus.Late;
    }

    /// <summary>The same of a row of one currency: what is set for a week is valid to its last day.</summary>
    public static RateStatus Of(RateSource source, string currency, DateOnly effectiveOn, DateTime nowUtc, bool isUnreadable = false) =>
        Of(source, source.IsWeekly(currency) ? effectiveOn.AddDays(6) : effectiveOn, nowUtc, isUnreadable);

    /// <summary>Of a rate that is made from several rows: that of the worst, the fixed ones left out.</summary>
    /// <param name="rate">The rate.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="unreadable">Keys of the banks that could not be read.</param>
    public static RateStatus Of(CrossRate rate, DateTime nowUtc, IReadOnlySet<string> unreadable) =>
        rate.Legs.Where(l => !(CentralBankOfTurkmenistan.IsPegged(l.Source, l.Foreign) && l.Row.UnitValue == CentralBankOfTurkmenistan.Peg.UnitValue))
            .Select(l => Of(l.Source, l.Foreign, l.Row.EffectiveOn, nowUtc, unreadable.Contains(l.Source.Key)))
            .DefaultIfEmpty(rate.Legs.Count == 0 ? RateStatus.Fresh : RateStatus.Fixed).Max();

    /// <summary>The next moment at which a status or "today" can change: the next midnight at any of the banks.</summary>
    public static DateTime NextChangeAt(DateTime nowUtc) => RateSources.All.Min(source =>
    {
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(source.Zone);
        return TimeZoneInfo.ConvertTimeToUtc(source.Today(nowUtc).AddDays(1).ToDateTime(TimeOnly.MinValue), zone);
    });
}
