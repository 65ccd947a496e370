namespace Chapar.Database;

/// <summary>The row of an article in the search index; its number is the row of the full-text table.</summary>
public sealed class SearchEntry
{
    SearchEntry() { }

    public SearchEntry(Guid articleId, string language)
    {
        ArticleId = articleId;
        Language = language;
    }

    public long Id { get; private set; }
    public Guid ArticleId { get; private set; }
    public string Language { get; private set; } = "";
}
