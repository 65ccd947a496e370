using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Uzbek between its Latin alphabet of 1995 and Cyrillic, by the rules of orthography of both and <see cref="UzbekLoans"/>. Every Latin word of the
/// alphabet comes back as it was, with ʻ and ʼ whatever apostrophe it had; words with letters that Uzbek has not (w, c alone), names with capitals
/// within, Roman numbers and the marks in <see cref="UzbekLoans.Kept"/> are of other languages and stay.
/// </summary>
public static partial class UzbekCyrillic
{
    const string Vowels = "аоуэеёюяиў";
    const string Consonants = "bcdfghjklmnpqrstvwxz";
    const string Latin = "abdfghijklmnopqrstuvxyz";
    const string Cyrillic = "абдфгҳижклмнопқрстувхйз";

    public static string ToCyrillic(string text)
    {
        if (ShortMonths.ToCyrillic(text) is { } month) return month;
        text = AfterNumber().Replace(text, match => Word(match.Value, text, match.Index + match.Length));
        var names = ForeignNames.Of(text, LatinWord().Matches(text), IsForeign);
        var closing = InnerQuotations.Closing(text);
        return LatinWord().Replace(text, match =>
        {
            if (names.Contains(match.Index)) return match.Value;
            int end = match.Index + match.Length;
            return closing.Contains(end - 1) ? Word(match.Value[..^1], text, end - 1) + match.Value[^1] : Word(match.Value, text, end);
        });
    }

    public static string ToLatin(string text) => CyrillicWord().Replace(text, match => Latinise(match.Value));

    static string Word(string word, string text, int end)
    {
        var isInitial = word.Length == 1 && end < text.Length && text[end] == '.';
        // H1N1, mp3, SHA256: one name with its digits.
        if (IsForeign(word) || (!isInitial && Roman().IsMatch(word)) || (end < text.Length && char.IsDigit(text[end]))) return word;
        var small = Spell(word);
        var (stem, isWhole) = UzbekLoans.Find(small);
        if (stem is null) return Put(word, small, new StringBuilder(small.Length), 0);
        var capitals = word.Take(stem.Latin.Length).All(c => !char.IsLower(c)) ? stem.Cyrillic.ToUpperInvariant()
            : char.IsUpper(word[0]) ? char.ToUpperInvariant(stem.Cyrillic[0]) + stem.Cyrillic[1..] : stem.Cyrillic;
        return isWhole ? capitals : Put(word, small, new StringBuilder(capitals, small.Length), stem.Latin.Length);
    }

    /// <summary>In small letters, with ʻ after o and g and ʼ after others.</summary>
    static string Spell(string word)
    {
        var spelt = word.ToLowerInvariant().ToCharArray();
        for (int i = 1; i < spelt.Length; i++)
            if (Apostrophes.Contains(spelt[i], StringComparison.Ordinal)) spelt[i] = spelt[i - 1] is 'o' or 'g' ? 'ʻ' : 'ʼ';
        return new string(spelt);
    }

    static string Put(string word, string small, StringBuilder made, int from)
    {
        for (int i = from; i < small.Length;)
        {
            var before = made.Length > 0 ? char.ToLowerInvariant(made[^1]) : '\0';
            var (letters, length) = Letters(small, i, before);
            foreach (var letter in letters) made.Append(char.IsUpper(word[i]) || (letters.Length > 1 && char.IsUpper(word[Math.Min(i + 1, word.Length - 1)])) ? char.ToUpperInvariant(letter) : letter);
            if (letters == "ъ" && i > 0 && char.IsUpper(word[i - 1]) && i + 1 < word.Length && char.IsUpper(word[i + 1])) made[^1] = 'Ъ';
            i += length;
        }
        return made.ToString();
    }

    static (string Letters, int Length) Letters(string word, int at, char before)
    {
        char letter = word[at], next = At(word, at + 1), third = At(word, at + 2);
        var afterVowel = Vowels.Contains(before, StringComparison.Ordinal);
        switch (letter)
        {
            case 'o' when next == 'ʻ': return ("ў", 2);
            case 'g' when next == 'ʻ': return ("ғ", 2);
            case 's' when next == 'h': return ("ш", 2);
            case 's' when next == 'ʼ' && third == 'h': return ("сҳ", 3);
            case 'c': return ("ч", 2);
            case 'y' when OpensGlide(word, at): return (Glide(next, isAfterConsonant: char.IsLetter(before) && before != 'ʼ' && !afterVowel), 2);
            case 't' when next == 's' && afterVowel && Borrowed().IsMatch(word[at..]): return ("ц", 2);
            case 's' when before is 'б' or 'к' or 'н' or 'п' && BorrowedAfterConsonant().IsMatch(before + word[at..]) && !WithS().IsMatch(word): return ("ц", 1);
            case 'e': return (before == '\0' || afterVowel || before == 'ъ' ? "э" : "е", 1);
            // Before ye, yo ... after a consonant Cyrillic has a hard sign that Latin does not write: one that is written stays what it is.
            case 'ʼ': return (OpensGlide(word, at + 1) && !afterVowel ? "ʼ" : "ъ", 1);
            case 'ʻ': return ("ʻ", 1);
            default: return (Cyrillic[Latin.IndexOf(letter, StringComparison.Ordinal)].ToString(), 1);
        }
    }

    static string Glide(char vowel, bool isAfterConsonant) => vowel switch { 'a' => "я", 'o' => "ё", 'u' => "ю", _ => isAfterConsonant ? "ье" : "е" };

    static bool OpensGlide(string word, int at) => At(word, at) == 'y' && At(word, at + 1) is 'a' or 'o' or 'u' or 'e' && !(At(word, at + 1) == 'o' && At(word, at + 2) == 'ʻ');

