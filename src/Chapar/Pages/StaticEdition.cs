using System.Collections.Concurrent;

namespace Chapar.Pages;

/// <summary>
/// Set on a request whose answer becomes a file of the static edition (<c>HttpContext.Features</c>): it leaves out what a file cannot
/// do (forms, the day of today), and says times in full, since nobody knows when it is read.
/// </summary>
/// <param name="Elsewhere">The other addresses of the newspaper: the main one and its mirrors.</param>
public sealed record StaticEdition(IReadOnlyList<string> Elsewhere)
{
    /// <summary>As many as are worked on at once, and some.</summary>
    const int Most = 8;

    readonly ConcurrentDictionary<Type, object> own = new();
    readonly Queue<string> order = new();
    readonly Dictionary<string, Lazy<Task<object?>>> shared = new(StringComparer.Ordinal);

    /// <summary>The one of its kind that this edition has: whoever makes many of its files keeps there what they have in common.</summary>
    public T Own<T>() where T : class, new() => (T)own.GetOrAdd(typeof(T), _ => new T());

    /// <summary>What several files are made of that are asked for one after the other: read once, and soon forgotten.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="read">Reads it.</param>
    public async Task<T?> ShareAsync<T>(string key, Func<Task<T?>> read) where T : class
    {
        Lazy<Task<object?>>? known;
        lock (order)
        {
            if (!shared.TryGetValue(key, out known))
            {
                shared[key] = known = new(async () => await read());
                order.Enqueue(key);
                if (order.Count > Most) shared.Remove(order.Dequeue());
            }
        }
        return (T?)await known.Value;
    }
}
