using System.Collections.Concurrent;
using Chapar.Settings;

namespace Chapar.Newsroom.House;

/// <summary>Settings that somebody looks at before saving them, by their id. They stand in the form too: a restart loses nothing.</summary>
public sealed class UnsavedSettings
{
    readonly ConcurrentDictionary<Guid, Publication> all = new();

    public Publication? Of(Guid staffId) => all.GetValueOrDefault(staffId);

    public void Keep(Guid staffId, Publication settings) => all[staffId] = settings;

    public void Forget(Guid staffId) => all.TryRemove(staffId, out _);
}
