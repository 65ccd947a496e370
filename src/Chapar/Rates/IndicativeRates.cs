using Chapar.Database;
using Chapar.Rates.Fetching;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>One value of a source that is no bank.</summary>
/// <param name="Currency">So many of this money for one unit of the source's.</param>
/// <param name="Status">How it stands to today.</param>
public sealed record IndicativeRate(RateSource Source, string Currency, RatePoint Point, RateStatus Status);

/// <summary>What sources that are no banks say: always under their own name, with the words "indicative, not official", and never among official
/// values.</summary>
public static class IndicativeRates
{
    /// <summary>The newest value of each main currency of each indicative source among these; nothing where none is switched on and read.</summary>
    public static async Task<IReadOnlyList<IndicativeRate>> ReadAsync(NewsDb db, IEnumerable<RateSource> sources, DateTime nowUtc, CancellationToken cancellation = default)
    {
        List<IndicativeRate> rates = [];
        foreach (RateSource source in sources.Where(s => !s.IsOfficial))
        {
            bool isUnreadable = (await FetchStates.FailingAsync(db, cancellation)).Contains(source.Key);
            // The days differ by currency; two weeks hold them all.
            List<Bulletin> bulletins = await db.Bulletins.Shown(source.Key).OrderByDescending(b => b.EffectiveOn).Take(14).ToListAsync(cancellation);
            rates.AddRange(from currency in Currencies.Main
                           where currency != source.HomeCurrency
                           let newest = bulletins.FirstOrDefault(b => b.Of(currency) is not null)
                           where newest is not null
                           select new IndicativeRate(source, currency, newest.Point(newest.Of(currency)!), RateStatuses.Of(source, newest.EffectiveOn, nowUtc, isUnreadable)));
        }
        return rates;
    }

    /// <summary>The same as lines for people.</summary>
    public static async Task ShowAsync(NewsDb db, IEnumerable<RateSource> sources, DateTime nowUtc, TextWriter to, CancellationToken cancellation = default)
    {
        foreach (IndicativeRate rate in await ReadAsync(db, sources, nowUtc, cancellation))
            await to.WriteLineAsync(FormattableString.Invariant(
                $"{rate.Source.HomeCurrency}/{rate.Currency}  {rate.Point.Published} of {rate.Point.EffectiveOn:yyyy-MM-dd}, indicative, not official  ({rate.Source.Name})"));
    }
}
