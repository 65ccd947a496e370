using System.Diagnostics;
using Chapar.Database;

namespace Chapar.Suggestions;

/// <summary>
/// Does at leisure what nobody waits for: takes all articles in after the start, makes fingerprints of an older version anew, and computes
/// again what stands beside articles of which something else is read than before.
/// </summary>
public sealed class SuggestionUpkeep(SuggestionDesk desk, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SuggestionUpkeep> log) : BackgroundService
{
    /// <summary>The first readers come first, then what is due.</summary>
    static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(1);

    static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(AfterStart, clock, stoppingToken);
            using var timer = new PeriodicTimer(Pause, clock);
            do await TryAsync(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends; what is due is still due at the next start.
        }
    }

    async Task TryAsync(CancellationToken stop)
    {
        try
        {
            await RunDueAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning(e, "Suggestions could not be brought up to date; it is tried again");
        }
    }

    /// <summary>Does all that is due now, leaving readers and newsroom as much time as it takes.</summary>
    public async Task RunDueAsync(CancellationToken stop = default)
    {
        await DoAsync(async db => { await desk.LoadAsync(db, stop); return false; }, stop);
        await DoAsync(db => desk.RenewAsync(db, stop), stop);
        await DoAsync(db => desk.SuggestDueAsync(db, stop), stop);
    }

    async Task DoAsync(Func<NewsDb, Task<bool>> portion, CancellationToken stop)
    {
        for (var goesOn = true; goesOn;)
        {
            var began = Stopwatch.GetTimestamp();
            await using (var scope = scopes.CreateAsyncScope()) goesOn = await portion(scope.ServiceProvider.GetRequiredService<NewsDb>());
            if (goesOn) await Task.Delay(Stopwatch.GetElapsedTime(began), stop);
        }
    }
}
