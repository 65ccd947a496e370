using System.Collections.Concurrent;

namespace Chapar.Newsroom.Writing;

/// <summary>Who has which story open. In memory and of this process: a page says every ten seconds that it is there.</summary>
public sealed class Presence(TimeProvider clock)
{
    /// <summary>Two calls may fail to come before somebody counts as gone.</summary>
    static readonly TimeSpan Gone = TimeSpan.FromSeconds(25);

    readonly ConcurrentDictionary<(Guid Story, Guid Staff), (string Name, DateTimeOffset At)> here = [];

    /// <summary>Somebody has the story open; the names of the others who have.</summary>
    public IReadOnlyList<string> Here(Guid story, Guid staff, string name)
    {
        var now = clock.GetUtcNow();
        here[(story, staff)] = (name, now);
        foreach (var (key, seen) in here)
            if (now - seen.At > Gone) here.TryRemove(new(key, seen));
        return [.. here.Where(h => h.Key.Story == story && h.Key.Staff != staff).Select(h => h.Value.Name).Order(StringComparer.Ordinal)];
    }
}
