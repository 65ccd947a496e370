using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Chapar.Text.Search;

/// <summary>
/// What letters and groups of letters are in the internal alphabet, written as in the study: "sch x|sc" reads "sch is x or else sc",
/// and "-" is no letter at all. The longest group that fits is read.
/// </summary>
sealed class LetterTable
{
    readonly FrozenDictionary<char, Group[]> groups;

    /// <param name="rules">Groups and readings by turns, parted by white space.</param>
    public LetterTable(string rules)
    {
        var words = rules.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        groups = words.Chunk(2).Select(pair => new Group(pair[0], Readings(pair[1]))).GroupBy(group => group.Letters[0])
            .ToFrozenDictionary(same => same.Key, same => same.OrderByDescending(group => group.Letters.Length).ToArray());
    }

    /// <summary>The readings of the group that begins at a place of a word, and its length; null where the table knows none.</summary>
    public (string[] Readings, int Length)? At(string word, int at)
    {
        if (!groups.TryGetValue(word[at], out var candidates)) return null;
        foreach (var group in candidates)
            if (string.CompareOrdinal(word, at, group.Letters, 0, group.Letters.Length) == 0) return (group.Readings, group.Letters.Length);
        return null;
    }

    /// <summary>A letter that the table does not know, without its marks (ṣ is read as s); the letter itself where it has none.</summary>
    public static char Unmarked(char letter)
    {
        if (char.IsSurrogate(letter)) return letter;
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        return char.GetUnicodeCategory(parts[0]) is UnicodeCategory.NonSpacingMark ? letter : parts[0];
    }

    static string[] Readings(string readings) => readings == "-" ? [""] : readings.Split('|');

    readonly record struct Group(string Letters, string[] Readings);
}
