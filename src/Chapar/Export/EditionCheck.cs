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
    /// <param name="newest">The newest edition known to whoever asks: an older one is not what readers should have. 0 when none is.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="FormatException">The key is none.</exception>
    public static async Task<EditionFindings> LookAsync(string folder, string publicKey, long newest, CancellationToken stop)
    {
        var list = Path.Combine(folder, EditionManifest.FileName);
        var signature = Path.Combine(folder, EditionManifest.SignatureName);
        if (!File.Exists(list) || !File.Exists(signature)) return new(null, [$"There is no {(File.Exists(list) ? EditionManifest.SignatureName : EditionManifest.FileName)} in {folder}: it is no edition, or not a whole one."]);
        var content = await File.ReadAllBytesAsync(list, stop);
        var signed = await File.ReadAllTextAsync(signature, stop);
        if (EditionKey.Check(publicKey, content, signed) is not { } comment)
            return new(null, [$"The signature does not hold: {EditionManifest.FileName} was changed, or another than the owner of this key has signed it."]);
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
        if (comment != edition.Comment) wrong.Add("The signature is that of another edition.");
        if (edition.Number < newest) wrong.Add($"It is an older edition: number {edition.Number}, made {edition.MadeAt:yyyy-MM-dd HH:mm} UTC; number {newest} is known.");
        var changed = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(edition.Digests, stop, async (entry, cancel) =>
        {
            var file = Path.GetFullPath(Path.Combine(folder, entry.Key));
            if (!File.Exists(file))
            {
                changed.Add($"missing: {entry.Key}");
                return;
            }
            await using var stream = File.OpenRead(file);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel)) != entry.Value) changed.Add($"changed: {entry.Key}");
        });
        wrong.AddRange(changed.Order(StringComparer.Ordinal));
        // A name that differs from those of the list in nothing but the way of writing its letters is another name.
        wrong.AddRange(from file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                       let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
                       where path is not (EditionManifest.FileName or EditionManifest.SignatureName) && !edition.Digests.ContainsKey(path)
                       orderby path
                       select $"added: {path}");
        return new(edition, wrong);
    }
}
