using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates;

/// <summary>Takes bulletins of one source into the database: judges each, makes revisions, keeps what is doubtful out of sight. Nothing is saved
/// before <see cref="SaveAsync"/>, so a document is taken whole or not at all.</summary>
public sealed class BulletinDesk(NewsDb db, RateSource source, DateTime now)
{
    readonly List<Bulletin> shown = [];
    readonly List<string> refusals = [], doubts = [];
    int loaded, restated, completed, unchanged, held, released;

    public RateLoadReport Report(int nothing = 0) => new(loaded, restated, completed, unchanged, held, released, nothing, [.. refusals], [.. doubts]);

    /// <summary>Takes the bulletins of one document in the order of their days.</summary>
    public async Task TakeAsync(IReadOnlyList<ParsedBulletin> bulletins, RateDocument document, CancellationToken cancellation = default)
    {
        // A document that was taken before has nothing new to say about days that are there: what was restated since must stay so.
        bool isKnown = db.Entry(document).State == EntityState.Unchanged;
        foreach (IGrouping<BulletinSeries, ParsedBulletin> series in bulletins.GroupBy(b => b.Series))
        {
            ParsedBulletin[] days = [.. series.OrderBy(b => b.EffectiveOn)];
            DateOnly first = days[0].EffectiveOn, last = days[^1].EffectiveOn;
            List<Bulletin> stored = await db.Bulletins.Include(b => b.Rates)
                .Where(b => b.Source == source.Key && b.Series == series.Key && b.EffectiveOn >= first && b.EffectiveOn <= last)
                .ToListAsync(cancellation);
            ILookup<DateOnly, Bulletin> byDay = stored.ToLookup(b => b.EffectiveOn);
            Bulletin? before = await db.Bulletins.AsNoTracking().Include(b => b.Rates)
                .Where(b => b.Source == source.Key && b.Series == series.Key && b.IsCurrent && b.EffectiveOn < first)
                .OrderByDescending(b => b.EffectiveOn).FirstOrDefaultAsync(cancellation);
            // Stored days between the loaded ones are seen too: the move of a day is judged against the day before it.
            DateOnly[] known = [.. stored.Where(b => b.IsCurrent).Select(b => b.EffectiveOn).Concat(days.Select(d => d.EffectiveOn)).Distinct().Order()];
            Dictionary<DateOnly, ParsedBulletin> incoming = days.ToDictionary(d => d.EffectiveOn);
            for (int i = 0; i < known.Length; i++)
            {
                DateOnly day = known[i];
                Bulletin? current = byDay[day].FirstOrDefault(b => b.IsCurrent);
                if (incoming.TryGetValue(day, out ParsedBulletin? bulletin))
                    current = Take(bulletin, [.. byDay[day]], before, i + 1 < known.Length ? incoming.GetValueOrDefault(known[i + 1]) : null, document, isKnown) ?? current;
                before = current ?? before;
            }
        }
    }

    /// <summary>Takes one bulletin; the revision that is shown from now on, or null when that does not change.</summary>
    Bulletin? Take(ParsedBulletin bulletin, Bulletin[] revisions, Bulletin? before, ParsedBulletin? after, RateDocument document, bool isKnown)
    {
        Bulletin? current = revisions.FirstOrDefault(b => b.IsCurrent);
        if (current is not null && bulletin.IsPartial)
            bulletin = bulletin with { Rates = [.. bulletin.Rates, .. current.Rates.Where(r => bulletin.Rates.All(n => n.Currency != r.Currency)).Select(Again)] };
        string digest = Bulletin.DigestOf(bulletin.Rates);
        if ((isKnown && revisions.Length > 0) || revisions.Any(b => b.ValuesDigest == digest && (b.IsCurrent || b.HeldReason is not null)))
        {
            unchanged++;
            return null;
        }

        string where = $"{document.FileName}: {source.Key} {bulletin.EffectiveOn:yyyy-MM-dd}";
        Judgement judgement = BulletinRules.Judge(bulletin, before, source.Today(now), after);
        if (judgement.Verdict == Verdict.Refuse)
        {
            refusals.Add($"{where}: {judgement.Reason}");
            return null;
        }

        Bulletin revision = new(bulletin, document.Id, 1 + revisions.Select(b => b.Revision).DefaultIfEmpty().Max(), now);
        db.Bulletins.Add(revision);
        foreach ((string currency, string reason) in judgement.HeldRows)
        {
            revision.Rates.First(r => r.Currency == currency).Hold(reason);
            doubts.Add($"{where}: the row {reason}; it is not shown");
        }
        if (judgement.Verdict == Verdict.Hold)
        {
            revision.Hold(judgement.Reason!);
            doubts.Add($"{where}: {judgement.Reason}; the bulletin is not shown");
            held++;
            return null;
        }
        revision.Show(current);
        shown.Add(revision);
        if (current is null)
            loaded++;
        else if (revision.IsCorrection)
            restated++;
        else
            completed++;
        return revision;
    }

    /// <summary>Shows what an earlier load of the same document held: somebody has looked at it.</summary>
    public async Task ReleaseAsync(RateDocument document, CancellationToken cancellation = default)
    {
        List<Bulletin> waiting = await db.Bulletins.Include(b => b.Rates)
            .Where(b => b.DocumentId == document.Id && (b.HeldReason != null || b.Rates.Any(r => r.HeldReason != null)))
            .ToListAsync(cancellation);
        foreach (Bulletin bulletin in waiting)
        {
            foreach (Rate rate in bulletin.Rates)
                rate.Release();
            if (!bulletin.IsCurrent)
                bulletin.Show(await db.Bulletins.Include(b => b.Rates).FirstOrDefaultAsync(
                    b => b.Source == bulletin.Source && b.Series == bulletin.Series && b.EffectiveOn == bulletin.EffectiveOn && b.IsCurrent, cancellation));
            shown.Add(bulletin);
            released++;
        }
    }

    /// <summary>Saves what was taken; readers see it when this returns.</summary>
    public async Task SaveAsync(string by, CancellationToken cancellation = default)
    {
        if (shown.Count > 0)
        {
            Bulletin newest = shown.MaxBy(b => b.EffectiveOn)!;
            DateOnly oldest = shown.Min(b => b.EffectiveOn);
            string days = oldest == newest.EffectiveOn ? $"{oldest:yyyy-MM-dd}" : $"{oldest:yyyy-MM-dd} to {newest.EffectiveOn:yyyy-MM-dd}";
            db.Record(new NewsEvent(NewsEvents.RatesPublished, newest.Id, now, by, $"{source.Key} {days}"));
            db.Raise(EditionNames.Rates);
            shown.Clear();
        }
        else if (held == 0 && unchanged == 0)
        {
            return; // all was refused: the document is not kept
        }
        await db.SaveChangesAsync(cancellation);
    }

    static ParsedRate Again(Rate rate) => new(rate.Currency, rate.Nominal, rate.Published, rate.UnitValue);
}
