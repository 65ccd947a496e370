namespace Chapar.Articles;

/// <summary>
/// A story that is written by several at once (<c>docs/decisions/013</c>): the head of the log of its changes. The changes are made and
/// merged by the editors' browsers (Yjs); here they are only kept, in their order. The working copy stays what is published: each save of
/// it says through which change it goes.
/// </summary>
public sealed class SharedText
{
    /// <summary>Bytes of a whole log; beyond it nothing is taken until it has been folded.</summary>
    public const long MostBytes = 16_000_000;

    /// <summary>After so many changes a log is worth folding.</summary>
    public const int WorthFolding = 100;

    SharedText() { }

    public SharedText(Guid articleId)
    {
        ArticleId = articleId;
        Lineage = Guid.NewGuid();
    }

    public Guid ArticleId { get; private set; }

    /// <summary>Of this log: changes made upon another one cannot be merged with it.</summary>
    public Guid Lineage { get; private set; }

    /// <summary>The state of the working copy (<see cref="Draft.Key"/>) that the log contains; none before the first.</summary>
    public Guid Key { get; private set; }

    /// <summary>Number of the last change; the first is 1.</summary>
    public long Sequence { get; private set; }

    /// <summary>The state <see cref="Key"/> says all changes through this number, and those that brought a state in.</summary>
    public long SavedThrough { get; private set; }

    /// <summary>The changes through this number are one.</summary>
    public long FoldedThrough { get; private set; }

    /// <summary>Of all changes that are kept.</summary>
    public long Bytes { get; private set; }

    /// <summary>Changes that somebody suggests and nobody has accepted or refused, as the page counted them that saved last.</summary>
    public int Suggestions { get; private set; }

    public bool IsFull => Bytes >= MostBytes;

    public bool IsWorthFolding => SavedThrough - FoldedThrough >= WorthFolding;

    /// <summary>Adds what somebody typed.</summary>
    public SharedChange Append(byte[] bytes, string by, DateTime now) => Append(bytes, null, by, now);

    /// <summary>Adds the change that makes the shared text say a state of the working copy which did not come out of it.</summary>
    public SharedChange BringIn(Guid key, byte[] bytes, string by, DateTime now)
    {
        Key = key;
        return Append(bytes, key, by, now);
    }

    /// <summary>The working copy was saved as this text stood after a change.</summary>
    public void Save(Guid key, long through, int suggestions) => (Key, SavedThrough, Suggestions) = (key, through, suggestions);

    /// <summary>One change in the place of all through a number; the caller deletes those.</summary>
    /// <param name="replaced">Bytes of the changes that it replaces.</param>
    public SharedChange Fold(long through, byte[] bytes, long replaced, string by, DateTime now)
    {
        FoldedThrough = through;
        Bytes += bytes.Length - replaced;
        return new SharedChange(ArticleId, through, bytes, null, by, now);
    }

    SharedChange Append(byte[] bytes, Guid? state, string by, DateTime now)
    {
        Bytes += bytes.Length;
        return new SharedChange(ArticleId, ++Sequence, bytes, state, by, now);
    }
}

/// <summary>One change of a <see cref="SharedText"/>, as a browser made it.</summary>
public sealed class SharedChange
{
    SharedChange() { }

    internal SharedChange(Guid articleId, long sequence, byte[] bytes, Guid? state, string by, DateTime at) =>
        (ArticleId, Sequence, Bytes, State, By, At) = (articleId, sequence, bytes, state, by, at);

    public Guid ArticleId { get; private set; }
    public long Sequence { get; private set; }

    /// <summary>A Yjs update, version 1. It can be merged twice and in any order.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The state of the working copy that it brought in; null for what was typed.</summary>
    public Guid? State { get; private set; }

    public string By { get; private set; } = "";
    public DateTime At { get; private set; }
}
