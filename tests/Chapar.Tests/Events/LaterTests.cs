using Chapar.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace Chapar.Tests.Events;

public sealed class LaterTests
{
    sealed class Work : BackgroundService
    {
        public static int Made;

        public Work() => Made++;

        public TaskCompletionSource Began { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
        public bool HasEnded { get; private set; }

        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            Began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                HasEnded = true;
            }
        }
    }

    [Fact]
    public async Task Work_begins_a_moment_after_the_start_and_ends_with_the_program()
    {
        var stop = TestContext.Current.CancellationToken;
        FakeTimeProvider clock = new();
        using var program = Build(clock);
        await program.StartAsync(stop);
        Assert.Equal(0, Work.Made);
        // The delay may not have begun when the clock first moves.
        var work = Task.Run(async () =>
        {
            while (Work.Made == 0)
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }
        }, stop);
        await work.WaitAsync(TimeSpan.FromSeconds(20), stop);
        var made = program.Services.GetRequiredService<Work>();
        await made.Began.Task.WaitAsync(TimeSpan.FromSeconds(20), stop);
        await program.StopAsync(stop);
        Assert.True(made.HasEnded);
        Assert.Equal(1, Work.Made);

        // Who is stopped before the moment never begins.
        using var brief = Build(new());
        await brief.StartAsync(stop);
        await brief.StopAsync(stop);
        Assert.Equal(1, Work.Made);
    }

    static IHost Build(FakeTimeProvider clock)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddLater<Work>();
        return builder.Build();
    }
}
