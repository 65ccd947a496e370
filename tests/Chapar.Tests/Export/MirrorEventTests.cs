using Chapar.Events;
using Chapar.Staff;
using Chapar.Suggestions;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Export;

/// <summary>Whatever readers see change is a delivery to a mirror.</summary>
public class MirrorEventTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_made_when_what_stands_beside_a_new_story_was_found()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the files are the same on either database");
        var root = TestFolder.Make("mirror");
        await using var site = await Site.StartAsync(
        [
            new("edition:mirrors:0:name", "stick"), new("edition:mirrors:0:address", "https://stick.example.org"), new("edition:mirrors:0:folder", Path.Combine(root, "stick")),
            new("edition:mirrors:1:name", "other"), new("edition:mirrors:1:address", "https://other.example.org"), new("edition:mirrors:1:folder", Path.Combine(root, "other")),
        ]);
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        await site.DispatchAsync();
        var (stick, other) = (MirrorOf("stick"), MirrorOf("other"));
        var (published, seen) = (new NewsEvent(NewsEvents.ArticlePublished, Guid.NewGuid(), site.Now, "test"), new NewsEvent(NewsEvents.ArticlePublished, Guid.NewGuid(), site.Now, "test"));
        var search = new Delivery(published, SuggestReading.Reaction, site.Now);
        await site.ChangeAsync(db => { db.AddRange(published, seen, search); return Task.CompletedTask; });

        var waits = site.ChangeAsync(db => stick.ReactAsync(db, [published], site.Now, Stop));
        // Of another event it is made meanwhile.
        await site.ChangeAsync(db => other.ReactAsync(db, [seen], site.Now, Stop));
        Assert.False(waits.IsCompleted);
        await site.ChangeAsync(async db => (await db.Deliveries.SingleAsync(d => d.Id == search.Id, Stop)).Succeeded(site.Now));
        await waits;

        IReact MirrorOf(string name) => site.Services.GetServices<IReact>().Single(reaction => reaction.Name == $"mirror:{name}");
    }

    [Fact]
    public async Task What_an_editor_pins_or_bars_beside_a_story_reaches_it_and_so_do_other_names()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the files are the same on either database");
        var stick = Path.Combine(TestFolder.Make("mirror"), "stick");
        await using var site = await Site.StartAsync([new("edition:mirrors:0:name", "stick"), new("edition:mirrors:0:address", "https://stick.example.org"), new("edition:mirrors:0:folder", stick)]);
        var world = await World.MakeAsync(site);
        var story = await world.PublishAsync("The river rises");
        var chess = await world.PublishAsync("Chess in the park", section: world.Culture, author: world.Timur, text: "Pawns and knights.");
        await site.DispatchAsync();
        using var editor = await site.SignInAsync(Role.Editor);

        await new Story(site, editor, story.Id).DoAsync(editor, "Bar", ("other", $"{chess.Id}"));
        await site.DispatchAsync();
        Assert.False(await SuggestsAsync());
        await new Story(site, editor, story.Id).DoAsync(editor, "Pin", ("other", $"{chess.Id}"));
        await site.DispatchAsync();
        Assert.True(await SuggestsAsync());

        var before = await DeliveriesAsync();
        await site.ChangeAsync(db => { db.Record(new NewsEvent(NewsEvents.NameChanged, Guid.NewGuid(), site.Now, "test")); return Task.CompletedTask; });
        await site.DispatchAsync();
        Assert.Equal(before + 1, await DeliveriesAsync());

        async Task<bool> SuggestsAsync() =>
            (await File.ReadAllTextAsync(Path.Combine(stick, "2026/11/the-river-rises/index.html"), Stop)).Split("<section class=\"block more\"") is [_, var more, ..] && more.Split("</section>")[0].Contains("Chess in the park", StringComparison.Ordinal);
        Task<int> DeliveriesAsync() => site.ChangeAsync(db => db.Deliveries.CountAsync(d => d.Reaction == "mirror:stick", Stop));
    }
}
