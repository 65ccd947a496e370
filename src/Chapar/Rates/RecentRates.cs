using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>A value of the last weeks.</summary>
/// <param name="Day">The day it is valid from.</param>
/// <param name="UnitValue">For one unit.</param>
public readonly record struct RecentValue(DateOnly Day, decimal UnitValue);

/// <summary>The values of the last weeks of many currencies at once, for small charts beside them.</summary>
public static class RecentRates
{
    /// <summary>The values of one source by currency, the oldest first: those set in the days to a day, and what was in force before them.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">The bank.</param>
    /// <param name="currencies">Which; all when null.</param>
    /// <param name="to">The last day.</param>
    /// <param name="days">How many days.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<RecentValue>>> ReadAsync(
        NewsDb db, RateSource source, IReadOnlyCollection<string>? currencies, DateOnly to, int days, CancellationToken cancellation = default)
    {
        // A value from before the first day is in force on it; no bank rests longer.
        DateOnly from = to.AddDays(-days - PairHistory.LongestRest);
        var rows = from bulletin in db.Bulletins.AsNoTracking()
                   where bulletin.Source == source.Key && bulletin.IsCurrent && bulletin.EffectiveOn >= @from && bulletin.EffectiveOn <= to
                   from rate in bulletin.Rates
                   where rate.HeldReason == null && (currencies == null || currencies.Contains(rate.Currency))
                   orderby bulletin.EffectiveOn, bulletin.Series descending
                   select new { rate.Currency, bulletin.EffectiveOn, rate.UnitValue };
        return (await rows.ToListAsync(cancellation)).GroupBy(r => r.Currency).ToDictionary(
            g => g.Key,
            // Where both documents of a bank have a day, the daily one comes last and counts.
            IReadOnlyList<RecentValue> (g) => [.. g.GroupBy(r => r.EffectiveOn, (day, same) => new RecentValue(day, same.Last().UnitValue))]);
    }
}
