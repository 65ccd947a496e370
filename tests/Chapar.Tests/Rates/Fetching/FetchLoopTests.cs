using System.Globalization;
using System.Threading.Channels;
using Chapar.Rates.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Chapar.Tests.Rates.Fetching;

public class FetchLoopTests
{
    [Fact]
    public async Task A_day_of_the_schedule_passes_by_itself()
    {
        WaitingClock clock = new(new(2026, 5, 20, 6, 0, 0, TimeSpan.Zero));
        List<string> looks = [];
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T06:00", question =>
        {
            if (question.Path == "XML/daily.xml")
                looks.Add(clock.GetUtcNow().AddHours(6).ToString("HH:mm", CultureInfo.InvariantCulture));
            return KyrgyzBank.Answer(question, clock.GetUtcNow());
        });
        using FetchLoop loop = new(Rounds.Of(newsroom, clock, "nbkr"), Rounds.Options(newsroom, "nbkr"), clock);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        DateTimeOffset end = clock.GetUtcNow().AddHours(24);
        while (clock.GetUtcNow() < end)
            await clock.ElapseAsync();
        await loop.StopAsync(TestContext.Current.CancellationToken);
        Assert.Equal("12:00", looks[0]);
        Assert.InRange(looks[1], "15:30", "15:33");
        Assert.InRange(looks[^2], "16:20", "16:32");
        Assert.InRange(looks[^1], "00:05", "00:25");
    }

    [Fact]
    public async Task A_publication_that_does_not_want_it_asks_nobody()
    {
        WaitingClock clock = new(new(2026, 5, 20, 6, 0, 0, TimeSpan.Zero));
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T06:00", _ => Page.NotFound);
        FetchOptions options = Rounds.Options(newsroom, "nbkr") with { InBackground = false };
        using FetchLoop loop = new(Rounds.Of(newsroom, clock, "nbkr"), options, clock);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        await loop.ExecuteTask!;
        Assert.Empty(newsroom.Server.Log);
    }

    /// <summary>A clock that goes on when the loop waits, and just as far as it waits.</summary>
    sealed class WaitingClock(DateTimeOffset start) : FakeTimeProvider(start)
    {
        /// <summary>The limit of one answer, which is not waited for.</summary>
        static readonly TimeSpan limit = TimeSpan.FromSeconds(1);

        readonly Channel<TimeSpan> waits = Channel.CreateUnbounded<TimeSpan>();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            ITimer timer = base.CreateTimer(callback, state, dueTime, period);
            if (dueTime != limit && dueTime != limit * 3)
                waits.Writer.TryWrite(dueTime);
            return timer;
        }

        public async Task ElapseAsync() => Advance(await waits.Reader.ReadAsync(TestContext.Current.CancellationToken));
    }
}
