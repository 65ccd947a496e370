using System.Globalization;
using System.Text;

namespace Chapar.Text.Search;

/// <summary>A letter, or letters that are one sound, and what they are in the internal alphabet, the likeliest first.</summary>
sealed record LetterGroup(string Letters, string[] Readings);

/// <summary>
/// What letters and groups of letters are in the internal alphabet, written as in the study: "sch x|sc" reads "sch is x or else sc",
/// and "-" is no letter at all. The longest group that fits is read.
/// </summary>
sealed class LetterTable
{
    readonly LetterGroup[]?[] byFirst = new LetterGroup[]?[0x1F00];

    /// <param name="rules">Groups and readings by turns, parted by white space.</param>
    public LetterTable(string rules)
    {
        var words = rules.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var groups = words.Chunk(2).Select(pair => new LetterGroup(pair[0], Readings(pair[1])));
        foreach (var same in groups.GroupBy(group => group.Letters[0]))
            byFirst[same.Key] = [.. same.OrderByDescending(group => group.Letters.Length)];
    }

    /// <summary>The group at the beginning of some letters; null where the table knows none.</summary>
    public LetterGroup? At(ReadOnlySpan<char> letters)
    {
        if (letters[0] >= byFirst.Length || byFirst[letters[0]] is not { } candidates) return null;
        foreach (var group in candidates)
            if (group.Letters.Length == 1 || letters.StartsWith(group.Letters)) return group;
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
}
