using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>The parts that SQLite's index comes in: some thirty after a hundred thousand articles, in each of which each term of a query is looked for.</summary>
public static class SearchParts
{
    /// <summary>Articles that came at once: with so many the index is worth putting together.</summary>
    public const int Many = 1000;

    /// <summary>Put together without a rest: a tenth of a second.</summary>
    const int PagesAtOnce = 2000;

    /// <summary>Makes one of them, in short pieces: 16 s with 100,000 articles. Who stops it leaves an index that is whole. PostgreSQL's has none.</summary>
    public static async Task JoinAsync(NewsDb db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite()) return;
        // The number of changes is that of a connection.
        await db.Database.OpenConnectionAsync(stop);
        try
        {
            var (before, now) = (long.MinValue / 2, await ChangesAsync());
            for (var pages = -PagesAtOnce; now - before > 1; pages = PagesAtOnce)
            {
                await Breath.TakeAsync(db, stop);
                await db.Database.ExecuteSqlRawAsync(SearchTables.SqliteJoin, [pages], stop);
                (before, now) = (now, await ChangesAsync());
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        Task<long> ChangesAsync() => db.Database.SqlQueryRaw<long>("""SELECT total_changes() AS "Value" """).SingleAsync(stop);
    }
}
