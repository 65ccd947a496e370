using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// Where questions are asked: on lines, with a context made only for what is rarely asked for; or, where there is a context anyway (a command's, a
/// test's), of that.
/// </summary>
/// <param name="Lines">Null to ask the context.</param>
/// <param name="Context">Gives the context.</param>
public readonly record struct Asking(Lines? Lines, Func<NewsDb> Context)
{
    public NewsDb Db => Context();

    /// <summary>Whether the embedded database is asked.</summary>
    public bool IsSqlite => Lines?.AreSqlite ?? Db.Database.IsSqlite();

    public Editions Editions => Lines?.Editions ?? Db.Editions;

    /// <summary>All rows, in the order of the query.</summary>
    public async ValueTask<List<TRow>> ListAsync<TAbout, TRow>(Question<TAbout, TRow> question, TAbout about, CancellationToken stop = default) where TAbout : notnull =>
        Lines is null ? await question.By(Db, about).ToListAsync(stop) : await question.ListAsync(Lines, about, stop);

    /// <summary>The first row, or the type's default without one.</summary>
    public async ValueTask<TRow?> FirstAsync<TAbout, TRow>(Question<TAbout, TRow> question, TAbout about, CancellationToken stop = default) where TAbout : notnull =>
        Lines is null ? await question.By(Db, about).FirstOrDefaultAsync(stop) : await question.FirstAsync(Lines, about, stop);

    public static implicit operator Asking(NewsDb db) => new(null, () => db);
}
