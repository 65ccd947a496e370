using System.Buffers;
using System.Collections.Frozen;

namespace Chapar.Text.Search;

/// <summary>A set of endings of words, each with what stands for it.</summary>
sealed class Endings
{
    readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> replacements;
    readonly SearchValues<char> lastLetters;
    readonly int longest;

    Endings(IEnumerable<(string Ending, string For)> endings)
    {
        var all = endings.DistinctBy(one => one.Ending).ToFrozenDictionary(one => one.Ending, one => one.For, StringComparer.Ordinal);
        replacements = all.GetAlternateLookup<ReadOnlySpan<char>>();
        lastLetters = SearchValues.Create([.. all.Keys.Select(ending => ending[^1])]);
        longest = all.Count == 0 ? 0 : all.Keys.Max(ending => ending.Length);
    }

    /// <summary>Endings that are cut, parted by white space.</summary>
    public static Endings Cut(string endings) => new(Words(endings).Select(ending => (ending, "")));

    /// <summary>Endings that are cut.</summary>
    public static Endings Cut(IEnumerable<string> endings) => new(endings.Select(ending => (ending, "")));

    /// <summary>Endings and what stands for each by turns; "-" is nothing.</summary>
    public static Endings Replaced(string pairs) => new(Words(pairs).Chunk(2).Select(pair => (pair[0], pair[1].Trim('-'))));

    /// <summary>The length of the longest ending of a word, of at most so many letters, and what stands for it; 0 if none fits.</summary>
    public int Longest(ReadOnlySpan<char> word, int most, out string replacement)
    {
        replacement = "";
        if (word.IsEmpty || !lastLetters.Contains(word[^1])) return 0;
        for (int length = Math.Min(Math.Min(longest, most), word.Length); length > 0; length--)
            if (replacements.TryGetValue(word[^length..], out replacement!)) return length;
        replacement = "";
        return 0;
    }

    /// <summary>The length of the longest ending of a word, of at most so many letters; 0 if none fits.</summary>
    public int Longest(ReadOnlySpan<char> word, int most) => Longest(word, most, out _);

    static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
