using Chapar.Database;

namespace Chapar.Rates;

/// <summary>Reads the ticker and keeps it until rates change or a bank's day ends: it stands on every page and must cost nothing.</summary>
public sealed class RateTicker
{
    static readonly string[] currencies = ["KGS", "KZT", "TJS", "UZS", "TMT"];
    static readonly string[] editions = [EditionNames.Rates];

    Kept? kept;

    /// <summary>The ticker as it is at a moment.</summary>
    public async ValueTask<Ticker> ReadAsync(NewsDb db, DateTime nowUtc, CancellationToken cancellation = default)
    {
        Kept? seen = kept;
        if (seen is not null && seen.Editions == db.Editions && nowUtc >= seen.MadeAt && nowUtc < seen.Ticker.ChangesAt
            && db.Editions.AreUnchangedSince(seen.Turn, editions))
            return seen.Ticker;
        long turn = db.Editions.Turn; // before the data is read
        Ticker ticker = await FreshAsync(db, nowUtc, cancellation);
        kept = new(ticker, nowUtc, turn, db.Editions);
        return ticker;
    }

    static async Task<Ticker> FreshAsync(NewsDb db, DateTime nowUtc, CancellationToken cancellation)
    {
        List<TickerItem> items = [];
        foreach (string currency in currencies)
            items.Add(await ItemAsync(db, RateSources.All.Single(s => s.HomeCurrency == currency), nowUtc, cancellation));
        return new(items, RateStatuses.NextChangeAt(nowUtc));
    }

    static async Task<TickerItem> ItemAsync(NewsDb db, RateSource source, DateTime nowUtc, CancellationToken cancellation)
    {
        DateOnly today = source.Today(nowUtc);
        IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key).Where(b => b.Rates.Any(r => r.Currency == "USD" && r.HeldReason == null));
        Bulletin? bulletin = await shown.InForceAsync(today, cancellation);
        Bulletin? next = await shown.AfterAsync(today, cancellation);
        NextRate? later = next?.Of("USD") is { } rate ? new(rate.Published, rate.Nominal, next.EffectiveOn) : null;
        if (bulletin is null)
            return source.HomeCurrency == "TMT"
                ? new("TMT", source, CentralBankOfTurkmenistan.Peg.Published, 1, CentralBankOfTurkmenistan.Peg.Since, null, RateStatus.Fixed, false, later)
                : new(source.HomeCurrency, source, null, 1, null, null, RateStatus.Missing, false, later);
        Rate dollar = bulletin.Of("USD")!;
        if (CentralBankOfTurkmenistan.IsPeg(source, dollar))
            return new(source.HomeCurrency, source, dollar.Published, dollar.Nominal, bulletin.EffectiveOn, null, RateStatus.Fixed, bulletin.IsCorrection, later);
        Rate? before = (await db.BeforeAsync(bulletin, cancellation))?.Of("USD");
        return new(source.HomeCurrency, source, dollar.Published, dollar.Nominal, bulletin.EffectiveOn,
            before is null ? null : RateChange.Between(before, dollar), RateStatuses.Of(source, bulletin.EffectiveOn, nowUtc), bulletin.IsCorrection, later);
    }

    sealed record Kept(Ticker Ticker, DateTime MadeAt, long Turn, Editions Editions);
}
