using Chapar.Database;

namespace Chapar.Rates;

/// <summary>What the other banks make of a value that one bank says: a cross of two rows of one bulletin. The Bank of Russia's rows of the region carry
/// the home banks' own dollar rates.</summary>
sealed class SecondOpinion(NewsDb db, RateSource source)
{
    /// <summary>An older bulletin says nothing about a jump.</summary>
    const int Days = 4;

    /// <summary>A row whose last digit is more than a hundredth of it cannot tell a move of two.</summary>
    const decimal Coarse = 0.01m;

    readonly Dictionary<DateOnly, List<(RateSource Source, Bulletin Bulletin)>> read = [];

    /// <summary>A bank by whose bulletin of that day or the days before the value is right to two in a hundred; null when there is none.</summary>
    public async Task<RateSource?> AgreeingAsync(string currency, decimal unitValue, DateOnly day, CancellationToken cancellation)
    {
        if (!read.TryGetValue(day, out List<(RateSource Source, Bulletin Bulletin)>? others))
        {
            read[day] = others = [];
            foreach (RateSource other in RateSources.All.Where(s => s.Key != source.Key))
                if (await db.Bulletins.Shown(other.Key).InForceAsync(day, cancellation) is { } bulletin && day.DayNumber - bulletin.EffectiveOn.DayNumber <= Days)
                    others.Add((other, bulletin));
        }
        decimal value = source.Quotation == Quotation.HomePerForeign ? unitValue : 1 / unitValue;
        foreach ((RateSource other, Bulletin bulletin) in others)
            if (HomeFor(other, bulletin, currency) is { } foreign && HomeFor(other, bulletin, source.HomeCurrency) is { } home
                && Math.Abs(foreign / home / value - 1) <= BulletinRules.Agreement)
                return other;
        return null;
    }

    /// <summary>The other bank's money for one unit of a currency; null where it says nothing fine enough.</summary>
    static decimal? HomeFor(RateSource other, Bulletin bulletin, string currency)
    {
        if (currency == other.HomeCurrency)
            return 1;
        if (bulletin.Of(currency) is not { } rate || PublishedText.Step(rate.Published, rate.Nominal) / rate.UnitValue > Coarse)
            return null;
        return bulletin.Quotation == Quotation.HomePerForeign ? rate.UnitValue : 1 / rate.UnitValue;
    }
}
