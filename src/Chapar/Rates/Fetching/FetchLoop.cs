namespace Chapar.Rates.Fetching;

/// <summary>Asks the banks by itself while the site is served (<c>rates:fetch</c>).</summary>
public sealed class FetchLoop(BankRounds rounds, FetchOptions options, TimeProvider clock) : BackgroundService
{
    /// <summary>Readers come first: the program has started when the banks are asked.</summary>
    static readonly TimeSpan start = TimeSpan.FromSeconds(5);

    /// <summary>Between two looks at the clock: a machine that slept wakes up late, not never.</summary>
    static readonly TimeSpan least = TimeSpan.FromSeconds(1), most = TimeSpan.FromMinutes(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.InBackground)
            return;
        try
        {
            for (TimeSpan wait = start; ; wait = await RoundAsync(stoppingToken))
                await Task.Delay(wait, clock, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    async Task<TimeSpan> RoundAsync(CancellationToken stop)
    {
        TimeSpan wait = await rounds.RunDueAsync(stop) - clock.GetUtcNow().UtcDateTime;
        return wait < least ? least : wait > most ? most : wait;
    }
}
