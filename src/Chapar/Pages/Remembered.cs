using System.Collections.Concurrent;
using Chapar.Database;

namespace Chapar.Pages;

/// <summary>
/// Parts that stand on many pages (navigation, ticker, the item of a list), kept by the same rule as pages: true while none of the
/// names they depend on was raised since their reading began. So the pages that a change makes untrue are made again from parts
/// that are true, and only what has changed is read.
/// </summary>
/// <param name="most">Parts. Past it all are forgotten and read anew as they are asked for.</param>
public sealed class Remembered(Editions editions, TimeProvider clock, int most = Remembered.MostSmall)
{
    /// <summary>More parts than a busy day asks for; at about 1 KB each.</summary>
    const int MostSmall = 30_000;

    sealed class Part(object value, Rendering made)
    {
        public object Value { get; } = value;

        /// <summary>Tens of thousands of parts have a few each: a set of them would take four times the room.</summary>
        public string[] Names { get; } = [.. made.Names];

        public long Began { get; } = made.Began;
        public DateTime? GoodUntil { get; } = made.GoodUntil;

        /// <summary>The turn at which its names were last compared and found unchanged.</summary>
        public long CheckedAt { get; set; } = made.Began;
    }

    readonly ConcurrentDictionary<Key, Part> parts = new();
    int count;

    /// <summary>What a part is, of what, in which language.</summary>
    public readonly record struct Key(string What, string Language = "", Guid Of = default);

    /// <summary>Of the edition numbers, now.</summary>
    public long Turn => editions.Turn;

    T? Find<T>(Key key, Rendering page) where T : class
    {
        if (!parts.TryGetValue(key, out var part) || !IsTrue(part)) return null;
        page.Include(part.Names, part.GoodUntil);
        return (T)part.Value;
    }

    /// <summary>The part, read anew when it is not kept or no longer true.</summary>
    /// <param name="key">What it is.</param>
    /// <param name="page">The page it stands on: depends on all that the part depends on.</param>
    /// <param name="read">Reads it, and says what it depends on.</param>
    public async ValueTask<T> GetAsync<T>(Key key, Rendering page, Func<Rendering, Task<T>> read) where T : class
    {
        if (Find<T>(key, page) is { } kept) return kept;
        var made = new Rendering(editions.Turn);
        var value = await read(made);
        Keep(key, value, made, page);
        return value;
    }

    /// <summary>The part, or null where there is none, which is not remembered.</summary>
    public async ValueTask<T?> FindAsync<T>(Key key, Rendering page, Func<Rendering, Task<T?>> read) where T : class
    {
        if (Find<T>(key, page) is { } kept) return kept;
        var made = new Rendering(editions.Turn);
        if (await read(made) is not { } value) return null;
        Keep(key, value, made, page);
        return value;
    }

    /// <summary>Several parts of one kind in the order of their ids; those that are not kept are read together. Those that are not there are left out.</summary>
    /// <param name="what">Their kind.</param>
    /// <param name="language">The language they are in.</param>
    /// <param name="ids">Which.</param>
    /// <param name="page">The page they stand on.</param>
    /// <param name="read">Reads these, each with the names it depends on and the instant (UTC) until which it is true; null for ever.</param>
    public async ValueTask<IReadOnlyList<T>> GetAsync<T>(
        string what, string language, IReadOnlyList<Guid> ids, Rendering page,
        Func<IReadOnlyList<Guid>, Task<IReadOnlyList<(Guid Id, T Value, IEnumerable<string> Names, DateTime? GoodUntil)>>> read) where T : class
    {
        var found = new T?[ids.Count];
        List<Guid>? missing = null;
        for (int i = 0; i < found.Length; i++)
            if ((found[i] = Find<T>(new(what, language, ids[i]), page)) is null) (missing ??= []).Add(ids[i]);
        if (missing is null) return found!;
        var began = editions.Turn;
        foreach (var (id, value, names, until) in await read(missing))
        {
            var made = new Rendering(began);
            made.DependOn(names);
            if (until is { } end) made.ExpireAt(end);
            Keep(new(what, language, id), value, made, page);
            for (int i = 0; i < found.Length; i++)
                if (ids[i] == id) found[i] = value;
        }
        return [.. found.OfType<T>()];
    }

    /// <summary>Keeps a part whose dependencies are all said.</summary>
    void Keep(Key key, object value, Rendering made, Rendering page)
    {
        var part = new Part(value, made);
        page.Include(part.Names, part.GoodUntil);
        // Counted here, since the dictionary counts itself under all its locks.
        if (!parts.ContainsKey(key) && Interlocked.Increment(ref count) > most)
        {
            parts.Clear();
            Interlocked.Exchange(ref count, 1);
        }
        parts[key] = part;
    }

    bool IsTrue(Part part)
    {
        if (part.GoodUntil is { } until && clock.GetUtcNow().UtcDateTime >= until) return false;
        // Read before the names are compared: what is raised meanwhile is looked at the next time.
        var turn = editions.Turn;
        if (part.CheckedAt == turn) return true;
        if (!editions.AreUnchangedSince(part.Began, part.Names)) return false;
        part.CheckedAt = turn;
        return true;
    }
}
