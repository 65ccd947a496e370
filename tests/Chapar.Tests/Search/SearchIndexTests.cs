using Chapar.Database;
using Chapar.Events;
using Chapar.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Search;

/// <summary>The index as a whole.</summary>
public class SearchIndexTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_index_made_anew_answers_as_before()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (int i = 0; i < 30; i++) await world.PublishAsync($"Glacier {i}", at: site.Now);
        await site.DispatchAsync();
        var before = await FindAsync(site, new("glacier"));
        Assert.Equal(30, await site.ChangeAsync(db => SearchRebuild.MakeAsync(db, Stop)));
        var after = await FindAsync(site, new("glacier"));

        Assert.Equal(30, before.Total);
        Assert.Equal(30, after.Total);
        Assert.Equal(before.Ids.Order(), after.Ids.Concat((await FindAsync(site, new("glacier") { Page = 2 })).Ids).Where(before.Ids.Contains).Order());
    }

    [Fact]
    public async Task The_index_is_made_anew_only_where_it_is_of_another_form_still()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Glacier");
        await site.DispatchAsync();
        // Missing in the index of the right form: nobody makes it anew, whoever asked before the operator did.
        await AskAsync(IndexTerms.Form);
        Assert.Equal(0, (await FindAsync(site, new("glacier"))).Total);
        await AskAsync(0);
        Assert.Equal(1, (await FindAsync(site, new("glacier"))).Total);

        async Task AskAsync(int form)
        {
            await site.ChangeAsync(async db =>
            {
                await db.SearchEntries.ExecuteDeleteAsync(Stop);
                (await SearchState.OfAsync(db, Stop)).Make(form);
                db.Record(new NewsEvent(NewsEvents.SearchOutdated, null, site.Now, "test"));
            });
            await site.DispatchAsync();
        }
    }

    [Fact]
    public async Task Parts_put_together_answer_as_before()
    {
        Assert.SkipWhen(Postgres.ConnectionString is not null, "PostgreSQL keeps its index in one piece");
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        for (int i = 0; i < 3; i++)
        {
            await world.PublishAsync($"Glacier {i}", at: site.Now);
            await site.DispatchAsync();
        }
        var before = await FindAsync(site, new("glacier"));
        Assert.True(await PartsAsync() > 1);
        await site.ChangeAsync(db => SearchParts.JoinAsync(db, Stop));

        Assert.Equal(1, await PartsAsync());
        Assert.Equal(3, before.Total);
        Assert.Equal(before.Ids, (await FindAsync(site, new("glacier"))).Ids);

        Task<long> PartsAsync() => site.ChangeAsync(db => db.Database.SqlQueryRaw<long>("""SELECT count(DISTINCT segid) AS "Value" FROM "SearchKeys_idx" """).SingleAsync(Stop));
    }

    static Task<Found> FindAsync(Site site, SearchRequest request) => site.ChangeAsync(db => SearchQuery.FindAsync(db, request, Stop));
}
