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
            if (!File.Exists(Path.Combine(folder, name))) return new(null, [$"{name} is missing: {folder} holds no edition, or not a whole one."]);
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
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(edition.Digests, stop, async (entry, cancel) =>
        {
            var file = Path.Combine(folder, entry.Key);
            if (!File.Exists(file))
            {
                wrong.Add($"{entry.Key} is missing.");
                return;
            }
            await using var stream = File.OpenRead(file);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancel)) != entry.Value) wrong.Add($"{entry.Key} was changed: it is not what was signed.");
        });
        var added = from file in Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
                    let path = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')
                    where path is not (EditionManifest.FileName or EditionManifest.SignatureName) && !edition.Digests.ContainsKey(path)
                    select $"{path} was added: it is no part of the edition.";
        return wrong.Concat(added).Order(StringComparer.Ordinal);
    }
}
