namespace Chapar.Suggestions;

/// <summary>An article offered beside another one ("Suggested articles"), computed when something is published.</summary>
public sealed class Suggestion
{
    Suggestion() { }

    public Suggestion(Guid articleId, int position, Guid suggestedId, double score)
    {
        ArticleId = articleId;
        Position = position;
        SuggestedId = suggestedId;
        Score = score;
    }

    public Guid ArticleId { get; private set; }

    /// <summary>From 0, best first.</summary>
    public int Position { get; private set; }

    public Guid SuggestedId { get; private set; }
    public double Score { get; private set; }
}