    static string Latinise(string word)
    {
        var small = word.ToLowerInvariant();
        var made = new StringBuilder(word.Length + 4);
        int at = 0;
        if (UzbekLoans.FindCyrillic(small) is { } stem)
        {
            var capitals = word.Take(stem.Cyrillic.Length).All(c => !char.IsLower(c));
            made.Append(capitals ? stem.Latin.ToUpperInvariant() : char.IsUpper(word[0]) ? char.ToUpperInvariant(stem.Latin[0]) + stem.Latin[1..] : stem.Latin);
            at = stem.Cyrillic.Length;
        }
        for (; at < word.Length; at++)
        {
            char before = At(small, at - 1), next = At(small, at + 1);
            var latin = Sound(small[at], before, next);
            if (latin.Length == 0) continue;
            made.Append(!char.IsUpper(word[at]) ? latin
                : latin[0] == 'ʼ' ? latin.ToUpperInvariant()
                : LetterCase.IsAmongCapitals(word, at) || (at > 0 && char.IsUpper(word[at - 1])) ? latin.ToUpperInvariant() : char.ToUpperInvariant(latin[0]) + latin[1..]);
            if (small[at] == 'ь' && next == 'о') at++;
        }
        return made.ToString();
    }

    static string Sound(char letter, char before, char next)
    {
        var afterVowel = Vowels.Contains(before, StringComparison.Ordinal);
        return letter switch
        {
            'ў' => "oʻ",
            'ғ' => "gʻ",
            'ч' => "ch",
            'ш' or 'щ' => "sh",
            'ҳ' => before == 'с' ? "ʼh" : "h",
            'э' => "e",
            'е' => before == '\0' || afterVowel || before is 'ъ' or 'ь' ? "ye" : "e",
            'ё' => "yo",
            'ю' => "yu",
            'я' => "ya",
            'ы' => "i",
            'ц' => afterVowel ? "ts" : "s",
            'ъ' => next is 'е' or 'ё' or 'ю' or 'я' && !afterVowel ? "" : "ʼ",
            'ь' => next == 'о' ? "yo" : "",
            _ => Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Latin[at..(at + 1)] : letter.ToString(),
        };
    }

    static bool IsForeign(string word)
    {
        if (UzbekLoans.Kept.Contains(word)) return true;
        for (int i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (c is 'w' or 'W' || (c is 'c' or 'C' && At(word, i + 1) is not ('h' or 'H')) || (!char.IsAscii(c) && !Apostrophes.Contains(c, StringComparison.Ordinal))) return true;
            // Sony, Sydney: after a consonant an Uzbek y opens a vowel (yuzyillik).
            if (i > 0 && c is 'y' or 'Y' && Consonants.Contains(word[i - 1], StringComparison.OrdinalIgnoreCase) && !"aeiou".Contains(At(word, i + 1), StringComparison.OrdinalIgnoreCase)) return true;
            // TikTok, iPhone: but not the second capital of SH, nor that of Oʻ, nor MChJ, OʻzA and SamDU.
            if (i > 0 && char.IsUpper(c) && char.IsLower(word[i - 1]) && !UzbekAbbreviations.Has(word)) return true;
        }
        return false;
    }

    static char At(string word, int at) => at >= 0 && at < word.Length ? word[at] : '\0';

    const string Apostrophes = "ʻʼ‘’'`´";

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}_])[A-Za-zÀ-ɏ](?:[oOgG\p{L}](?<=[oOgG])[ʻ‘’'`´ʼ]|[A-Za-zÀ-ɏ]|(?<=[oOgG])[ʻ‘’'`´ʼ]|[ʻʼ‘’'`´](?=[A-Za-z]))*")]
    private static partial Regex LatinWord();

    /// <summary>What counts or declines a number that stands before it: 10:00da, 3ta, 50km, G20ga. The rest (4K, 1080p, sha256sum) belongs to the digits.</summary>
    [GeneratedRegex(@"(?=[a-z])(?<=(?<![\p{L}\p{Nd}_])(?:mp|(?:[A-Z]\p{Nd}*)*)\p{Nd}+)(?:ta|i?nchi|lab|ming|mln|mlrd|trln|kg|km|sm|mm|kVt|so[ʻ‘’'`´ʼ]m|yil|yosh|kishi|foiz|soat|kun|oy|marta)?" + UzbekEndings.Pattern + @"(?![\p{L}\p{Nd}_])")]
    private static partial Regex AfterNumber();

    [GeneratedRegex(@"[А-Яа-яЁёЎўҚқҒғҲҳ]+")]
    private static partial Regex CyrillicWord();

    /// <summary>To 89, as centuries, sessions and numbered things go: IIV is no number, but the ministry of the interior, and a lone L is a letter.</summary>
    [GeneratedRegex("^(?=[IVX]|L[IVX])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")]
    private static partial Regex Roman();

    /// <summary>Endings of borrowed words: militsiya, konstitutsion, sotsiolog; and not ketsin, otsiz.</summary>
    [GeneratedRegex("^tsi(?:ya|o)")]
    private static partial Regex Borrowed();

    /// <summary>The same after a consonant: direksiya, konferensiya, opsion, finansial.</summary>
    [GeneratedRegex("^(?:[бкнп]si(?:ya|on)|нsial)")]
    private static partial Regex BorrowedAfterConsonant();

    /// <summary>Words that end so and have с in Cyrillic too: pensiya, ekspansiya, jinsiyat.</summary>
    [GeneratedRegex("pensi|pansion|ekspansi|jins|valensi|refleks|anneks|kompleks|epileps|biops|autops")]
    private static partial Regex WithS();
}
