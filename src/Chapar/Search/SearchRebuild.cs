using Chapar.Articles;
using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>How far the index is.</summary>
public readonly record struct Indexed(int Done, int Of);

/// <summary>Makes the whole index anew, the newest articles first; meanwhile search answers from what is there already.</summary>
public static class SearchRebuild
{
    /// <summary>Articles in memory at once.</summary>
    const int AtOnce = 400;

    const string By = "search";

    /// <summary>Asks for it, in an event, where the index is of another form than the program makes; with the next save.</summary>
    public static async Task AskAsync(NewsDb db, DateTime now, CancellationToken stop = default)
    {
        var state = await SearchState.OfAsync(db, stop);
        if (state.Form == IndexTerms.Form || state.Asked == IndexTerms.Form) return;
        if (!await db.Articles.AnyAsync(stop))
        {
            state.Make(IndexTerms.Form);
            return;
        }
        state.Ask(IndexTerms.Form);
        db.Record(new NewsEvent(NewsEvents.SearchOutdated, null, now, By));
    }

    /// <summary>Makes it. Returns the number of articles.</summary>
    public static async Task<int> MakeAsync(NewsDb db, IProgress<Indexed>? progress, CancellationToken stop)
    {
        var terms = new ArticleTerms(await NameFinder.NowAsync(db, stop));
        await EmptyAsync(db, stop);
        var ids = await db.Articles.Published().Newest().Select(a => a.Id).ToListAsync(stop);
        var done = 0;
        foreach (var some in ids.Chunk(AtOnce))
        {
            await SearchRows.WriteAsync(db, some, terms, stop);
            db.ChangeTracker.Clear();
            progress?.Report(new(done += some.Length, ids.Count));
        }
        // Parts of the index are put together as they come only from now on: while all of it is written most of that work would be for nothing.
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('automerge', 4)""", stop);
        (await SearchState.OfAsync(db, stop)).Make(IndexTerms.Form);
        await db.SaveChangesAsync(stop);
        return ids.Count;
    }

    static async Task EmptyAsync(NewsDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"""INSERT INTO "SearchKeys" ("SearchKeys") VALUES ('delete-all'); INSERT INTO "SearchKeys" ("SearchKeys", rank) VALUES ('automerge', 0)""", stop);
        await db.SearchEntries.ExecuteDeleteAsync(stop);
        await db.SearchNames.ExecuteDeleteAsync(stop);
        await db.CommitAsync(transaction);
    }
}
