using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Chapar.Text;

/// <summary>
/// The order of names in the alphabet of a language, from tables of our own: what a machine's ICU says changes with its version, and is wrong or
/// missing for Uzbek in Cyrillic and Kazakh in Latin. Digits stand before letters, letters of other languages beside their nearest, the other script
/// after the language's own; capitals, accents and apostrophes decide only between what is otherwise the same.
/// </summary>
public sealed class Collation : IComparer<string>
{
    static readonly ConcurrentDictionary<string, Collation> all = new(StringComparer.Ordinal);

    /// <summary>CLDR 44 and the alphabets as taught; oʻ gʻ sh ch ng are letters of Uzbek.</summary>
    static readonly FrozenDictionary<string, string> alphabets = new Dictionary<string, string>
    {
        ["en"] = "a b c d e f g h i j k l m n o p q r s t u v w x y z",
        ["ru"] = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я",
        ["kk"] = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я",
        ["ky"] = "а б в г д е ё ж з и й к л м н ң о ө п р с т у ү ф х ц ч ш щ ъ ы ь э ю я",
        ["uz"] = "a b d e f g h i j k l m n o p q r s t u v x y z oʻ gʻ sh ch ng",
        ["tg"] = "а б в г ғ д е ё ж з и ӣ й к қ л м н о п р с т у ӯ ф х ҳ ч ҷ ш ъ э ю я",
        ["tk"] = "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z",
        ["kk-Latn"] = "a ä b d e f g ğ h ı i j k l m n ñ o ö p q r s ş t u ū ü v y z",
        ["uz-Cyrl"] = "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш ъ ь э ю я ў қ ғ ҳ",
    }.ToFrozenDictionary();

    const string EveryCyrillic = "а ә б в г ғ д е ё ж з и ӣ й к қ л м н ң о ө п р с т у ў ӯ ұ ү ф х ҳ һ ц ч ҷ ш щ ъ ы і ь э ю я";
    const string EveryLatin = "a ä b c ç d e f g ğ h ı i j ž k l m n ñ ň o ö p q r s ş t u ū ü v w x y ý z";

    readonly FrozenDictionary<string, int> places;

    /// <summary>Whether I is the capital of ı.</summary>
    readonly bool hasDotless;

    Collation(string tag)
    {
        var own = alphabets[tag].Split(' ').ToList();
        var isCyrillic = own[0] == "а";
        places = Complete(own, isCyrillic ? EveryCyrillic : EveryLatin).Concat((isCyrillic ? EveryLatin : EveryCyrillic).Split(' '))
            .Select((letter, i) => (letter, i)).ToFrozenDictionary(l => l.letter, l => l.i + FirstLetter);
        // Russian dictionaries, as CLDR, read ё as е; in the other alphabets it is a letter of its own.
        if (tag == "ru") places = places.ToFrozenDictionary(l => l.Key, l => l.Key == "ё" ? places["е"] : l.Value);
        hasDotless = own.Contains("ı");
    }

    /// <summary>Behind the digits.</summary>
    const int FirstLetter = 10;

    /// <param name="tag">One of the seven languages, "kk-Latn" or "uz-Cyrl".</param>
    public static Collation In(string tag) => all.GetOrAdd(tag, t => new Collation(t));

    /// <summary>The letters of an alphabet, and those of its script that it has not, each behind its nearest.</summary>
    static List<string> Complete(List<string> own, string every)
    {
        List<string> complete = [.. own];
        var after = -1;
        foreach (var letter in every.Split(' '))
        {
            if (complete.IndexOf(letter) is >= 0 and var at) after = at;
            else complete.Insert(++after, letter);
        }
        return complete;
    }

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        using var left = Places(x).GetEnumerator();
        using var right = Places(y).GetEnumerator();
        while (true)
        {
            var (hasLeft, hasRight) = (left.MoveNext(), right.MoveNext());
            if (!hasLeft || !hasRight) return hasLeft ? 1 : hasRight ? -1 : string.CompareOrdinal(x, y);
            if (left.Current != right.Current) return left.Current.CompareTo(right.Current);
        }
    }

    IEnumerable<int> Places(string text)
    {
        var small = (hasDotless ? text.Replace('I', 'ı') : text).Replace('İ', 'i').ToLowerInvariant();
        for (int i = 0; i < small.Length;)
        {
            if (Of(small, i) is ({ } place, var length))
            {
                yield return place;
                i += length;
                continue;
            }
            // A blank ends a word: "Ак Талаа" stands before "Акмола".
            if (char.IsWhiteSpace(small[i]) || small[i] == '-') yield return -1;
            else if (char.IsLetter(small[i]) && !IsApostrophe(small[i])) yield return char.MaxValue + small[i];
            i++;
        }
    }

    (int? Place, int Length) Of(string text, int at)
    {
        if (char.IsAsciiDigit(text[at])) return (text[at] - '0', 1);
        if (at + 1 < text.Length)
        {
            var two = IsApostrophe(text[at + 1]) ? text[at] + "ʻ" : text.Substring(at, 2);
            if (places.TryGetValue(two, out var pair)) return (pair, 2);
        }
        if (places.TryGetValue(text[at].ToString(), out var one)) return (one, 1);
        // é is e: what is no letter of ours is looked up without its mark.
        var bare = text[at].ToString().Normalize(System.Text.NormalizationForm.FormD)[0];
        return places.TryGetValue(bare.ToString(), out var near) && CharUnicodeInfo.GetUnicodeCategory(bare) == UnicodeCategory.LowercaseLetter ? (near, 1) : (null, 0);
    }

    static bool IsApostrophe(char c) => c is 'ʻ' or 'ʼ' or '‘' or '’' or '\'' or '`';
}
