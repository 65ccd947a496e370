using System.Text;

namespace Chapar.Text.Search;

/// <summary>
/// The y rules. The standards differ most in where they write a glide (Tokaev, Tokayev; Zaisan, Zaysan; Erlan, Yerlan; Iolotan,
/// Yoloten), so a glide that says nothing is left out and the same sound is written in one way.
/// </summary>
static class Glides
{
    const string Vowels = "a1o2u34ie";

    public static bool IsVowel(char c) => Vowels.Contains(c);

    /// <summary>
    /// y or i between vowels is dropped, y after a vowel is i; ii is i; at the beginning ye and yi lose the y and io, ia are yo, ya.
    /// A y after a consonant stays: it softens (Salyanova).
    /// </summary>
    public static string Plain(string roman)
    {
        StringBuilder plain = new(roman.Length);
        for (int i = 0; i < roman.Length; i++)
        {
            var (c, after) = (roman[i], i + 1 < roman.Length ? roman[i + 1] : '\0');
            if (i == 0 && c == 'y' && after is 'e' or 'i') continue;
            if (i == 0 && c == 'i' && after is 'a' or 'o') c = 'y';
            else if (c is 'y' or 'i' && i > 0 && IsVowel(roman[i - 1]))
            {
                if (IsVowel(after)) continue;
                c = 'i';
            }
            if (c == 'i' && plain.Length > 0 && plain[^1] == 'i') continue;
            plain.Append(c);
        }
        return plain.ToString();
    }

    /// <summary>A softening y and its vowel in one letter, as the Cyrillic table reads я ё ю after a consonant (daryo, дарё).</summary>
    public static string Softened(string plain)
    {
        if (plain.IndexOf('y', StringComparison.Ordinal) < 1) return plain;
        StringBuilder soft = new(plain.Length);
        for (int i = 0; i < plain.Length; i++)
        {
            var one = plain[i] == 'y' && i > 0 && i + 1 < plain.Length
                ? plain[i + 1] switch { 'a' => '1', 'o' => '2', 'u' => '4', 'e' => 'e', _ => '\0' }
                : '\0';
            soft.Append(one == '\0' ? plain[i] : one);
            if (one != '\0') i++;
        }
        return soft.ToString();
    }
}
