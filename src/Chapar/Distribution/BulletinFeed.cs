using System.Net;
using System.Text;
using Chapar.Database;
using Chapar.Rates;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

/// <summary>The words of the interface that the feed of bulletins needs, in its language.</summary>
/// <param name="Title">Of the feed.</param>
/// <param name="Description">Of the feed.</param>
/// <param name="ValidFor">"valid for {0}".</param>
/// <param name="Corrected">"corrected by the bank".</param>
/// <param name="Day">How a day is written.</param>
/// <param name="Money">The name of a currency.</param>
/// <param name="Bank">The name of a bank.</param>
public sealed record BulletinFeedWords(
    string Title, string Description, string ValidFor, string Corrected, Func<DateOnly, string> Day, Func<string, string> Money, Func<RateSource, string> Bank);

/// <summary>The newest bulletins of all banks as a feed: one item a bulletin, with the values of the main currencies. Weekend copies of a bulletin
/// under a new date are no news; a correction is an item of its own.</summary>
public static class BulletinFeed
{
    /// <summary>Bulletins in the feed.</summary>
    public const int Length = 40;

    public static async Task<Feed> ReadAsync(NewsDb db, Publication publication, BulletinFeedWords words, string language, CancellationToken stop)
    {
        string[] official = [.. RateSources.All.Select(s => s.Key)];
        var bulletins = await db.Bulletins.AsNoTracking().Where(b => b.IsCurrent && official.Contains(b.Source))
            .OrderByDescending(b => b.EffectiveOn).ThenBy(b => b.Source).Take(4 * Length).ToListAsync(stop);
        var page = $"{publication.Prefix(language)}/rates";
        return new Feed(words.Title, words.Description, language, page, [.. News(bulletins).Take(Length).Select(Item)], [EditionNames.Rates], null);

        FeedItem Item(Bulletin bulletin)
        {
            var source = RateSources.Of(bulletin.Source);
            var day = words.Day(bulletin.EffectiveOn);
            var headline = $"{words.Bank(source)}: {string.Format(null, words.ValidFor, day)}{(bulletin.IsCorrection ? $" ({words.Corrected})" : "")}";
            var first = bulletin.Of("USD") ?? bulletin.Rates.FirstOrDefault(r => r.HeldReason is null);
            var at = bulletin.PublishedAt ?? bulletin.FetchedAt;
            return new(bulletin.Id, publication.Absolute($"{page}/{source.Key}"), headline, first is null ? "" : Line(source, first), Table(source, bulletin), at, at,
                [new(words.Bank(source), source.Url.ToString())], [source.HomeCurrency], null);
        }

        string Table(RateSource source, Bulletin bulletin)
        {
            StringBuilder html = new("<ul>");
            foreach (var rate in bulletin.Rates.Where(r => r.HeldReason is null && Currencies.Main.Contains(r.Currency)).OrderBy(r => Currencies.Main.ToList().IndexOf(r.Currency)))
                html.Append("<li>").Append(WebUtility.HtmlEncode(Line(source, rate))).Append("</li>");
            return html.Append("</ul>").ToString();
        }

        string Line(RateSource source, Rate rate)
        {
            var value = RateFormat.Value(rate.Published, language);
            return source.Quotation == Quotation.HomePerForeign
                ? $"{rate.Nominal} {rate.Currency} ({words.Money(rate.Currency)}) = {value} {source.HomeCurrency}"
                : $"1 {source.HomeCurrency} = {value} {rate.Currency} ({words.Money(rate.Currency)})";
        }
    }

    /// <summary>Without those that say what the one before them said.</summary>
    static IEnumerable<Bulletin> News(IReadOnlyList<Bulletin> newestFirst)
    {
        for (var i = 0; i < newestFirst.Count; i++)
        {
            var bulletin = newestFirst[i];
            var before = newestFirst.Skip(i + 1).FirstOrDefault(b => b.Source == bulletin.Source && b.Series == bulletin.Series);
            if (before?.ValuesDigest != bulletin.ValuesDigest) yield return bulletin;
        }
    }
}
