using Chapar.Database;

namespace Chapar.Rates;

/// <summary>The five official rates that stand on every page. A page that shows them is true until the edition "rates" is raised by a
/// load, and until <see cref="RateStatuses.NextChangeAt"/>, when a bank's day ends, at most.</summary>
public static class RateTicker
{
    /// <summary>The moneys of the region, in the order they are shown.</summary>
    public static IReadOnlyList<string> Currencies { get; } = ["KGS", "KZT", "TJS", "UZS", "TMT"];

    /// <summary>The moneys they can be told in; the first where a reader has not chosen.</summary>
    public static IReadOnlyList<string> Bases { get; } = ["USD", "EUR", "RUB"];

    /// <summary>The banks of these moneys.</summary>
    public static IReadOnlyList<RateSource> Banks { get; } = [.. Currencies.Select(c => RateSources.All.Single(s => s.HomeCurrency == c))];

    /// <summary>The five as they are at a moment, always all of them and in this order.</summary>
    /// <param name="asking">Where it is asked.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="money">One of <see cref="Bases"/>.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<IReadOnlyList<TickerItem>> ReadAsync(Asking asking, DateTime nowUtc, string money = "USD", CancellationToken cancellation = default) =>
        await ReadAsync(asking, await BulletinsInForce.ReadAsync(asking, Banks, nowUtc, cancellation), money, cancellation);

    /// <summary>The same, of bulletins that were read already.</summary>
    public static async Task<IReadOnlyList<TickerItem>> ReadAsync(Asking asking, BulletinsInForce bulletins, string money, CancellationToken cancellation = default)
    {
        List<TickerItem> items = [];
        foreach (RateSource bank in Banks)
            items.Add(await ItemAsync(asking, bank, money, bulletins, cancellation));
        return items;
    }

    /// <summary>What one bank says of one money: in force, its change since the bulletin before, and what is already set for a later day.</summary>
    /// <param name="asking">Where it is asked.</param>
    /// <param name="source">The bank.</param>
    /// <param name="money">The foreign money, in capitals.</param>
    /// <param name="bulletins">Those of the bank among them.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<TickerItem> ItemAsync(Asking asking, RateSource source, string money, BulletinsInForce bulletins, CancellationToken cancellation = default)
    {
        DateTime nowUtc = bulletins.NowUtc;
        InForce said = bulletins.Of(source);
        Bulletin? bulletin = said.Now;
        // Its row may be held, or the document was of another currency alone.
        if (bulletin is not null && bulletin.Of(money) is null)
            bulletin = await asking.Db.InForceAsync(source, money, source.Today(nowUtc), cancellation);
        // Most moneys of the Kyrgyz list are set weekly.
        if (bulletin?.Of(money) is null && BulletinsInForce.SeriesOf(source).Contains(BulletinSeries.Weekly))
            (said, bulletin) = (bulletins.Of(source, BulletinSeries.Weekly), bulletins.Of(source, BulletinSeries.Weekly).Now);
        Bulletin? next = said.Next;
        if (bulletin?.Of(money) is not { } row)
            return await WithoutBulletinAsync(asking, money, source, nowUtc, next?.Of(money) is { } first ? Later(next, first, null) : null, cancellation);

        bool isFixed = CentralBankOfTurkmenistan.IsPeg(source, row);
        Rate? before = isFixed ? null : (await said.BeforeAsync(asking, bulletin, having: money, cancellation))?.Of(money);
        return new(money, source.HomeCurrency, source, row.Published, row.Nominal, row.UnitValue, bulletin.EffectiveOn,
            before is null ? null : RateChange.Between(before, row), before?.UnitValue,
            isFixed ? RateStatus.Fixed : RateStatuses.Of(source, money, bulletin.EffectiveOn, nowUtc, bulletins.IsUnreadable(source)),
            bulletin.IsCorrection, next?.Of(money) is { } rate ? Later(next, rate, isFixed ? null : row) : null);
    }

    static NextRate Later(Bulletin bulletin, Rate rate, Rate? inForce) =>
        new(rate.Published, rate.Nominal, rate.UnitValue, bulletin.EffectiveOn, inForce is null ? null : RateChange.Between(inForce, rate));

    /// <summary>The manat is fixed to the dollar, so that its rate is known without a document of its bank: the dollar's by the peg, the others' as a
    /// cross of the peg.</summary>
    static async Task<TickerItem> WithoutBulletinAsync(
        Asking asking, string money, RateSource source, DateTime nowUtc, NextRate? later, CancellationToken cancellation)
    {
        TickerItem missing = new(money, source.HomeCurrency, source, null, 1, null, null, null, null, RateStatus.Missing, false, later);
        if (source.HomeCurrency != "TMT")
            return missing;
        if (money == "USD")
            return missing with
            {
                Published = CentralBankOfTurkmenistan.Peg.Published,
                UnitValue = CentralBankOfTurkmenistan.Peg.UnitValue,
                EffectiveOn = CentralBankOfTurkmenistan.Peg.Since,
                Status = RateStatus.Fixed,
            };
        if (await CrossRate.FindAsync(asking.Db, money, "TMT", source.Today(nowUtc), cancellation) is not { } cross)
            return missing;
        DerivedRate derived = DerivedRate.Of(cross.UnitValue);
        CrossLeg foreign = cross.Legs[0];
        return missing with
        {
            Published = derived.Digits,
            Nominal = derived.Units,
            UnitValue = cross.UnitValue,
            EffectiveOn = foreign.Row.EffectiveOn,
            Status = RateStatuses.Of(foreign.Source, foreign.Row.EffectiveOn, nowUtc),
            Cross = cross,
        };
    }
}
