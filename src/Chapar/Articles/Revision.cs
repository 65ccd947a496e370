using Chapar.Articles.Body;
using Chapar.Text;

namespace Chapar.Articles;

/// <summary>One saved state of an article. A published one is public history.</summary>
public sealed class Revision
{
    Revision() { }

    public Revision(Article article, int number, string by, DateTime now, string note, bool isPublic)
    {
        Id = Guid.CreateVersion7();
        ArticleId = article.Id;
        Number = number;
        By = by;
        At = now;
        Note = note;
        IsPublic = isPublic;
        Headline = article.Headline;
        Deck = article.Deck;
        Body = article.Body;
        Particulars = Particulars.Of(article);
    }

    /// <summary>A state of a working copy.</summary>
    public Revision(Draft draft, int number, Sentence note, DateTime now)
    {
        Id = Guid.CreateVersion7();
        ArticleId = draft.ArticleId;
        Number = number;
        By = draft.ChangedBy;
        At = now;
        Note = RevisionNote.Of(note);
        Headline = draft.Headline;
        Deck = draft.Deck;
        Body = draft.Body;
        Particulars = draft.Particulars;
    }

    public Guid Id { get; private set; }
    public Guid ArticleId { get; private set; }

    /// <summary>From 1, without gaps, within its article.</summary>
    public int Number { get; private set; }

    public string By { get; private set; } = "";
    public DateTime At { get; private set; }

    /// <summary>For what it was kept; said by <see cref="RevisionNote.In"/>.</summary>
    public string Note { get; private set; } = "";

    public bool IsPublic { get; private set; }
    public string Headline { get; private set; } = "";
    public string Deck { get; private set; } = "";
    public BodyTree Body { get; private set; } = BodyTree.Empty;

    /// <summary>Empty in revisions of before the newsroom.</summary>
    public Particulars Particulars { get; private set; } = Particulars.None;
}
