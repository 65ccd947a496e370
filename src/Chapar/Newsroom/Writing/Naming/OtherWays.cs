using Chapar.Search;
using Chapar.Spellings;
using Chapar.Text.Search;
using Endings = Chapar.Spellings.Endings;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>A known name that stands in a story in a way that is not to stand.</summary>
/// <param name="Way">The spelling without an ending: by it the writer leaves it, and two of one name are told apart.</param>
/// <param name="Preferred">Null where the list does not say how it is written in the language.</param>
sealed record NameFound(Guid Name, string Way, string? Preferred, string? Replacement, TextLine In, int From, int To)
{
    public string Written => In.Text[From..To];
}

/// <summary>Finds the known names that a story writes in a way that stands nowhere in the list: Zhaparov where it has Japarov.</summary>
sealed class OtherWays(NameRules rules, NameFinder finder)
{
    readonly string language = rules.Language;
    readonly Dictionary<string, IReadOnlyList<(int From, int To, KnownSpan Span)>> known = new(StringComparer.Ordinal);

    /// <param name="lines">What stands there as the list has it is skipped.</param>
    /// <param name="said">The names that stand there so: each is a name wherever it stands.</param>
    public IReadOnlyList<NameFound> In(IReadOnlyList<TextLine> lines, IReadOnlySet<Guid> said)
    {
        List<NameFound> found = [];
        HashSet<Guid> names = [.. said];
        foreach (var line in lines)
            foreach (var (from, to) in Runs(line.Text))
                foreach (var (start, end, span) in Known(line.Text[from..to]))
                {
                    if (span.Names is not [var name] || line.Skips(from + start, from + end)) continue;
                    if (span.Length > 1 || !OneNameTwoWays.BeginsSentence(line.Text, from + start)) names.Add(name.Id);
                    var written = line.Text[(from + start)..(from + end)];
                    if (rules.In(name.Id, written) is not { } listed)
                    {
                        // In another alphabet than the story's: as it should be.
                        if (name.In(language) is null) found.Add(new(name.Id, written, null, null, line, from + start, from + end));
                    }
                    else if (Compare(listed, written) is { } other)
                    {
                        found.Add(new(name.Id, other.Way, listed.Preferred, other.Replacement, line, from + start, from + end));
                    }
                }
        // At the beginning of a sentence any word has a capital: it is a name where the story says the name elsewhere.
        return [.. found.Where(f => f.Preferred is null || names.Contains(f.Name))];
    }

    /// <summary>Words with a capital that follow each other, and their hyphenated parts: nothing else is looked at.</summary>
    static IEnumerable<(int From, int To)> Runs(string text)
    {
        var words = SpellingPattern.WordsOf(text);
        for (int i = 0; i < words.Count; i++)
        {
            if (!char.IsUpper(text[words[i].From])) continue;
            var first = i;
            while (i + 1 < words.Count && Goes(text[words[i].To..words[i + 1].From], text[words[i + 1].From])) i++;
            yield return (words[first].From, words[i].To);
        }

        static bool Goes(string gap, char next) => gap is "-" or "\u2010" or "\u2011" || (gap is " " or "\u00A0" && char.IsUpper(next));
    }

    IReadOnlyList<(int From, int To, KnownSpan Span)> Known(string run)
    {
        if (known.TryGetValue(run, out var spans)) return spans;
        var folded = NameFolding.Fold(run, language);
        List<FoldedWord> apart = [.. folded.Where(word => !word.IsJoined)];
        return known[run] = [.. finder.Find(folded, isQuery: false).Select(span => (apart[span.First].Start, apart[span.First + span.Length - 1].Start + apart[span.First + span.Length - 1].Length, span))];
    }

    /// <summary>How a written name differs from the preferred one; null when it does not, or when it is another name of the same.</summary>
    public (string Way, string? Replacement)? Compare(Listed listed, string written)
    {
        var (ours, theirs) = (SpellingPattern.WordsOf(listed.Preferred), SpellingPattern.WordsOf(written));
        if (!listed.IsPerson && (ours.Count != theirs.Count || written.Contains('-', StringComparison.Ordinal) != listed.Preferred.Contains('-', StringComparison.Ordinal)))
        {
            if (Joined(listed.Preferred, written) is { } joined) return joined;
            if (ours.Count != theirs.Count) return null;
        }
        var isLoud = SameName.IsLoud(written);
        List<WordAt> left = [.. theirs];
        List<(WordAt At, string Stem, bool IsSame, string? Replacement)> words = [];
        foreach (var own in ours)
        {
            var word = listed.Preferred[own.From..own.To];
            var at = left.FindIndex(place => SameName.IsForm(word, written[place.From..place.To], language));
            if (at >= 0)
            {
                words.Add((left[at], word, true, null));
            }
            else
            {
                at = left.FindIndex(place => SameName.StemAlike(word, Softly(written[place.From..place.To], isLoud), language) is not null);
                if (at < 0) return null;
                var their = SpellingPattern.Plain(Softly(written[left[at].From..left[at].To], isLoud));
                var stem = SameName.StemAlike(word, their, language)!;
                var replacement = Endings.Of(stem, their, language, 1) is { } form ? Endings.Apply(form, stem, word, language) : null;
                words.Add((left[at], stem, false, isLoud ? replacement?.ToUpperInvariant() : replacement));
            }
            left.RemoveAt(at);
        }
        if (words.TrueForAll(word => word.IsSame)) return null;
        var (way, put) = (written, words.TrueForAll(word => word.IsSame || word.Replacement is not null) ? written : null);
        foreach (var (at, stem, isSame, replacement) in words.OrderByDescending(word => word.At.From))
        {
            way = way[..at.From] + stem + way[at.To..];
            if (put is not null && !isSame) put = put[..at.From] + replacement + put[at.To..];
        }
        return (way, written.Contains('’', StringComparison.Ordinal) ? put?.Replace('\'', '’') : put);
    }

    /// <summary>Kara-Balta, Karabalta, Kara Balta.</summary>
    (string Way, string? Replacement)? Joined(string preferred, string written)
    {
        var (ours, theirs) = (Apart(preferred), Apart(written));
        if (SameName.IsLoud(written) || Endings.Of(string.Concat(ours).ToLowerInvariant(), string.Concat(theirs).ToLowerInvariant(), language) is not { } form) return null;
        var last = Endings.Apply(form, ours[^1], ours[^1], language);
        var way = form.Ending.Length == 0 ? written : written[..^form.Ending.Length];
        return (way, last is null ? null : preferred[..^ours[^1].Length] + last);
    }

    static string[] Apart(string text) => [.. SpellingPattern.WordsOf(text).Select(word => SpellingPattern.Plain(text[word.From..word.To]))];

    static string Softly(string word, bool isLoud) => isLoud ? word[0] + word[1..].ToLowerInvariant() : word;
}
