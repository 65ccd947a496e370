using System.Collections.Concurrent;
using Chapar.Text.Search;

namespace Chapar.Search;

public sealed partial class Understood
{
    /// <summary>Words of texts whose signs are remembered, of each language: some 10 MB.</summary>
    const int MostRemembered = 65_536;

    /// <summary>Words on either side of one that may be of a known name: more than the words of any.</summary>
    const int AsideOfName = 8;

    static readonly ConcurrentDictionary<string, WordMemory<int[]>> Remembered = new(StringComparer.Ordinal);

    /// <summary>A word of the texts, and what it is of what was looked for.</summary>
    /// <param name="Which">Of the wanted things; none of the phrases.</param>
    sealed record Met(WordOfText OfText, int[] Which)
    {
        public FoldedWord Word => OfText.Word;
    }

    /// <summary>By language: a page marks dozens of texts, and what it was asked for stands in them again and again.</summary>
    readonly Dictionary<string, Dictionary<string, Met>> met = new(StringComparer.Ordinal);

    /// <summary>Of all that a word of a text may be that was looked for; see <see cref="WordSigns"/>.</summary>
    SoughtSigns? signs;

    /// <summary>A text with the signs of its words. What a word is, is read when it is asked for.</summary>
    sealed class Seen(Understood understood, string text, string language)
    {
        public List<(Token Place, int[] Signs)> Words { get; } = Remembered.GetOrAdd(language, code => new(code, MostRemembered, WordSigns.Of)).Fold(text);

        public Met this[int at] => understood.Meet(text, Words[at].Place, language);

        /// <summary>The words that something was looked for may be, in order.</summary>
        public List<int> MaybeHits(SoughtSigns signs)
        {
            List<int> found = [];
            for (int i = 0; i < Words.Count; i++)
                foreach (var sign in Words[i].Signs)
                    if (signs.Has(sign))
                    {
                        found.Add(i);
                        break;
                    }
            return found;
        }
    }

    /// <summary>The places of a text where something stands that was looked for, and which of the wanted things it is.</summary>
    List<(int Start, int Length, int Which)> Hits(string text, string language)
    {
        List<(int Start, int Length, int Which)> hits = [];
        if (IsEmpty) return hits;
        var seen = new Seen(this, text, language);
        var maybe = seen.MaybeHits(signs ??= new(Signs()));
        if (Names.Count > 0)
            foreach (var (from, to) in Around(maybe, seen.Words.Count)) AddNames(seen, from, to, hits);
        // Of a known name of several words each alone is no hit: "of the" stands everywhere.
        var whole = hits.Select(hit => hit.Which).Where(which => wanted[which].Words.Count > 1).ToHashSet();
        foreach (var at in maybe)
            foreach (var which in seen[at].Which)
                if (!whole.Contains(which)) hits.Add(Place(seen.Words[at].Place, seen.Words[at].Place, which));
        for (int which = 0; which < wanted.Count; which++)
            if (wanted[which].IsPhrase) AddPhrases(seen, which, hits);
        return [.. hits.OrderBy(h => h.Start).ThenByDescending(h => h.Length)];
    }

    IEnumerable<int> Signs()
    {
        foreach (var one in wanted.Where(one => !one.IsPhrase))
        {
            foreach (var reading in one.Words.Concat(one.Joined.Select(joined => joined.Whole)))
                foreach (var sign in (reading.IsAsWritten ? [WordSigns.OfWritten(reading.Word.Written)] : reading.Word.Words.Select(WordSigns.OfStem)).Concat(reading.Stricts.Select(WordSigns.OfName))) yield return sign;
            if (one.IsOpen && WordSigns.OfBeginning(one.Words[^1].Word.Written) is { } beginning) yield return beginning;
        }
        if (Names.Count == 0) yield break;
        foreach (var sign in (finder ??= NameFinder.Of(Names)).Signs) yield return sign;
    }

    /// <summary>Runs of words, each with what stands aside of words of its middle; none overlaps another.</summary>
    static IEnumerable<(int From, int To)> Around(List<int> words, int count)
    {
        for (int i = 0; i < words.Count; i++)
        {
            var from = Math.Max(0, words[i] - AsideOfName);
            while (i + 1 < words.Count && words[i + 1] - words[i] <= 2 * AsideOfName) i++;
            yield return (from, Math.Min(count, words[i] + AsideOfName + 1));
        }
    }

    void AddNames(Seen seen, int from, int to, List<(int, int, int)> hits)
    {
        List<int> all = [.. Enumerable.Range(from, to - from)], apart = all.FindAll(at => !seen.Words[at].Place.IsJoined);
        foreach (var span in NameFinder.Find(all.ConvertAll(at => seen[at].OfText), isQuery: false))
            for (int which = 0; which < wanted.Count; which++)
                if (wanted[which].Names.Any(n => span.Names.Contains(n))) hits.Add(Place(seen.Words[apart[span.First]].Place, seen.Words[apart[span.First + span.Length - 1]].Place, which));
    }

    void AddPhrases(Seen seen, int which, List<(int, int, int)> hits)
    {
        List<string> phrase = [.. wanted[which].Words.Select(word => word.Word.Written)];
        List<int> signs = phrase.ConvertAll(WordSigns.OfWritten), text = [.. Enumerable.Range(0, seen.Words.Count).Where(at => !seen.Words[at].Place.IsJoined)];
        for (int i = 0; i + phrase.Count <= text.Count; i++)
        {
            var same = 0;
            while (same < phrase.Count && seen.Words[text[i + same]].Signs[WordSigns.Written] == signs[same] && seen[text[i + same]].Word.Written == phrase[same]) same++;
            if (same == phrase.Count) hits.Add(Place(seen.Words[text[i]].Place, seen.Words[text[i + same - 1]].Place, which));
        }
    }

    static (int, int, int) Place(Token first, Token last, int which) => (first.Start, last.End - first.Start, which);

    Met Meet(string text, Token place, string language)
    {
        if (!met.TryGetValue(language, out var known)) met.Add(language, known = new(StringComparer.Ordinal));
        if (known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text.AsSpan(place.Start, place.Length), out var one)) return one;
        var word = new FoldedWord(text, place, language);
        List<int>? which = null;
        for (int i = 0; i < wanted.Count; i++)
            if (!wanted[i].IsPhrase && IsHit(wanted[i], word)) (which ??= []).Add(i);
        NamePhrase[] names = Names.Count == 0 ? [] : (finder ??= NameFinder.Of(Names)).Beginning(word, isQuery: false);
        return known[word.Surface] = new(new WordOfText(word, names), which is null ? [] : [.. which]);
    }

    static bool IsHit(Wanted one, FoldedWord word)
    {
        foreach (var reading in one.Words)
            if (IsHit(reading, word)) return true;
        foreach (var (whole, _, _) in one.Joined)
            if (IsHit(whole, word)) return true;
        return one.IsOpen && word.Written.StartsWith(one.Words[^1].Word.Written, StringComparison.Ordinal) && one.Words[^1].Word.Written.Length >= WordSigns.Beginning;
    }

    static bool IsHit(Reading reading, FoldedWord word)
    {
        if (reading.IsAsWritten ? word.Written == reading.Word.Written : reading.Word.Words.Any(word.Words.Contains)) return true;
        return reading.Stricts.Count > 0 && word.MayBeName && (HasAny(word.Names) || HasAny(word.Nominatives));

        bool HasAny(IReadOnlyList<NameKey> names)
        {
            foreach (var name in names)
                if (reading.Stricts.Contains(name.Strict)) return true;
            return false;
        }
    }
}
