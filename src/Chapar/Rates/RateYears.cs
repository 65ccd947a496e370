using Chapar.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Chapar.Rates;

/// <summary>Keeps the years of each currency in step with the shown bulletins.</summary>
public static class RateYears
{
    /// <summary>Saves everything that was changed, and the years in which these bulletins stand, in one transaction.</summary>
    internal static async Task SaveAsync(NewsDb db, IReadOnlyCollection<Bulletin> changed, CancellationToken cancellation)
    {
        IDbContextTransaction? outer = db.Database.CurrentTransaction;
        IDbContextTransaction? transaction = outer is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        try
        {
            await db.TakeTurnAsync(WriterLock.RateYears, cancellation);
            await db.SaveChangesAsync(cancellation);
            foreach ((string source, BulletinSeries series, int year) in changed.Select(b => (b.Source, b.Series, b.EffectiveOn.Year)).Distinct())
                await RewriteAsync(db, source, series, year, cancellation);
            if (transaction is not null)
                await db.CommitAsync(transaction);
        }
        finally
        {
            if (transaction is not null)
                await transaction.DisposeAsync();
        }
    }

    /// <summary>Makes all years anew from the bulletins; how many rows there are now.</summary>
    public static async Task<int> RebuildAsync(NewsDb db, CancellationToken cancellation = default)
    {
        await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.TakeTurnAsync(WriterLock.RateYears, cancellation);
        await db.RateYears.ExecuteDeleteAsync(cancellation);
        foreach (var at in await db.Bulletins.Where(b => b.IsCurrent).Select(b => new { b.Source, b.Series, b.EffectiveOn.Year }).Distinct().ToListAsync(cancellation))
            await RewriteAsync(db, at.Source, at.Series, at.Year, cancellation);
        db.Raise(EditionNames.Rates);
        await db.SaveChangesAsync(cancellation);
        await db.CommitAsync(transaction);
        return await db.RateYears.CountAsync(cancellation);
    }

    /// <summary>Makes the years of a database whose bulletins are from before there were any.</summary>
    public static async Task MakeMissingAsync(NewsDb db, CancellationToken cancellation = default)
    {
        if (!await db.RateYears.AnyAsync(cancellation) && await db.Bulletins.AnyAsync(b => b.IsCurrent, cancellation))
            await RebuildAsync(db, cancellation);
    }

    static async Task RewriteAsync(NewsDb db, string source, BulletinSeries series, int year, CancellationToken cancellation)
    {
        DateOnly first = new(year, 1, 1), last = new(year, 12, 31);
        List<Bulletin> bulletins = await db.Bulletins.Shown(source, series)
            .Where(b => b.EffectiveOn >= first && b.EffectiveOn <= last).OrderBy(b => b.EffectiveOn).ToListAsync(cancellation);
        var points = from bulletin in bulletins
                     from rate in bulletin.Rates
                     where rate.HeldReason is null
                     group bulletin.Point(rate) by rate.Currency;
        Dictionary<string, byte[]> before = await db.RateYears.AsNoTracking()
            .Where(y => y.Source == source && y.Series == series && y.Year == year).ToDictionaryAsync(y => y.Currency, y => y.Points, cancellation);
        foreach (IGrouping<string, RatePoint> currency in points)
        {
            byte[] packed = PackedPoints.Write(currency);
            if (before.Remove(currency.Key, out byte[]? was) && was.AsSpan().SequenceEqual(packed))
                continue;
            string name = series.ToString();
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "RateYears" ("Source", "Series", "Currency", "Year", "Points") VALUES ({source}, {name}, {currency.Key}, {year}, {packed})
                ON CONFLICT ("Source", "Currency", "Series", "Year") DO UPDATE SET "Points" = excluded."Points"
                """, cancellation);
        }
        // A restated document can have lost a row.
        foreach (string gone in before.Keys)
            await db.RateYears.Where(y => y.Source == source && y.Series == series && y.Year == year && y.Currency == gone).ExecuteDeleteAsync(cancellation);
    }
}
