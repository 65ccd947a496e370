using Chapar.Database;

namespace Chapar.Events;

/// <summary>Runs the dispatcher after each commit that recorded events, and every few seconds so that nothing depends on the waking.</summary>
public sealed class DispatcherLoop(Dispatcher dispatcher, TimeProvider clock, ILogger<DispatcherLoop> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    readonly SemaphoreSlim recorded = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        NewsDb.EventsRecorded += Wake;
        List<Task> running = [];
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                running.RemoveAll(run => run.IsCompleted);
                running.Add(RunAsync(stoppingToken));
                // A mirror may take minutes; the index is not to wait for it.
                await Task.WhenAny(running[^1], Task.Delay(Pause, clock, stoppingToken));
                await WaitAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        finally
        {
            NewsDb.EventsRecorded -= Wake;
            await Task.WhenAll(running);
        }
    }

    async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await dispatcher.RunFreeAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The dispatcher failed; it goes on");
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
    }

    async Task WaitAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var timer = Task.Delay(Pause, clock, limit.Token);
        await Task.WhenAny(recorded.WaitAsync(limit.Token), timer);
        await limit.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    void Wake()
    {
        try
        {
            recorded.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to run anyway.
        }
    }
}
