using Chapar.Database;
using Chapar.Names;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>
/// What a reader's query means: its words with all the spellings in which articles have them, and the known names that it says. Finds, and
/// marks in a text why it was found.
/// </summary>
public sealed partial class Understood
{
    /// <summary>Spellings of one name that are looked for: as many as any name has in one newspaper.</summary>
    const int MostSpellings = 32;

    /// <summary>Names of articles that are compared with those of a query.</summary>
    const int MostCompared = 4000;

    /// <summary>Words within which a given name and its surname stand.</summary>
    const int AsideOfSurname = 3;

    readonly IReadOnlyList<Wanted> wanted;
    readonly IReadOnlyList<Wanted> excluded;

    /// <summary>Of <see cref="Names"/>: a page marks dozens of texts.</summary>
    NameFinder? finder;

    Understood(IReadOnlyList<Wanted> wanted, IReadOnlyList<Wanted> excluded, IReadOnlyList<KnownName> names) => (this.wanted, this.excluded, Names) = (wanted, excluded, names);

    /// <summary>The known names that the query says; several where they share a spelling.</summary>
    public IReadOnlyList<KnownName> Names { get; }

    /// <summary>Whether anything is looked for; a query may be nothing but signs or excluded words.</summary>
    public bool IsEmpty => wanted.Count == 0;

    /// <summary>One thing that an article must have: a word, a phrase, or a known name of several words.</summary>
    /// <param name="Words">As typed, in order, without joined forms.</param>
    /// <param name="Joined">Hyphenated words taken together, each with its parts among the words.</param>
    /// <param name="IsOptional">May be missing: a patronymic, an initial.</param>
    sealed record Wanted(IReadOnlyList<Reading> Words, IReadOnlyList<(Reading Whole, int First, int Parts)> Joined, bool IsPhrase, bool IsOpen, IReadOnlyList<KnownName> Names, bool IsOptional = false);

    /// <summary>A typed word and the readings of names of articles that are the same name.</summary>
    /// <param name="IsAsWritten">As an ordinary word it is looked for only as it is written: what a stemmer leaves of a town (Астана, аст) is another word.</param>
    sealed record Reading(FoldedWord Word, IReadOnlyList<string> Stricts, bool IsAsWritten = false)
    {
        /// <summary>The terms of it as an ordinary word.</summary>
        public IReadOnlyList<string> Words => IsAsWritten ? [IndexTerms.Written(Word.Written)] : Word.Words;
    }

    static readonly SqlQuestion<NameKey> WithBones = new(NamesWhere("IN (SELECT value FROM json_each(@bones))"), NamesWhere("= ANY (@bones)"), row => new(row.Text(0), row.Text(1)), "@bones");

    static string NamesWhere(string isOne) => $"""SELECT "Strict", "Skeleton" FROM "SearchNames" WHERE "Skeleton" {isOne} LIMIT {MostCompared}""";

    /// <param name="asking">Where the names of articles and the known names are.</param>
    /// <param name="query">As typed.</param>
    /// <param name="withNames">Whether the list of known names is used.</param>
    public static async Task<Understood> ReadAsync(Asking asking, string query, bool withNames = true, CancellationToken stop = default)
    {
        var parts = SearchWords.Read(query);
        var asOne = TakenTogether(parts);
        var stricts = await StrictsAsync(asking, [.. parts.Where(p => !p.IsPhrase).SelectMany(p => p.Words), .. asOne is null ? (FoldedWord[])[] : [asOne]], withNames, stop);
        var finder = withNames ? await NameFinder.NowAsync(asking, stop) : NameFinder.Empty;
        List<Wanted> wanted = [], excluded = [];
        for (int i = 0; i < parts.Count;)
        {
            if (parts[i].IsPhrase || parts[i].IsExcluded)
            {
                (parts[i].IsExcluded ? excluded : wanted).AddRange(parts[i].IsPhrase ? [Phrase(parts[i])] : Groups([parts[i]], null, stricts, finder));
                i++;
                continue;
            }
            var run = parts.Skip(i).TakeWhile(p => !p.IsPhrase && !p.IsExcluded).ToList();
            wanted.AddRange(Groups(run, asOne, stricts, finder));
            i += run.Count;
        }
        return new(wanted, excluded, [.. wanted.SelectMany(w => w.Names).DistinctBy(n => n.Id)]);
    }

    static Wanted Phrase(SearchPart part) => new([.. part.Words.Where(w => !w.IsJoined).Select(w => new Reading(w, []))], [], true, false, []);

    /// <summary>A query of two words in one, since papers write many names in both ways: Сон Куль, Сонкуль; Казах телеком, Казахтелеком. Null for any other query.</summary>
    static FoldedWord? TakenTogether(IReadOnlyList<SearchPart> parts)
    {
        if (parts.Any(p => p.IsPhrase || p.IsExcluded) || parts.SelectMany(p => p.Words).ToList() is not [{ Length: > 2 } one, { Length: > 2 } other]) return null;
        return PlaceKinds.Has(one) || PlaceKinds.Has(other) ? null : NameFolding.Fold($"{one.Surface}-{other.Surface}", null) is [_, _, { IsJoined: true, Names.Count: > 0 } whole] ? whole : null;
    }

