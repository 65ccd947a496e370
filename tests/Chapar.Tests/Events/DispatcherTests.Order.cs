using Chapar.Events;

namespace Chapar.Tests.Events;

/// <summary>A reaction that comes after another.</summary>
public sealed partial class DispatcherTests
{
    [Fact]
    public async Task A_reaction_waits_for_the_first_try_of_the_one_it_comes_after()
    {
        var index = new Courier("index");
        var mirror = new Courier("mirror", after: "index");
        using var dispatcher = Dispatcher(mirror, index);
        await world.PublishAsync("The river rises");
        index.Meanwhile = async () =>
        {
            // By the hand of another run, as when a slow one is at work already.
            await dispatcher.RunFreeAsync(Stop);
            Assert.Empty(mirror.Done);
        };
        await dispatcher.RunDueAsync(Stop);
        Assert.Single(mirror.Done);

        // What has failed is not waited for.
        index.IsDown = true;
        await world.PublishAsync("The river falls");
        await dispatcher.RunDueAsync(Stop);
        Assert.Equal(2, mirror.Done.Count);
    }

    [Fact]
    public async Task Nobody_waits_long_for_the_one_before()
    {
        var mirror = new Courier("mirror", after: "index");
        using var dispatcher = Dispatcher(mirror);
        await world.PublishAsync("The river rises");
        await dispatcher.RunDueAsync(Stop);
        Assert.Single(mirror.Done);

        var slow = new NewsEvent(NewsEvents.ArticlePublished, Guid.NewGuid(), site.Now, "test");
        await site.ChangeAsync(db => { db.AddRange(slow, new Delivery(slow, "index", site.Now)); return Task.CompletedTask; });
        await dispatcher.RunDueAsync(Stop);
        Assert.Single(mirror.Done);
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        await dispatcher.RunDueAsync(Stop);
        Assert.Equal(2, mirror.Done.Count);
    }
}
