using System.Security.Cryptography;
using System.Text;

namespace Chapar.Export;

/// <summary>What is known of the newspaper whose site becomes files.</summary>
/// <param name="BaseUrl">Where the files will be served.</param>
/// <param name="DataFolder">Where its key and what is remembered of its editions stand.</param>
/// <param name="Made">Program and settings: when they are others, all files are made anew.</param>
public sealed record EditionOf(string Publication, string BaseUrl, IReadOnlyList<string> Prefixes, string DataFolder, string Made);

/// <summary>Writes an edition: the files, their list, its signature.</summary>
public static class SiteEdition
{
    /// <summary>What no page leads to.</summary>
    static readonly string[] Unlinked = ["/robots.txt", "/sitemap.xml", "/news-sitemap.xml", "/.well-known/security.txt"];

    public static EditionKey KeyOf(string dataFolder) => EditionKey.OpenOrMake(Path.Combine(dataFolder, "keys", "edition.key"));

    /// <param name="of">The newspaper.</param>
    /// <param name="folder">Full path; empty, missing, or with an edition in it.</param>
    /// <param name="ask">The site.</param>
    /// <param name="numbers">How often each edition name has changed, read before the first page is asked for.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Ends it; what was written stays, and the list with its signature is that of before.</param>
    /// <exception cref="IOException">The folder holds something else.</exception>
    public static async Task<(EditionManifest Manifest, EditionOutcome Outcome)> WriteAsync(
        EditionOf of, string folder, AskSite ask, IReadOnlyDictionary<string, long> numbers, DateTime now, CancellationToken stop)
    {
        var list = Path.Combine(folder, EditionManifest.FileName);
        if (Directory.Exists(folder) && !File.Exists(list) && Directory.EnumerateFileSystemEntries(folder).Any())
            throw new IOException($"{folder} is not empty and holds no edition: give another folder, or empty it.");
        Directory.CreateDirectory(folder);
        var key = KeyOf(of.DataFolder);
        var memory = new EditionMemory(of.DataFolder);
        var recordFile = Path.Combine(of.DataFolder, "editions", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 6)) + ".json");
        var before = File.Exists(list) ? EditionRecord.Read(recordFile, of.Made) : new EditionRecord { Made = of.Made };
        var run = new EditionRun(folder, of.BaseUrl, ask, before, numbers, now);
        var outcome = await run.FollowAsync([.. of.Prefixes.Select(prefix => prefix.Length == 0 ? "/" : prefix), .. Unlinked], stop);
        var old = File.Exists(list) ? EditionManifest.Read(await File.ReadAllBytesAsync(list, stop)) : null;
        if (old is not null) outcome = outcome with { Removed = outcome.Removed + Clean(folder, old, outcome) };
        var manifest = old;
        if (manifest is null || !File.Exists(Path.Combine(folder, EditionManifest.SignatureName)) || manifest.Address != of.BaseUrl || !Same(manifest.Digests, outcome.Digests))
        {
            manifest = new EditionManifest(memory.Newest(key.PublicKey) + 1, new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc), of.Publication, of.BaseUrl, outcome.Digests);
            var content = manifest.Write();
            await File.WriteAllBytesAsync(list, content, stop);
            await File.WriteAllTextAsync(Path.Combine(folder, EditionManifest.SignatureName), key.Sign(content, manifest.Comment), stop);
        }
        memory.Saw(key.PublicKey, manifest.Number);
        run.Remember().Write(recordFile);
        return (manifest, outcome);
    }

    /// <summary>What the list of before names and this one does not: the run may not have known of it.</summary>
    static int Clean(string folder, EditionManifest old, EditionOutcome outcome)
    {
        int removed = 0;
        foreach (var file in old.Digests.Keys.Where(file => !outcome.Digests.ContainsKey(file)).Select(file => Path.Combine(folder, file)).Where(File.Exists))
        {
            File.Delete(file);
            removed++;
        }
        return removed;
    }

    static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) => a.Count == b.Count && a.All(one => b.TryGetValue(one.Key, out var digest) && digest == one.Value);
}
