using System.Buffers;

namespace Chapar.Text.Search;

/// <summary>The regions of a word in which the Snowball algorithms cut: R1, and R2, which is R1 of R1.</summary>
static class SnowballRegion
{
    /// <summary>The place after the first consonant that follows a vowel; the end of the word where there is none.</summary>
    public static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int from, SearchValues<char> vowels)
    {
        for (int i = from + 1; i < word.Length; i++)
            if (!vowels.Contains(word[i]) && vowels.Contains(word[i - 1])) return i + 1;
        return word.Length;
    }
}
