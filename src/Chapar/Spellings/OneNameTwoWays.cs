namespace Chapar.Spellings;

/// <summary>
/// Names that a story writes in two ways and that stand in no list. A name is a word with a capital letter amid a sentence that the story
/// never writes with a small one; its cases are one way of writing it.
/// </summary>
public static class OneNameTwoWays
{
    /// <summary>Letters; what is shorter is alike by chance.</summary>
    const int Shortest = 5;

    /// <summary>More names than a story has; a list of them is not compared each with each.</summary>
    const int MostNames = 300;

    /// <summary>A way of writing a name.</summary>
    /// <param name="Written">As it stands there first.</param>
    /// <param name="Places">Where it stands, in any of its cases.</param>
    /// <param name="IsName">Whether it has its capital letter amid a sentence: at the beginning of one every word has.</param>
    public sealed record Way(string Written, IReadOnlyList<SpellingPlace> Places, bool IsName);

    /// <summary>Pairs of ways: what stands there more often first.</summary>
    /// <param name="lines">Of the story.</param>
    /// <param name="language">Of the story.</param>
    /// <param name="isListed">Whether the house's list says how a word is written: that is told by the list.</param>
    public static IEnumerable<(Way Usual, Way Other)> In(IEnumerable<TextLine> lines, string language, Func<string, bool> isListed)
    {
        var names = NamesOf(lines).Where(name => !isListed(name.Written)).Take(MostNames).Select(name => (Way: name, Stems: Endings.Stems(name.Written, language, Shortest).ToList())).ToList();
        // All cases of one spelling are one: the first of them stands for it.
        List<(Way Way, List<string> Stems)> ways = [];
        foreach (var name in names)
        {
            var at = ways.FindIndex(way => way.Stems.Intersect(name.Stems).Any());
            if (at < 0) ways.Add(name);
            else ways[at] = (ways[at].Way with { Places = [.. ways[at].Way.Places, .. name.Way.Places], IsName = ways[at].Way.IsName || name.Way.IsName }, [.. ways[at].Stems.Union(name.Stems)]);
        }
        for (int i = 0; i < ways.Count; i++)
        {
            var bones = ways[i].Stems.Select(stem => NameSkeleton.Of(stem, language)).ToHashSet(StringComparer.Ordinal);
            for (int j = i + 1; j < ways.Count; j++)
            {
                // That it is written otherwise as a name elsewhere says enough of a word that begins its sentence.
                if (!(ways[i].Way.IsName || ways[j].Way.IsName) || !ways[j].Stems.Any(stem => bones.Contains(NameSkeleton.Of(stem, language)))) continue;
                var (first, second) = (ways[i].Way, ways[j].Way);
                yield return second.Places.Count > first.Places.Count ? (second, first) : (first, second);
            }
        }
    }

    static IEnumerable<Way> NamesOf(IEnumerable<TextLine> lines)
    {
        Dictionary<string, (List<SpellingPlace> Places, bool IsName)> found = new(StringComparer.Ordinal);
        HashSet<string> small = new(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var (from, to) in SpellingPattern.WordsOf(line.Text))
            {
                var word = line.Text[from..to];
                if (line.Skips(from, to)) continue;
                if (char.IsLower(word[0])) small.Add(word);
                else if (word.Length >= Shortest && char.IsUpper(word[0]) && word.Skip(1).All(c => !char.IsUpper(c)) && word.All(c => char.IsLetter(c) || c is '\'' or '’' or 'ʻ' or '‘'))
                {
                    var place = SpellingRules.PlaceOf(line, from, to);
                    var (places, isName) = found.GetValueOrDefault(word, ([], false));
                    places.Add(place);
                    // A headline may have capitals on every word.
                    found[word] = (places, isName || (line.Part != StoryPart.Headline && !BeginsSentence(line.Text, from)));
                }
            }
        }
        return found.Where(name => !small.Contains(name.Key.ToLowerInvariant())).Select(name => new Way(name.Key, name.Value.Places, name.Value.IsName));
    }

    internal static bool BeginsSentence(string text, int at)
    {
        int before = at - 1;
        while (before >= 0 && (char.IsWhiteSpace(text[before]) || text[before] is '“' or '"' or '«' or '‘' or '(' or '[' or '—' or '–' or '-' or '„' or TextLine.Piece)) before--;
        return before < 0 || text[before] is '.' or '!' or '?' or '…' or ':';
    }
}
