namespace Chapar.Spellings;

/// <summary>Where something stands in a story: its line is found again by what is around it, also when the story has changed elsewhere.</summary>
/// <param name="Before">At most some letters of the same line.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
public sealed record SpellingPlace(StoryPart Part, string Before, string Written, string After);

/// <summary>A spelling that is not the house's.</summary>
/// <param name="Written">As it stands: "Japarov's".</param>
/// <param name="Preferred">As it stands in the list: "Zhaparov".</param>
/// <param name="Replacement">In the same form: "Zhaparov's"; null when that form is not known.</param>
public sealed record Misspelling(string Written, string Preferred, string? Replacement, IReadOnlyList<SpellingPlace> Places);

/// <summary>Something of a list and how it is written in one language.</summary>
/// <param name="Preferred">What is to stand in the place of the others.</param>
/// <param name="Others">What is not to stand.</param>
/// <param name="Rights">What may stand as well.</param>
sealed record Listed(Guid Id, bool IsPerson, string Preferred, IReadOnlyList<string> Others, IReadOnlyList<string> Rights);

/// <summary>A spelling of a list where it stands in a story.</summary>
/// <param name="Line">The number of its line, from 0.</param>
/// <param name="Replacement">See <see cref="Misspelling"/>.</param>
readonly record struct FoundSpelling(SpellingPattern Pattern, int Line, int From, int To, string Written, string? Replacement, SpellingPlace Place);

/// <summary>The house's list in one language, ready to go through stories.</summary>
public sealed class SpellingRules
{
    /// <summary>Letters around a place.</summary>
    internal const int Around = 24;

    static readonly string[] Sic = ["[sic", "(sic", "[так", "(так"];

    readonly Dictionary<string, List<SpellingPattern>> byStart;
    readonly HashSet<string> listed;

    SpellingRules(IReadOnlyList<SpellingPattern> patterns, string language)
    {
        Language = language;
        byStart = patterns.GroupBy(p => p.Start).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        listed = patterns.SelectMany(p => p.Words).Select(SpellingPattern.Plain).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Of the stories that it goes through.</summary>
    public string Language { get; }

    public static SpellingRules Of(IReadOnlyList<HouseWord> entries, string language) =>
        Of(from entry in entries
           let spelling = entry.In(language)
           where spelling is not null
           select new Listed(entry.Id, entry.Kind == HouseWordKind.Person, spelling.Preferred, spelling.Others, []), language);

    internal static SpellingRules Of(IEnumerable<Listed> entries, string language)
    {
        List<SpellingPattern> whole = [], parts = [];
        foreach (var entry in entries)
        {
            whole.AddRange(entry.Rights.Prepend(entry.Preferred).Select(right => SpellingPattern.OfRight(entry, right, language)));
            foreach (var other in entry.Others)
            {
                whole.Add(SpellingPattern.OfOther(entry, other, language));
                parts.AddRange(SpellingPattern.OfPartsOf(entry, other, language));
            }
        }
        // A surname that is another's, rightly spelled, is let stand.
        var rightly = whole.Where(p => p.IsPreferred).SelectMany(p => p.Words).ToHashSet(StringComparer.Ordinal);
        return new([.. whole, .. parts.Where(p => p.IsPreferred || !rightly.Contains(p.Words[0]))], language);
    }

    /// <summary>Whether the list says how a word, in any of its forms, is written.</summary>
    public bool Knows(string word) => Endings.Stems(word, Language, Endings.ShortestStem).Any(listed.Contains);

    /// <summary>What of a story the house writes otherwise, and what it writes in more than one way; each in the order of reading.</summary>
    public (IReadOnlyList<Misspelling> Wrong, IReadOnlyList<(string Preferred, IReadOnlyList<string> Written)> TwoWays) Check(IEnumerable<TextLine> lines) => Sort(Find(lines));

    /// <inheritdoc cref="Check"/>
    internal static (IReadOnlyList<Misspelling> Wrong, IReadOnlyList<(string Preferred, IReadOnlyList<string> Written)> TwoWays) Sort(IReadOnlyList<FoundSpelling> found)
    {
        var wrong = found.Where(f => !f.Pattern.IsPreferred).GroupBy(f => (f.Pattern.Entry.Id, f.Written, f.Replacement))
            .Select(g => new Misspelling(g.Key.Written, g.First().Pattern.Preferred, g.Key.Replacement, [.. g.Select(f => f.Place)])).ToList();
        var twoWays = from one in found
                      group one by one.Pattern.Entry.Id into entry
                      let ways = entry.DistinctBy(f => f.Pattern.Root).ToList()
                      where ways.Count > 1
                      select (entry.First().Pattern.Preferred, (IReadOnlyList<string>)[.. ways.Select(f => f.Written)]);
        return (wrong, [.. twoWays]);
    }

    /// <summary>All that stands of the list in these lines, rightly or not, in the order of reading.</summary>
    internal IReadOnlyList<FoundSpelling> Find(IEnumerable<TextLine> lines)
    {
        List<FoundSpelling> found = [];
        foreach (var (number, line) in lines.Index()) Find(line, number, found);
        return found;
    }

    void Find(TextLine line, int number, List<FoundSpelling> found)
    {
        var text = line.Text;
        var words = SpellingPattern.WordsOf(text);
        for (int i = 0; i < words.Count; i++)
        {
            // The longest: "Osh" is not looked for in "Osh Bazaar" when that stands in the list; as it stands there before a form of another
            // ("soms", which is not to be written, is no plural of "som"); and rightly before wrongly.
            var best = StartingLike(text[words[i].From..words[i].To])
                .Select(pattern => (Pattern: pattern, Match: pattern.Match(text, words, i))).Where(m => m.Match is not null)
                .OrderByDescending(m => m.Match!.Value.End).ThenByDescending(m => m.Match!.Value.IsBare).ThenByDescending(m => m.Pattern.IsPreferred).FirstOrDefault();
            if (best.Match is not { } match) continue;
            var (from, end) = (words[i].From, match.End);
            while (i + 1 < words.Count && words[i + 1].To <= end) i++;
            if (line.Skips(from, end) || Sic.Any(sic => text[end..].TrimStart().StartsWith(sic, StringComparison.OrdinalIgnoreCase))) continue;
            found.Add(new(best.Pattern, number, from, end, text[from..end], match.Replacement, PlaceOf(line, from, end)));
        }
    }

    internal static SpellingPlace PlaceOf(TextLine line, int from, int end) =>
        new(line.Part, line.Text[Math.Max(0, from - Around)..from], line.Text[from..end], line.Text[end..Math.Min(line.Text.Length, end + Around)]);

    IEnumerable<SpellingPattern> StartingLike(string word)
    {
        var start = SpellingPattern.Plain(word).ToLowerInvariant();
        for (int length = 1; length <= Math.Min(SpellingPattern.LongestStart, start.Length); length++)
            if (byStart.TryGetValue(start[..length], out var patterns))
                foreach (var pattern in patterns)
                    yield return pattern;
    }
}
