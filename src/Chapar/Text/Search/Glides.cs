namespace Chapar.Text.Search;

/// <summary>
/// The y rules. The standards differ most in where they write a glide (Tokaev, Tokayev; Zaisan, Zaysan; Erlan, Yerlan; Iolotan,
/// Yoloten), so a glide that says nothing is left out and the same sound is written in one way.
/// </summary>
static class Glides
{
    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or (>= '1' and <= '4');

    /// <summary>
    /// y or i between vowels is dropped, y after a vowel is i; ii is i; at the beginning ye and yi lose the y and io, ia, iu are yo, ya, yu.
    /// A y after a consonant stays: it softens (Salyanova).
    /// </summary>
    /// <param name="into">Room for as many letters.</param>
    /// <returns>How many letters were written.</returns>
    public static int Plain(ReadOnlySpan<char> roman, Span<char> into)
    {
        int length = 0;
        for (int i = 0; i < roman.Length; i++)
        {
            var (c, after) = (roman[i], i + 1 < roman.Length ? roman[i + 1] : '\0');
            if (i == 0 && c == 'y' && after is 'e' or 'i') continue;
            if (i == 0 && c == 'i' && after is 'a' or 'o' or 'u') c = 'y';
            else if (c is 'y' or 'i' && i > 0 && IsVowel(roman[i - 1]))
            {
                if (IsVowel(after)) continue;
                c = 'i';
            }
            if (c != 'i' || length == 0 || into[length - 1] != 'i') into[length++] = c;
        }
        return length;
    }

    /// <summary>
    /// A softening y and its vowel in one letter, as the Cyrillic table reads я ё ю after a consonant (daryo, дарё); in place.
    /// </summary>
    /// <returns>How many letters are left.</returns>
    public static int Soften(Span<char> plain)
    {
        int length = 0;
        for (int i = 0; i < plain.Length; i++)
        {
            var soft = i > 0 && i + 1 < plain.Length && plain[i] == 'y'
                ? plain[i + 1] switch { 'a' => '1', 'o' => '2', 'u' => '4', 'e' => 'e', _ => '\0' }
                : '\0';
            plain[length++] = soft == '\0' ? plain[i] : soft;
            if (soft != '\0') i++;
        }
        return length;
    }
}
