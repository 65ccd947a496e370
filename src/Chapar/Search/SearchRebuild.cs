using Chapar.Articles;
using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>Makes the whole index anew, the newest articles first; meanwhile search answers from what is there already.</summary>
public static class SearchRebuild
{
    /// <summary>Articles in memory at once.</summary>
    const int AtOnce = 400;

    /// <summary>Remembered of each language while it goes on, some 60 MB: nearly all that a newspaper writes.</summary>
    const int MostWords = 80_000;

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
    public static async Task<int> MakeAsync(NewsDb db, CancellationToken stop)
    {
        var terms = new ArticleTerms(await NameFinder.NowAsync(db, stop), MostWords);
        await BeginAsync(db, stop);
        var ids = await db.Articles.Published().Newest().Select(a => a.Id).ToListAsync(stop);
        await using var beside = db.Beside();
        var texts = new ArticleTexts(beside);
        // Some are read, and their terms made, while the ones before are written.
        var written = Task.CompletedTask;
        try
        {
            foreach (var some in ids.Chunk(AtOnce))
            {
                var made = SearchRows.Make(await texts.ReadAsync(some, stop), terms);
                await written;
                written = Task.Run(() => WriteAsync(some, made), stop);
            }
            await written;
        }
        finally
        {
            // Nobody else may use the database before it has ended.
            await written.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await EndAsync(db, stop);
        return ids.Count;

        async Task WriteAsync(Guid[] some, List<(ArticleText, TermsOfArticle)> made)
        {
            await SearchRows.WriteAsync(db, some, made, terms, stop);
            db.ChangeTracker.Clear();
        }
    }

    static async Task BeginAsync(NewsDb db, CancellationToken stop)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(SearchTables.SqliteBegin, stop);
        await db.SearchEntries.ExecuteDeleteAsync(stop);
        await db.SearchNames.ExecuteDeleteAsync(stop);
        (await SearchState.OfAsync(db, stop)).Begin();
        await db.SaveChangesAsync(stop);
        await db.CommitAsync(transaction);
        db.ChangeTracker.Clear();
    }

    static async Task EndAsync(NewsDb db, CancellationToken stop)
    {
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(SearchTables.SqliteEnd, stop);
        (await SearchState.OfAsync(db, stop)).Make(IndexTerms.Form);
        await db.SaveChangesAsync(stop);
    }
}
