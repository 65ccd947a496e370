namespace Chapar.Rates.Fetching;

/// <summary>Asks the banks by itself while the site is served (<c>rates:fetch</c>).</summary>
public sealed class FetchLoop(BankRounds rounds, FetchOptions options, TimeProvider clock, ILogger<FetchLoop> log) : BackgroundService
{
    /// <summary>Readers come first: the program has started when the banks are asked.</summary>
    static readonly TimeSpan start = TimeSpan.FromSeconds(5);

    /// <summary>After an error of our own, and at most between two looks at the clock: a machine that slept wakes up late, not never.</summary>
    static readonly TimeSpan breath = TimeSpan.FromMinutes(1), most = TimeSpan.FromMinutes(15);

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
        try
        {
            TimeSpan wait = await rounds.RunDueAsync(stop) - clock.GetUtcNow().UtcDateTime;
            return wait < TimeSpan.FromSeconds(1) ? TimeSpan.FromSeconds(1) : wait > most ? most : wait;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Asking the banks failed; it goes on");
            return breath;
        }
    }
}
