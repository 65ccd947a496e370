using System.Collections.Concurrent;

namespace Chapar.Text.Search;

/// <summary>
/// Folds the texts of one language and remembers the words: of the words of a newspaper nine in ten are a few thousand, and finding one
/// again takes a tenth of folding it. May be used by several threads at once.
/// </summary>
/// <param name="language">See <see cref="NameFolding.Fold"/>.</param>
/// <param name="make">What is kept of a word beside its keys.</param>
public sealed class WordMemory<T>(string? language, Func<FoldedWord, T> make)
{
    /// <summary>Some 10 MB.</summary>
    const int Most = 20_000;

    readonly ConcurrentDictionary<string, T> words = new(StringComparer.Ordinal);
    int count;

    /// <summary>The words of a text in their order; where each stands is said beside it, since the word itself may be from another text.</summary>
    public List<(int Start, int Length, bool IsJoined, T Word)> Fold(string text)
    {
        var remembered = words.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = Tokens.Of(text);
        List<(int Start, int Length, bool IsJoined, T Word)> folded = new(tokens.Count);
        foreach (var token in tokens)
        {
            if (!remembered.TryGetValue(text.AsSpan(token.Start, token.Length), out var word)) word = Remember(new FoldedWord(text, token, language));
            folded.Add((token.Start, token.Length, token.IsJoined, word));
        }
        return folded;
    }

    T Remember(FoldedWord folded)
    {
        if (Interlocked.Increment(ref count) > Most)
        {
            words.Clear();
            Interlocked.Exchange(ref count, 1);
        }
        return words.GetOrAdd(folded.Surface, make(folded));
    }
}
