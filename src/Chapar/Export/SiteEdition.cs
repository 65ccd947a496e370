using System.Security.Cryptography;
using System.Text;
using Chapar.Settings;

namespace Chapar.Export;

/// <summary>What is known of the newspaper whose site becomes files.</summary>
/// <param name="BaseUrl">Where the files will be served.</param>
/// <param name="MainUrl">Where the newspaper itself is: what files cannot do, it can.</param>
/// <param name="Addresses">All addresses at which it can be read.</param>
/// <param name="Prefixes">What the addresses of each language begin with.</param>
/// <param name="DataFolder">Where its key and what is remembered of its editions stand.</param>
/// <param name="Made">Program and settings: when they are others, all files are made anew.</param>
public sealed record EditionOf(string Publication, string BaseUrl, string MainUrl, IReadOnlyList<string> Addresses, IReadOnlyList<string> Prefixes, string DataFolder, string Made)
{
    /// <summary>Whether a link leads to another copy, also where that one's address begins as ours does.</summary>
    public bool IsElsewhere(string link) => Addresses.Any(address => address != BaseUrl && link == address + "/");
}

/// <summary>Writes an edition: the files, their list, its signature.</summary>
public static class SiteEdition
{
    /// <summary>What no page leads to.</summary>
    static readonly string[] Unlinked = ["/robots.txt", "/.well-known/security.txt", EditionRun.NotFound];

    /// <summary>The same of each language: what robots ask for, and what other sites frame.</summary>
    static readonly string[] UnlinkedOfEach = ["/sitemap.xml", "/news-sitemap.xml", .. new[] { "usd", "eur", "rub" }.SelectMany(money => new[] { $"/rates/embed/{money}", $"/rates/embed/{money}/inverse" })];

    static readonly string[] Signed = [EditionManifest.FileName, EditionManifest.SignatureName];

    public static EditionKey KeyOf(string dataFolder) => EditionKey.OpenOrMake(Path.Combine(dataFolder, "keys", "edition.key"));

    /// <param name="of">The newspaper.</param>
    /// <param name="folder">Full path; empty, missing, or with an edition in it.</param>
    /// <param name="open">Opens the site; meanwhile what is known of the run before is read.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Ends it; what was written stays, and the list with its signature is that of before.</param>
    /// <exception cref="IOException">The folder holds something else, or another run is writing to it.</exception>
    public static async Task<(EditionManifest Manifest, EditionOutcome Outcome)> WriteAsync(
        EditionOf of, string folder, Func<Task<OpenSite>> open, DateTime now, CancellationToken stop)
    {
        var list = Path.Combine(folder, EditionManifest.FileName);
        var remembered = Path.Combine(of.DataFolder, "editions", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder)).AsSpan(0, 6)));
        Directory.CreateDirectory(Path.GetDirectoryName(remembered)!);
        using var journal = EditionJournal.Begin(remembered + ".open", folder);
        if (!IsOurs(folder, journal.Left)) throw new IOException($"{folder} is not empty and holds no edition: give another folder, or empty it.");
        Directory.CreateDirectory(folder);
        var key = KeyOf(of.DataFolder);
        var memory = new EditionMemory(of.DataFolder);
        // What cannot be read is said before thousands of pages are made, not after.
        memory.Newest(key.PublicKey, of.BaseUrl);
        var opening = Task.Run(open, stop);
        var before = File.Exists(list) ? EditionRecord.Read(remembered + ".json", of.Made) : new EditionRecord { Made = of.Made };
        var site = await opening;
        var run = new EditionRun(folder, of, site.Ask, before, site.Numbers, journal, now);
        var outcome = await run.FollowAsync([.. of.Prefixes.SelectMany(prefix => UnlinkedOfEach.Select(address => prefix + address).Prepend(prefix.Length == 0 ? "/" : prefix)), .. Unlinked], stop);
        var old = await SignedAsync(folder, key, stop);
        outcome = outcome with { Removed = outcome.Removed + Clean(folder, old, outcome, journal.Left) };
        var manifest = old;
        if (manifest is null || manifest.Address != of.BaseUrl || !Same(manifest.Digests, outcome.Digests))
        {
            manifest = new EditionManifest(memory.Take(key.PublicKey, old?.Number ?? 0), new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc), of.Publication, of.BaseUrl, outcome.Digests);
            var content = manifest.Write();
            foreach (var file in Signed) journal.Name(file);
            WholeFile.Write(list, content);
            WholeFile.Write(Path.Combine(folder, EditionManifest.SignatureName), Encoding.UTF8.GetBytes(key.Sign(content, manifest.Comment)));
        }
        memory.Saw(key.PublicKey, manifest);
        run.Remember().Write(remembered + ".json");
        journal.End();
        return (manifest, outcome);
    }

    /// <summary>The list that stands there, when it is ours; null when there is none, or it was changed.</summary>
    static async Task<EditionManifest?> SignedAsync(string folder, EditionKey key, CancellationToken stop)
    {
        var (list, signature) = (Path.Combine(folder, EditionManifest.FileName), Path.Combine(folder, EditionManifest.SignatureName));
        if (!Standings.Of(list).IsFile() || !Standings.Of(signature).IsFile()) return null;
        var content = await File.ReadAllBytesAsync(list, stop);
        var signed = await File.ReadAllTextAsync(signature, stop);
        return EditionKey.Check(key.PublicKey, content, signed) is null ? null : EditionManifest.Read(content);
    }

    /// <summary>Whether a run may write to the folder: nothing is in it, or an edition, or what a run wrote that was cut off before it had a list.</summary>
    static bool IsOurs(string folder, IReadOnlySet<string> left)
    {
        var list = Path.Combine(folder, EditionManifest.FileName);
        // A list is put there in one piece: one that is none of ours, other programs make such too, is never what a run left.
        if (Standings.Of(list) is not Standing.Nothing and var standing) return standing == Standing.File && EditionManifest.IsOne(File.ReadAllBytes(list));
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return true;
        if (left.Count == 0) return false;
        return left.Any(file => File.Exists(Path.Combine(folder, file)) || File.Exists(Path.Combine(folder, file + WholeFile.Unfinished))) || !Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any();
    }

    /// <summary>Removes what the list of before names and this one does not, and what a run was about to write that was cut off: this run may know of neither. All else is somebody else's.</summary>
    static int Clean(string folder, EditionManifest? old, EditionOutcome outcome, IReadOnlySet<string> left)
    {
        foreach (var file in left) EditionPath.Remove(folder, file + WholeFile.Unfinished);
        return (old?.Digests.Keys ?? []).Concat(left).Except(Signed).ToList().Count(file => !outcome.Digests.ContainsKey(file) && EditionPath.Remove(folder, file));
    }

    static bool Same(IReadOnlyDictionary<string, string> a, IReadOnlyDictionary<string, string> b) => a.Count == b.Count && a.All(one => b.TryGetValue(one.Key, out var digest) && digest == one.Value);
}
