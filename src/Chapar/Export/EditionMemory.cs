using System.Text.Json;

namespace Chapar.Export;

/// <summary>The newest edition of each newspaper that has been made or seen here: an older one, however well signed, is not what readers should have.</summary>
public sealed class EditionMemory(string dataFolder)
{
    readonly string file = Path.Combine(dataFolder, "editions", "newest.json");

    /// <summary>0 when none is known.</summary>
    public long Newest(string publicKey) => Read().GetValueOrDefault(Line(publicKey));

    public void Saw(string publicKey, long number)
    {
        var known = Read();
        if (known.GetValueOrDefault(Line(publicKey)) >= number) return;
        known[Line(publicKey)] = number;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(known));
        File.Move(file + ".new", file, overwrite: true);
    }

    Dictionary<string, long> Read() => File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(file)) ?? [] : [];

    static string Line(string publicKey) => publicKey.Trim().Split('\n')[^1].Trim();
}
