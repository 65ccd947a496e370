using Chapar.Database;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>The five official dollar rates that stand on every page. A page that shows them is true until the edition "rates" is raised by a
/// load, and until <see cref="RateStatuses.NextChangeAt"/>, when a bank's day ends, at most.</summary>
public static class RateTicker
{
    static readonly string[] currencies = ["KGS", "KZT", "TJS", "UZS", "TMT"];

    /// <summary>The five as they are at a moment, always all of them and in this order.</summary>
    public static async Task<IReadOnlyList<TickerItem>> ReadAsync(NewsDb db, DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<TickerItem> items = [];
        IReadOnlySet<string> unreadable = await db.FailingAsync(cancellation);
        foreach (string currency in currencies)
            items.Add(await ItemAsync(db, RateSources.All.Single(s => s.HomeCurrency == currency), unreadable, nowUtc, cancellation));
        return items;
    }

    static async Task<TickerItem> ItemAsync(NewsDb db, RateSource source, IReadOnlySet<string> unreadable, DateTime nowUtc, CancellationToken cancellation)
    {
        DateOnly today = source.Today(nowUtc);
        IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key);
        Bulletin? bulletin = await db.InForceAsync(source, "USD", today, cancellation);
        Bulletin? next = await shown.AfterAsync(today, cancellation);
        NextRate? later = next?.Of("USD") is { } rate ? new(rate.Published, rate.Nominal, next.EffectiveOn) : null;
        if (bulletin is null)
            return source.HomeCurrency == "TMT"
                ? new("TMT", source, CentralBankOfTurkmenistan.Peg.Published, 1, CentralBankOfTurkmenistan.Peg.Since, null, RateStatus.Fixed, false, later)
                : new(source.HomeCurrency, source, null, 1, null, null, RateStatus.Missing, false, later);

        Rate dollar = bulletin.Of("USD")!;
        bool isFixed = CentralBankOfTurkmenistan.IsPeg(source, dollar);
        Rate? before = isFixed ? null : (await shown.BeforeAsync(bulletin, cancellation, having: "USD"))?.Of("USD");
        return new(source.HomeCurrency, source, dollar.Published, dollar.Nominal, bulletin.EffectiveOn,
            before is null ? null : RateChange.Between(before, dollar),
            isFixed ? RateStatus.Fixed : RateStatuses.Of(source, bulletin.EffectiveOn, nowUtc, unreadable.Contains(source.Key)),
            bulletin.IsCorrection, later);
    }
}
