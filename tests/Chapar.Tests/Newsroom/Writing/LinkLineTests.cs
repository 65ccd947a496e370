using System.Net;
using Chapar.Articles;
using Chapar.Newsroom.Writing.Links;
using Chapar.Settings;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>How another site is asked, and which is not.</summary>
public class LinkLineTests
{
    [Theory]
    [InlineData("93.184.215.14", true)]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.8.9.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00:ec2::254", false)]
    [InlineData("64:ff9b::a00:1", false)]
    [InlineData("2002:a00:1::", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("ff02::1", false)]
    public void An_address_is_public_or_not(string address, bool isPublic) => Assert.Equal(isPublic, new PublicNet().Allows(IPAddress.Parse(address)));

    [Fact]
    public async Task A_server_that_lets_one_wait_is_given_up()
    {
        var clock = new HandClock();
        await using var elsewhere = await Elsewhere.StartAsync(context =>
        {
            clock.Ring();
            return Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var line = new LinkLine(new PublicNet(IPAddress.Loopback), new Publication(), clock);
        Assert.Equal((LinkOutcome.TooSlow, null), await line.AskAsync(elsewhere.Address, TestContext.Current.CancellationToken));
        Assert.Equal(TimeSpan.FromSeconds(5), clock.Given);
        Assert.Equal((LinkOutcome.NoSite, null), await line.AskAsync("http://no-such-site.invalid/", TestContext.Current.CancellationToken));
        Assert.Equal((LinkOutcome.NotPublic, null), await line.AskAsync("http://user:word@example.org/", TestContext.Current.CancellationToken));
    }

    /// <summary>A clock whose timer goes off when the test says so.</summary>
    sealed class HandClock : TimeProvider
    {
        TimerCallback? callback;
        object? state;

        public TimeSpan Given { get; private set; }

        public void Ring() => callback?.Invoke(state);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (this.callback, this.state, Given) = (callback, state, dueTime);
            return new Bell();
        }

        sealed class Bell : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
                // Nothing is held.
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
