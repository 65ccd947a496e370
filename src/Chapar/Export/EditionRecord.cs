using System.Text.Json;
using Chapar.Settings;

namespace Chapar.Export;

/// <summary>What is remembered of one address of an edition, so that the next run need not ask for it again.</summary>
/// <param name="File">From the edition's folder; null when nothing was written.</param>
/// <param name="Status">What the site answered.</param>
/// <param name="Names">Numbers of the edition names that it depends on, in <see cref="EditionRecord.Names"/>.</param>
/// <param name="Links">Numbers of the addresses that it leads to, in <see cref="EditionRecord.Addresses"/>.</param>
/// <param name="Dead">Those of them that answered nothing when it was written.</param>
/// <param name="WrittenAt">Ticks, UTC: what the file system says of a file that nobody has touched since.</param>
sealed record KnownAddress(string? File, int Status, long Length, long WrittenAt, string Digest, DateTime? GoodUntil, int[] Names, int[] Links, int[] Dead)
{
    /// <summary>Whether the file stands there as it was written.</summary>
    public bool Stands(string folder) => File is not null && new FileInfo(Path.Combine(folder, File)) is { Exists: true } there && there.Length == Length && there.LastWriteTimeUtc.Ticks == WrittenAt;
}

/// <summary>What is remembered of a whole edition, beside the publication's data and not in the edition itself.</summary>
sealed class EditionRecord
{
    /// <summary>Raised when the form of this record or of the files changes.</summary>
    const int Form = 2;

    public int Version { get; init; } = Form;

    /// <summary>Program, settings and mirrors that it was made with: with others, all of it is made anew.</summary>
    public string Made { get; init; } = "";

    /// <summary>Each name that a page depends on.</summary>
    public List<string> Names { get; init; } = [];

    /// <summary>How often each of them had changed before the run began.</summary>
    public List<long> Numbers { get; init; } = [];

    public List<string> Addresses { get; init; } = [];

    /// <summary>By the number of its address.</summary>
    public Dictionary<int, KnownAddress> Known { get; init; } = [];

    /// <summary>An empty one when there is none, or none of this form.</summary>
    public static EditionRecord Read(string file, string made)
    {
        if (!File.Exists(file)) return new() { Made = made };
        try
        {
            using var stream = File.OpenRead(file);
            return JsonSerializer.Deserialize<EditionRecord>(stream) is { Version: Form } record && record.Made == made ? record : new() { Made = made };
        }
        catch (JsonException)
        {
            // Half written, or by another program: the edition is made anew.
            return new() { Made = made };
        }
    }

    public void Write(string file) => WholeFile.Write(file, stream => JsonSerializer.Serialize(stream, this));
}