    /// <summary>Words side by side: known names of several words are one thing, every other word is one of its own.</summary>
    /// <param name="asOne">Two words that also stand for one.</param>
    static IEnumerable<Wanted> Groups(List<SearchPart> run, FoldedWord? asOne, Dictionary<FoldedWord, IReadOnlyList<string>> stricts, NameFinder finder)
    {
        List<FoldedWord> all = [.. run.SelectMany(p => p.Words)];
        List<Reading> apart = [.. all.Where(w => !w.IsJoined).Select(Read)];
        List<(Reading Whole, int First, int Parts)> joined = [];
        for (int i = 0, before = 0; i < all.Count; i++)
        {
            if (!all[i].IsJoined) { before++; continue; }
            // К.К. Токаев: what stands before a word are initials.
            if (all[i].IsDotted && before < apart.Count) continue;
            joined.Add((Read(all[i]), before - all[i].Parts, all[i].Parts));
        }
        var spans = Spans(all, finder);
        // A word that is a known name by itself stands for that.
        if (asOne is not null && spans.Values.All(span => span.Length > 1)) joined.Add((Read(asOne), 0, asOne.Parts));
        foreach (var span in spans.Values)
            if (span.Length == 1 && span.Names.All(name => name.Kind != KnownNameKind.Institution)) apart[span.First] = apart[span.First] with { IsAsWritten = true };
        for (int i = 0; i < apart.Count;)
        {
            var span = spans.GetValueOrDefault(i);
            var inside = joined.Find(j => j.First == i);
            var length = Math.Max(span?.Length ?? 1, inside.Parts);
            var isOpen = run[^1].IsOpen && i + length == apart.Count;
            // Few articles give a patronymic, and of those with the whole name few have its initial; who types either with the surname wants the same person.
            var isOptional = length == 1 && ((apart.Count > 2 && Patronymics.Is(apart[i].Word)) || IsInitial(apart, i) || (span is null && IsKindOfPlace(apart, i, spans.Count > 0)));
            yield return new(apart[i..(i + length)], [.. joined.Where(j => j.First >= i && j.First + j.Parts <= i + length).Select(j => j with { First = j.First - i })], false, isOpen, span?.Names ?? [], isOptional);
            i += length;
        }

        Reading Read(FoldedWord word) => word.IsShortAbbreviation ? new(word, [], IsAsWritten: true) : new(word, stricts.GetValueOrDefault(word) ?? []);
    }

    /// <summary>Letters of a word that may be a known name with an ending.</summary>
    const int ShortestDeclined = 4;

    /// <summary>The known names of a query, by their first words; a word that is none may be one in a case of any language: Казахстаном, Термизда.</summary>
    static Dictionary<int, KnownSpan> Spans(List<FoldedWord> all, NameFinder finder)
    {
        var spans = finder.Find(all, isQuery: true).ToDictionary(span => span.First);
        var taken = spans.Values.SelectMany(span => Enumerable.Range(span.First, span.Length)).ToHashSet();
        foreach (var (at, word) in all.Where(word => !word.IsJoined).Index())
            if (!taken.Contains(at) && word.Written.Length >= ShortestDeclined && finder.Find([word.InAnyCase()], isQuery: true) is [var span]) spans.Add(at, span with { First = at });
        return spans;
    }

    /// <summary>Torugart Pass: few articles say that it is one. The other word must be a name.</summary>
    static bool IsKindOfPlace(List<Reading> words, int at, bool withKnown) =>
        words.Count == 2 && PlaceKinds.Has(words[at].Word) && (withKnown || words[1 - at].Word.IsCapitalised) && !PlaceKinds.Has(words[1 - at].Word);

    /// <summary>With its full stop, or a lone capital before a name.</summary>
    static bool IsInitial(List<Reading> words, int at) => words.Count > 1
        && (words[at].Word.IsInitial || (words[at].Word is { IsCapitalised: true, Length: 1 } && at + 1 < words.Count && words[at + 1].Word is { IsCapitalised: true, Length: > 2 }));

    /// <summary>The readings of names of articles that are the same name as a word, the nearest first.</summary>
    /// <param name="withElements">Also those that another language makes of other elements.</param>
    static async Task<Dictionary<FoldedWord, IReadOnlyList<string>>> StrictsAsync(Asking asking, List<FoldedWord> words, bool withElements, CancellationToken stop)
    {
        var own = words.Index().ToDictionary(w => w.Item, w => w.Item.Names.Concat(InCaseOfSurname(words, w.Index)).Distinct().ToList());
        var readings = own.ToDictionary(w => w.Key, w => withElements ? w.Value.Concat(w.Value.SelectMany(NameElements.InOtherLanguages)).Distinct().ToList() : w.Value);
        var skeletons = readings.Values.SelectMany(names => names).Select(n => n.Skeleton).Distinct(StringComparer.Ordinal).ToList();
        var seen = skeletons.Count == 0 ? [] : await WithBones.ListAsync(asking, stop, skeletons);
        var keys = seen.ToLookup(n => n.Skeleton);
        Dictionary<FoldedWord, IReadOnlyList<string>> stricts = [];
        foreach (var word in words)
        {
            var sure = own[word];
            var near = from name in readings[word].Index()
                       from other in keys[name.Item.Skeleton]
                       where name.Index < sure.Count ? name.Item.Matches(other) : name.Item.IsNearlyWritten(other)
                       orderby name.Index >= sure.Count, name.Item.Cost(other)
                       select other.Strict;
            stricts[word] = [.. sure.Select(n => n.Strict).Concat(near).Distinct(StringComparer.Ordinal).Take(MostSpellings)];
        }
        return stricts;
    }

    /// <summary>What a word is in the nominative where it is a given name beside a surname of the same case; a patronymic and the parts of a hyphenated name may stand between them.</summary>
    static IEnumerable<NameKey> InCaseOfSurname(List<FoldedWord> words, int at) =>
        words.Index().Where(w => w.Index != at && Math.Abs(w.Index - at) <= AsideOfSurname).SelectMany(w => GivenNames.Beside(w.Item, words[at]));
}
