namespace Chapar.Names;

/// <summary>A way of writing a known name that the writers of a story have left as it stands: Nur-Sultan, in a story about 2020.</summary>
public sealed class LeftName
{
    LeftName() { }

    public LeftName(Guid articleId, string way) => (ArticleId, Way) = (articleId, way);

    public Guid ArticleId { get; private set; }

    /// <summary>Without an ending.</summary>
    public string Way { get; private set; } = "";
}
