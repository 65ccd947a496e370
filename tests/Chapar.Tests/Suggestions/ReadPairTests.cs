using Chapar.Pages;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Suggestions;

/// <summary>What is read after what: counted by the address from which a link led, and by nothing else.</summary>
public class ReadPairTests
{
    [Fact]
    public async Task A_link_from_one_article_to_another_is_counted_and_other_ways_are_not()
    {
        await using var site = await Site.StartAsync();
        site.BeAlone();
        var world = await World.MakeAsync(site);
        var (from, to) = (await world.PublishAsync("The river"), await world.PublishAsync("The bridge"));
        await site.DispatchAsync();
        await site.PageAsync(from.Path!);
        await site.PageAsync(to.Path!);

        for (var i = 0; i < 3; i++) await ReadAsync(site, to.Path!, $"{site.Http.BaseAddress}{from.Path![1..]}");
        await ReadAsync(site, to.Path!, $"{site.Http.BaseAddress}{to.Path![1..]}");
        await ReadAsync(site, to.Path!, $"https://elsewhere.example{from.Path}");
        await ReadAsync(site, to.Path!, $"{site.Http.BaseAddress}");
        await ReadAsync(site, to.Path!, $"{site.Http.BaseAddress}{from.Path![1..]}", ("User-Agent", "Somebot/1.0"));
        await ReadAsync(site, to.Path!, $"{site.Http.BaseAddress}{from.Path![1..]}", ("Sec-Purpose", "prefetch"));
        await site.Services.GetRequiredService<ReadCounter>().WriteAsync(TestContext.Current.CancellationToken);

        var pairs = await site.ChangeAsync(db => db.ReadPairs.AsNoTracking().ToListAsync());
        Assert.Equal([(from.Id, to.Id, 3)], pairs.Select(p => (p.FromId, p.ToId, p.Reads)));
        Assert.Equal([from.Id, to.Id], (await site.ChangeAsync(db => db.Fingerprints.Where(f => f.IsDue).Select(f => f.ArticleId).ToListAsync())).Order());
    }

    static async Task ReadAsync(Site site, string path, string referer, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Referrer = new Uri(referer);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        (await site.Http.SendAsync(request, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task A_pair_counts_by_its_part_of_what_both_are_read_and_not_before_three()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add((await world.PublishAsync($"The river {i}")).Id);
        await site.ChangeAsync(db =>
        {
            // The third is what everybody reads.
            db.AddRange(new ReadPair(ids[0], ids[1], 6), new ReadPair(ids[1], ids[0], 4), new ReadPair(ids[0], ids[2], 10), new ReadPair(ids[3], ids[2], 1000), new ReadPair(ids[0], ids[3], 2));
            return Task.CompletedTask;
        });

        var read = (await site.ChangeAsync(db => db.ReadBesideAsync([ids[0]], TestContext.Current.CancellationToken)))[ids[0]].ToDictionary();

        Assert.Equal([ids[1], ids[2]], read.OrderByDescending(r => r.Value).Select(r => r.Key));
        Assert.Equal(10 / Math.Sqrt(22.0 * 10) * 10 / 15, read[ids[1]], 6);
    }

    [Fact]
    public async Task The_table_stays_small()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var ids = new List<Guid>();
        for (var i = 0; i < 4; i++) ids.Add((await world.PublishAsync($"The river {i}")).Id);
        await site.ChangeAsync(db =>
        {
            db.AddRange(new ReadPair(ids[0], ids[1], 9), new ReadPair(ids[0], ids[2], 1), new ReadPair(ids[0], ids[3], 1));
            return Task.CompletedTask;
        });

        await site.ChangeAsync(db => db.ForgetReadPairsAsync(2, TestContext.Current.CancellationToken));

        Assert.Equal([(ids[1], 4)], (await site.ChangeAsync(db => db.ReadPairs.AsNoTracking().ToListAsync())).Select(p => (p.ToId, p.Reads)));
    }
}
