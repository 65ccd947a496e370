using Chapar.Database;

namespace Chapar.Rates;

/// <summary>One official value as it is quoted in a text.</summary>
/// <param name="Pair">"USD/KGS".</param>
/// <param name="Published">As printed by the bank.</param>
/// <param name="EffectiveOn">The day of its bulletin.</param>
/// <param name="Source">The bank: always the home bank of the second money of the pair.</param>
public sealed record RateQuote(string Pair, string Published, DateOnly EffectiveOn, RateSource Source)
{
    /// <summary>The value in force on a day (today at the bank when null); null when the pair or the day is unknown, or the value is not for one unit.</summary>
    /// <param name="db">The database.</param>
    /// <param name="pair">"usd-kgs": foreign money, then local money.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="nowUtc">The present instant.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<RateQuote?> ReadAsync(NewsDb db, string pair, DateOnly? asOf, DateTime nowUtc, CancellationToken cancellation = default)
    {
        if (pair.ToUpperInvariant().Split('-') is not [var foreign, var local]) return null;
        if (RateSources.All.FirstOrDefault(s => s.HomeCurrency == local) is not { } source) return null;
        var day = asOf ?? source.Today(nowUtc);
        var series = await RateHistory.ReadAsync(db, source, foreign, day, day, cancellation);
        if (series.Latest is not { Nominal: 1 } rate) return null;
        return new RateQuote($"{foreign}/{local}", rate.Published, rate.EffectiveOn, source);
    }
}
