using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>A piece of a text, in the text's own spelling.</summary>
/// <param name="IsHit">It is why the text was found.</param>
public readonly record struct TextPiece(string Text, bool IsHit);

public sealed partial class Understood
{
    /// <summary>Letters that are looked through first.</summary>
    const int FirstLookedThrough = 2_000;

    /// <summary>Places of one word that are looked at.</summary>
    const int MostPlaces = 50;

    static readonly char[] Blanks = [' ', '\n'];

    /// <summary>Words of texts that are remembered, of each language: some 2 MB.</summary>
    const int MostRemembered = 6_000;

    static readonly ConcurrentDictionary<string, WordMemory<FoldedWord>> Remembered = new(StringComparer.Ordinal);

    /// <summary>A word of the texts, and what it is of what was looked for.</summary>
    /// <param name="Which">Of the wanted things; none of the phrases.</param>
    sealed record Met(WordOfText OfText, int[] Which);

    /// <summary>A page marks dozens of texts, whose words are mostly the same.</summary>
    readonly Dictionary<FoldedWord, Met> met = [];

    /// <summary>Letters of a text that are looked through for a passage: what a reader of it sees in a minute.</summary>
    const int LookedThrough = 12_000;

    /// <summary>The reading by which near names are looked for: of the longest word.</summary>
    internal NameKey? LikeliestName =>
        wanted.SelectMany(w => w.Words).Where(r => r.Word.Names.Count > 0).OrderByDescending(r => r.Word.Names[0].Strict.Length).Select(r => (NameKey?)r.Word.Names[0]).FirstOrDefault();

    /// <summary>A whole text in pieces; joined they are the text.</summary>
    /// <param name="language">Of the text.</param>
    public IReadOnlyList<TextPiece> Mark(string text, string language) => Pieces(text, 0, text.Length, Hits(text, language));

    /// <summary>
    /// The part of a text in which most of what was looked for stands together, in pieces; the beginning of the text where nothing of it
    /// stands. What is left out before or after is an ellipsis.
    /// </summary>
    /// <param name="text">Blocks parted by line ends.</param>
    /// <param name="language">Of the text.</param>
    /// <param name="length">Characters, about.</param>
    public IReadOnlyList<TextPiece> Passage(string text, string language, int length = 200)
    {
        if (text.Length > LookedThrough) text = text[..LookedThrough];
        var (hits, at) = Together(text, language, length);
        var (start, end) = Cut(text, at, length);
        List<TextPiece> pieces = [.. Pieces(text, start, end, hits).Select(piece => piece with { Text = InOneLine(piece.Text) })];
        if (start > 0) pieces.Insert(0, new("… ", false));
        if (end < text.Length) pieces.Add(new("…", false));
        return pieces;
    }

    /// <summary>
    /// The hits of that part of a text in which most of what was looked for stands together, and where the passage begins. Looking through a text for words in all
    /// their spellings was most of a search's time, so it is done where they stand as they were typed, but for endings; else in the first paragraphs; in all of it
    /// where neither has any.
    /// </summary>
    (List<(int Start, int Length, int Which)> Hits, int At) Together(string text, string language, int length)
    {
        var needed = wanted.Count(w => !w.IsOptional);
        var (typedAt, typed) = AsTyped(text, length);
        if (typed > 0 && typed >= needed && Around() is var (near, first, count) && count >= needed) return (near, first);
        var seen = text.Length > FirstLookedThrough ? text[..Math.Max(0, text.LastIndexOfAny(Blanks, FirstLookedThrough))] : text;
        var hits = Hits(seen, language);
        var (at, most) = Best(hits, length);
        if (seen.Length == text.Length || most >= needed) return (hits, at);
        if (typed > 0 && typedAt >= seen.Length && Around() is var (there, begin, more) && more > most) return (there, begin);
        if (most > 0) return (hits, at);
        hits = Hits(text, language);
        return (hits, Best(hits, length).At);

        // Whole words, as far as a passage goes that has the place in it.
        (List<(int Start, int Length, int Which)>, int, int) Around()
        {
            var from = typedAt <= length ? 0 : text.LastIndexOfAny(Blanks, typedAt - length) + 1;
            var to = typedAt + 2 * length >= text.Length || text.IndexOfAny(Blanks, typedAt + 2 * length) is not (>= 0 and var blank) ? text.Length : blank;
            List<(int Start, int Length, int Which)> around = [.. Hits(text[from..to], language).Select(hit => hit with { Start = hit.Start + from })];
            var (start, different) = Best(around, length);
            return (around, start, different);
        }
    }

