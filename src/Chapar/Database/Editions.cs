using System.Collections.Concurrent;

namespace Chapar.Database;

/// <summary>The counter in the database that says how often what a name stands for has changed (for other nodes and exports).</summary>
public sealed class EditionNumber
{
    /// <summary>"article:ID", "newest:en" ... see <see cref="EditionNames"/>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Raised by one in the transaction of each change.</summary>
    public long Number { get; private set; }

    /// <summary>The place of its last change among all changes of the publication, so that "what has changed since" can be asked.</summary>
    public long Sequence { get; private set; }

    /// <summary>The process that made the last change: it knows already.</summary>
    public string Writer { get; private set; } = "";
}

/// <summary>The names of what a page can depend on.</summary>
public static class EditionNames
{
    /// <summary>Any section: navigation stands on every page.</summary>
    public const string Sections = "sections";

    /// <summary>Plain pages: the foot of every page lists them.</summary>
    public const string PlainPages = "plain-pages";

    public const string Rates = "rates";

    /// <summary>The publication's settings: all pages are made with them.</summary>
    public const string Settings = "settings";

    /// <summary>Addresses that lead elsewhere or nowhere.</summary>
    public const string Redirects = "redirects";

    /// <summary>The list of what was read most this week.</summary>
    public const string MostRead = "most-read";

    /// <summary>The house's list of spellings: what stories are checked with.</summary>
    public const string Spellings = "spellings";

    /// <summary>All that is called by a name: the list of known names, sections, places, topics and authors.</summary>
    public const string Names = "names";

    public static string Article(Guid id) => $"article:{id:N}";

    /// <summary>What lists say of an article: headline, deck, picture, who signed it. Most edits are of the text alone, and a new story stands on thousands of pages.</summary>
    public static string Teaser(Guid id) => $"teaser:{id:N}";

    public static string TranslationGroup(Guid id) => $"group:{id:N}";

    /// <summary>What the section is called and where it stands; its articles are another name: <see cref="ListOf"/>.</summary>
    public static string Section(Guid id) => $"section:{id:N}";

    /// <summary>What the place is called, and which places lie in it.</summary>
    public static string Place(Guid id) => $"place:{id:N}";

    public static string Topic(Guid id) => $"topic:{id:N}";
    public static string Author(Guid id) => $"author:{id:N}";

    /// <summary>Which public articles a section, place, topic or author has, and in which order. What each of them says is its own name.</summary>
    /// <param name="name">The name of the thing itself.</param>
    public static string ListOf(string name) => $"list:{name}";

    public static string Picture(Guid id) => $"picture:{id:N}";
    public static string PlainPage(Guid id) => $"page:{id:N}";
    public static string Front(string front) => $"front:{front}";

    /// <summary>Which public articles there are in one language, and in which order. What each of them says is its own name.</summary>
    public static string Newest(string language) => $"newest:{language}";

    /// <summary>All that the public articles of one language say: for a list of them that names no single one.</summary>
    public static string Articles(string language) => $"articles:{language}";

    /// <summary>The suggestions shown beside an article.</summary>
    public static string Suggestions(Guid articleId) => $"suggestions:{articleId:N}";
}

/// <summary>
/// Says whether a page made earlier is still true. Each name carries the turn of this process's counter at which it was
/// last raised; a page remembers the turn at which its making began, and is true while none of its names was raised after.
/// So a page need not know what it depends on before its data is read, and a change that commits while the page is being
/// made always makes it untrue. See docs/decisions/003.
/// </summary>
public sealed class Editions
{
    /// <summary>This process, among those that write to one database.</summary>
    public string Writer { get; } = Guid.NewGuid().ToString("N")[..12];

    /// <summary>More names than this are not remembered one by one: an import raises hundreds of thousands.</summary>
    internal const int MostNames = 20_000;

    readonly ConcurrentDictionary<string, long> raisedAt = new(StringComparer.Ordinal);
    readonly Lock raising = new();
    long turn, floor;

    /// <summary>The present turn; read it before reading data.</summary>
    public long Turn => Volatile.Read(ref turn);

    /// <summary>Called after a commit, before the change is reported as done.</summary>
    public void Raise(IEnumerable<string> names) => Raise(names, MostNames);

    /// <summary>Whatever began before is untrue: for who cannot say what has changed.</summary>
    public void RaiseAll() => Raise([], -1);

    void Raise(IEnumerable<string> names, int most)
    {
        lock (raising)
        {
            // Names first and then the turn. The other way round a page that began between the two could take a part from before the change for
            // true, and be newer than the mark that makes the part untrue.
            var next = turn + 1;
            foreach (var name in names) raisedAt[name] = next;
            if (raisedAt.Count > most)
            {
                // In this order: whoever misses a name that is forgotten sees the floor.
                Volatile.Write(ref floor, next);
                raisedAt.Clear();
            }
            // Hits remember the turn at which they were last checked: now they look again.
            Interlocked.Increment(ref turn);
        }
    }

    /// <summary>Whether none of these names was raised after this turn.</summary>
    public bool AreUnchangedSince(long began, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
            if (raisedAt.TryGetValue(name, out var at) && at > began) return false;
        // What began before the floor may depend on a name that is forgotten.
        return Volatile.Read(ref floor) <= began;
    }
}
