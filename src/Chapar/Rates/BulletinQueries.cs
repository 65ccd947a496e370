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

    /// <summary>The shown bulletins of one series of a source.</summary>
    public static IQueryable<Bulletin> Shown(this IQueryable<Bulletin> bulletins, string source, BulletinSeries series = BulletinSeries.Daily) =>
        bulletins.AsNoTracking().Where(b => b.Source == source && b.Series == series && b.IsCurrent);

    /// <summary>The one in force on a day: the newest that is not for a later day.</summary>
    public static Task<Bulletin?> InForceAsync(this IQueryable<Bulletin> shown, DateOnly day, CancellationToken cancellation) =>
        shown.Include(b => b.Rates).Where(b => b.EffectiveOn <= day).OrderByDescending(b => b.EffectiveOn).FirstOrDefaultAsync(cancellation);

    /// <summary>The day of the one in force; null when there is none.</summary>
    public static Task<DateOnly?> NewestDayAsync(this IQueryable<Bulletin> shown, DateOnly day, CancellationToken cancellation) =>
        shown.Where(b => b.EffectiveOn <= day).MaxAsync(b => (DateOnly?)b.EffectiveOn, cancellation);

    /// <summary>The one that comes next after a day, when it is already published.</summary>
    public static Task<Bulletin?> AfterAsync(this IQueryable<Bulletin> shown, DateOnly day, CancellationToken cancellation) =>
        shown.Include(b => b.Rates).Where(b => b.EffectiveOn > day).OrderBy(b => b.EffectiveOn).FirstOrDefaultAsync(cancellation);

    /// <summary>The bulletin before this one among those shown: the newest earlier one in which any value differs. Weekend copies under new dates are
    /// the same bulletin, and so is a document that only has more or fewer rows.</summary>
    public static async Task<Bulletin?> BeforeAsync(this IQueryable<Bulletin> shown, Bulletin bulletin, CancellationToken cancellation)
    {
        (string Currency, decimal UnitValue)[] values = [.. bulletin.Rates.Select(r => (r.Currency, r.UnitValue))];
        DateOnly day = bulletin.EffectiveOn;
        string digest = bulletin.ValuesDigest;
        for (int i = 0; i < MostShapes; i++)
        {
            Bulletin? before = await shown.Include(b => b.Rates)
                .Where(b => b.EffectiveOn < day && b.ValuesDigest != digest)
                .OrderByDescending(b => b.EffectiveOn).FirstOrDefaultAsync(cancellation);
            if (before is null || before.Contradicts(values))
                return before;
            (day, digest) = (before.EffectiveOn, before.ValuesDigest);
        }
        return null;
    }
}
