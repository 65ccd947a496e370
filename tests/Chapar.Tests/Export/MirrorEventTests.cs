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
        await using var site = await Site.StartAsync([new("edition:mirrors:0:name", "stick"), new("edition:mirrors:0:address", "https://stick.example.org"), new("edition:mirrors:0:folder", Path.Combine(TestFolder.Make("mirror"), "stick"))]);
        await (await World.MakeAsync(site)).PublishAsync("The river rises");
        await site.DispatchAsync();
        Assert.Equal(DeliveryState.Done, (await site.ChangeAsync(db => db.Deliveries.SingleAsync(d => d.Reaction == "mirror:stick", Stop))).State);
        // DispatcherTests show what comes of it.
        Assert.Equal(SuggestReading.Reaction, site.Services.GetServices<IReact>().Single(reaction => reaction.Name == "mirror:stick").After);
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
