using Chapar.Database;
using Chapar.Media;

namespace Chapar.Import.WordPress;

/// <summary>What an import is asked to do.</summary>
public sealed record WordPressImportOptions
{
    /// <summary>The export, or its parts in any order. All must be of one site.</summary>
    public required IReadOnlyList<string> Files { get; init; }

    /// <summary>A copy of the old site's uploads folder; null leaves pictures out.</summary>
    public string? MediaFolder { get; init; }

    /// <summary>The mapping file for categories, see <see cref="CategoryMapping"/>; null for the default.</summary>
    public string? MappingFile { get; init; }

    /// <summary>Reads and converts everything and writes nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Codes of the publication's languages; the first is the main one.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["en"];

    /// <summary>Language of articles that do not say theirs; null for the one the export names, if it is one of ours, else the main one.</summary>
    public string? Language { get; init; }

    /// <summary>Zone of dates that have no UTC beside them; null for what the export's other dates show.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Post types that become articles, beside "post": "podcast".</summary>
    public IReadOnlyList<string> ArticleTypes { get; init; } = [];

    /// <summary>
    /// Takes an image file into the picture store and answers its picture, tracked by this context and not yet saved; null when it
    /// is no image we can show. Null leaves all pictures out.
    /// </summary>
    public Func<NewsDb, string, CancellationToken, Task<Picture?>>? AddPicture { get; init; }

    /// <summary>
    /// Takes in a file that is no image and answers its address here; throws <see cref="InvalidDataException"/> for what may not be
    /// served. Null leaves all files out.
    /// </summary>
    public Func<string, CancellationToken, Task<string>>? AddFile { get; init; }

    /// <summary>Articles in one transaction.</summary>
    public int BatchSize { get; init; } = 64;
}

/// <param name="Done">Bytes read, of both passes.</param>
/// <param name="Total">Bytes to read, of both passes.</param>
/// <param name="Stage">What is being done, for people.</param>
public readonly record struct ImportProgress(long Done, long Total, string Stage, int Items);
