namespace Chapar.Suggestions;

/// <summary>How often an article was read on one day. No cookie, no address, no reader is behind it.</summary>
public sealed class ReadCount
{
    ReadCount() { }

    public ReadCount(Guid articleId, DateOnly day, int reads)
    {
        ArticleId = articleId;
        Day = day;
        Reads = reads;
    }

    public Guid ArticleId { get; private set; }

    /// <summary>The day in UTC.</summary>
    public DateOnly Day { get; private set; }

    public int Reads { get; private set; }
}
