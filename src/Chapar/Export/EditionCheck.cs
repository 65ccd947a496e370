using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;

namespace Chapar.Export;

/// <summary>What is wrong with a copy of an edition; nothing when it is as it was signed.</summary>
/// <param name="Edition">What the copy says it is; null when its signature does not hold.</param>
/// <param name="Wrong">Sentences, one for each file and each doubt.</param>
public sealed record EditionFindings(EditionManifest? Edition, IReadOnlyList<string> Wrong)
{
    public bool IsWhole => Wrong.Count == 0;
}

/// <summary>Compares a copy of an edition, from wherever it came, with what the newspaper has signed.</summary>
public static class EditionCheck
{
    /// <param name="folder">The copy.</param>
    /// <param name="publicKey">As <see cref="EditionKey.Check"/> takes it.</param>
    /// <param name="newest">The number of the newest edition that whoever asks knows of an address; 0 for none.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="FormatException">The key is none.</exception>
    public static async Task<EditionFindings> LookAsync(string folder, string publicKey, Func<string, long> newest, CancellationToken stop)
    {
        foreach (var name in new[] { EditionManifest.FileName, EditionManifest.SignatureName })
        {
            var standing = Standings.Of(Path.Combine(folder, name));
            if (standing == Standing.Nothing) return new(null, [$"{name} is missing: {folder} holds no edition, or not a whole one."]);
            if (!standing.IsFile()) return new(null, [$"{name} is {standing.Word()}, not a file: nothing here can be trusted."]);
        }
        var content = await File.ReadAllBytesAsync(Path.Combine(folder, EditionManifest.FileName), stop);
        var signature = await File.ReadAllTextAsync(Path.Combine(folder, EditionManifest.SignatureName), stop);
        if (EditionKey.Check(publicKey, content, signature) is not { } comment)
            return new(null, [$"The signature does not hold: {EditionManifest.FileName} was changed, or somebody else than the owner of this key has signed it. Nothing here can be trusted."]);
        EditionManifest edition;
        try
        {
            edition = EditionManifest.Read(content);
        }
        catch (FormatException e)
        {
            return new(null, [e.Message]);
        }
        List<string> wrong = [];
        if (comment != edition.Comment) wrong.Add($"The signature says '{comment}', and {EditionManifest.FileName} says '{edition.Comment}'.");
        if (newest(edition.Address) is var known && edition.Number < known)
            wrong.Add(string.Create(CultureInfo.InvariantCulture, $"This is an older edition: number {edition.Number}, made {edition.MadeAt:yyyy-MM-dd HH:mm} UTC; number {known} is known."));
        wrong.AddRange(await FilesAsync(folder, edition, stop));
        return new(edition, wrong);
    }

    static async Task<IEnumerable<string>> FilesAsync(string folder, EditionManifest edition, CancellationToken stop)
    {
        var there = Standings.In(folder);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(edition.Digests, stop, async (entry, cancel) =>
        {
            if (await WrongAsync(folder, entry.Key, entry.Value, there, cancel) is { } said) wrong.Add(said);
        });
        return wrong.Concat(Added(edition, there)).Order(StringComparer.Ordinal);
    }

    /// <summary>What is wrong with a file of the list; null when nothing is, or when it is said of its folder.</summary>
    static async Task<string?> WrongAsync(string folder, string path, string digest, Dictionary<string, Standing> there, CancellationToken stop)
    {
        var standing = there.GetValueOrDefault(path);
        if (standing == Standing.Nothing) return FoldersOf(path).Any(parent => there.GetValueOrDefault(parent) is not (Standing.Nothing or Standing.Folder)) ? null : $"{path} is missing.";
        // A link may lead anywhere, and who opens a pipe waits for ever.
        if (!standing.IsFile()) return $"{path} is {standing.Word()}, not a file.";
        try
        {
            return await DigestAsync(Path.Combine(folder, path), standing, stop) == digest ? null : $"{path} was changed: it is not what was signed.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{path} cannot be read: {e.Message}";
        }
    }

    static async Task<string> DigestAsync(string file, Standing standing, CancellationToken stop)
    {
        if (standing == Standing.EmptyFile) return Convert.ToHexStringLower(SHA256.HashData([]));
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
    }

    /// <summary>What stands there and is no part of the edition, which has no folder without a file.</summary>
    static IEnumerable<string> Added(EditionManifest edition, Dictionary<string, Standing> there)
    {
        var folders = edition.Digests.Keys.SelectMany(FoldersOf).ToHashSet(StringComparer.Ordinal);
        var filled = there.Keys.Select(path => FoldersOf(path).FirstOrDefault()).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var (path, standing) in there)
        {
            if (path is EditionManifest.FileName or EditionManifest.SignatureName || edition.Digests.ContainsKey(path)) continue;
            if (standing.IsFile()) yield return $"{path} was added: it is no part of the edition.";
            else if (standing != Standing.Folder) yield return folders.Contains(path) ? $"{path} is {standing.Word()}, not a folder: what it leads to is no part of the edition." : $"{path} is {standing.Word()}, not a file, and was added: it is no part of the edition.";
            else if (!filled.Contains(path)) yield return $"{path} is an empty folder and was added: it is no part of the edition.";
        }
    }

    /// <summary>The folders in which a path lies, the nearest first.</summary>
    static IEnumerable<string> FoldersOf(string path)
    {
        for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1)) yield return path[..slash];
    }
}
