using System.Collections.Concurrent;
using Chapar.Database;

namespace Chapar.Pages;

/// <summary>
/// Small things that stand on every page (navigation, ticker), kept by the same rule as pages: true while none of the names
/// they depend on was raised since their reading began.
/// </summary>
public sealed class Remembered(Editions editions, TimeProvider clock)
{
    sealed record Entry(object Value, long Began, IReadOnlyCollection<string> Names, DateTime GoodUntil);

    readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <param name="key">What it is: "ticker".</param>
    /// <param name="names">The edition names it depends on.</param>
    /// <param name="goodUntil">The instant (UTC) at which it is untrue though nothing changed.</param>
    /// <param name="read">Reads it anew.</param>
    public async ValueTask<T> GetAsync<T>(string key, IReadOnlyCollection<string> names, DateTime goodUntil, Func<Task<T>> read) where T : class
    {
        if (entries.TryGetValue(key, out var entry) && clock.GetUtcNow().UtcDateTime < entry.GoodUntil && editions.AreUnchangedSince(entry.Began, entry.Names))
            return (T)entry.Value;
        var began = editions.Turn;
        var value = await read();
        entries[key] = new Entry(value, began, names, goodUntil);
        return value;
    }
}
