using System.Text.Json;
using Chapar.Settings;

namespace Chapar.Export;

/// <summary>The newest editions that have been made or seen here: an older one, however well signed, is not what readers should have.</summary>
public sealed class EditionMemory(string dataFolder)
{
    readonly string file = Path.Combine(dataFolder, "editions", "newest.json");

    /// <summary>Of the copy that one address has: mirrors follow one after the other.</summary>
    /// <exception cref="FormatException">What is remembered is damaged.</exception>
    public long Newest(string publicKey, string address) => Read().GetValueOrDefault($"{EditionKey.LineOf(publicKey)} {address}");

    /// <summary>A number for a new edition. It is remembered before it is used, of no address yet: whatever becomes of the edition, no other gets it.</summary>
    /// <param name="publicKey">Of the newspaper.</param>
    /// <param name="above">A number that is known from elsewhere; 0 for none.</param>
    /// <exception cref="FormatException">What is remembered is damaged.</exception>
    public long Take(string publicKey, long above)
    {
        var key = EditionKey.LineOf(publicKey) + " ";
        long taken = 0;
        Change(known => known[key] = taken = known.Where(one => one.Key.StartsWith(key, StringComparison.Ordinal)).Select(one => one.Value).Append(above).Max() + 1);
        return taken;
    }

    /// <exception cref="FormatException">What is remembered is damaged.</exception>
    public void Saw(string publicKey, EditionManifest edition)
    {
        if (Newest(publicKey, edition.Address) >= edition.Number) return;
        var key = $"{EditionKey.LineOf(publicKey)} {edition.Address}";
        Change(known => known[key] = Math.Max(known.GetValueOrDefault(key), edition.Number));
    }

    /// <summary>One after the other, whichever process or thread they are of: who reads while another writes would forget what that one writes.</summary>
    void Change(Action<Dictionary<string, long>> change)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var turn = FileTurn.Take(file + ".turn");
        var known = Read();
        change(known);
        WholeFile.Write(file, stream => JsonSerializer.Serialize(stream, known));
    }

    Dictionary<string, long> Read()
    {
        if (!File.Exists(file)) return [];
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, long>>(File.ReadAllText(file)) ?? [];
        }
        catch (JsonException e)
        {
            throw new FormatException($"{file} is damaged: put it back from a backup, or remove it; then the next edition's number follows the one in its folder.", e);
        }
    }
}
