using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>What one series of a bank had said before a day, while bulletins of it are taken in the order of their days.</summary>
sealed class SeriesSoFar
{
    /// <summary>So far back it is looked for what waits: longer than a value must stand to be believed, over the longest rest of a bank.</summary>
    const int Days = 31;

    readonly Dictionary<string, (Rate Rate, DateOnly Day)> last = new(StringComparer.Ordinal);

    SeriesSoFar(IReadOnlyList<Bulletin> since) => Since = since;

    /// <summary>The rows of the newest shown bulletin; null without one.</summary>
    public int? Rows { get; private set; }

    /// <summary>The last shown value of each of its currencies, and the day of that.</summary>
    public IReadOnlyDictionary<string, (Rate Rate, DateOnly Day)> Last => last;

    /// <summary>From the oldest day on of which something waits for a look: what waits and what is shown, the oldest first. Not yet seen.</summary>
    public IReadOnlyList<Bulletin> Since { get; }

    /// <summary>What is stored of the days before this one.</summary>
    public static async Task<SeriesSoFar> ReadAsync(NewsDb db, RateSource source, BulletinSeries series, DateOnly day, CancellationToken cancellation)
    {
        DateOnly earliest = day.AddDays(-Days);
        DateOnly since = await db.Bulletins.StillWaiting().Where(b => b.Source == source.Key && b.Series == series && b.EffectiveOn >= earliest && b.EffectiveOn < day)
            .MinAsync(b => (DateOnly?)b.EffectiveOn, cancellation) ?? day;
        SeriesSoFar soFar = new(since == day ? [] : await db.Bulletins
            .Where(b => b.Source == source.Key && b.Series == series && b.EffectiveOn >= since && b.EffectiveOn < day && (b.IsCurrent || (b.HeldReason != null && b.RefusedReason == null)))
            .OrderBy(b => b.EffectiveOn).ThenBy(b => b.Revision).ToListAsync(cancellation));
        if (await db.Bulletins.Shown(source.Key, series).InForceAsync(since.AddDays(-1), cancellation) is not { } inForce)
            return soFar;
        soFar.See(inForce);
        foreach (Rate refused in inForce.Rates.Where(r => r.IsRefused))
            if (await db.InForceAsync(source, refused.Currency, inForce.EffectiveOn, cancellation) is { } good && good.Of(refused.Currency) is { } rate)
                soFar.last[rate.Currency] = (rate, good.EffectiveOn);
        return soFar;
    }

    /// <summary>The shown bulletin of the next day; null when there is none.</summary>
    public void See(Bulletin? bulletin)
    {
        if (bulletin is null)
            return;
        Rows = bulletin.Rates.Count;
        foreach (Rate rate in bulletin.Rates)
            if (rate.HeldReason is null)
                last[rate.Currency] = (rate, bulletin.EffectiveOn);
    }
}
