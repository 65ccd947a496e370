namespace Chapar.Suggestions;

/// <summary>What an article is about, as numbers: what <see cref="Suggestion"/>s are computed from.</summary>
public sealed class Fingerprint
{
    Fingerprint() { }

    public Fingerprint(Guid articleId) => ArticleId = articleId;

    public Guid ArticleId { get; private set; }

    /// <summary>As <see cref="Fingerprints.Pack"/> writes them; none for what is not public any more.</summary>
    public byte[] Terms { get; private set; } = [];

    /// <summary>
    /// The article's, as the three that follow were when the fingerprint was made. They stand here too since a start takes all of them in: articles lie among
    /// their texts in ten times as many pages of the database.
    /// </summary>
    public Guid TranslationGroup { get; private set; }

    /// <summary>Empty for what is not public any more.</summary>
    public string Language { get; private set; } = "";

    /// <summary>Its first author.</summary>
    public Guid AuthorId { get; private set; }

    public DateTime PublishedAt { get; private set; }

    /// <summary>The <see cref="Fingerprints.Version"/> it was made by. One of an older version is made anew in the background.</summary>
    public int Version { get; private set; }

    /// <summary>The place of its last change among all, so that each process can ask what is new.</summary>
    public long Sequence { get; private set; }

    /// <summary>Whether what stands beside the article is to be computed again, at leisure.</summary>
    public bool IsDue { get; private set; }

    /// <param name="article">As it is published; null when it is not public any more.</param>
    /// <param name="terms">What it is about; none when it is not public.</param>
    /// <param name="sequence">See <see cref="Sequence"/>.</param>
    /// <param name="isDue">See <see cref="IsDue"/>.</param>
    public void Set(Indexed? article, ReadOnlySpan<Term> terms, long sequence, bool isDue)
    {
        (Terms, Sequence, IsDue) = (Fingerprints.Pack(terms), sequence, isDue);
        if (article is { } known) (TranslationGroup, Language, AuthorId, PublishedAt) = (known.TranslationGroup, known.Language, known.AuthorId, known.PublishedAt);
        else Language = "";
        Version = Fingerprints.Version;
    }
}
