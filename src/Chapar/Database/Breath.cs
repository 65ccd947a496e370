using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Database;

/// <summary>
/// Lets others write. SQLite has one writer at a time and no queue: who waits looks again every tenth of a second at the latest
/// (sqlite.org/c3ref/busy_timeout.html), and would find who writes piece upon piece at work each time, until the newsroom's save is given up.
/// </summary>
static class Breath
{
    /// <summary>How long the newsroom may be kept waiting.</summary>
    static readonly TimeSpan Work = TimeSpan.FromSeconds(1);

    /// <summary>Longer than who waits looks away.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    /// <summary>Of the pause that was or is being made. One for the whole program: what is written side by side must rest at once, or the gap of one would be the other's.</summary>
    static long end = Stopwatch.GetTimestamp();

    /// <summary>These pieces of work one after the other, with the rest between two of them. What is one piece by itself, as a publication is, waits for none.</summary>
    public static async IAsyncEnumerable<T> BetweenAsync<T>(NewsDb db, IAsyncEnumerable<T> pieces, [EnumeratorCancellation] CancellationToken stop)
    {
        var isFirst = true;
        await foreach (var piece in pieces.WithCancellation(stop))
        {
            if (!isFirst) await TakeAsync(db, stop);
            isFirst = false;
            yield return piece;
        }
    }

    /// <summary>Called between two pieces of work that goes on: once a second it rests. PostgreSQL needs none of it.</summary>
    public static async ValueTask TakeAsync(NewsDb db, CancellationToken stop)
    {
        if (!db.Database.IsSqlite()) return;
        var ended = Interlocked.Read(ref end);
        if (Stopwatch.GetElapsedTime(ended) >= Work) Interlocked.CompareExchange(ref end, Stopwatch.GetTimestamp() + (long)(Pause.TotalSeconds * Stopwatch.Frequency), ended);
        var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Interlocked.Read(ref end));
        if (left > TimeSpan.Zero) await Task.Delay(left, stop);
    }
}
