using System.Buffers;

namespace Chapar.Text.Search;

/// <summary>The stem of an English word by the published Snowball algorithm "English" (Porter2).</summary>
static class EnglishStem
{
    static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    static readonly Dictionary<string, string> Irregular = Pairs("""
        skis ski  skies sky  dying die  lying lie  tying tie  idly idl  gently gentl  ugly ugli  early earli  only onli  singly singl
        sky sky  news news  howe howe  atlas atlas  cosmos cosmos  bias bias  andes andes
        """);

    static readonly HashSet<string> DoneAfterPlural =
        new(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    static readonly Endings Second = Endings.Replaced("""
        ization ize  ational ate  fulness ful  ousness ous  iveness ive  tional tion  biliti ble  lessli less  entli ent  ation ate  alism al
        aliti al  ousli ous  iviti ive  fulli ful  enci ence  anci ance  abli able  izer ize  ator ate  alli al  bli ble  ogi og  li -
        """);

    static readonly Endings Third = Endings.Replaced("ational ate  tional tion  alize al  icate ic  iciti ic  ative -  ical ic  ness -  ful -");

    static readonly Endings Fourth = Endings.Cut("ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic");

    static readonly Endings PastEe = Endings.Cut("eed eedly");

    static readonly Endings Pasts = Endings.Cut("ed edly ing ingly");

    /// <summary>The stem of a word of small letters; an apostrophe is no longer in it.</summary>
    public static string Of(string word)
    {
        if (word.Length <= 2) return word;
        if (Irregular.TryGetValue(word, out var stem)) return stem;
        word = WithConsonantY(word);
        var (r1, r2) = Regions(word);
        word = Plural(word);
        if (DoneAfterPlural.Contains(word)) return word;
        word = Past(word, r1);
        if (word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2])) word = word[..^1] + "i";
        word = Replaced(word, Second, r1, r2);
        word = Replaced(word, Third, r1, r2);
        word = Replaced(word, Fourth, r2, r2);
        return LastLetter(word, r1, r2).Replace('Y', 'y');
    }

    /// <summary>A y at the beginning or after a vowel is a consonant, and is written Y here.</summary>
    static string WithConsonantY(string word)
    {
        if (!word.Contains('y', StringComparison.Ordinal)) return word;
        var letters = word.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1]))) letters[i] = 'Y';
        return new(letters);
    }

    static (int R1, int R2) Regions(string word)
    {
        var r1 = word switch
        {
            _ when word.StartsWith("gener", StringComparison.Ordinal) || word.StartsWith("arsen", StringComparison.Ordinal) => 5,
            _ when word.StartsWith("commun", StringComparison.Ordinal) => 6,
            _ => SnowballRegion.AfterVowelAndConsonant(word, 0, Vowels),
        };
        return (r1, SnowballRegion.AfterVowelAndConsonant(word, r1, Vowels));
    }

    static string Plural(string word)
    {
        if (Ends(word, "sses")) return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies")) return word.Length > 4 ? word[..^2] : word[..^1];
        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s")) return word;
        return HasVowel(word.AsSpan(0, word.Length - 2)) ? word[..^1] : word;
    }

    static string Past(string word, int r1)
    {
        if (PastEe.Longest(word, word.Length) is var full and > 0) return word.Length - full >= r1 ? word[..^full] + "ee" : word;
        var cut = Pasts.Longest(word, word.Length);
        if (cut == 0 || !HasVowel(word.AsSpan(0, word.Length - cut))) return word;
        var rest = word[..^cut];
        if (Ends(rest, "at") || Ends(rest, "bl") || Ends(rest, "iz")) return rest + "e";
        if (rest is [.., var before, var last] && before == last && last is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't') return rest[..^1];
        return rest.Length <= r1 && EndsShort(rest) ? rest + "e" : rest;
    }

    static string Replaced(string word, Endings endings, int region, int r2)
    {
        var cut = endings.Longest(word, word.Length, out var replacement);
        if (cut == 0 || word.Length - cut < region) return word;
        var before = word.Length > cut ? word[^(cut + 1)] : '\0';
        var allowed = word.AsSpan(word.Length - cut) switch
        {
            "ogi" => before is 'l',
            "li" => before is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            "ative" => word.Length - cut >= r2,
            "ion" => before is 's' or 't',
            _ => true,
        };
        return allowed ? string.Concat(word.AsSpan(0, word.Length - cut), replacement) : word;
    }

    static string LastLetter(string word, int r1, int r2)
    {
        var rest = word.Length - 1;
        if (Ends(word, "e") && (rest >= r2 || (rest >= r1 && !EndsShort(word.AsSpan(0, rest))))) return word[..^1];
        return Ends(word, "ll") && rest >= r2 ? word[..^1] : word;
    }

    /// <summary>A vowel between consonants of which the last is not w, x or Y; or a vowel and a consonant that are all.</summary>
    static bool EndsShort(ReadOnlySpan<char> word) => word switch
    {
        [var vowel, var last] => IsVowel(vowel) && !IsVowel(last),
        [.., var before, var vowel, var last] => !IsVowel(before) && IsVowel(vowel) && !IsVowel(last) && last is not ('w' or 'x' or 'Y'),
        _ => false,
    };

    static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    static bool HasVowel(ReadOnlySpan<char> letters) => letters.ContainsAny(Vowels);

    static bool IsVowel(char c) => Vowels.Contains(c);

    static Dictionary<string, string> Pairs(string pairs) =>
        pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
