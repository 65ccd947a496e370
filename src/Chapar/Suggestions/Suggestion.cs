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

/// <summary>What an article is about, as numbers: what <see cref="Suggestion"/>s are computed from.</summary>
public sealed class Fingerprint
{
    Fingerprint() { }

    public Fingerprint(Guid articleId) => ArticleId = articleId;

    public Guid ArticleId { get; private set; }

    /// <summary>Pairs of term hash (int) and weight in the article (float), little endian.</summary>
    public byte[] Terms { get; private set; } = [];

    public void Set(byte[] terms) => Terms = terms;
}
