using Chapar.Database;

namespace Chapar.Rates;

/// <summary>Makes the pages that show rates untrue when a bank's day ends: a rate published for tomorrow comes into force, another one has
/// become late, and no load says so.</summary>
public sealed class RateClock(Editions editions, TimeProvider clock) : BackgroundService
{
    /// <summary>The longest sleep: a machine that was suspended, or whose clock was set, is late by no more.</summary>
    static readonly TimeSpan longest = TimeSpan.FromMinutes(1);

    DateTime next = RateStatuses.NextChangeAt(clock.GetUtcNow().UtcDateTime);

    /// <summary>Looks at the clock once, and raises the edition when a day has ended since the last look; says when to look again.</summary>
    public TimeSpan Look()
    {
        DateTime now = clock.GetUtcNow().UtcDateTime;
        if (now >= next)
        {
            editions.Raise([EditionNames.Rates]);
            next = RateStatuses.NextChangeAt(now);
        }
        TimeSpan rest = next - now;
        return rest < longest ? rest : longest;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            await Task.Delay(Look(), clock, stoppingToken);
    }
}