    /// <summary>The same as <see cref="Best"/>, of what stands in the text as it was typed, but for endings.</summary>
    (int At, int Count) AsTyped(string text, int length)
    {
        List<(int Start, int Length, int Which)> places = [];
        for (int which = 0; which < wanted.Count; which++)
        {
            var beginning = WithoutEnding(wanted[which]);
            if (beginning.Length == 0) continue;
            for (int at = 0, met = 0; met < MostPlaces && (at = text.IndexOf(beginning, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
            {
                if (at > 0 && char.IsLetterOrDigit(text[at - 1])) continue;
                places.Add((at, 0, which));
                met++;
            }
        }
        places.Sort();
        return Best(places, length);
    }

    /// <summary>Of a word of six letters and more without the last two, in which endings differ.</summary>
    static string WithoutEnding(Wanted one) =>
        one.Words is [{ Word.Written: { Length: >= 6 } word }] ? word[..^2] : string.Join(' ', one.Words.Select(w => w.Word.Written));

    /// <summary>Where the passage begins in which most of the wanted things stand, and how many; 0 where none stands.</summary>
    (int At, int Count) Best(List<(int Start, int Length, int Which)> hits, int length)
    {
        var (at, best) = (0, 0);
        for (int i = 0; i < hits.Count && best < wanted.Count; i++)
        {
            HashSet<int> different = [];
            for (int j = i; j < hits.Count && hits[j].Start + hits[j].Length - hits[i].Start <= length * 3 / 4; j++) different.Add(hits[j].Which);
            if (different.Count > best) (at, best) = (hits[i].Start, different.Count);
        }
        return (at, best);
    }

    /// <summary>A heading runs into no sentence after it.</summary>
    static string InOneLine(string text) => BlockEnds().Replace(text, end => end.Groups["end"].Success ? end.Groups["end"].Value + " " : " · ");

    [GeneratedRegex("""(?<end>[.!?…:;][»”"’)]?)?\s*\n\s*""")]
    private static partial Regex BlockEnds();

    /// <summary>From the beginning of the sentence or some words before a place, to the end of a word.</summary>
    static (int Start, int End) Cut(string text, int at, int length)
    {
        var start = at;
        var earliest = Math.Max(0, at - length / 4);
        for (int i = at; i >= earliest; i--)
        {
            if (i == 0 || text[i - 1] is '\n' || (i > 1 && text[i - 1] == ' ' && text[i - 2] is '.' or '!' or '?' or '…')) { start = i; break; }
            if (text[i - 1] is ' ' or '\u00A0') start = i;
        }
        var end = Math.Min(text.Length, start + length);
        if (end < text.Length)
        {
            var blank = text.LastIndexOfAny([' ', '\n'], end - 1, Math.Min(end - start, length / 3));
            if (blank > at) end = blank;
        }
        return (start, end);
    }

    static List<TextPiece> Pieces(string text, int from, int to, List<(int Start, int Length, int Which)> hits)
    {
        List<TextPiece> pieces = [];
        var at = from;
        foreach (var (start, length, _) in hits)
        {
            if (start < at || start + length > to) continue;
            if (start > at) pieces.Add(new(text[at..start], false));
            pieces.Add(new(text.Substring(start, length), true));
            at = start + length;
        }
        if (at < to) pieces.Add(new(text[at..to], false));
        return pieces;
    }

    /// <summary>The places of a text where something stands that was looked for, and which of the wanted things it is.</summary>
    List<(int Start, int Length, int Which)> Hits(string text, string language)
    {
        List<(int, int, int)> hits = [];
        if (IsEmpty) return hits;
        var words = Remembered.GetOrAdd(language, code => new(code, MostRemembered, word => word)).Fold(text);
        List<(int Start, FoldedWord Word)> apart = [.. words.Where(w => !w.IsJoined).Select(w => (w.Start, w.Word))];
        if (Names.Count > 0)
            foreach (var span in NameFinder.Find(words.ConvertAll(word => Meet(word.Word).OfText), isQuery: false))
                for (int which = 0; which < wanted.Count; which++)
                    if (wanted[which].Names.Any(n => span.Names.Contains(n))) hits.Add(Place(apart[span.First], apart[span.First + span.Length - 1], which));
        // Of a known name of several words each alone is no hit: "of the" stands everywhere.
        var whole = hits.Select(hit => hit.Item3).Where(which => wanted[which].Words.Count > 1).ToHashSet();
        foreach (var (start, _, word) in words)
            foreach (var which in Meet(word).Which)
                if (!whole.Contains(which)) hits.Add(Place((start, word), (start, word), which));
        for (int which = 0; which < wanted.Count; which++)
            if (wanted[which].IsPhrase) AddPhrases(wanted[which], apart, which, hits);
        return [.. hits.OrderBy(h => h.Item1).ThenByDescending(h => h.Item2)];
    }

    static (int, int, int) Place((int Start, FoldedWord Word) first, (int Start, FoldedWord Word) last, int which) => (first.Start, last.Start + last.Word.Length - first.Start, which);

    static void AddPhrases(Wanted phrase, List<(int Start, FoldedWord Word)> text, int which, List<(int, int, int)> hits)
    {
        for (int i = 0; i + phrase.Words.Count <= text.Count; i++)
        {
            int same = 0;
            while (same < phrase.Words.Count && text[i + same].Word.Written == phrase.Words[same].Word.Written) same++;
            if (same == phrase.Words.Count) hits.Add(Place(text[i], text[i + same - 1], which));
        }
    }

    Met Meet(FoldedWord word)
    {
        if (met.TryGetValue(word, out var known)) return known;
        List<int>? which = null;
        for (int i = 0; i < wanted.Count; i++)
            if (!wanted[i].IsPhrase && IsHit(wanted[i], word)) (which ??= []).Add(i);
        IReadOnlyList<NamePhrase> names = Names.Count == 0 ? [] : (finder ??= NameFinder.Of(Names)).Beginning(word, isQuery: false);
        return met[word] = new(new WordOfText(word, names), which is null ? [] : [.. which]);
    }

    static bool IsHit(Wanted one, FoldedWord word)
    {
        foreach (var reading in one.Words)
            if (IsHit(reading, word)) return true;
        foreach (var (whole, _, _) in one.Joined)
            if (IsHit(whole, word)) return true;
        return one.IsOpen && word.Written.StartsWith(one.Words[^1].Word.Written, StringComparison.Ordinal) && one.Words[^1].Word.Written.Length > 2;
    }

    static bool IsHit(Reading reading, FoldedWord word)
    {
        foreach (var key in reading.Word.Words)
            if (word.Words.Contains(key)) return true;
        return reading.Stricts.Count > 0 && word.MayBeName && (HasAny(word.Names) || HasAny(word.Nominatives));

        bool HasAny(IReadOnlyList<NameKey> names)
        {
            foreach (var name in names)
                if (reading.Stricts.Contains(name.Strict)) return true;
            return false;
        }
    }
}
