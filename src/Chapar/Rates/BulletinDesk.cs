using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chapar.Rates;

/// <summary>Takes bulletins of one source into the database: judges each, makes revisions, keeps what is doubtful out of sight. Nothing is saved
/// before <see cref="SaveAsync"/>, so a document is taken whole or not at all.</summary>
/// <param name="db">The database.</param>
/// <param name="source">The bank.</param>
/// <param name="now">The present instant.</param>
/// <param name="isLive">True for what the bank offers as its latest: it cannot be older than what is shown. Histories can.</param>
public sealed class BulletinDesk(NewsDb db, RateSource source, DateTime now, bool isLive = false)
{
    readonly List<Bulletin> shown = [];
    readonly List<string> refusals = [], doubts = [];
    readonly SecondOpinion second = new(db, source);
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
            List<Bulletin> stored = await db.Bulletins
                .Where(b => b.Source == source.Key && b.Series == series.Key && b.EffectiveOn >= first && b.EffectiveOn <= last)
                .ToListAsync(cancellation);
            ILookup<DateOnly, Bulletin> byDay = stored.ToLookup(b => b.EffectiveOn);
            DateOnly? inForce = isLive ? (await db.Bulletins.Shown(source.Key, series.Key).InForceAsync(source.Today(now), cancellation))?.EffectiveOn : null;
            SeriesSoFar soFar = await SeriesSoFar.ReadAsync(db, source, series.Key, first, cancellation);
            foreach (Bulletin earlier in soFar.Since)
            {
                if (earlier.IsCurrent)
                    soFar.See(earlier);
                if (earlier.Waits)
                    await ReconsiderAsync(earlier, soFar, days, soFar.Since.FirstOrDefault(b => b.IsCurrent && b.EffectiveOn == earlier.EffectiveOn), cancellation);
            }
            // Stored days between the loaded ones are seen too: the move of a day is judged against the day before it.
            DateOnly[] known = [.. stored.Where(b => b.IsCurrent).Select(b => b.EffectiveOn).Concat(days.Select(d => d.EffectiveOn)).Distinct().Order()];
            Dictionary<DateOnly, int> incoming = days.Select((d, i) => (d.EffectiveOn, i)).ToDictionary();
            foreach (DateOnly day in known)
            {
                Bulletin[] revisions = [.. byDay[day]];
                Bulletin? seen = revisions.FirstOrDefault(b => b.IsCurrent);
                if (incoming.TryGetValue(day, out int i))
                    seen = await TakeAsync(days[i], revisions, document, isKnown, soFar, new(days.Skip(i + 1), inForce), cancellation) ?? seen;
                soFar.See(seen);
            }
        }
    }

    /// <summary>Takes one bulletin; the revision that is shown from now on, or null when that does not change.</summary>
    async Task<Bulletin?> TakeAsync(
        ParsedBulletin bulletin, Bulletin[] revisions, RateDocument document, bool isKnown, SeriesSoFar soFar, Ahead ahead, CancellationToken cancellation)
    {
        Bulletin? current = revisions.FirstOrDefault(b => b.IsCurrent);
        // What the document says nothing about stays as it is, held rows held.
        Rate[] kept = current is not null && bulletin.IsPartial ? [.. current.Rates.Where(r => bulletin.Rates.All(n => n.Currency != r.Currency))] : [];
        string digest = Bulletin.DigestOf([.. bulletin.Rates.Select(r => new Rate(r)), .. kept]);
        if (revisions.FirstOrDefault(b => b.ValuesDigest == digest && b.Waits && b.Revision > (current?.Revision ?? 0)) is { } waiting)
        {
            // The bank still says so: its day may have come near, or another bank may say the same by now.
            if (await ReconsiderAsync(waiting, soFar, ahead.Later, current, cancellation))
                return waiting;
            unchanged++;
            return null;
        }
        if ((isKnown && revisions.Length > 0) || revisions.Any(b => b.ValuesDigest == digest && (b.IsCurrent || b.HeldReason is not null)))
        {
            unchanged++;
            return null;
        }

        string where = $"{document.FileName}: {source.Key} {bulletin.EffectiveOn:yyyy-MM-dd}";
        ParsedRate[] fresh = [.. bulletin.Rates.Where(r => current?.Rates.Any(s => s.Currency == r.Currency && s.UnitValue == r.UnitValue) is not true)];
        ParsedBulletin whole = bulletin with { Rates = [.. bulletin.Rates, .. kept.Select(r => r.Parsed)] };
        Judgement judgement = await JudgeAsync(whole, fresh, soFar, ahead, cancellation);
        if (judgement.Verdict == Verdict.Refuse)
        {
            refusals.Add($"{where}: {judgement.Reason}");
            return null;
        }
        // Rows of a day that is there, of which nothing was said before, are no restatement.
        bool completes = current is not null && bulletin.IsPartial && fresh.All(r => current.Rates.All(s => s.Currency != r.Currency));
        bool isHeld = judgement.Verdict == Verdict.Hold;
        Bulletin taken;
        if (completes && !isHeld)
        {
            taken = current!;
            taken.Complete(fresh, document);
            completed++;
        }
        else
        {
            taken = new(bulletin, document, 1 + revisions.Select(b => b.Revision).DefaultIfEmpty().Max(), now, kept.Select(r => r with { DocumentId = r.DocumentId ?? current!.DocumentId }));
            db.Bulletins.Add(taken);
        }
        if (isHeld)
        {
            taken.Hold(judgement.Reason!);
            doubts.Add($"{where}: {judgement.Reason}; the bulletin is not shown");
            held++;
            return null;
        }
        foreach ((string currency, Doubt doubt) in judgement.Doubts)
        {
            taken.Hold(currency, doubt.Reason);
            doubts.Add($"{where}: the row {doubt.Reason}; it is not shown");
        }
        shown.Add(taken);
        if (completes)
            return taken;
        taken.Show(current);
        if (current is null)
            loaded++;
        else if (taken.IsCorrection)
            restated++;
        else
            completed++;
        return taken;
    }

    /// <summary>Looks again at what waits, by what has become known since; true when more of it is shown from now on.</summary>
    async Task<bool> ReconsiderAsync(Bulletin waiting, SeriesSoFar soFar, IEnumerable<ParsedBulletin> later, Bulletin? current, CancellationToken cancellation)
    {
        ParsedBulletin parsed = waiting.Parsed();
        ParsedRate[] rows = waiting.IsCurrent ? [.. waiting.WaitingRows().Select(r => r.Parsed)] : [.. parsed.Rates];
        Ahead ahead = new(soFar.Since.Where(b => b.EffectiveOn > waiting.EffectiveOn).Select(b => b.Parsed()).Concat(later), InForce: null);
        Judgement judgement = await JudgeAsync(parsed, rows, soFar, ahead, cancellation);
        if (judgement.Verdict != Verdict.Accept || judgement.Doubts.Count == rows.Length)
            return false;
        if (waiting.IsCurrent)
        {
            foreach (ParsedRate believed in rows.Where(r => !judgement.Doubts.ContainsKey(r.Currency)))
                waiting.Release(believed.Currency);
        }
        else
        {
            foreach ((string currency, Doubt doubt) in judgement.Doubts)
                waiting.Hold(currency, doubt.Reason);
            waiting.Show(current);
        }
        shown.Add(waiting);
        soFar.See(waiting);
        released++;
        return true;
    }

    /// <summary>Judges, and asks the other banks about jumps.</summary>
    async Task<Judgement> JudgeAsync(ParsedBulletin bulletin, IReadOnlyCollection<ParsedRate> fresh, SeriesSoFar soFar, Ahead ahead, CancellationToken cancellation)
    {
        DateOnly today = source.Today(now);
        Judgement judgement = BulletinRules.Judge(bulletin, fresh, new(soFar.Rows, soFar.Last, ahead.Later, today, source.Furthest(today), ahead.InForce));
        Dictionary<string, Doubt> left = [];
        foreach ((string currency, Doubt doubt) in judgement.Doubts)
            if (!doubt.IsJump || await second.AgreeingAsync(currency, fresh.First(r => r.Currency == currency).UnitValue, bulletin.EffectiveOn, cancellation) is null)
                left[currency] = doubt;
        // The dollar is what the whole bulletin is made from.
        return left.TryGetValue("USD", out Doubt? dollar) ? new(Verdict.Hold, dollar.Reason, left) : judgement with { Doubts = left };
    }

    /// <summary>What is known beyond the day that is judged.</summary>
    /// <param name="Later">What the bank says for later days.</param>
    /// <param name="InForce">As in <see cref="Surroundings"/>.</param>
    sealed record Ahead(IEnumerable<ParsedBulletin> Later, DateOnly? InForce);

    /// <summary>Shows what an earlier load of the same document held: somebody has looked at it.</summary>
    public async Task ReleaseAsync(RateDocument document, CancellationToken cancellation = default)
    {
        List<Bulletin> waiting = await db.Bulletins.Waiting().Where(b => b.DocumentId == document.Id).ToListAsync(cancellation);
        foreach (Bulletin bulletin in waiting)
        {
            foreach (Rate rate in bulletin.WaitingRows().ToList())
                bulletin.Release(rate.Currency);
            if (!bulletin.IsCurrent)
                bulletin.Show(await db.CurrentAsync(bulletin, cancellation));
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
        }
        else if (held == 0 && unchanged == 0)
        {
            return; // all was refused: the document is not kept
        }
        await TellByEarlierAsync(cancellation);
        await RateYears.SaveAsync(db, shown, cancellation);
        shown.Clear();
    }

    /// <summary>New documents are kept as what is new in them.</summary>
    async Task TellByEarlierAsync(CancellationToken cancellation)
    {
        RateDocument? basis = null;
        foreach (EntityEntry<RateDocument> added in db.ChangeTracker.Entries<RateDocument>().Where(e => e.State == EntityState.Added).OrderBy(e => e.Entity.FetchedAt).ToList())
        {
            DateTime since = added.Entity.FetchedAt.AddDays(-RateDocument.BasisDays);
            if (basis is null || basis.FetchedAt < since)
                basis = await db.RateDocuments.AsNoTracking()
                    .Where(d => d.Source == source.Key && d.BaseId == null && d.FetchedAt >= since).OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancellation);
            if (basis is not null)
                added.Entity.TellBy(basis);
            if (added.Entity.BaseId is null)
                basis = added.Entity;
        }
    }
}
