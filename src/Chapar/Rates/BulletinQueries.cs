using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>What the ticker and the tables ask for.</summary>
static class BulletinQueries
{
    /// <summary>How often the shape of a document may differ without its values before the search for the bulletin before gives up.</summary>
    const int MostShapes = 12;

    /// <summary>The stored document with exactly these bytes, or null.</summary>
    public static Task<RateDocument?> KnownAsync(this IQueryable<RateDocument> documents, RateSource source, byte[] bytes, CancellationToken cancellation)
    {
        string digest = RateDocument.DigestOf(bytes);
        return documents.SingleOrDefaultAsync(d => d.Source == source.Key && d.Digest == digest, cancellation);
    }

    /// <summary>The newest kept document of an address, with which the bank can be asked whether it has changed; null without one.</summary>
    public static Task<RateDocument?> NewestFromAsync(this IQueryable<RateDocument> documents, RateSource source, Uri address, CancellationToken cancellation)
    {
        string text = address.ToString();
        return documents.AsNoTracking().Where(d => d.Source == source.Key && d.Address == text && (d.ETag != null || d.PublishedAt != null))
            .OrderByDescending(d => d.FetchedAt).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether the bank's bulletin of a day is shown. One that is held is asked for again: the bank may put it right within the hour.</summary>
    public static Task<bool> HasAsync(this IQueryable<Bulletin> bulletins, RateSource source, DateOnly day, CancellationToken cancellation) =>
        bulletins.Shown(source.Key).AnyAsync(b => b.EffectiveOn == day, cancellation);

    /// <summary>The day of the newest shown bulletin of a bank's daily series.</summary>
    public static Task<DateOnly?> NewestDayAsync(this IQueryable<Bulletin> bulletins, RateSource source, CancellationToken cancellation) =>
        bulletins.Shown(source.Key).MaxAsync(b => (DateOnly?)b.EffectiveOn, cancellation);

    /// <summary>The shown bulletins of one series of a source.</summary>
    public static IQueryable<Bulletin> Shown(this IQueryable<Bulletin> bulletins, string source, BulletinSeries series = BulletinSeries.Daily) =>
        bulletins.AsNoTracking().Where(b => b.Source == source && b.Series == series && b.IsCurrent);

    /// <summary>The one in force on a day: the newest that is not for a later day.</summary>
    public static Task<Bulletin?> InForceAsync(this IQueryable<Bulletin> shown, DateOnly day, CancellationToken cancellation) =>
        shown.Where(b => b.EffectiveOn <= day).OrderByDescending(b => b.EffectiveOn).FirstOrDefaultAsync(cancellation);

    /// <summary>The daily bulletin in force that has a currency. Mostly the newest; where its row is held, or the document was of another
    /// currency alone, the years of the currency know the day.</summary>
    public static async Task<Bulletin?> InForceAsync(this NewsDb db, RateSource source, string currency, DateOnly day, CancellationToken cancellation)
    {
        IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key);
        Bulletin? newest = await shown.InForceAsync(day, cancellation);
        if (newest is null || newest.Of(currency) is not null)
            return newest;
        List<RateYear> years = await db.RateYears.AsNoTracking()
            .Where(y => y.Source == source.Key && y.Series == BulletinSeries.Daily && y.Currency == currency && y.Year <= day.Year)
            .OrderByDescending(y => y.Year).Take(2).ToListAsync(cancellation);
        RatePoint? last = years.Select(y => PackedPoints.Last(y.Points, y.Year, day)).FirstOrDefault(p => p is not null);
        return last is null ? null : await shown.InForceAsync(last.EffectiveOn, cancellation);
    }

    /// <summary>The whole bulletin of an id that was found; null where none was.</summary>
    public static async Task<Bulletin?> WholeAsync(this Asking asking, Guid id, CancellationToken cancellation) =>
        id == Guid.Empty ? null : await asking.FirstAsync(Bulletin.These, [id], cancellation);

    /// <summary>The bulletin before this one among those shown of its series: the newest earlier one in which any value differs. Weekend copies under new
    /// dates are the same bulletin, and so is a document that only has more or fewer rows.</summary>
    /// <param name="asking">Where it is asked.</param>
    /// <param name="bulletin">The bulletin.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <param name="having">A currency that the one before must have.</param>
    public static async Task<Bulletin?> BeforeAsync(this Asking asking, Bulletin bulletin, CancellationToken cancellation, string? having = null)
    {
        (string Currency, decimal UnitValue)[] values = [.. bulletin.Rates.Select(r => (r.Currency, r.UnitValue))];
        Bulletin.Earlier than = new(bulletin.Source, bulletin.Series, bulletin.EffectiveOn, bulletin.ValuesDigest);
        for (int i = 0; i < MostShapes; i++)
        {
            Bulletin? before = await asking.WholeAsync(await asking.FirstAsync(Bulletin.Before, than, cancellation), cancellation);
            if (before is null || (before.Contradicts(values) && (having is null || before.Of(having) is not null)))
                return before;
            than = than with { Day = before.EffectiveOn, Values = before.ValuesDigest };
        }
        return null;
    }
}
