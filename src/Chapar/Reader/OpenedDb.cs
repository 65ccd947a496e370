using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>The database of one request, made when it is first asked for and then open to its end: opening takes as long as a query, and a page that asks has several.</summary>
public sealed class OpenedDb(IServiceProvider services)
{
    public NewsDb Db => field ??= Opened(services.GetRequiredService<NewsDb>());

    /// <summary>Asks on lines; the context is made when something else asks for it.</summary>
    public Asking Asking(Lines lines) => new(lines, () => Db);

    static NewsDb Opened(NewsDb db)
    {
        // A client of PostgreSQL waits for nothing here: each question takes a connection that is open already.
        if (db.Database.IsSqlite()) db.Database.OpenConnection();
        return db;
    }
}
