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
        PointsOfYears daily = new(), weekly = new();
        RatePoint? opening = null;
        foreach (RateYear year in within.OrderBy(y => y.Year))
        {
            if (year.Year == from.Year && PackedPoints.Last(year.Points, year.Year, from.AddDays(-1)) is { } before)
                Open(before, year.Series);
            (year.Series == BulletinSeries.Daily ? daily : weekly).Add(PackedPoints.Read(year.Points, year.Year, from, to));
        }
        IReadOnlyList<RatePoint> points = daily;
        if (weekly.Count > 0)
            points = [.. weekly.ExceptBy(daily.Select(p => p.EffectiveOn), p => p.EffectiveOn).Concat(daily).OrderBy(p => p.EffectiveOn)];
        // A value set in January is mostly there; otherwise the newest year before has it.
        if (points.Count > 0 && points[0].EffectiveOn == from)
            opening = points[0];
        else if (opening is null)
            foreach (RateYear year in await years.Where(y => y.Year < from.Year && !years.Any(n => n.Series == y.Series && n.Year > y.Year && n.Year < from.Year)).ToListAsync(cancellation))
                Open(PackedPoints.Last(year.Points, year.Year, DateOnly.MaxValue)!, year.Series);
        // The fixed manat needs no documents, and none of them is older than the day it was fixed.
        if (CentralBankOfTurkmenistan.IsPegged(source, currency) && opening is null && CentralBankOfTurkmenistan.PegPoint is var peg
            && peg.EffectiveOn <= to && (points.Count == 0 || points[0].EffectiveOn > peg.EffectiveOn))
        {
            if (peg.EffectiveOn <= from)
                opening = peg;
            if (peg.EffectiveOn >= from)
                points = [peg, .. points];
        }
        return new(source, currency, from, to, opening, points);

        // The newest before the span; of one day the daily value.
        void Open(RatePoint point, BulletinSeries series)
        {
            if (opening is null || point.EffectiveOn > opening.EffectiveOn || (point.EffectiveOn == opening.EffectiveOn && series == BulletinSeries.Daily))
                opening = point;
        }
    }

    /// <summary>The last days of many currencies of several banks, in one look: what small charts beside a table are made of.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ends">The banks, each with the last day of its span.</param>
    /// <param name="days">Days in a span.</param>
    /// <param name="currencies">The foreign moneys; null for all.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>By the bank's key and currency; only those that have values.</returns>
    public static async Task<IReadOnlyDictionary<(string Source, string Currency), RateSeries>> RecentAsync(
        NewsDb db, IReadOnlyDictionary<RateSource, DateOnly> ends, int days, IReadOnlyCollection<string>? currencies = null, CancellationToken cancellation = default)
    {
        Dictionary<(string, string), RateSeries> all = [];
        if (ends.Count == 0)
            return all;
        string[] keys = [.. ends.Keys.Select(s => s.Key)];
        // A value that is in force when the span begins is no older than the longest rest, or its currency has a gap there.
        int firstYear = ends.Values.Min().AddDays(1 - days - PairHistory.LongestRest).Year, lastYear = ends.Values.Max().Year;
        // Lists as one parameter each, so that the command is made once; both series by name, so that the key leads to the years.
        IQueryable<RateYear> rows = db.RateYears.AsNoTracking().Where(y => EF.Parameter(keys).Contains(y.Source)
            && (y.Series == BulletinSeries.Daily || y.Series == BulletinSeries.Weekly) && y.Year >= firstYear && y.Year <= lastYear);
        if (currencies is not null)
            rows = rows.Where(y => EF.Parameter(currencies).Contains(y.Currency));
        foreach (var of in (await rows.ToListAsync(cancellation)).GroupBy(y => (y.Source, y.Currency)))
        {
            (RateSource source, DateOnly to) = ends.Single(e => e.Key.Key == of.Key.Source);
            DateOnly from = to.AddDays(1 - days), earliest = from.AddDays(-PairHistory.LongestRest);
            // Weekly and daily are one series; of one day the daily value counts.
            RatePoint[] points = [.. of.OrderBy(y => y.Series).ThenBy(y => y.Year).SelectMany(y => PackedPoints.Read(y.Points, y.Year, earliest, to))];
            if (of.Any(y => y.Series == BulletinSeries.Weekly))
                points = [.. points.DistinctBy(p => p.EffectiveOn).OrderBy(p => p.EffectiveOn)];
            if (points.Length > 0)
                all[of.Key] = new(source, of.Key.Currency, from, to, points.LastOrDefault(p => p.EffectiveOn <= from), [.. points.SkipWhile(p => p.EffectiveOn < from)]);
        }
        return all;
    }
}
