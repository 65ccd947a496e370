using System.Collections.Concurrent;
using Chapar.Database;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Pages;

/// <summary>
/// Counts readings of articles without cookies, addresses or anything else about the reader. What browsers fetch ahead
/// and what says that it is a robot is not counted. Written to the database every minute: a crash loses a minute of counts.
/// </summary>
public sealed class ReadCounter(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReadCounter> log) : BackgroundService
{
    /// <summary>The list of most read articles is made anew this often.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    static readonly string[] Robots = ["bot", "crawl", "spider", "slurp", "preview", "fetch", "monitor", "curl", "wget", "python", "headless"];

    /// <summary>Pairs of articles counted between two writes; what comes beyond is not counted.</summary>
    const int MostPairs = 5000;

    /// <summary>Pairs that are kept: when there are more all count half, and those of one reading are forgotten.</summary>
    internal const int MostPairsKept = 200_000;

    readonly ConcurrentDictionary<Guid, int> counts = new();
    readonly ConcurrentDictionary<(Guid From, Guid To), int> pairs = new();

    public void Count(Guid articleId, IHeaderDictionary request, Guid? from)
    {
        if (request["Sec-Purpose"].Count == 0) Count(articleId, request.UserAgent.ToString(), from);
    }

    /// <param name="articleId">What is read.</param>
    /// <param name="agent">What the reader's program says of itself.</param>
    /// <param name="from">The article with the link by which the reader came.</param>
    public void Count(Guid articleId, ReadOnlySpan<char> agent, Guid? from)
    {
        foreach (var robot in Robots)
            if (agent.Contains(robot, StringComparison.OrdinalIgnoreCase)) return;
        counts.AddOrUpdate(articleId, 1, static (_, n) => n + 1);
        // Known pairs first: the dictionary counts itself under all its locks.
        if (from is { } before && before != articleId && (pairs.ContainsKey((before, articleId)) || pairs.Count < MostPairs)) pairs.AddOrUpdate((before, articleId), 1, static (_, n) => n + 1);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryWriteAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            await TryWriteAsync(CancellationToken.None);
        }
    }

    async Task TryWriteAsync(CancellationToken stop)
    {
        try
        {
            await WriteAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Read counts could not be written; they are kept and tried again");
        }
    }

    /// <summary>Adds what was counted to today's rows and says so to the pages that show the most read. Every article page shows that list, so its name is raised only when it is another
    /// than it was before: not than it was when this process last counted, since midnight and what is withdrawn change it too.</summary>
    public async Task WriteAsync(CancellationToken stop = default)
    {
        var taken = counts.Keys.Select(id => counts.TryRemove(id, out var n) ? (Id: id, Reads: n) : default).Where(c => c.Reads > 0).ToList();
        if (taken.Count == 0) return;
        var together = pairs.Keys.Select(pair => pairs.TryRemove(pair, out var n) ? (Pair: pair, Reads: n) : default).Where(p => p.Reads > 0).ToList();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            // One process after the other, or a list that was another between two of them would be told by neither.
            await db.TakeTurnAsync(WriterLock.MostRead, stop);
            var before = await MostRead.ReadAsync(db, today, stop);
            // Added up by the database, since several processes count.
            foreach (var (id, reads) in taken) await AddAsync(db, id, today, reads, stop);
            foreach (var ((one, other), reads) in together) await db.ReadTogetherAsync(one, other, reads, stop);
            if (together.Count > 0) await db.ForgetReadPairsAsync(MostPairsKept, stop);
            if (!before.SequenceEqual(await MostRead.ReadAsync(db, today, stop))) db.Raise(EditionNames.MostRead);
            await db.SaveChangesAsync(stop);
            await db.CommitAsync(transaction);
        }
        catch
        {
            foreach (var (id, reads) in taken) counts.AddOrUpdate(id, reads, (_, n) => n + reads);
            foreach (var (pair, reads) in together) pairs.AddOrUpdate(pair, reads, (_, n) => n + reads);
            throw;
        }
    }

    static async Task AddAsync(NewsDb db, Guid id, DateOnly day, int reads, CancellationToken stop)
    {
        var added = await db.ReadCounts.Where(c => c.Day == day && c.ArticleId == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Reads, c => c.Reads + reads), stop);
        if (added > 0) return;
        db.ReadCounts.Add(new ReadCount(id, day, reads));
        await db.SaveChangesAsync(stop);
    }
}
