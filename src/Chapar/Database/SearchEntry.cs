namespace Chapar.Database;

/// <summary>The row of a public article in the search index; its number is the row of the full-text table.</summary>
public sealed class SearchEntry
{
    /// <summary>Articles of one second that have a place each; the ones after take those of the next second.</summary>
    public const int InASecond = 16;

    static readonly DateTime Last = new(2500, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>
    /// <see cref="NumberOf"/> its first publication, or the nearest free one below: the newest entries are those with the lowest numbers, since FTS5 reads upwards in three quarters of the time that it
    /// takes downwards, and dates are ranges of numbers.
    /// </summary>
    public long Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>What it can be filtered by, each as a term of the index, parted by blanks: language, format, section, places, topics, authors.</summary>
    public string Filed { get; private set; } = "";

    /// <summary>About when the article of an entry was first published (UTC): a burst of articles takes the places of the seconds after.</summary>
    public static DateTime At(long id) => Last.AddSeconds(-((id + InASecond - 1) / InASecond));

    /// <summary>The highest number of an instant (UTC) and of all after it.</summary>
    public static long NumberOf(DateTime at) => (long)Math.Max(0, Math.Ceiling((Last - at).TotalSeconds)) * InASecond;
}
