namespace Chapar.Events;

/// <summary>Work of the house that begins a moment after the site answers: its code is made while nobody waits, and the first reader has both cores.</summary>
/// <typeparam name="T">What begins then; it is made then.</typeparam>
public sealed class Later<T>(IServiceProvider services, IHostApplicationLifetime program, TimeProvider clock) : BackgroundService where T : BackgroundService
{
    /// <summary>What was due while the program was stopped is late anyway.</summary>
    static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    T? work;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
            await using (program.ApplicationStarted.Register(started.SetResult)) await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(Moment, clock, stoppingToken);
            work = services.GetRequiredService<T>();
            await work.StartAsync(stoppingToken);
            await work.ExecuteTask!;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (work is not null) await work.StopAsync(cancellationToken);
    }
}

/// <summary>When work of the house begins.</summary>
public static class LaterWork
{
    /// <summary>The work begins a moment after the site answers.</summary>
    public static IServiceCollection AddLater<T>(this IServiceCollection services) where T : BackgroundService
    {
        services.AddSingleton<T>();
        return services.AddHostedService<Later<T>>();
    }
}
