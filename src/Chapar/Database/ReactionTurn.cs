using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// The turn of one process, among all over one PostgreSQL, to do the work of a reaction. It is a lock of the connection that took it, so it ends with the
/// process, however that ends. On SQLite, which one server uses, everybody has it.
/// </summary>
public sealed class ReactionTurn : IAsyncDisposable
{
    readonly NewsDb db;
    readonly string? name;

    ReactionTurn(NewsDb db, string? name) => (this.db, this.name) = (db, name);

    /// <param name="db">A context for nothing else: its connection stays open until the turn ends.</param>
    /// <param name="reaction">The reaction's name.</param>
    /// <param name="waits">Whether to wait until the process ends that has the turn now.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <returns>Null when another process has the turn and it is not waited for.</returns>
    public static async Task<ReactionTurn?> TakeAsync(NewsDb db, string reaction, bool waits, CancellationToken stop)
    {
        if (db.Database.IsSqlite()) return new(db, null);
        var name = $"chapar reaction {reaction}";
        await db.Database.OpenConnectionAsync(stop);
        if (waits)
        {
            // The end of a long work is worth more than this command's usual patience.
            db.Database.SetCommandTimeout(0);
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock(hashtextextended({name}, 0))", stop);
            return new(db, name);
        }
        var taken = await db.Database.SqlQuery<bool>($"""SELECT pg_try_advisory_lock(hashtextextended({name}, 0)) AS "Value" """).SingleAsync(stop);
        if (taken) return new(db, name);
        await db.Database.CloseConnectionAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        if (name is null) return;
        // A connection that was cut has given the turn back already.
        if (db.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock(hashtextextended({name}, 0))");
        await db.Database.CloseConnectionAsync();
    }
}
