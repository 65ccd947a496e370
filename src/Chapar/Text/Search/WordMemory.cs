using System.Collections.Concurrent;

namespace Chapar.Text.Search;

/// <summary>
/// Folds the texts of one language and remembers the words: of the words of a newspaper nine in ten are a few thousand, and finding one
/// again takes a tenth of folding it. May be used by several threads at once.
/// </summary>
/// <param name="language">See <see cref="NameFolding.Fold"/>.</param>
/// <param name="most">How many words are remembered; ten thousand take some 8 MB.</param>
/// <param name="make">What is kept of a word beside its keys.</param>
public sealed class WordMemory<T>(string? language, int most, Func<FoldedWord, T> make) where T : class
{
    // When the new ones are half of all, the old ones go: a frequent word was met again meanwhile, and is a new one.
    volatile Generation fresh = new(), old = new();

    sealed class Generation
    {
        public readonly ConcurrentDictionary<string, T> Words = new(StringComparer.Ordinal);
        public int Count;
    }

    /// <summary>The words of a text in their order; where each stands is said beside it, since the word itself may be from another text.</summary>
    public List<(int Start, bool IsJoined, T Word)> Fold(string text)
    {
        var remembered = fresh.Words.GetAlternateLookup<ReadOnlySpan<char>>();
        var tokens = Tokens.Of(text);
        List<(int Start, bool IsJoined, T Word)> folded = new(tokens.Count);
        foreach (var token in tokens)
        {
            if (!remembered.TryGetValue(text.AsSpan(token.Start, token.Length), out var word)) word = Remember(text, token);
            folded.Add((token.Start, token.IsJoined, word));
        }
        return folded;
    }

    T Remember(string text, Token token)
    {
        var (into, before) = (fresh, old);
        var surface = text.Substring(token.Start, token.Length);
        var word = into.Words.GetOrAdd(surface, _ => before.Words.GetValueOrDefault(surface) ?? make(new FoldedWord(text, token, language)));
        if (Interlocked.Increment(ref into.Count) == most / 2) (old, fresh) = (into, new());
        return word;
    }
}
