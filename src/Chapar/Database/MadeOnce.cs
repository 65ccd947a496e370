using System.Runtime.CompilerServices;

namespace Chapar.Database;

/// <summary>
/// Something large that is made of rows which seldom change: kept in memory for each house in this process, and made anew when one of its edition
/// names was raised. Two who ask at once may both make it.
/// </summary>
/// <param name="names">The edition names of what it is made of.</param>
/// <param name="make">Reads and makes it.</param>
sealed class MadeOnce<T>(IReadOnlyCollection<string> names, Func<NewsDb, CancellationToken, Task<T>> make)
{
    readonly ConditionalWeakTable<Editions, StrongBox<(long Began, T Value)>> kept = [];

    /// <summary>As it is now.</summary>
    public async ValueTask<T> NowAsync(Asking asking, CancellationToken stop)
    {
        var editions = asking.Editions;
        if (kept.TryGetValue(editions, out var have) && editions.AreUnchangedSince(have.Value.Began, names)) return have.Value.Value;
        var began = editions.Turn;
        var value = await make(asking.Db, stop);
        kept.AddOrUpdate(editions, new((began, value)));
        return value;
    }
}
