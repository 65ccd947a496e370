using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>What one transaction after the other writes, whichever process they are of, so that none writes without what another has just written: the numbers of PostgreSQL's advisory locks.</summary>
enum WriterLock { RateYears = 7241, EditionNumbers = 7242, Fingerprints = 7243, MostRead = 7244, Search = 7245 }

static class WriterLocks
{
    /// <summary>Waits for its turn, which lasts until the transaction ends. On SQLite there is one writer anyway.</summary>
    public static async Task TakeTurnAsync(this NewsDb db, WriterLock which, CancellationToken stop)
    {
        if (!db.Database.IsSqlite()) await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({(long)which})", stop);
    }
}
