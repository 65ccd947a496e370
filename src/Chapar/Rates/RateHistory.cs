using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>What one bank has said about one currency over the years.</summary>
public static class RateHistory
{
    /// <summary>The shown values from one day to another, both included. A currency that a bank moved from its weekly to its daily
    /// document is one series; where both have the day, the daily one counts. The fixed manat is known without any document.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">The bank.</param>
    /// <param name="currency">ISO 4217 code of the foreign money, in capitals.</param>
    /// <param name="from">First day of the span.</param>
    /// <param name="to">Last day of the span; give the bank's own today, or a later day to see what is already set for tomorrow.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<RateSeries> ReadAsync(
        NewsDb db, RateSource source, string currency, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        SortedDictionary<DateOnly, RatePoint> points = [];
        RatePoint? opening = null;
        foreach (BulletinSeries series in (BulletinSeries[])[BulletinSeries.Weekly, BulletinSeries.Daily])
        {
            IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key, series).Where(b => b.Rates.Any(r => r.Currency == currency && r.HeldReason == null));
            foreach (Bulletin bulletin in await shown.Include(b => b.Rates.Where(r => r.Currency == currency))
                .Where(b => b.EffectiveOn >= from && b.EffectiveOn <= to).ToListAsync(cancellation))
                points[bulletin.EffectiveOn] = Point(bulletin);
            if (await shown.InForceAsync(from, cancellation) is { } first && (opening is null || first.EffectiveOn >= opening.EffectiveOn))
                opening = Point(first);
        }
        if (opening is null && points.Count == 0 && CentralBankOfTurkmenistan.IsPegged(source, currency) && to >= CentralBankOfTurkmenistan.Peg.Since)
            opening = CentralBankOfTurkmenistan.PegPoint;
        return new(source, currency, from, to, opening, [.. points.Values]);

        RatePoint Point(Bulletin bulletin)
        {
            Rate rate = bulletin.Of(currency)!;
            return new(bulletin.EffectiveOn, rate.Published, rate.Nominal, rate.UnitValue, bulletin.IsCorrection);
        }
    }
}
