using Chapar.Database;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>What <c>/rates</c> shows: each source with the whole of its list.</summary>
public sealed record RatesTable(IReadOnlyList<SourceRates> Sources)
{
    /// <summary>The table as it is at a moment.</summary>
    public static async Task<RatesTable> ReadAsync(NewsDb db, DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<SourceRates> sources = [];
        IReadOnlySet<string> unreadable = await db.FailingAsync(cancellation);
        foreach (RateSource source in RateSources.All)
            sources.Add(await ReadAsync(db, source, unreadable, nowUtc, cancellation));
        return new(sources);
    }

    /// <summary>The list of one source.</summary>
    public static async Task<SourceRates> ReadAsync(NewsDb db, RateSource source, DateTime nowUtc, CancellationToken cancellation = default) =>
        await ReadAsync(db, source, await db.FailingAsync(cancellation), nowUtc, cancellation);

    static async Task<SourceRates> ReadAsync(NewsDb db, RateSource source, IReadOnlySet<string> unreadable, DateTime nowUtc, CancellationToken cancellation)
    {
        List<TableRate> rates = [];
        RateStatus status = RateStatus.Missing;
        DateOnly? effectiveOn = null;
        DateOnly today = source.Today(nowUtc);
        foreach (BulletinSeries series in Enum.GetValues<BulletinSeries>())
        {
            if (series == BulletinSeries.Weekly && source != NationalBankOfTheKyrgyzRepublic.Source)
                continue;
            IQueryable<Bulletin> shown = db.Bulletins.Shown(source.Key, series);
            Bulletin? bulletin = await shown.InForceAsync(today, cancellation);
            if (bulletin is null)
                continue;
            if (series == BulletinSeries.Daily)
                (status, effectiveOn) = (RateStatuses.Of(source, bulletin.EffectiveOn, nowUtc, unreadable.Contains(source.Key)), bulletin.EffectiveOn);
            Bulletin? before = await shown.BeforeAsync(bulletin, cancellation);
            Bulletin? next = await shown.AfterAsync(today, cancellation);
            rates.AddRange(from row in bulletin.Rates
                           where row.HeldReason is null && Currencies.IsActive(row.Currency) && rates.All(r => r.Currency != row.Currency)
                           select Row(source, bulletin, row, before?.Of(row.Currency), next));
        }
        if (rates.Count == 0 && source.HomeCurrency == "TMT")
        {
            (status, effectiveOn) = (RateStatus.Fixed, CentralBankOfTurkmenistan.Peg.Since);
            rates.Add(new("USD", 1, CentralBankOfTurkmenistan.Peg.Published, CentralBankOfTurkmenistan.Peg.UnitValue, CentralBankOfTurkmenistan.Peg.Since,
                null, IsFixed: true, IsCorrected: false, null));
        }
        return new(source, status, effectiveOn, [.. rates.OrderBy(r => Place(r.Currency)).ThenBy(r => r.Currency, StringComparer.Ordinal)]);
    }

    static TableRate Row(RateSource source, Bulletin bulletin, Rate row, Rate? before, Bulletin? next)
    {
        bool isFixed = CentralBankOfTurkmenistan.IsPeg(source, row);
        return new(row.Currency, row.Nominal, row.Published, row.UnitValue, bulletin.EffectiveOn,
            before is null || isFixed ? null : RateChange.Between(before, row), isFixed, bulletin.IsCorrection,
            next?.Of(row.Currency) is { } later
                ? new(later.Published, later.Nominal, later.UnitValue, next.EffectiveOn, isFixed ? null : RateChange.Between(row, later))
                : null);
    }

    static int Place(string currency) => Currencies.Main.ToList().IndexOf(currency) is >= 0 and var at ? at : int.MaxValue;
}

/// <summary>One source in the table.</summary>
/// <param name="EffectiveOn">The day of its newest bulletin in force; null when nothing was loaded.</param>
/// <param name="Rates">The currencies of <see cref="Currencies.Main"/> first, in their order, then the others by their codes.</param>
public sealed record SourceRates(RateSource Source, RateStatus Status, DateOnly? EffectiveOn, IReadOnlyList<TableRate> Rates)
{
    /// <summary>Key of the words for the status.</summary>
    public string StatusKey => RateWords.Key(Status);

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
/// <param name="UnitValue">The value for one unit.</param>
/// <param name="EffectiveOn">Its own day: the Kyrgyz bank sets some currencies weekly.</param>
/// <param name="Next">The value of a later day, where it is set already.</param>
public sealed record TableRate(
    string Currency, int Nominal, string Published, decimal UnitValue, DateOnly EffectiveOn, RateChange? Change, bool IsFixed, bool IsCorrected, NextRate? Next)
{
    /// <summary>Key of the words for the movement.</summary>
    public string MovementKey => IsFixed ? "rate-fixed" : RateWords.Key(Change);

    /// <summary>The value with all its digits in a language's form.</summary>
    public string Value(string language) => RateFormat.Value(Published, language);
}
