using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates.Fetching;

/// <summary>How closely a bank is looked at.</summary>
public enum Look
{
    /// <summary>For what is not there yet: a day that is stored is not asked for again.</summary>
    ForNew,

    /// <summary>All that is in force or comes next.</summary>
    Latest,

    /// <summary>The same, and the last two weeks again: banks restate days without a word.</summary>
    Reread,
}

/// <summary>Brings the documents of a bank to the desk. What comes is either taken whole or not at all.</summary>
public sealed class RateCourier(BankLine line, FetchOptions options, TimeProvider clock, ILogger<RateCourier> log)
{
    /// <summary>So far back a day is read again.</summary>
    const int RereadDays = 14;

    /// <summary>Looks at one bank.</summary>
    public async Task<FetchResult> LookAsync(NewsDb db, RateSource source, Look look, CancellationToken cancellation)
    {
        DateOnly today = source.Today(Now);
        List<FetchResult> results = [];
        IReadOnlyList<FetchAddress> latest = source.Fetching.Latest(today);
        foreach (FetchAddress address in latest)
        {
            if (look == Look.ForNew && address.From is { } day && await db.Bulletins.HasAsync(source, day, cancellation))
                continue;
            if (results.Count > 0)
                await PauseAsync(source, cancellation);
            results.Add(await BringAsync(db, source, address, null, cancellation));
            if (results[^1].Outcome == FetchOutcome.TransportFailure)
                return FetchResult.Of(results); // the others would fail alike
        }
        if (look != Look.Reread)
            return FetchResult.Of(results);

        DateOnly from = today.AddDays(-RereadDays);
        foreach (FetchAddress address in source.Fetching.History(from, today).Where(a => !latest.Contains(a)))
        {
            await PauseAsync(source, cancellation);
            FetchResult result = await BringAsync(db, source, address, from, cancellation);
            // One wrong day of last week says nothing about today's rate: it is in the log.
            if (result.Outcome != FetchOutcome.WrongDocument)
                results.Add(result);
            if (result.Outcome == FetchOutcome.TransportFailure)
                break;
        }
        return FetchResult.Of(results);
    }

    /// <summary>Brings one document.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">The bank.</param>
    /// <param name="address">The document.</param>
    /// <param name="since">Days before this one are left out.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async Task<FetchResult> BringAsync(NewsDb db, RateSource source, FetchAddress address, DateOnly? since, CancellationToken cancellation)
    {
        FetchResult result;
        try
        {
            Uri uri = options.AddressOf(source, address);
            RateDocument? kept = await db.RateDocuments.NewestFromAsync(source, uri, cancellation);
            Answer answer = await line.AskAsync(source, address, kept, cancellation);
            // What waits of an unchanged document is looked at again: its day may have come near.
            if (answer == Answer.Unchanged && await db.Bulletins.Waiting().AnyAsync(b => b.DocumentId == kept!.Id, cancellation))
                answer = new() { Bytes = kept!.Raw(kept.BaseId is { } id ? await db.RateDocuments.FindAsync([id], cancellation) : null) };
            result = answer.Why ?? await TakeAsync(db, source, address, uri, answer, since, cancellation);
        }
        catch (RateDocumentException e)
        {
            result = new(FetchOutcome.WrongDocument, e.Problem);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
        log.Log(result.Outcome.IsFailure() ? LogLevel.Warning : LogLevel.Information, "{Source} {Path}: {Result}", source.Key, address.Path, result);
        return result;
    }

    /// <summary>Waits as long as this bank wants between two requests.</summary>
    public Task PauseAsync(RateSource source, CancellationToken cancellation) =>
        (options.Pause ?? source.Fetching.Pause) is var pause && pause > TimeSpan.Zero ? Task.Delay(pause, clock, cancellation) : Task.CompletedTask;

    async Task<FetchResult> TakeAsync(NewsDb db, RateSource source, FetchAddress address, Uri uri, Answer answer, DateOnly? since, CancellationToken cancellation)
    {
        ParsedDocument parsed = source.Read(answer.Bytes);
        if (parsed.IsNoPublication)
            return new(FetchOutcome.NoPublication, parsed.NothingOn is { } day ? $"nothing for {day:yyyy-MM-dd}" : "");
        if (Misplaced(source, address, parsed.Bulletins) is { } another)
            return new(FetchOutcome.WrongDocument, another);
        ParsedBulletin[] bulletins = [.. parsed.Bulletins.Where(b => since is null || b.EffectiveOn >= since)];

        RateDocument document = await db.RateDocuments.KnownAsync(source, answer.Bytes!, cancellation) ?? db.RateDocuments.Add(
            new(source.Key, address.FileName, answer.Bytes, Now, uri, answer.Status, answer.ETag, answer.PublishedAt)).Entity;
        // An address without a day says what the bank has now; rows of several days (no bank's) have older ones among them.
        BulletinDesk desk = new(db, source, Now, isLive: address is { From: null, IsHistory: false } && bulletins.Length == 1);
        await desk.TakeAsync(bulletins, document, cancellation);
        RateLoadReport report = desk.Report();
        if (report.Loaded + report.Restated + report.Completed + report.Released + report.Held > 0)
            await desk.SaveAsync("rates", cancellation); // a document that says only what is known is not kept
        return Told(report, bulletins);
    }

    /// <summary>Banks have answered with today's document to any question they could not answer.</summary>
    static string? Misplaced(RateSource source, FetchAddress address, IReadOnlyList<ParsedBulletin> bulletins)
    {
        foreach (DateOnly day in bulletins.Select(b => b.EffectiveOn))
            if (day > address.To || (day < address.From && !source.Fetching.AnswersWithLastBefore))
                return address.From == address.To
                    ? $"asked for {address.From:yyyy-MM-dd}, it is for {day:yyyy-MM-dd}"
                    : $"asked for {address.From:yyyy-MM-dd} to {address.To:yyyy-MM-dd}, it has {day:yyyy-MM-dd}";
        return null;
    }

    static FetchResult Told(RateLoadReport report, ParsedBulletin[] bulletins)
    {
        string days = bulletins.Length == 0 ? "" : $"for {bulletins[^1].EffectiveOn:yyyy-MM-dd}";
        if (report.Refusals.Count > 0)
            return new(FetchOutcome.WrongDocument, string.Join("; ", report.Refusals));
        if (report.Held > 0)
            return new(FetchOutcome.Held, string.Join("; ", report.Doubts));
        return report.Loaded + report.Restated + report.Completed + report.Released == 0
            ? new(FetchOutcome.NothingNew, days)
            : new(FetchOutcome.NewBulletin, $"{days}, {report}{string.Concat(report.Doubts.Select(d => "; " + d))}");
    }

    DateTime Now => clock.GetUtcNow().UtcDateTime;
}
