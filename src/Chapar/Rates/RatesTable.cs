using Chapar.Database;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>What <c>/rates</c> shows: each source with the currencies of <see cref="Currencies.Main"/>.</summary>
public sealed record RatesTable(IReadOnlyList<SourceRates> Sources)
{
    /// <summary>The table as it is at a moment.</summary>
    public static async Task<RatesTable> ReadAsync(NewsDb db, DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<SourceRates> sources = [];
        IReadOnlySet<string> unreadable = await db.FailingAsync(cancellation);
        foreach (RateSource source in RateSources.All)
            sources.Add(await SourceAsync(db, source, unreadable, nowUtc, cancellation));
        return new(sources);
    }

    static async Task<SourceRates> SourceAsync(NewsDb db, RateSource source, IReadOnlySet<string> unreadable, DateTime nowUtc, CancellationToken cancellation)
    {
        List<TableRate> rates = [];
        RateStatus status = RateStatus.Missing;
        DateOnly? effectiveOn = null;
        foreach (BulletinSeries series in Enum.GetValues<BulletinSeries>())
        {
            IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key, series);
            Bulletin? bulletin = await shown.InForceAsync(source.Today(nowUtc), cancellation);
            if (bulletin is null)
                continue;
            if (series == BulletinSeries.Daily)
                (status, effectiveOn) = (RateStatuses.Of(source, bulletin.EffectiveOn, nowUtc, unreadable.Contains(source.Key)), bulletin.EffectiveOn);
            Bulletin? before = await shown.BeforeAsync(bulletin, cancellation);
            rates.AddRange(from currency in Currencies.Main
                           where currency != source.HomeCurrency && rates.All(r => r.Currency != currency)
                           let rate = bulletin.Of(currency)
                           where rate is not null
                           let last = before?.Of(currency)
                           let isFixed = CentralBankOfTurkmenistan.IsPeg(source, rate)
                           select new TableRate(currency, rate.Nominal, rate.Published, bulletin.EffectiveOn,
                               last is null || isFixed ? null : RateChange.Between(last, rate), isFixed, bulletin.IsCorrection));
        }
        if (rates.Count == 0 && source.HomeCurrency == "TMT")
        {
            (status, effectiveOn) = (RateStatus.Fixed, CentralBankOfTurkmenistan.Peg.Since);
            rates.Add(new("USD", 1, CentralBankOfTurkmenistan.Peg.Published, CentralBankOfTurkmenistan.Peg.Since, null, IsFixed: true, IsCorrected: false));
        }
        return new(source, status, effectiveOn, [.. rates.OrderBy(r => Currencies.Main.ToList().IndexOf(r.Currency))]);
    }
}

/// <summary>One source in the table.</summary>
/// <param name="EffectiveOn">The day of its newest bulletin in force; null when nothing was loaded.</param>
public sealed record SourceRates(RateSource Source, RateStatus Status, DateOnly? EffectiveOn, IReadOnlyList<TableRate> Rates)
{
    /// <summary>Key of the words for the status.</summary>
    public string StatusKey => RateWords.Key(Status);
}

/// <summary>One value in the table.</summary>
/// <param name="Currency">The foreign money: the value is home money for <paramref name="Nominal"/> of it, or with
/// <see cref="Quotation.ForeignPerHome"/> that many of it for one unit of home money.</param>
/// <param name="EffectiveOn">Its own day: the Kyrgyz bank sets some currencies weekly.</param>
public sealed record TableRate(
    string Currency, int Nominal, string Published, DateOnly EffectiveOn, RateChange? Change, bool IsFixed, bool IsCorrected)
{
    /// <summary>Key of the words for the movement.</summary>
    public string MovementKey => IsFixed ? "rate-fixed" : RateWords.Key(Change);

    /// <summary>The value with all its digits in a language's form.</summary>
    public string Value(string language) => RateFormat.Value(Published, language);
}
