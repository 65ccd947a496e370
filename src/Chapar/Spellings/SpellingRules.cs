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

/// <summary>The house's list in one language, ready to go through stories.</summary>
public sealed class SpellingRules
{
    /// <summary>Letters around a place.</summary>
    internal const int Around = 24;

    static readonly string[] Sic = ["[sic", "(sic", "[так", "(так"];

    readonly Dictionary<string, List<SpellingPattern>> byStart;
    readonly HashSet<string> listed;
    readonly string language;

    SpellingRules(IReadOnlyList<SpellingPattern> patterns, string language)
    {
        this.language = language;
        byStart = patterns.GroupBy(p => p.Start).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        listed = patterns.SelectMany(p => p.Words).Select(SpellingPattern.Plain).ToHashSet(StringComparer.Ordinal);
    }

    public static SpellingRules Of(IReadOnlyList<HouseWord> entries, string language)
    {
        List<SpellingPattern> whole = [], parts = [];
        foreach (var entry in entries)
        {
            if (entry.In(language) is not { } spelling) continue;
            whole.Add(SpellingPattern.OfPreferred(entry, spelling));
            foreach (var other in spelling.Others)
            {
                whole.Add(SpellingPattern.OfOther(entry, spelling, other));
                parts.AddRange(SpellingPattern.OfPartsOf(entry, spelling, other));
            }
        }
        // A surname that is another's, rightly spelled, is let stand.
        var rightly = whole.Where(p => p.IsPreferred).SelectMany(p => p.Words).ToHashSet(StringComparer.Ordinal);
        return new([.. whole, .. parts.Where(p => p.IsPreferred || !rightly.Contains(p.Words[0]))], language);
    }

    /// <summary>Whether the list says how a word, in any of its forms, is written.</summary>
    public bool Knows(string word) => Endings.Stems(word, language, Endings.ShortestStem).Any(listed.Contains);

    /// <summary>What of a story the house writes otherwise, and what it writes in more than one way; each in the order of reading.</summary>
    public (IReadOnlyList<Misspelling> Wrong, IReadOnlyList<(string Preferred, IReadOnlyList<string> Written)> TwoWays) Check(IEnumerable<TextLine> lines)
    {
        List<(SpellingPattern Pattern, string Written, string? Replacement, SpellingPlace Place)> found = [];
        foreach (var line in lines) Find(line, found);
        var wrong = found.Where(f => !f.Pattern.IsPreferred).GroupBy(f => (f.Pattern.Entry.Id, f.Written, f.Replacement))
            .Select(g => new Misspelling(g.Key.Written, g.First().Pattern.Preferred, g.Key.Replacement, [.. g.Select(f => f.Place)])).ToList();
        var twoWays = from one in found
                      group one by one.Pattern.Entry.Id into entry
                      let ways = entry.DistinctBy(f => f.Pattern.Root).ToList()
                      where ways.Count > 1
                      select (entry.First().Pattern.Preferred, (IReadOnlyList<string>)[.. ways.Select(f => f.Written)]);
        return (wrong, [.. twoWays]);
    }

    void Find(TextLine line, List<(SpellingPattern, string, string?, SpellingPlace)> found)
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
            if (line.Skipped.Any(s => s.From < end && from < s.To) || Sic.Any(sic => text[end..].TrimStart().StartsWith(sic, StringComparison.OrdinalIgnoreCase))) continue;
            found.Add((best.Pattern, text[from..end], match.Replacement, PlaceOf(line, from, end)));
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
