using System.Text.Json;
using Chapar.Settings;

namespace Chapar.Export;

/// <summary>The newest editions that have been made or seen here: an older one, however well signed, is not what readers should have.</summary>
public sealed class EditionMemory(string dataFolder)
{
    readonly string file = Path.Combine(dataFolder, "editions", "newest.json");

    /// <summary>Of all copies of a newspaper, the highest number; 0 when none is known.</summary>
    public long Newest(string publicKey) => Read().Where(known => known.Key.StartsWith(EditionKey.LineOf(publicKey) + " ", StringComparison.Ordinal)).Select(known => known.Value).DefaultIfEmpty().Max();

    /// <summary>Of the copy that one address has: mirrors follow one after the other.</summary>
    public long Newest(string publicKey, string address) => Read().GetValueOrDefault($"{EditionKey.LineOf(publicKey)} {address}");

    public void Saw(string publicKey, EditionManifest edition)
    {
        var known = Read();
        var key = $"{EditionKey.LineOf(publicKey)} {edition.Address}";
        if (known.GetValueOrDefault(key) >= edition.Number) return;
        known[key] = edition.Number;
        WholeFile.Write(file, stream => JsonSerializer.Serialize(stream, known));
    }

    Dictionary<string, long> Read() => File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(file)) ?? [] : [];
}
