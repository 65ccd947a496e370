using System.Numerics;

namespace Chapar.Text.Search;

/// <summary>
/// Folds the texts of one language and remembers the words: of the words of a newspaper nine in ten are a few thousand, and finding one
/// again takes a tenth of folding it. A word may stand in one of eight places; when they are full, one of them is given to what comes: a
/// frequent word that was put out is back with the next text. May be used by several threads at once.
/// </summary>
/// <param name="language">See <see cref="NameFolding.Fold"/>.</param>
/// <param name="most">How many words are remembered, or up to twice as many.</param>
/// <param name="make">What is kept of a word beside its keys.</param>
sealed class WordMemory<T>(string? language, int most, Func<FoldedWord, T> make) where T : class
{
    const int Places = 8;

    readonly Remembered?[] remembered = new Remembered?[PlacesFor(most)];

    /// <summary>Of the words in the same places, side by side: seven of eight are passed over without a look at them. Another thread may be about to write one: the word itself decides.</summary>
    readonly int[] hashes = new int[PlacesFor(most)];

    sealed record Remembered(string Surface, T Word);

    static long PlacesFor(int most) => Math.Max(Places, BitOperations.RoundUpToPowerOf2((uint)most));

    /// <summary>The words of a text in their order, each with the place where it stands.</summary>
    public List<(Token Place, T Word)> Fold(string text)
    {
        var tokens = Tokens.Of(text);
        List<(Token Place, T Word)> folded = new(tokens.Count);
        foreach (var token in tokens) folded.Add((token, Word(text, token)));
        return folded;
    }

    T Word(string text, Token token)
    {
        var surface = text.AsSpan(token.Start, token.Length);
        // The low bits of this hash are its weakest.
        var hash = Fnv.Of(surface);
        hash ^= hash >>> 15;
        var first = hash & (remembered.Length - Places);
        for (var place = first; place < first + Places; place++)
            if (hashes[place] == hash && Volatile.Read(ref remembered[place]) is { } there && surface.SequenceEqual(there.Surface)) return there.Word;
        var word = new FoldedWord(text, token, language);
        Remembered made = new(word.Surface, make(word));
        var free = Free(first, hash);
        Volatile.Write(ref remembered[free], made);
        hashes[free] = hash;
        return made.Word;
    }

    int Free(int first, int hash)
    {
        for (var place = first; place < first + Places; place++)
            if (Volatile.Read(ref remembered[place]) is null) return place;
        return first + (hash >>> 29) % Places;
    }
}
