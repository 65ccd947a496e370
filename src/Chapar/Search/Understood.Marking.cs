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

    /// <summary>Letters of a text that are looked through for a passage: what a reader of it sees in a minute.</summary>
    const int LookedThrough = 12_000;

    /// <summary>The word by whose likeliest reading near names are looked for: the longest.</summary>
    internal FoldedWord? LikeliestName => wanted.SelectMany(w => w.Words).Select(r => r.Word).Where(word => word.Names.Count > 0).MaxBy(word => word.Names[0].Strict.Length);

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
    /// <param name="above">Headline and deck, where these are shown above the passage. Where they say all that was looked for, the text is not read to its end for it.</param>
    public IReadOnlyList<TextPiece> Passage(string text, string language, int length = 200, params IReadOnlyList<string> above)
    {
        if (text.Length > LookedThrough) text = text[..LookedThrough];
        var (hits, at) = Together(text, language, length, above);
        var (start, end) = Cut(text, at, length);
        List<TextPiece> pieces = [.. Pieces(text, start, end, hits).Select(piece => piece with { Text = InOneLine(piece.Text) })];
        if (start > 0) pieces.Insert(0, new("… ", false));
        if (end < text.Length) pieces.Add(new("…", false));
        return pieces;
    }

    /// <summary>
    /// The hits of that part of a text in which most of what was looked for stands together, and where the passage begins. Looking through a text for words in all
    /// their spellings was most of a search's time, so it is done where they stand as they were typed, but for endings; else in the first paragraphs; in all of it
    /// where neither has any, nor what stands above it all.
    /// </summary>
    (List<(int Start, int Length, int Which)> Hits, int At) Together(string text, string language, int length, IReadOnlyList<string> above)
    {
        var needed = wanted.Count(w => !w.IsOptional);
        var (typedAt, typed) = AsTyped(text, length);
        if (typed > 0 && typed >= needed && Around() is var (near, first, count) && count >= needed) return (near, first);
        var seen = text.Length > FirstLookedThrough ? text[..Math.Max(0, text.LastIndexOfAny(Blanks, FirstLookedThrough))] : text;
        var hits = Hits(seen, language);
        var (at, most) = Best(hits, length);
        if (seen.Length == text.Length || most >= needed) return (hits, at);
        if (typed > 0 && typedAt >= seen.Length && Around() is var (there, begin, more) && more > most) return (there, begin);
        if (most > 0 || AreSaid(language, above)) return (hits, at);
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

    /// <summary>Whether all that was looked for stands in one of these texts or another.</summary>
    bool AreSaid(string language, IReadOnlyList<string> texts)
    {
        var said = texts.SelectMany(text => Hits(text, language)).Select(hit => hit.Which).ToHashSet();
        return said.Count == wanted.Count;
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
}
