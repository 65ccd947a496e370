using System.Globalization;
using System.Threading.Channels;
using Chapar.Rates.Fetching;
using Microsoft.Extensions.Time.Testing;

namespace Chapar.Tests.Rates.Fetching;

public class FetchLoopTests
{
    /// <summary>A question to the bank is answered by a real server in real time, which a loaded machine may need: a question given up after a second would
    /// be a failure, and the schedule then another one.</summary>
    const int Patience = 60;

    [Fact]
    public async Task A_day_of_the_schedule_passes_by_itself()
    {
        WaitingClock clock = new(new(2026, 5, 20, 6, 0, 0, TimeSpan.Zero));
        List<string> looks = [];
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T06:00", question =>
        {
            DateTimeOffset asked = clock.GetUtcNow();
            if (question.Path == "XML/daily.xml")
                lock (looks)
                    looks.Add(asked.AddHours(6).ToString("HH:mm", CultureInfo.InvariantCulture));
            return KyrgyzBank.Answer(question, asked);
        }, new KeyValuePair<string, string?>("rates:seconds", Patience.ToString(CultureInfo.InvariantCulture)));
        using FetchLoop loop = new(Rounds.Of(newsroom, clock, "nbkr"), Rounds.Options(newsroom, "nbkr"), clock);
        await loop.StartAsync(TestContext.Current.CancellationToken);
        DateTimeOffset end = clock.GetUtcNow().AddHours(24);
        while (clock.GetUtcNow() < end)
            await clock.ElapseAsync();
        await loop.StopAsync(TestContext.Current.CancellationToken);
        // The first look, the hours of the bank until its file is there, and the one after midnight.
        string[] before = [.. looks.Skip(1).TakeWhile(at => string.CompareOrdinal(at, "16:20") < 0)];
        Assert.True(looks is ["12:00", ..] && before is [var first, ..] && In(first, "15:30", "15:33") && looks[(1 + before.Length)..] is [var found, var night]
            && In(found, "16:20", "16:32") && In(night, "00:05", "00:25"), $"asked at {string.Join(' ', looks)}");

        static bool In(string at, string from, string to) => string.CompareOrdinal(at, from) >= 0 && string.CompareOrdinal(at, to) <= 0;
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
        static readonly TimeSpan limit = TimeSpan.FromSeconds(Patience);

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
