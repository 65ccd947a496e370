using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Chapar.Text.Search;

namespace Chapar.Suggestions;

/// <summary>How often a text says each word and name: what it is about is made of these counts, as BM25 weighs them.</summary>
sealed class WordCounts(string language, ConcurrentDictionary<(string Language, string Word), FoldedWord> known)
{
    public const double InHeadline = 3, InDeck = 2, InBody = 1;

    /// <summary>A name says more of what a text is about than another word.</summary>
    const double AsName = 3;

    /// <summary>The key that a name has in every language stands beside the word itself.</summary>
    const double AsKey = .5;

    /// <summary>BM25: a word said ten times is not ten times as important ...</summary>
    const double Saturation = 4;

    /// <summary>... and in a long text one more is less.</summary>
    const double LengthPart = .6;

    /// <summary>Words of a usual article.</summary>
    const double UsualLength = 400;

    const int ShortestStem = 3;

    static readonly SearchValues<char> ends = SearchValues.Create(".!?:\n“«\"•");

    struct Count
    {
        public double Said;
        public int Capitalised, Small;
        public FoldedWord Word;
    }

    readonly Dictionary<string, Count> words = new(StringComparer.Ordinal);
    int length;

    public void Add(string text, double weight)
    {
        var end = 0;
        foreach (var token in Tokens.Of(text))
        {
            if (token.IsJoined) continue;
            if (weight == InBody) length++;
            var startsSentence = EndsSentence(text.AsSpan(end, token.Start - end)) || end == 0;
            end = token.Start + token.Length;
            var word = Fold(text, token);
            var stem = word.Words[0];
            if (stem.Length <= ShortestStem || CommonWords.Has(language, stem)) continue;
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(words, stem, out var isThere);
            if (!isThere || (word.IsCapitalised && !count.Word.IsCapitalised)) count.Word = word;
            count.Said += weight;
            // A headline may write every word with a capital.
            if (weight == InHeadline) continue;
            if (!word.IsCapitalised) count.Small++;
            else if (!startsSentence) count.Capitalised++;
        }
    }

    FoldedWord Fold(string text, Token token)
    {
        // Not by a span: the key has two parts. The string is short, and folding costs ten times as much.
        var key = (language, text.Substring(token.Start, token.Length));
        return known.TryGetValue(key, out var folded) ? folded : known.GetOrAdd(key, new FoldedWord(text, token, language));
    }

    static bool EndsSentence(ReadOnlySpan<char> between) => between.ContainsAny(ends);

    /// <summary>Words and keys of names, each with how much the text is about it: 0 to 5.</summary>
    public IEnumerable<(string Term, double Strength)> Strengths()
    {
        Dictionary<string, double> keys = new(StringComparer.Ordinal);
        foreach (var count in words.Values)
            if (IsName(count))
                foreach (var skeleton in Skeletons(count.Word))
                    keys[skeleton] = keys.GetValueOrDefault(skeleton) + count.Said * AsKey;
        var room = Saturation * (1 - LengthPart + LengthPart * length / UsualLength);
        double Saturated(double said) => said * (Saturation + 1) / (said + room);
        return words.Select(w => (w.Key, Saturated(w.Value.Said * (IsName(w.Value) ? AsName : 1)))).Concat(keys.Select(k => ("n" + k.Key, Saturated(k.Value))));
    }

    static bool IsName(Count count) => count.Capitalised > count.Small && count.Word.MayBeName;

    /// <summary>As it stands, and without an ending of the language: that is how another language has it.</summary>
    static IEnumerable<string> Skeletons(FoldedWord word) =>
        word.Names.Take(1).Concat(word.Nominatives.Take(1)).Select(name => name.Skeleton).Where(skeleton => skeleton.Length > 1).Distinct();
}
