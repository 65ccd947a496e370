using Chapar.Database;

namespace Chapar.Rates;

/// <summary>One official value as it is quoted in a text.</summary>
/// <param name="Pair">"USD/KGS".</param>
/// <param name="Units">For how many units of the first money the value is.</param>
/// <param name="Digits">As printed by the bank; for a cross or an inverse six significant digits.</param>
/// <param name="EffectiveOn">The day of its bulletin; of a cross the day of the older one.</param>
/// <param name="Sources">The bank, or the banks of a cross.</param>
/// <param name="IsCorrected">A bank has said something else for that day before.</param>
public sealed record RateQuote(string Pair, int Units, string Digits, DateOnly EffectiveOn, IReadOnlyList<RateSource> Sources, bool IsCorrected)
{
    /// <summary>The value in force on a day; null when the pair or the day is unknown. A day that is given fixes the figure: it stays what it was on
    /// that day, whatever is published later, unless the bank corrects its bulletin of then.</summary>
    /// <param name="db">The database.</param>
    /// <param name="pair">"usd-kgs": the money of which one unit is told, then the money it is told in.</param>
    /// <param name="asOf">The day; today at the bank when null.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<RateQuote?> ReadAsync(NewsDb db, string pair, DateOnly? asOf, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (pair.ToUpperInvariant().Split('-') is not [var first, var second] || !Currencies.IsActive(first) || !Currencies.IsActive(second)) return null;
        DateOnly day = asOf ?? RateSources.Today(first, second, nowUtc);
        if (await CrossRate.FindAsync(db, first, second, day, cancellation) is not { Legs: [var leg, ..] legs } rate) return null;
        var derived = DerivedRate.Of(rate.UnitValue);
        return new RateQuote($"{first}/{second}", rate.IsPublished ? leg.Row.Nominal : derived.Units, rate.IsPublished ? leg.Row.Published : derived.Digits,
            rate.EffectiveOn, [.. legs.Select(l => l.Source).Distinct()], legs.Any(l => l.Row.IsCorrected));
    }
}
