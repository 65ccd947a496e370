using System.Runtime.CompilerServices;
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

    /// <summary>How many times as many wait to be written.</summary>
    const int MostWaiting = 3;

    /// <summary>Remembered of each language while it goes on, some 60 MB: nearly all that a newspaper writes.</summary>
    const int MostWords = 65_536;

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
        // Some are read, and their terms made, while others before them are written.
        var made = Ahead.ReadAsync(PrepareAsync(db, ids, terms, stop), MostWaiting, stop);
        await foreach (var (some, texts) in Breath.BetweenAsync(db, made, stop)) await SearchRows.WriteAsync(db, some, texts, terms, stop);
        await EndAsync(db, stop);
        return ids.Count;
    }

    /// <summary>Reads by a connection of its own.</summary>
    static async IAsyncEnumerable<(Guid[] Ids, List<(ArticleText, TermsOfArticle)> Texts)> PrepareAsync(NewsDb db, List<Guid> ids, ArticleTerms terms, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var beside = db.Beside();
        var texts = new ArticleTexts(beside);
        foreach (var some in ids.Chunk(AtOnce)) yield return (some, SearchRows.Make(await texts.ReadAsync(some, stop), terms));
    }

    /// <summary>In short pieces, since nobody can write meanwhile: whoever stops between them leaves an index that asks to be made.</summary>
    static async Task BeginAsync(NewsDb db, CancellationToken stop)
    {
        (await SearchState.OfAsync(db, stop)).Begin();
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        if (db.Database.IsSqlite())
        {
            // What is deleted is read first: from a slow disk that can take many seconds, in which others can still write.
            await db.Database.SqlQueryRaw<double>(SearchTables.SqliteRead).SingleAsync(stop);
            await db.Database.ExecuteSqlRawAsync(SearchTables.SqliteBegin, stop);
        }
        await db.SearchEntries.ExecuteDeleteAsync(stop);
        await db.SearchNames.ExecuteDeleteAsync(stop);
    }

    static async Task EndAsync(NewsDb db, CancellationToken stop)
    {
        await SearchParts.JoinAsync(db, stop);
        if (db.Database.IsSqlite()) await db.Database.ExecuteSqlRawAsync(SearchTables.SqliteEnd, stop);
        (await SearchState.OfAsync(db, stop)).Make(IndexTerms.Form);
        await db.SaveChangesAsync(stop);
    }
}
