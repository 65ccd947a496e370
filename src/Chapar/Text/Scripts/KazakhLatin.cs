using System.Text;

namespace Chapar.Text.Scripts;

/// <summary>
/// Kazakh between Cyrillic and the Latin alphabet presented in January 2021 (31 letters; as in "Barlyq adamdar tumysynan azat jäne qadır-qasietı ...").
/// That alphabet writes several letters of Cyrillic alike. So that each text comes back as it was, the rarer of two is written by a letter beside the
/// alphabet: һ ħ, э è, ц c, ч ç, ь ʼ, ъ ʻ; i is й after a vowel and и elsewhere, ia io iu are я ё ю, and where that would read wrongly ï is и and ĭ is й
/// (Ukraïna, materïal, ĭod); şş is щ, and ŝ a ш beside another.
/// </summary>
public static class KazakhLatin
{
    const string Vowels = "аәеёиоөуұүыіэюя";

    const string Cyrillic = "аәбвгғдежзкқлмнңоөпрстуұүфхһцчыіэ";
    const string Latin = "aäbvgğdejzkqlmnñoöprstuūüfhħcçyıè";

    public static string ToLatin(string text) => KazakhRoman.ToLatin(text, Latinise);

    public static string ToCyrillic(string text) => KazakhRoman.ToCyrillic(text, Spell);

    static string Latinise(string text)
    {
        var made = new StringBuilder(text.Length + text.Length / 16);
        for (int i = 0; i < text.Length; i++)
        {
            var letter = char.ToLowerInvariant(text[i]);
            var isCapital = letter != text[i];
            var latin = Sound(letter, At(text, i - 1), At(text, i + 1));
            if (latin.Length == 0) made.Append(text[i]);
            else if (!isCapital) made.Append(latin);
            else made.Append(Capital(latin[0])).Append(latin.Length == 1 ? "" : LetterCase.IsAmongCapitals(text, i) ? Capital(latin[1]).ToString() : latin[1..]);
        }
        return made.ToString();
    }

    static string Spell(string text)
    {
        var made = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            var letter = Small(text[i]);
            var next = i + 1 < text.Length ? Small(text[i + 1]) : '\0';
            var (cyrillic, length) = Letter(letter, next, IsVowel(made.Length > 0 ? char.ToLowerInvariant(made[^1]) : '\0'));
            if (cyrillic == '\0') made.Append(text[i]);
            else if (cyrillic is 'ь' or 'ъ') made.Append(LetterCase.IsAmongCapitals(text, i) && made.Length > 0 && char.IsUpper(made[^1]) ? char.ToUpperInvariant(cyrillic) : cyrillic);
            else made.Append(letter == text[i] ? cyrillic : char.ToUpperInvariant(cyrillic));
            i += length - 1;
        }
        return made.ToString();
    }

    static string Sound(char letter, char before, char after) => letter switch
    {
        'и' => !IsVowel(before) && !OpensGlide(after) ? "i" : "ï",
        'й' => IsVowel(before) && !OpensGlide(after) ? "i" : "ĭ",
        'я' => "ia",
        'ё' => "io",
        'ю' => "iu",
        'ш' => before is 'ш' or 'щ' || after is 'щ' ? "ŝ" : "ş",
        'щ' => "şş",
        'ь' => "ʼ",
        'ъ' => "ʻ",
        _ => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Latin[at..(at + 1)] : "",
    };

    static (char Letter, int Length) Letter(char letter, char next, bool afterVowel) => letter switch
    {
        'i' when next == 'a' => ('я', 2),
        'i' when next == 'o' => ('ё', 2),
        'i' when next == 'u' => ('ю', 2),
        'i' => (afterVowel ? 'й' : 'и', 1),
        'ï' => ('и', 1),
        'ĭ' => ('й', 1),
        'ş' when next == 'ş' => ('щ', 2),
        'ş' or 'ŝ' => ('ш', 1),
        'ʼ' => ('ь', 1),
        'ʻ' => ('ъ', 1),
        _ => (Latin.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Cyrillic[at] : '\0', 1),
    };

    /// <summary>What would make one letter of it and the i before it.</summary>
    static bool OpensGlide(char after) => after is 'а' or 'о' or 'у';

    static bool IsVowel(char c) => Vowels.Contains(c, StringComparison.Ordinal);

    static char At(string text, int at) => at >= 0 && at < text.Length ? char.ToLowerInvariant(text[at]) : '\0';

    // No culture of .NET has i with İ and ı with I.
    static char Capital(char c) => c switch { 'i' => 'İ', 'ı' => 'I', _ => char.ToUpperInvariant(c) };

    static char Small(char c) => c switch { 'İ' => 'i', 'I' => 'ı', _ => char.ToLowerInvariant(c) };
}
