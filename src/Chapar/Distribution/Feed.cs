using Chapar.Articles.Body;
using Chapar.Settings;

namespace Chapar.Distribution;

/// <summary>What a feed is of.</summary>
public enum FeedAbout { Everything, Section, Place, Topic, Author }

/// <summary>The words of the interface that a feed needs, in its language.</summary>
/// <param name="Correction">Before a correction.</param>
/// <param name="Clarification">Before a clarification.</param>
/// <param name="Day">How a day (UTC instant) is written.</param>
/// <param name="Per">"per {0}", behind a rate for more than one unit.</param>
public sealed record FeedWords(string Correction, string Clarification, Func<DateTime, string> Day, string Per, BodyWords Body);

/// <param name="Url">The author's page.</param>
public sealed record FeedAuthor(string Name, string Url);

/// <param name="Url">A JPEG: feed readers know no other.</param>
/// <param name="Width">Pixels of that file.</param>
/// <param name="Height">Pixels of that file.</param>
public sealed record FeedPicture(string Url, int Width, int Height, string AlternativeText, string Caption, string Credit);

/// <summary>One article in a feed. All addresses are whole.</summary>
public sealed record FeedItem(
    Guid Id, string Url, string Headline, string Deck, string Html, DateTime PublishedAt, DateTime UpdatedAt,
    IReadOnlyList<FeedAuthor> Authors, IReadOnlyList<string> Categories, FeedPicture? Picture)
{
    /// <summary>Stays the same when headline and address change.</summary>
    public string Name => $"urn:uuid:{Id}";

    /// <summary>Of the article, where it is not that of the feed.</summary>
    public string? Language { get; init; }

    /// <summary>Where it is to stand in many feeds: the bytes of it, instead of the text. Null where it stands in one.</summary>
    internal WrittenItem? Written { get; init; }
}

/// <summary>An article as it stands in each kind of feed.</summary>
sealed record WrittenItem(byte[] Rss, byte[] Atom, byte[] Json);

/// <summary>The newest articles of something, with full text. Written out by <see cref="Rss"/>, <see cref="Atom"/> and <see cref="JsonFeed"/>.</summary>
/// <param name="Page">Path of the list it belongs to, with its query where it is a search.</param>
/// <param name="Names">The edition names it depends on.</param>
/// <param name="GoodUntil">The instant (UTC) at which a rate of the day that a text quotes may be another, or the rights to a picture end; null for neither.</param>
public sealed record Feed(
    string Title, string Description, string Language, string Page, IReadOnlyList<FeedItem> Items, IReadOnlyCollection<string> Names, DateTime? GoodUntil)
{
    /// <summary>A search says in its query what it is of.</summary>
    string Query => Page.IndexOf('?', StringComparison.Ordinal) is >= 0 and var mark ? Page[mark..] : "";

    string Path => Page[..^Query.Length];

    /// <summary>The whole address of the list.</summary>
    public string Address(Publication publication) => publication.Absolute(Path) + Query;

    /// <summary>The whole address of one of its files: "https://courier.example/ru/politics/atom.xml".</summary>
    public string Address(Publication publication, string file) => publication.Absolute($"{Path.TrimEnd('/')}/{file}") + Query;

    /// <summary>The newest update; not the present moment, so that the same articles make the same bytes at every poll.</summary>
    public DateTime UpdatedAt => Items.Count == 0 ? DateTime.UnixEpoch : Items.Max(i => i.UpdatedAt);
}
