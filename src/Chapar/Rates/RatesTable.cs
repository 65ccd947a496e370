using Chapar.Database;

namespace Chapar.Rates;

/// <summary>What <c>/rates</c> shows: each source with the whole of its list.</summary>
public sealed record RatesTable(IReadOnlyList<SourceRates> Sources)
{
    /// <summary>The table as it is at a moment.</summary>
    public static async Task<RatesTable> ReadAsync(Asking asking, DateTime nowUtc, CancellationToken cancellation = default) =>
        Of(await BulletinsInForce.ReadAsync(asking, RateSources.All, nowUtc, cancellation));

    /// <summary>The same, of bulletins that were read already.</summary>
    public static RatesTable Of(BulletinsInForce bulletins) => new([.. RateSources.All.Select(s => Of(s, bulletins))]);

    /// <inheritdoc cref="Of(BulletinsInForce)"/>
    public static SourceRates Of(RateSource source, BulletinsInForce bulletins)
    {
        List<TableRate> rates = [];
        RateStatus status = RateStatus.Missing;
        DateOnly? effectiveOn = null;
        foreach (BulletinSeries series in BulletinsInForce.SeriesOf(source))
        {
            InForce said = bulletins.Of(source, series);
            if (said.Now is not { } bulletin)
                continue;
            if (series == BulletinSeries.Daily)
                (status, effectiveOn) = (RateStatuses.Of(source, bulletin.EffectiveOn, bulletins.NowUtc, bulletins.IsUnreadable(source)), bulletin.EffectiveOn);
            HashSet<string> there = [.. rates.Select(r => r.Currency)];
            var (before, next) = (ByCurrency(said.Before), ByCurrency(said.Next));
            rates.AddRange(from row in bulletin.Rates
                           where row.HeldReason is null && Currencies.IsActive(row.Currency) && !there.Contains(row.Currency)
                           select Row(source, bulletin, row, before.GetValueOrDefault(row.Currency), said.Next, next.GetValueOrDefault(row.Currency), bulletins));
        }
        if (rates.Count == 0 && source.HomeCurrency == "TMT")
        {
            (status, effectiveOn) = (RateStatus.Fixed, CentralBankOfTurkmenistan.Peg.Since);
            rates.Add(new("USD", 1, CentralBankOfTurkmenistan.Peg.Published, CentralBankOfTurkmenistan.Peg.Since,
                null, IsFixed: true, IsCorrected: false, null, RateStatus.Fixed));
        }
        return new(source, status, effectiveOn, [.. rates.OrderBy(r => Place(r.Currency)).ThenBy(r => r.Currency, StringComparer.Ordinal)]);
    }

    static TableRate Row(RateSource source, Bulletin bulletin, Rate row, Rate? before, Bulletin? next, Rate? later, BulletinsInForce bulletins)
    {
        bool isFixed = CentralBankOfTurkmenistan.IsPeg(source, row);
        return new(row.Currency, row.Nominal, row.Published, bulletin.EffectiveOn,
            before is null || isFixed ? null : RateChange.Between(before, row), isFixed, bulletin.IsCorrection,
            next is not null && later is not null
                ? new(later.Published, later.Nominal, later.UnitValue, next.EffectiveOn, isFixed ? null : RateChange.Between(row, later))
                : null,
            isFixed ? RateStatus.Fixed : RateStatuses.Of(source, row.Currency, bulletin.EffectiveOn, bulletins.NowUtc, bulletins.IsUnreadable(source)));
    }

    /// <summary>The rows that may be shown; none without a bulletin.</summary>
    static Dictionary<string, Rate> ByCurrency(Bulletin? bulletin)
    {
        Dictionary<string, Rate> rows = new(StringComparer.Ordinal);
        foreach (Rate row in bulletin?.Rates ?? [])
            if (row.HeldReason is null)
                rows.TryAdd(row.Currency, row);
        return rows;
    }

    static readonly Dictionary<string, int> places = Currencies.Main.Select((currency, place) => (currency, place)).ToDictionary();

    static int Place(string currency) => places.GetValueOrDefault(currency, int.MaxValue);
}

/// <summary>One source in the table.</summary>
/// <param name="EffectiveOn">The day of its newest bulletin in force; null when nothing was loaded.</param>
/// <param name="Rates">The currencies of <see cref="Currencies.Main"/> first, in their order, then the others by their codes.</param>
public sealed record SourceRates(RateSource Source, RateStatus Status, DateOnly? EffectiveOn, IReadOnlyList<TableRate> Rates)
{
    /// <summary>The day for which it has set values that are not yet in force; null when there is none.</summary>
    public DateOnly? NextOn => Rates.Select(r => r.Next?.EffectiveOn).Where(day => day is not null).Min();

    /// <summary>The currencies of <see cref="Currencies.Main"/>.</summary>
    public IEnumerable<TableRate> Main => Rates.Where(r => Currencies.Main.Contains(r.Currency));

    /// <summary>All others.</summary>
    public IEnumerable<TableRate> Others => Rates.Where(r => !Currencies.Main.Contains(r.Currency));
}

/// <summary>One value in the table.</summary>
/// <param name="Currency">The foreign money: the value is home money for <paramref name="Nominal"/> of it, or with
/// <see cref="Quotation.ForeignPerHome"/> that many of it for one unit of home money.</param>
/// <param name="EffectiveOn">Its own day: the Kyrgyz bank sets some currencies weekly.</param>
/// <param name="Next">The value of a later day, where it is set already.</param>
/// <param name="Status">Its own: a weekly value can be late while the bank's daily ones are fresh.</param>
public sealed record TableRate(
    string Currency, int Nominal, string Published, DateOnly EffectiveOn, RateChange? Change, bool IsFixed, bool IsCorrected, NextRate? Next, RateStatus Status)
{
    /// <summary>The value with all its digits in a language's form.</summary>
    public string Value(string language) => RateFormat.Value(Published, language);
}
