using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>What sources that are no banks say: always under their own name, with the words "indicative, not official".</summary>
public static class IndicativeRates
{
    /// <summary>The newest value of each currency of each indicative source; nothing where none is switched on and read.</summary>
    public static async Task ShowAsync(NewsDb db, IEnumerable<RateSource> sources, TextWriter to, CancellationToken cancellation = default)
    {
        foreach (RateSource source in sources.Where(s => !s.IsOfficial))
        {
            // The days differ by currency; two weeks hold them all.
            List<Bulletin> bulletins = await db.Bulletins.Shown(source.Key).OrderByDescending(b => b.EffectiveOn).Take(14).ToListAsync(cancellation);
            foreach (string currency in Currencies.Main.Where(c => c != source.HomeCurrency))
                if (bulletins.FirstOrDefault(b => b.Of(currency) is not null) is { } newest)
                    await to.WriteLineAsync(FormattableString.Invariant(
                        $"{source.HomeCurrency}/{currency}  {newest.Of(currency)!.Published} of {newest.EffectiveOn:yyyy-MM-dd}, indicative, not official  ({source.Name})"));
        }
    }
}
