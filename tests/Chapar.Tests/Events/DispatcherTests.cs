using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Chapar.Tests.Events;

public sealed partial class DispatcherTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A reaction that cannot do some events, as one whose other end is down.</summary>
    sealed class Courier(string name = "courier", string? after = null) : IReact
    {
        public HashSet<Guid?> Refused { get; } = [];
        public bool IsDown { get; set; }
        public List<Guid?> Done { get; } = [];
        public string Name => name;
        public string? After => after;

        public bool To(string eventName) => eventName == NewsEvents.ArticlePublished;

        /// <summary>What happens the first time while it is at work.</summary>
        public Func<Task>? Meanwhile { get; set; }

        public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
        {
            if (IsDown || events.Any(e => Refused.Contains(e.SubjectId))) throw new InvalidOperationException("The other end is down.");
            Done.AddRange(events.Select(e => e.SubjectId));
            var (meanwhile, _) = (Meanwhile, Meanwhile = null);
            if (meanwhile is not null) await meanwhile();
        }
    }

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    Dispatcher Dispatcher(params IReact[] reactions) =>
        new(site.Services.GetRequiredService<IServiceScopeFactory>(), reactions, site.Clock, NullLogger<Dispatcher>.Instance);

    Task<List<Delivery>> DeliveriesAsync() => site.ChangeAsync(db => db.Deliveries.AsNoTracking().Include(d => d.Event).OrderBy(d => d.EventId).ToListAsync(Stop));

    async Task<Delivery> DeliveryAsync() => Assert.Single(await DeliveriesAsync());

    [Fact]
    public async Task What_happens_while_a_reaction_is_at_work_is_done_right_after()
    {
        var courier = new Courier();
        using var dispatcher = Dispatcher(courier);
        var first = await world.PublishAsync("The river rises");
        Guid? second = null;
        courier.Meanwhile = async () =>
        {
            second = (await world.PublishAsync("The river falls")).Id;
            // The loop is woken, and finds the courier on the way.
            Assert.Equal(0, await dispatcher.RunFreeAsync(Stop));
        };
        Assert.Equal(2, await dispatcher.RunFreeAsync(Stop));
        Assert.Equal([first.Id, second], courier.Done);
    }

    [Fact]
    public async Task A_failing_reaction_is_tried_again_after_longer_and_longer_pauses()
    {
        var courier = new Courier { IsDown = true };
        using var dispatcher = Dispatcher(courier);
        var article = await world.PublishAsync("The river rises");
        for (int attempt = 1; attempt <= 12; attempt++)
        {
            Assert.Equal(1, await dispatcher.RunDueAsync(Stop));
            Assert.Equal(0, await dispatcher.RunDueAsync(Stop));
            var delivery = await DeliveryAsync();
            Assert.Equal((DeliveryState.Waiting, attempt, "The other end is down."), (delivery.State, delivery.Attempts, delivery.LastError));
            var pause = TimeSpan.FromSeconds(Math.Min(900, 1 << attempt));
            Assert.Equal(site.Now + pause, delivery.DueAt);
            site.Clock.Advance(pause - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await dispatcher.RunDueAsync(Stop));
            site.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        courier.IsDown = false;
        Assert.Equal(1, await dispatcher.RunDueAsync(Stop));
        Assert.Equal((DeliveryState.Done, null, 13), ((await DeliveryAsync()).State, (await DeliveryAsync()).LastError, (await DeliveryAsync()).Attempts));
        Assert.Equal([article.Id], courier.Done);
        Assert.Equal(0, await dispatcher.RunDueAsync(Stop));
    }

    [Fact]
    public async Task After_a_day_of_failures_it_is_given_up_until_a_person_asks_again()
    {
        var courier = new Courier { IsDown = true };
        using var dispatcher = Dispatcher(courier);
        await world.PublishAsync("The river rises");
        var began = site.Now;
        for (int tries = 0; tries < 200 && (tries == 0 || (await DeliveryAsync()).State == DeliveryState.Waiting); tries++)
        {
            if (tries > 0) site.Clock.Advance((await DeliveryAsync()).DueAt - site.Now);
            await dispatcher.RunDueAsync(Stop);
        }
        Assert.Equal(DeliveryState.GivenUp, (await DeliveryAsync()).State);
        Assert.InRange(site.Now - began, Delivery.GiveUpAfter, Delivery.GiveUpAfter + TimeSpan.FromMinutes(15));

        courier.IsDown = false;
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await dispatcher.RunDueAsync(Stop));
        await site.ChangeAsync(async db => (await db.Deliveries.SingleAsync(Stop)).SendAgain(site.Now));
        Assert.Equal(1, await dispatcher.RunDueAsync(Stop));
        Assert.Equal(DeliveryState.Done, (await DeliveryAsync()).State);
    }

    [Fact]
    public async Task One_bad_event_does_not_hold_up_the_others()
    {
        var courier = new Courier();
        using var dispatcher = Dispatcher(courier);
        var first = await world.PublishAsync("The river rises");
        var bad = await world.PublishAsync("The dam breaks");
        var last = await world.PublishAsync("A museum opens");
        courier.Refused.Add(bad.Id);
        await dispatcher.RunDueAsync(Stop);
        Assert.Equal([first.Id, last.Id], courier.Done);
        Assert.Equal([DeliveryState.Done, DeliveryState.Waiting, DeliveryState.Done], (await DeliveriesAsync()).Select(d => d.State));
        Assert.Equal([1, 1, 1], (await DeliveriesAsync()).Select(d => d.Attempts));
    }

    [Fact]
    public async Task A_reaction_that_is_down_does_not_hold_up_another()
    {
        var (down, up) = (new Courier("down") { IsDown = true }, new Courier("up"));
        using var dispatcher = Dispatcher(down, up);
        var article = await world.PublishAsync("The river rises");
        await dispatcher.RunDueAsync(Stop);
        Assert.Equal([article.Id], up.Done);
        Assert.Equal([("down", DeliveryState.Waiting), ("up", DeliveryState.Done)], (await DeliveriesAsync()).OrderBy(d => d.Reaction, StringComparer.Ordinal).Select(d => (d.Reaction, d.State)));
    }

    [Fact]
    public async Task Each_event_is_delivered_once_to_each_reaction_to_it()
    {
        var (one, other) = (new Courier("one"), new Courier("other"));
        using var first = Dispatcher(one, other);
        var articles = new[] { await world.PublishAsync("The river rises"), await world.PublishAsync("A museum opens") };
        await Task.WhenAll(first.RunDueAsync(Stop), first.RunDueAsync(Stop), first.RunDueAsync(Stop));
        // A program that starts anew finds nothing left to do.
        using var second = Dispatcher(one, other);
        Assert.Equal(0, await second.RunDueAsync(Stop));
        Assert.Equal(articles.Select(a => (Guid?)a.Id), one.Done);
        Assert.Equal(articles.Select(a => (Guid?)a.Id), other.Done);
        Assert.Equal(4, (await DeliveriesAsync()).Count);
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_delivery()
    {
        using var dispatcher = Dispatcher(new Courier());
        await world.PublishAsync("The river rises");
        await dispatcher.RunDueAsync(Stop);
        await Assert.ThrowsAsync<DbUpdateException>(() => site.ChangeAsync(async db => db.Add(new Delivery(await db.Events.SingleAsync(Stop), "courier", site.Now))));
        await DeliveryAsync();
    }

    [Fact]
    public async Task What_nobody_reacts_to_is_put_aside()
    {
        using var dispatcher = Dispatcher();
        await world.PublishAsync("The river rises");
        Assert.Equal(0, await dispatcher.RunDueAsync(Stop));
        Assert.Empty(await DeliveriesAsync());
        Assert.True(await site.ChangeAsync(db => db.Events.AllAsync(e => e.IsDispatched, Stop)));
    }

    /// <summary>A reaction that takes as long as it is told to.</summary>
    sealed class SlowCourier : IReact
    {
        readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously), mayEnd = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;
        public int Runs { get; private set; }
        public string Name => "courier";

        public void MayEnd() => mayEnd.SetResult();

        public bool To(string eventName) => eventName == NewsEvents.ArticlePublished;

        public Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
        {
            Runs++;
            begun.TrySetResult();
            return mayEnd.Task.WaitAsync(stop);
        }
    }

    [Fact]
    public async Task A_reaction_is_at_work_in_one_process_at_a_time()
    {
        Assert.SkipUnless(Postgres.ConnectionString is not null, "Several processes serve over PostgreSQL.");
        SlowCourier here = new(), there = new();
        using var one = Dispatcher(here);
        using var other = Dispatcher(there);
        await world.PublishAsync("The river rises");
        var running = one.RunDueAsync(Stop);
        await here.Begun;
        Assert.Equal(0, await other.RunFreeAsync(Stop));
        var waiting = other.RunDueAsync(Stop);
        here.MayEnd();
        Assert.Equal(1, await running);
        Assert.Equal(0, await waiting);
        Assert.Equal((1, 0, DeliveryState.Done), (here.Runs, there.Runs, (await DeliveryAsync()).State));
    }
}
