using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>A piece of a text, in the text's own spelling.</summary>
/// <param name="IsHit">It is why the text was found.</param>
public readonly record struct TextPiece(string Text, bool IsHit);

public sealed partial class Understood
{
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
        var hits = Hits(text, language);
        var (from, best) = (0, 0);
        for (int i = 0; i < hits.Count; i++)
        {
            var different = 0;
            HashSet<int> seen = [];
            for (int j = i; j < hits.Count && hits[j].Start + hits[j].Length - hits[i].Start <= length * 3 / 4; j++)
                if (seen.Add(hits[j].Which)) different++;
            if (different <= best) continue;
            (from, best) = (hits[i].Start, different);
            // No passage has more.
            if (best == wanted.Count) break;
        }
        var (start, end) = Cut(text, from, length);
        var pieces = Pieces(text, start, end, hits);
        if (start > 0) pieces.Insert(0, new("… ", false));
        if (end < text.Length) pieces.Add(new("…", false));
        return pieces;
    }

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
        var words = NameFolding.Fold(text, language);
        List<FoldedWord> apart = [.. words.Where(w => !w.IsJoined)];
        var known = Names.Count == 0 ? [] : (finder ??= NameFinder.Of(Names)).Find(words, isQuery: false);
        foreach (var span in known)
            for (int which = 0; which < wanted.Count; which++)
                if (wanted[which].Names.Any(n => span.Names.Contains(n))) hits.Add(Place(apart[span.First], apart[span.First + span.Length - 1], which));
        for (int which = 0; which < wanted.Count; which++)
        {
            // Of a known name of several words each alone is no hit: "of the" stands everywhere.
            if (wanted[which].Words.Count > 1 && hits.Exists(hit => hit.Item3 == which)) continue;
            if (wanted[which].IsPhrase) AddPhrases(wanted[which], apart, which, hits);
            else foreach (var word in words)
                if (IsHit(wanted[which], word)) hits.Add(Place(word, word, which));
        }
        return [.. hits.OrderBy(h => h.Item1).ThenByDescending(h => h.Item2)];
    }

    static (int, int, int) Place(FoldedWord first, FoldedWord last, int which) => (first.Start, last.Start + last.Length - first.Start, which);

    static void AddPhrases(Wanted phrase, List<FoldedWord> text, int which, List<(int, int, int)> hits)
    {
        for (int i = 0; i + phrase.Words.Count <= text.Count; i++)
        {
            int same = 0;
            while (same < phrase.Words.Count && text[i + same].Written == phrase.Words[same].Word.Written) same++;
            if (same == phrase.Words.Count) hits.Add(Place(text[i], text[i + same - 1], which));
        }
    }

    static bool IsHit(Wanted one, FoldedWord word)
    {
        foreach (var reading in one.Words.Concat(one.Joined.Select(j => j.Whole)))
        {
            if (reading.Word.Words.Any(key => word.Words.Contains(key))) return true;
            if (word.MayBeName && word.Names.Concat(word.Nominatives).Any(name => reading.Stricts.Contains(name.Strict))) return true;
        }
        return one.IsOpen && word.Written.StartsWith(one.Words[^1].Word.Written, StringComparison.Ordinal) && one.Words[^1].Word.Written.Length > 2;
    }
}
