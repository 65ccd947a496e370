namespace Chapar.Database;

/// <summary>The row of a public article in the search index; its number is the row of the full-text table.</summary>
public sealed class SearchEntry
{
    /// <summary>Articles of one second that have a place each; the ones after take those of the next second.</summary>
    public const int InASecond = 16;

    static readonly DateTime First = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    SearchEntry() { }

    /// <param name="id">Of or after <see cref="From"/> its first publication.</param>
    public SearchEntry(long id, Guid articleId)
    {
        Id = id;
        ArticleId = articleId;
    }

    /// <summary>By the instant of first publication: the newest entries are those with the highest numbers, and dates are ranges of numbers.</summary>
    public long Id { get; private set; }

    public Guid ArticleId { get; private set; }

    /// <summary>What it can be filtered by, each as a term of the index, parted by blanks: language, format, section, places, topics, authors.</summary>
    public string Filed { get; private set; } = "";

    public void File(string filed) => Filed = filed;

    /// <summary>About when the article of an entry was first published (UTC): a burst of articles takes the places of the seconds after.</summary>
    public static DateTime At(long id) => First.AddSeconds(id / InASecond);

    /// <summary>The lowest number of an instant (UTC) and of all after it.</summary>
    public static long From(DateTime at) => (long)Math.Max(0, Math.Floor((at - First).TotalSeconds)) * InASecond;
}
