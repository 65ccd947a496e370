using Chapar.Database;
using Chapar.Names;
using Chapar.Text.Search;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>A known name where it stands in a text.</summary>
/// <param name="First">Which word of the text it begins with.</param>
/// <param name="Length">How many words it takes, as <see cref="NameFinder.Find(IReadOnlyList{FoldedWord}, bool)"/> counts them.</param>
/// <param name="Names">Whose name that is; several where they share it.</param>
public sealed record KnownSpan(int First, int Length, IReadOnlyList<KnownName> Names);

/// <summary>A word of a text, and the known names that it may begin.</summary>
sealed record WordOfText(FoldedWord Word, NamePhrase[] Beginning);

/// <summary>Finds the known names in texts and queries, in whatever spelling, script and case.</summary>
public sealed class NameFinder
{
    static readonly MadeOnce<NameFinder> Now = new([EditionNames.Names], async (db, stop) => new(await db.KnownNames.AsNoTracking().Counting().ToListAsync(stop)));

    readonly Dictionary<string, List<NamePhrase>> byStart = new(StringComparer.Ordinal);

    NameFinder(IEnumerable<KnownName> names)
    {
        foreach (var name in names)
            foreach (var phrase in name.Spellings.SelectMany(spelling => NamePhrase.Read(name, spelling)))
                foreach (var start in phrase.Starts.Distinct(StringComparer.Ordinal))
                {
                    if (!byStart.TryGetValue(start, out var phrases)) byStart.Add(start, phrases = []);
                    phrases.Add(phrase);
                }
    }

    /// <summary>Knows nobody.</summary>
    public static NameFinder Empty { get; } = new([]);

    public static NameFinder Of(IEnumerable<KnownName> names) => new(names);

    /// <summary>The list as it is now; made anew only when somebody has changed it.</summary>
    public static ValueTask<NameFinder> NowAsync(Asking asking, CancellationToken stop = default) => Now.NowAsync(asking, stop);

    /// <inheritdoc cref="NamePhrase.Signs"/>
    internal IEnumerable<int> Signs => byStart.Values.SelectMany(phrases => phrases).Distinct().SelectMany(phrase => phrase.Signs);

    /// <summary>The names that a word may begin, to be asked once for each word and kept.</summary>
    internal NamePhrase[] Beginning(FoldedWord word, bool isQuery)
    {
        HashSet<NamePhrase> phrases = [];
        foreach (var start in NamePhrase.StartsOf(word))
            if (byStart.TryGetValue(start, out var some)) phrases.UnionWith(some.Where(phrase => phrase.MayBeginWith(word, isQuery)));
        return phrases.Count == 0 ? [] : [.. phrases];
    }

    /// <summary>The known names of a text, the longest first where they overlap: who is named Nursultan Nazarbayev is no town.</summary>
    /// <param name="words">As folded, with the joined forms, which are not counted as words.</param>
    /// <param name="isQuery">Nobody minds capitals in a query.</param>
    public IReadOnlyList<KnownSpan> Find(IReadOnlyList<FoldedWord> words, bool isQuery) => Find([.. words.Select(word => new WordOfText(word, Beginning(word, isQuery)))], isQuery);

    internal static IReadOnlyList<KnownSpan> Find(List<WordOfText> words, bool isQuery)
    {
        if (!words.Exists(word => word.Beginning.Length > 0)) return [];
        var text = words.FindAll(word => !word.Word.IsJoined);
        var joined = Joined(words);
        (FoldedWord Word, int Parts)? At(int at) => joined.TryGetValue(at, out var one) ? (one.Whole.Word, one.Parts) : null;
        List<KnownSpan> found = [];
        for (int i = 0; i < text.Count;)
        {
            var beginning = text[i].Beginning;
            if (joined.Count > 0 && joined.TryGetValue(i, out var whole)) beginning = [.. beginning, .. whole.Whole.Beginning];
            if (beginning.Length == 0) { i++; continue; }
            var (longest, isNear, names) = (0, false, new List<KnownName>());
            foreach (var phrase in beginning)
            {
                var length = phrase.Match(text, At, i, isQuery);
                if (length <= 0 || length < longest || (length == longest && phrase.IsNear && !isNear)) continue;
                if (length > longest || (isNear && !phrase.IsNear)) names.Clear();
                (longest, isNear) = (length, phrase.IsNear);
                if (!names.Contains(phrase.Of)) names.Add(phrase.Of);
            }
            // What is near to two of the list is neither.
            if (longest > 0 && !(isNear && names.Count > 1)) found.Add(new(i, longest, names));
            i += Math.Max(1, longest);
        }
        return found;
    }

    /// <summary>The joined forms by the first of their parts.</summary>
    static Dictionary<int, (WordOfText Whole, int Parts)> Joined(List<WordOfText> words)
    {
        Dictionary<int, (WordOfText, int)> joined = [];
        for (int i = 0, apart = 0; i < words.Count; i++)
        {
            var word = words[i].Word;
            if (!word.IsJoined) { apart++; continue; }
            // It follows its parts.
            if (word.Parts <= apart) joined[apart - word.Parts] = (words[i], word.Parts);
        }
        return joined;
    }
}
