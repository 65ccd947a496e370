using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Pictures;

/// <summary>
/// Tells the house when the right to show a picture has ended: journal, event, and a new edition of what shows it. Readers do not
/// wait for it: a kept page that shows a picture is true only until its rights end.
/// </summary>
public sealed class RightsClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RightsClock> log) : BackgroundService
{
    static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            do
            {
                try
                {
                    await RunDueAsync(stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "The clock of the rights failed; it goes on");
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    /// <summary>Tells of all rights that have ended and were not told of; how many.</summary>
    public async Task<int> RunDueAsync(CancellationToken stop = default)
    {
        int told = 0;
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var now = clock.GetUtcNow().UtcDateTime;
            var ended = await db.Pictures.Where(p => p.RightsEndAt <= now && p.RightsEndedAt == null).OrderBy(p => p.RightsEndAt).Take(Batch).ToListAsync(stop);
            foreach (var picture in ended) picture.EndRights(now);
            await db.SaveChangesAsync(stop);
            told += ended.Count;
            if (ended.Count < Batch) return told;
        }
    }
}
