using System.Buffers;
using System.Globalization;
using System.Text;

namespace Chapar.Export;

/// <summary>
/// The list of all files of an edition with their digests, in the form that <c>sha256sum --check</c> reads, and beside it its
/// signature. Lines that begin with "#" are for us and for people.
/// </summary>
/// <param name="Number">Raised by one with each edition of the publication, whatever folder it is written to.</param>
/// <param name="MadeAt">UTC, whole seconds.</param>
/// <param name="Digests">Path with "/" between its parts, to SHA-256 in lower case.</param>
public sealed record EditionManifest(long Number, DateTime MadeAt, string Publication, string Address, IReadOnlyDictionary<string, string> Digests)
{
    public const string FileName = "SHA256SUMS";
    public const string SignatureName = FileName + ".minisig";

    static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    const string TimeForm = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>What is signed beside the list, in one line.</summary>
    public string Comment => string.Create(CultureInfo.InvariantCulture, $"edition {Number} of {MadeAt.ToString(TimeForm, CultureInfo.InvariantCulture)} of {Address}");

    public byte[] Write()
    {
        // Straight into bytes: as a text it would be four times as large, at the moment when an edition has most in memory.
        using MemoryStream bytes = new(Digests.Sum(d => d.Key.Length + 70) + 1000);
        using (StreamWriter text = new(bytes, leaveOpen: true))
        {
            text.Write(string.Create(CultureInfo.InvariantCulture, $"# edition: {Number}\n# made: {MadeAt.ToString(TimeForm, CultureInfo.InvariantCulture)}\n# publication: {OneLine(Publication)}\n# address: {OneLine(Address)}\n"));
            foreach (var (path, digest) in Digests.OrderBy(d => d.Key, StringComparer.Ordinal))
            {
                text.Write(digest);
                text.Write("  ");
                text.Write(path);
                text.Write('\n');
            }
        }
        return bytes.ToArray();
    }

    /// <summary>Whether it is the list of an edition, of whichever newspaper; other programs make lists of that name too.</summary>
    public static bool IsOne(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Read(bytes);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <exception cref="FormatException">A line is none of ours; the message names it.</exception>
    public static EditionManifest Read(ReadOnlySpan<byte> bytes)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        int number = 0;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            number++;
            if (line.Length == 0) continue;
            if (line.StartsWith("# ", StringComparison.Ordinal) && line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) said[line[2..colon]] = line[(colon + 2)..];
            else if (line.Length > 66 && line.AsSpan(64, 2) is "  " && !line.AsSpan(0, 64).ContainsAnyExcept(Hex) && IsWithin(line.AsSpan(66))) digests[line[66..]] = line[..64];
            else throw new FormatException($"{FileName} line {number} is no line of a list of files.");
        }
        return long.TryParse(said.GetValueOrDefault("edition"), NumberStyles.None, CultureInfo.InvariantCulture, out var edition)
            && DateTime.TryParseExact(said.GetValueOrDefault("made"), TimeForm, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var made)
            ? new(edition, made, said.GetValueOrDefault("publication", ""), said.GetValueOrDefault("address", ""), digests)
            : throw new FormatException($"{FileName} does not say which edition it is.");
    }

    /// <summary>A path that leads out of the folder is none of an edition: files are removed by what a list says.</summary>
    static bool IsWithin(ReadOnlySpan<char> path)
    {
        foreach (var part in path.Split('/'))
            if (path[part] is "" or "." or "..") return false;
        return true;
    }

    static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
