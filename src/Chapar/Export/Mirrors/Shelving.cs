namespace Chapar.Export.Mirrors;

/// <summary>
/// Brings an edition to where a mirror's files stand, so that readers never meet half of it: what pages need comes first, then new pages, then
/// those that lead to them, then the list and its signature; what is no longer part of it goes last.
/// </summary>
public static class Shelving
{
    /// <summary>The list of an edition that is on its way: who was cut off knows by it what may stand there.</summary>
    public const string Coming = EditionManifest.FileName + ".coming";

    /// <summary>Files on their way at once.</summary>
    const int Hands = 8;

    /// <param name="edition">The folder of the edition.</param>
    /// <param name="shelf">Where it goes.</param>
    /// <param name="stop">Ends it; the next time it goes on.</param>
    /// <returns>Files put there and removed.</returns>
    /// <exception cref="IOException">Something else stands there, or it does not take the files.</exception>
    public static async Task<(int Put, int Removed)> BringAsync(string edition, IShelf shelf, CancellationToken stop)
    {
        var files = EditionManifest.Read(await File.ReadAllBytesAsync(Path.Combine(edition, EditionManifest.FileName), stop)).Digests;
        var (before, cut) = (await ReadAsync(shelf, EditionManifest.FileName, stop), await ReadAsync(shelf, Coming, stop));
        // A run of ours that was cut off may have left half a list where its coming one stands; else the list is somebody else's.
        if (before == Nothing && cut is null or { Count: 0 }) throw new IOException($"{shelf.Place} has a file {EditionManifest.FileName} that is no list of an edition: give the mirror a place of its own, or remove the file if it was one.");
        if (before is null && cut == Nothing) throw new IOException($"{shelf.Place} has a file {Coming} that is no list of an edition, and no edition: give the mirror a place of its own, or empty it.");
        if (before is null && cut is null && !await shelf.IsEmptyAsync(stop)) throw new IOException($"{shelf.Place} is not empty and holds no edition: give the mirror a place of its own.");
        var news = files.Keys.Where(IsOther).ToList();
        var old = (before ?? Nothing).Keys.Concat((cut ?? Nothing).Keys).Distinct().Where(name => !files.ContainsKey(name)).ToList();
        await shelf.PutAsync(Coming, Path.Combine(edition, EditionManifest.FileName), stop);
        foreach (var together in news.GroupBy(Turn).OrderBy(turn => turn.Key))
            await Parallel.ForEachAsync(together, new ParallelOptions { MaxDegreeOfParallelism = Hands, CancellationToken = stop }, async (name, cancel) => await shelf.PutAsync(name, Path.Combine(edition, name), cancel));
        foreach (var name in new[] { EditionManifest.FileName, EditionManifest.SignatureName }) await shelf.PutAsync(name, Path.Combine(edition, name), stop);
        foreach (var name in old) await shelf.RemoveAsync(name, stop);
        await shelf.RemoveAsync(Coming, stop);
        return (news.Count, old.Count);

        // Whether the shelf may have another file, or none, under this name.
        bool IsOther(string name) => before?.GetValueOrDefault(name) != files[name] || (cut is not null && cut.GetValueOrDefault(name) != files[name]) || !shelf.Stands(name, new FileInfo(Path.Combine(edition, name)).Length);

        int Turn(string name) => !name.EndsWith(".html", StringComparison.Ordinal) ? 0 : before?.ContainsKey(name) != true ? 1 : 2;
    }

    static readonly IReadOnlyDictionary<string, string> Nothing = new Dictionary<string, string>();

    static async Task<IReadOnlyDictionary<string, string>?> ReadAsync(IShelf shelf, string name, CancellationToken stop)
    {
        try
        {
            return await shelf.ReadAsync(name, stop) is { } bytes ? EditionManifest.Read(bytes).Digests : null;
        }
        catch (FormatException)
        {
            // Cut off while it was written, changed by somebody, or never ours.
            return Nothing;
        }
    }
}
