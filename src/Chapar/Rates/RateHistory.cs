using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>What one bank has said about its currencies over the years.</summary>
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
        IQueryable<RateYear> years = db.RateYears.AsNoTracking().Where(y => y.Source == source.Key && y.Currency == currency);
        List<RateYear> within = await years.Where(y => y.Year >= from.Year && y.Year <= to.Year).ToListAsync(cancellation);
        List<RatePoint> daily = [], weekly = [];
        RatePoint? opening = null;
        foreach (RateYear year in within.OrderBy(y => y.Year))
            foreach (RatePoint point in PackedPoints.Read(year.Points, year.Year, year.Year == from.Year ? DateOnly.MinValue : from, to))
                if (point.EffectiveOn >= from)
                    (year.Series == BulletinSeries.Daily ? daily : weekly).Add(point);
                else
                    Open(point, year.Series);
        List<RatePoint> points = weekly.Count == 0 ? daily : [.. weekly.ExceptBy(daily.Select(p => p.EffectiveOn), p => p.EffectiveOn).Concat(daily).OrderBy(p => p.EffectiveOn)];
        // A value set in January is mostly there; otherwise the newest year before has it.
        if (points.Count > 0 && points[0].EffectiveOn == from)
            opening = points[0];
        else if (opening is null)
            foreach (RateYear year in await years.Where(y => y.Year < from.Year && !years.Any(n => n.Series == y.Series && n.Year > y.Year && n.Year < from.Year)).ToListAsync(cancellation))
                Open(PackedPoints.Read(year.Points, year.Year, DateOnly.MinValue, DateOnly.MaxValue).Last(), year.Series);
        if (opening is null && points.Count == 0 && CentralBankOfTurkmenistan.IsPegged(source, currency) && to >= CentralBankOfTurkmenistan.Peg.Since)
            opening = CentralBankOfTurkmenistan.PegPoint;
        return new(source, currency, from, to, opening, points);

        // The newest before the span; of one day the daily value.
        void Open(RatePoint point, BulletinSeries series)
        {
            if (opening is null || point.EffectiveOn > opening.EffectiveOn || (point.EffectiveOn == opening.EffectiveOn && series == BulletinSeries.Daily))
                opening = point;
        }
    }

    /// <summary>All currencies of a bank over a short span, in one look: what small charts beside a table are made of. For more than some weeks
    /// of one currency <see cref="ReadAsync"/> is faster.</summary>
    public static async Task<IReadOnlyDictionary<string, RateSeries>> ReadAllAsync(
        NewsDb db, RateSource source, DateOnly from, DateOnly to, CancellationToken cancellation = default)
    {
        List<Bulletin> bulletins = [];
        foreach (BulletinSeries series in source == NationalBankOfTheKyrgyzRepublic.Source ? Enum.GetValues<BulletinSeries>() : [BulletinSeries.Daily])
        {
            IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key, series);
            bulletins.AddRange(await shown.Where(b => b.EffectiveOn >= from && b.EffectiveOn <= to).ToListAsync(cancellation));
            if (bulletins.All(b => b.Series != series || b.EffectiveOn > from) && await shown.InForceAsync(from, cancellation) is { } before)
                bulletins.Add(before);
        }
        var rows = from bulletin in bulletins.OrderBy(b => b.EffectiveOn).ThenByDescending(b => b.Series)
                   from rate in bulletin.Rates
                   where rate.HeldReason is null
                   group bulletin.Point(rate) by rate.Currency;
        return rows.ToDictionary(c => c.Key, c =>
        {
            RatePoint[] points = [.. c.GroupBy(p => p.EffectiveOn).Select(day => day.Last())];
            return new RateSeries(source, c.Key, from, to, points.LastOrDefault(p => p.EffectiveOn <= from), [.. points.SkipWhile(p => p.EffectiveOn < from)]);
        });
    }
}
