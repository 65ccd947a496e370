using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Events;

/// <summary>What the house does when something happened. May run twice for one event, so it must be idempotent.</summary>
public interface IReact
{
    /// <summary>Its name in the delivery rows; never changed once used.</summary>
    string Name { get; }

    bool To(string eventName);

    /// <summary>Whether all events that are due are one piece of work, done or failed as one.</summary>
    bool IsOneWork => false;

    /// <summary>Of another reaction (itself after none), whose first try at an event is waited for, though not longer than a moment; null for none.</summary>
    string? After => null;

    /// <summary>Does the work for these events, oldest first. Throws when it did not succeed for all of them.</summary>
    Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop);
}

/// <param name="Reaction">Its name.</param>
public readonly record struct DeliveriesDone(string Reaction, int Done, int Of);

/// <summary>Makes one delivery of each event for each reaction to it, and runs each until done.</summary>
public sealed class Dispatcher(IServiceScopeFactory scopes, IEnumerable<IReact> reactions, TimeProvider clock, ILogger<Dispatcher> log) : IDisposable
{
    const int Batch = 500;

    /// <summary>Of what a reaction comes after: who takes longer, after an import, is not waited for.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>Each with what keeps two runs from doing the same work.</summary>
    readonly IReadOnlyList<(IReact Reaction, SemaphoreSlim One)> reactions = [.. reactions.Select(reaction => (reaction, new SemaphoreSlim(1, 1)))];
    readonly SemaphoreSlim making = new(1, 1);

    public void Dispose()
    {
        making.Dispose();
        foreach (var (_, one) in reactions) one.Dispose();
    }

    /// <summary>Does all that is due now. Returns the number of deliveries that were tried.</summary>
    public Task<int> RunDueAsync(CancellationToken stop = default) => RunDueAsync(null, stop);

    /// <summary>The same, telling how far each reaction is.</summary>
    public Task<int> RunDueAsync(IProgress<DeliveriesDone>? progress, CancellationToken stop) => RunAsync(progress, Timeout.InfiniteTimeSpan, stop);

    /// <summary>Does what is due of the reactions that are not at work already: a slow one must not keep the others from what happens meanwhile.</summary>
    public Task<int> RunFreeAsync(CancellationToken stop) => RunAsync(null, TimeSpan.Zero, stop);

    async Task<int> RunAsync(IProgress<DeliveriesDone>? progress, TimeSpan patience, CancellationToken stop)
    {
        await making.WaitAsync(stop);
        try
        {
            while (await MakeOutAsync(stop)) { }
        }
        finally
        {
            making.Release();
        }
        // Side by side: a slow channel must not keep the index waiting.
        Dictionary<string, Task<int>> runs = new(StringComparer.Ordinal);
        foreach (var (reaction, one) in reactions.OrderBy(each => each.Reaction.After is not null))
        {
            var before = reaction.After is { } name ? runs.GetValueOrDefault(name) : null;
            runs.Add(reaction.Name, Task.Run(async () =>
            {
                // It has told of its own failures.
                if (before is not null) await Task.WhenAny(before);
                return await DeliverAllAsync(reaction, one, patience, progress, stop);
            }, stop));
        }
        return (await Task.WhenAll(runs.Values)).Sum();
    }

    /// <summary>Writes the delivery rows of events that have none yet; true when there may be more events.</summary>
    async Task<bool> MakeOutAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var events = await db.Events.Where(e => !e.IsDispatched).OrderBy(e => e.Id).Take(Batch).ToListAsync(stop);
        if (events.Count == 0) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var newsEvent in events)
        {
            db.Deliveries.AddRange(reactions.Where(r => r.Reaction.To(newsEvent.Name)).Select(r => new Delivery(newsEvent, r.Reaction.Name, now)));
            newsEvent.MarkDispatched();
        }
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException e)
        {
            // Another process on the same database made them out in the same moment: its rows are as good.
            log.LogInformation(e, "Deliveries were made out by another process");
            return false;
        }
        return events.Count == Batch;
    }

    async Task<int> DeliverAllAsync(IReact reaction, SemaphoreSlim one, TimeSpan patience, IProgress<DeliveriesDone>? progress, CancellationToken stop)
    {
        if (!await one.WaitAsync(patience, stop)) return 0;
        try
        {
            int tried = 0, done, due = await DueAsync(reaction, stop);
            if (due == 0) return 0;
            await using var scope = scopes.CreateAsyncScope();
            await using var turn = await ReactionTurn.TakeAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), reaction.Name, waits: patience != TimeSpan.Zero, stop);
            // Another process is at it, and does what is due.
            if (turn is null) return 0;
            do
            {
                if (tried < due) progress?.Report(new DeliveriesDone(reaction.Name, tried, due));
                tried += done = await DeliverAsync(reaction, stop);
            }
            // What came meanwhile found the reaction at work: nobody else looks for it before the next pause is over.
            while (done > 0);
            progress?.Report(new DeliveriesDone(reaction.Name, due, due));
            return tried;
        }
        finally
        {
            one.Release();
        }
    }

    async Task<int> DueAsync(IReact reaction, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Due(scope.ServiceProvider.GetRequiredService<NewsDb>(), reaction).CountAsync(stop);
    }

    IQueryable<Delivery> Due(NewsDb db, IReact reaction)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = db.Deliveries.Where(d => d.Reaction == reaction.Name && d.State == DeliveryState.Waiting && d.DueAt <= now);
        if (reaction.After is not { } before) return due;
        var patience = now - LongestWait;
        return due.Where(d => d.DueAt <= patience || !db.Deliveries.Any(b => b.EventId == d.EventId && b.Reaction == before && b.State == DeliveryState.Waiting && b.Attempts == 0));
    }

    async Task<int> DeliverAsync(IReact reaction, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var due = await Due(db, reaction).Include(d => d.Event).OrderBy(d => d.EventId).Take(Batch).ToListAsync(stop);
        if (due.Count == 0) return 0;
        if (!await TryAsync(reaction, due, stop) && due.Count > 1 && !reaction.IsOneWork)
        {
            // One bad event must not hold up the others: each on its own.
            foreach (var delivery in due) await TryAsync(reaction, [delivery], stop);
        }
        await db.SaveChangesAsync(stop);
        return due.Count;
    }

    async Task<bool> TryAsync(IReact reaction, IReadOnlyList<Delivery> deliveries, CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        try
        {
            // A context of its own: what a failed reaction left unsaved must not be saved with the deliveries.
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            await reaction.ReactAsync(db, [.. deliveries.Select(d => d.Event!)], now, stop);
            foreach (var delivery in deliveries) delivery.Succeeded(now);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            log.LogWarning(e, "Reaction {Reaction} failed for {Count} events", reaction.Name, deliveries.Count);
            if (deliveries.Count == 1 || reaction.IsOneWork)
                foreach (var delivery in deliveries) delivery.Failed(now, e.Message);
            return false;
        }
    }
}
