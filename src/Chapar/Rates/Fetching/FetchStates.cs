using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Rates.Fetching;

/// <summary>Reading and writing the rows of <see cref="FetchState"/>.</summary>
public static class FetchStates
{
    /// <summary>Changes the row of a source, made when it is missing, and saves it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="source">The bank.</param>
    /// <param name="change">Returns whether readers see it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async Task<FetchState> NoteAsync(this NewsDb db, RateSource source, Func<FetchState, bool> change, CancellationToken cancellation)
    {
        FetchState state = await db.FetchStates.SingleOrDefaultAsync(s => s.Source == source.Key, cancellation) ?? db.FetchStates.Add(new(source.Key)).Entity;
        if (change(state))
            db.Raise(EditionNames.Rates);
        await db.SaveChangesAsync(cancellation);
        return state;
    }

    /// <summary>When the schedule asks any bank next, UTC; null where none runs.</summary>
    public static Task<DateTime?> NextAttemptAsync(this NewsDb db, DateTime nowUtc, CancellationToken cancellation = default) =>
        db.FetchStates.Where(s => s.NextAttemptAt > nowUtc).MinAsync(s => s.NextAttemptAt, cancellation);

    internal static readonly Question<Guid, string> Failing = new("rates.failing", (db, _) => db.FetchStates.Where(s => s.Failures > 0).Select(s => s.Source), row => row.Text(0));

    /// <summary>The keys of the sources that could not be read at the last attempt.</summary>
    public static async Task<IReadOnlySet<string>> FailingAsync(Asking asking, CancellationToken cancellation = default) =>
        (await asking.ListAsync(Failing, Guid.Empty, cancellation)).ToHashSet(StringComparer.Ordinal);
}
