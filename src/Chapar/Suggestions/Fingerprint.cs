namespace Chapar.Suggestions;

/// <summary>What an article is about, as numbers: what <see cref="Suggestion"/>s are computed from.</summary>
public sealed class Fingerprint
{
    Fingerprint() { }

    public Fingerprint(Guid articleId) => ArticleId = articleId;

    public Guid ArticleId { get; private set; }

    /// <summary>As <see cref="Fingerprints.Pack"/> writes them; none for what is not public any more.</summary>
    public byte[] Terms { get; private set; } = [];

    /// <summary>The <see cref="Fingerprints.Version"/> it was made by. One of an older version is made anew in the background.</summary>
    public int Version { get; private set; }

    /// <summary>The place of its last change among all, so that each process can ask what is new.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether what stands beside the article is to be computed again, at leisure.</summary>
    public bool IsDue { get; private set; }

    /// <param name="terms">Packed.</param>
    /// <param name="sequence">See <see cref="Sequence"/>.</param>
    /// <param name="isDue">See <see cref="IsDue"/>.</param>
    public void Set(byte[] terms, long sequence, bool isDue)
    {
        (Terms, Sequence, IsDue) = (terms, sequence, isDue);
        Version = Fingerprints.Version;
    }
}
