using Chapar.Database;
using Chapar.Events;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>A value, or a whole bulletin, that waits for an editor.</summary>
/// <param name="Id">"cbu-2026-04-01-1-TMT" for a row, "nbkr-2026-05-20-2" for a bulletin (its second revision): to be typed.</param>
/// <param name="Source">The bank.</param>
/// <param name="EffectiveOn">The day it is for.</param>
/// <param name="IsWholeBulletin">True when no row of the bulletin is shown; the values are then the dollar's.</param>
/// <param name="Currency">The currency the values are of; null for a bulletin without a dollar.</param>
/// <param name="Before">The value that is shown in its place: of that day or the newest before; null when there is none.</param>
/// <param name="Held">The value that waits; null where <paramref name="Currency"/> is.</param>
/// <param name="Reason">Why it was held, as it is stored.</param>
/// <param name="FetchedAt">When it came.</param>
public sealed record HeldRate(
    string Id, RateSource Source, DateOnly EffectiveOn, bool IsWholeBulletin, string? Currency, RatePoint? Before, RatePoint? Held, string Reason, DateTime FetchedAt)
{
    /// <summary>Why it was held, in words.</summary>
    public string Why(Words words) => Sentence.InStored(words, Reason);
}

/// <summary>What waits for an editor, and the two answers.</summary>
public static class HeldRates
{
    /// <summary>Everything that waits, the oldest day first. What the bank has restated since does not.</summary>
    public static async Task<IReadOnlyList<HeldRate>> ListAsync(NewsDb db, CancellationToken cancellation = default)
    {
        List<HeldRate> all = [];
        foreach ((Bulletin bulletin, Rate? row, string id) in await WaitingAsync(db.Bulletins.AsNoTracking(), cancellation))
        {
            RateSource source = RateSources.Of(bulletin.Source);
            Rate? rate = row ?? bulletin.Rates.FirstOrDefault(r => r.Currency == "USD");
            RatePoint? before = rate is null ? null
                : (await RateHistory.ReadAsync(db, source, rate.Currency, bulletin.EffectiveOn, bulletin.EffectiveOn, cancellation)).Latest;
            all.Add(new(id, source, bulletin.EffectiveOn, row is null, rate?.Currency, before, rate is null ? null : bulletin.Point(rate),
                row?.HeldReason ?? bulletin.HeldReason!, bulletin.FetchedAt));
        }
        return all;
    }

    /// <summary>Shows what was held; readers see it when this returns.</summary>
    /// <returns>Null when done, or a sentence that says why not.</returns>
    public static async Task<string?> AcceptAsync(NewsDb db, string id, string by, DateTime now, CancellationToken cancellation = default)
    {
        if (await FindAsync(db, id, cancellation) is not var (bulletin, row, name))
            return Unknown(id);
        if (row is not null)
            bulletin.Release(row.Currency);
        else
            bulletin.Show(await db.CurrentAsync(bulletin, cancellation));
        db.Record(new NewsEvent(NewsEvents.RatesPublished, bulletin.Id, now, by, $"{name} accepted: {(row?.HeldReason is { } reason ? Sentence.InStored(Words.In("en"), reason) : "the whole bulletin")}"));
        db.Raise(EditionNames.Rates);
        await RateYears.SaveAsync(db, [bulletin], cancellation);
        return null;
    }

    /// <summary>Leaves what was held out of sight for good. It stays in the archive, and loading it again does not bring it back.</summary>
    /// <returns>Null when done, or a sentence that says why not.</returns>
    public static async Task<string?> RefuseAsync(NewsDb db, string id, string reason, string by, DateTime now, CancellationToken cancellation = default)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return "A refusal needs a reason: it is all that is left of the value.";
        if (await FindAsync(db, id, cancellation) is not var (bulletin, row, name))
            return Unknown(id);
        string who = $"{by}, {now:yyyy-MM-dd HH:mm}: {reason.Trim()}";
        if (row is not null)
            bulletin.Refuse(row.Currency, who);
        else
            bulletin.Refuse(who);
        db.Record(new NewsEvent(NewsEvents.RatesRefused, bulletin.Id, now, by, $"{name}: {reason.Trim()}"));
        db.Raise(EditionNames.Rates);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    /// <summary>Bulletins in which something waits.</summary>
    internal static IQueryable<Bulletin> Waiting(this IQueryable<Bulletin> bulletins) =>
        bulletins.Where(b => (b.HeldReason != null && b.RefusedReason == null) || (b.RowsWaiting > 0 && b.IsCurrent));

    /// <summary>Of these, those that the bank has not restated since: a revision that came later and is shown has settled the matter.</summary>
    internal static IQueryable<Bulletin> StillWaiting(this IQueryable<Bulletin> bulletins) => bulletins.Waiting()
        .Where(b => !bulletins.Any(n => n.Source == b.Source && n.Series == b.Series && n.EffectiveOn == b.EffectiveOn && n.IsCurrent && n.Revision > b.Revision));

    /// <summary>The shown revision of the same day.</summary>
    internal static Task<Bulletin?> CurrentAsync(this NewsDb db, Bulletin bulletin, CancellationToken cancellation) =>
        db.Bulletins.FirstOrDefaultAsync(
            b => b.Source == bulletin.Source && b.Series == bulletin.Series && b.EffectiveOn == bulletin.EffectiveOn && b.IsCurrent, cancellation);

    static async Task<(Bulletin Bulletin, Rate? Row, string Id)?> FindAsync(NewsDb db, string id, CancellationToken cancellation)
    {
        var found = (await WaitingAsync(db.Bulletins, cancellation)).Where(w => w.Id.Equals(id, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 ? null : found[0];
    }

    static async Task<List<(Bulletin Bulletin, Rate? Row, string Id)>> WaitingAsync(IQueryable<Bulletin> bulletins, CancellationToken cancellation)
    {
        List<Bulletin> waiting = await bulletins.StillWaiting()
            .OrderBy(b => b.EffectiveOn).ThenBy(b => b.Source).ThenBy(b => b.Revision).ToListAsync(cancellation);
        return [.. waiting.SelectMany(b => b.HeldReason is not null
            ? [(b, (Rate?)null, Id(b))]
            : b.WaitingRows().Select(r => (b, (Rate?)r, $"{Id(b)}-{r.Currency}")))];
    }

    static string Id(Bulletin bulletin) =>
        $"{bulletin.Source}{(bulletin.Series == BulletinSeries.Weekly ? "-weekly" : "")}-{bulletin.EffectiveOn:yyyy-MM-dd}-{bulletin.Revision}";

    static string Unknown(string id) => $"Nothing that waits is called {id}. \"rates held\" lists what does.";
}
