using System.Security.Cryptography;
using Chapar.Articles.Body;
using Chapar.Events;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>
/// The working copy of a story, one at most for each: what its writers see while readers see the article, or nothing yet.
/// It becomes public by <see cref="Release"/> and is gone then. What is written is changed here, its way to the readers
/// stands in <c>Draft.Flow.cs</c>.
/// </summary>
public sealed partial class Draft : NewsSubject
{
    /// <summary>Between two kept revisions of one writer's work; what is older than this is kept before it is written over.</summary>
    public static readonly TimeSpan BetweenRevisions = TimeSpan.FromMinutes(10);

    Draft() { }

    /// <summary>The working copy of an article as it stands. Byline, places and topics must be loaded.</summary>
    /// <param name="article">The article.</param>
    /// <param name="by">Who begins it.</param>
    /// <param name="now">The present instant, UTC.</param>
    public Draft(Article article, string by, DateTime now)
    {
        ArticleId = article.Id;
        Key = KeyOf(article);
        Headline = article.Headline;
        Deck = article.Deck;
        Body = article.Body;
        Particulars = Particulars.Of(article);
        SectionId = article.SectionId;
        ChangedBy = by;
        ChangedAt = now;
        RevisedAt = now;
    }

    public Guid ArticleId { get; private set; }

    /// <summary>
    /// The name of the state it is in; each save brings its own. A save says which states its author has seen, and is
    /// taken only when the present one is among them.
    /// </summary>
    public Guid Key { get; private set; }

    public string Headline { get; private set; } = "";
    public string Deck { get; private set; } = "";
    public BodyTree Body { get; private set; } = BodyTree.Empty;
    public Particulars Particulars { get; private set; } = Particulars.None;

    /// <summary>That of its particulars, where lists and rights can ask for it.</summary>
    public Guid? SectionId { get; private set; }

    public string ChangedBy { get; private set; } = "";
    public DateTime ChangedAt { get; private set; }

    /// <summary>When a revision of it was last kept.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>The state in which the working copy of an article begins: the same for everyone until the article changes.</summary>
    public static Guid KeyOf(Article article) => KeyOf(article.Id, article.RevisionCount);

    /// <summary>See <see cref="KeyOf(Article)"/>.</summary>
    public static Guid KeyOf(Guid articleId, int revisionCount) =>
        new(SHA256.HashData([.. articleId.ToByteArray(), .. BitConverter.GetBytes(revisionCount)]).AsSpan(0, 16));

    /// <summary>Takes over what somebody typed. The caller has made sure that they saw the present state.</summary>
    public void Save(Guid key, string headline, string deck, BodyTree body, Particulars particulars, string by, DateTime now)
    {
        Key = key;
        Headline = Typography.Tidy(headline);
        Deck = Typography.Tidy(deck);
        Body = body;
        Particulars = particulars;
        SectionId = particulars.Section;
        ChangedBy = by;
        ChangedAt = now;
    }

    /// <summary>Names another place or topic where it named one that was merged. It stays the same state: nobody's words are changed.</summary>
    public void Refile(Guid from, Guid into)
    {
        Particulars = Particulars with { Places = Named(Particulars.Places), Topics = Named(Particulars.Topics) };

        IReadOnlyList<Guid> Named(IReadOnlyList<Guid> ids) => [.. ids.Select(id => id == from ? into : id).Distinct()];
    }

    /// <summary>Whether the present state is to be kept before somebody writes over it: another's words, or ten minutes of work.</summary>
    public bool IsWorthKeeping(string by, DateTime now) => ChangedBy != by || now - RevisedAt >= BetweenRevisions;

    /// <summary>Keeps the present state as a revision of its article.</summary>
    public void Keep(Article article, Sentence note, DateTime now)
    {
        article.Keep(this, note, now);
        RevisedAt = now;
    }
}
