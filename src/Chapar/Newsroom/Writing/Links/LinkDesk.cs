using System.Collections.Concurrent;
using System.Threading.Channels;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing.Links;

/// <summary>
/// Asks, in the background, the addresses that stories link to. Who saves or publishes never waits for it: the checklist says what is
/// known, and asks for the rest.
/// </summary>
public sealed class LinkDesk(LinkLine line, NewsroomSettings settings, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LinkDesk> log) : BackgroundService
{
    const int AtOnce = 4;

    /// <summary>More than waits on a busy day; what is too much is asked for again when its story is looked at.</summary>
    const int MostWaiting = 1_000;

    /// <summary>What nobody has looked at for so long is forgotten.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    readonly Channel<string> waiting = Channel.CreateBounded<string>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly ConcurrentDictionary<string, bool> asked = new(StringComparer.Ordinal);

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is known of these addresses, and how many of them are being asked now.</summary>
    public async Task<(IReadOnlyDictionary<string, LinkAnswer> Known, int Pending)> LookAsync(NewsDb db, IReadOnlyCollection<string> addresses, CancellationToken stop)
    {
        if (!settings.AskLinks || addresses.Count == 0) return (new Dictionary<string, LinkAnswer>(), 0);
        var known = await db.LinkAnswers.AsNoTracking().Where(a => addresses.Contains(a.Address)).ToDictionaryAsync(a => a.Address, StringComparer.Ordinal, stop);
        int pending = 0;
        foreach (var address in addresses.Where(a => !known.TryGetValue(a, out var answer) || answer.IsStale(Now)))
        {
            pending++;
            if (asked.TryAdd(address, true) && !waiting.Writer.TryWrite(address)) asked.TryRemove(address, out _);
        }
        return (known, pending);
    }

    /// <summary>Asks all that waits now; returns when it is known.</summary>
    public async Task AskWaitingAsync(CancellationToken stop = default)
    {
        List<string> all = [];
        while (waiting.Reader.TryRead(out var address)) all.Add(address);
        await Parallel.ForEachAsync(all, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (address, cancel) => await AskAsync(address, cancel));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.AskLinks) return;
        try
        {
            await ForgetAsync(stoppingToken);
            await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(async _ =>
            {
                await foreach (var address in waiting.Reader.ReadAllAsync(stoppingToken)) await AskAsync(address, stoppingToken);
            }));
        }
        catch (OperationCanceledException)
        {
            // The program ends; what was not asked is asked for again by whoever looks.
        }
    }

    async Task AskAsync(string address, CancellationToken stop)
    {
        try
        {
            var (outcome, status) = await line.AskAsync(address, stop);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var answer = await db.LinkAnswers.FirstOrDefaultAsync(a => a.Address == address, stop) ?? db.Add(new LinkAnswer(address)).Entity;
            answer.Say(outcome, status, Now);
            await db.SaveChangesAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Another process had it at the same moment, or the database was busy: the next look asks again.
            log.LogWarning(e, "What {Address} answered could not be kept", address);
        }
        finally
        {
            asked.TryRemove(address, out _);
        }
    }

    async Task ForgetAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var before = Now - Kept;
            await scope.ServiceProvider.GetRequiredService<NewsDb>().LinkAnswers.Where(a => a.AskedAt < before).ExecuteDeleteAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A loop that fails stops the whole site: what is old may stay until the next start.
            log.LogWarning(e, "Old answers of links could not be forgotten");
        }
    }
}
