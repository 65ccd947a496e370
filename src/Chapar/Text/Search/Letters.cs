using System.Globalization;
using System.Text;

namespace Chapar.Text.Search;

/// <summary>The letters of a word as the tables read them: composed, in one script, small, with no apostrophe and nothing unseen.</summary>
static class Letters
{
    /// <summary>Stands for the Uzbek oʻ, however its sign was typed.</summary>
    public const char OWithSign = 'ʊ';

    /// <summary>No word of these languages is longer; what is, is known by its first letters.</summary>
    const int Longest = 64;

    /// <summary>The letters of a surface that was cut out by <see cref="Tokens"/>; a hyphen or full stop in it is deleted.</summary>
    /// <param name="possessive">The text is English: an "'s" at the end is no part of the word.</param>
    public static string Of(ReadOnlySpan<char> surface, bool possessive)
    {
        var seen = Lookalikes.Repair(Composed(Seen(surface)));
        if (possessive && seen is [.. _, var sign, 's' or 'S'] && Apostrophes.Is(sign)) seen = seen[..^2];
        return Small(seen.Length <= Longest ? seen : seen[..Longest]);
    }

    static string Seen(ReadOnlySpan<char> surface)
    {
        Span<char> kept = surface.Length <= 4 * Longest ? stackalloc char[surface.Length] : new char[surface.Length];
        int length = 0;
        foreach (var c in surface)
            if (!Tokens.IsUnseen(c) && !Tokens.Joins(c)) kept[length++] = c;
        return new(kept[..length]);
    }

    // A word has no lone surrogate (Tokens leaves them out), which Normalize would refuse.
    static string Composed(string word)
    {
        foreach (var c in word)
            if (c is (>= '\u0300' and <= '\u036F') or >= '\u0600') return word.Normalize(NormalizationForm.FormC);
        return word;
    }

    static string Small(string word)
    {
        var turkish = word.Contains('ı', StringComparison.Ordinal) || word.Contains('İ', StringComparison.Ordinal);
        Span<char> small = stackalloc char[word.Length];
        int length = 0;
        foreach (var c in word)
        {
            if (Apostrophes.Is(c)) { Sign(small[..length]); continue; }
            // What is still a mark of its own after composing is a stress (Чолпо́н).
            if (c >= '\u0300' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark) continue;
            small[length++] = c switch
            {
                'İ' => 'i',
                'I' when turkish => 'ı',
                < (char)128 => (char)(c is >= 'A' and <= 'Z' ? c | 0x20 : c),
                >= 'а' and <= 'я' => c,
                >= 'А' and <= 'Я' => (char)(c + ('а' - 'А')),
                _ => Today(Digit(char.ToLowerInvariant(c))),
            };
        }
        return new(small[..length]);
    }

    /// <summary>After o and g the sign makes another letter; anywhere else it is nothing.</summary>
    static void Sign(Span<char> before)
    {
        if (before.IsEmpty) return;
        if (before[^1] == 'o') before[^1] = OWithSign;
        else if (before[^1] == 'g') before[^1] = 'ğ';
    }

    /// <summary>The letter for one that old fonts and printers used: ќ ѓ њ љ in Tajik texts, ѳ and ӊ in Kyrgyz ones.</summary>
    static char Today(char c) => c switch
    {
        'ќ' => 'қ',
        'ѓ' => 'ғ',
        'њ' => 'ҳ',
        'љ' => 'ҷ',
        'ѳ' => 'ө',
        'ӊ' or 'ӈ' or 'ҥ' => 'ң',
        'ѐ' => 'е',
        'ѝ' => 'и',
        _ => c,
    };

    static char Digit(char c)
    {
        var value = char.IsDigit(c) ? CharUnicodeInfo.GetDecimalDigitValue(c) : -1;
        return value < 0 ? c : (char)('0' + value);
    }
}
