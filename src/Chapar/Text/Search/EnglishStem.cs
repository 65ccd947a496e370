namespace Chapar.Text.Search;

/// <summary>The stem of an English word by the published Snowball algorithm "English" (Porter2).</summary>
static class EnglishStem
{
    static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl", ["gently"] = "gentl",
        ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl", ["sky"] = "sky", ["news"] = "news",
        ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    static readonly HashSet<string> DoneAfterPlural =
        new(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    // Ending and what stands for it, the longest first; "-" is nothing.
    static readonly (string Ending, string For)[] Second = Endings("""
        ization ize  ational ate  fulness ful  ousness ous  iveness ive  tional tion  biliti ble  lessli less  entli ent  ation ate  alism al
        aliti al  ousli ous  iviti ive  fulli ful  enci ence  anci ance  abli able  izer ize  ator ate  alli al  bli ble  ogi og  li -
        """);

    static readonly (string Ending, string For)[] Third =
        Endings("ational ate  tional tion  alize al  icate ic  iciti ic  ative -  ical ic  ness -  ful -");

    static readonly (string Ending, string For)[] Fourth = Endings("""
        ement -  ance -  ence -  able -  ible -  ment -  ant -  ent -  ism -  ate -  iti -  ous -  ive -  ize -  ion -  al -  er -  ic -
        """);

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
        word = Replaced(word, Second, r1, (rest, ending) => ending switch
        {
            "ogi" => rest.EndsWith('l'),
            "li" => rest.Length > 0 && rest[^1] is 'c' or 'd' or 'e' or 'g' or 'h' or 'k' or 'm' or 'n' or 'r' or 't',
            _ => true,
        });
        word = Replaced(word, Third, r1, (rest, ending) => ending != "ative" || rest.Length >= r2);
        word = Replaced(word, Fourth, r2, (rest, ending) => ending != "ion" || (rest.Length > 0 && rest[^1] is 's' or 't'));
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
            _ => AfterVowelAndConsonant(word, 0),
        };
        return (r1, AfterVowelAndConsonant(word, r1));
    }

    static int AfterVowelAndConsonant(string word, int from)
    {
        for (int i = from + 1; i < word.Length; i++)
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        return word.Length;
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
        foreach (var ending in (string[])["eedly", "eed"])
            if (Ends(word, ending)) return word.Length - ending.Length >= r1 ? word[..^ending.Length] + "ee" : word;
        foreach (var ending in (string[])["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            if (!HasVowel(rest)) return word;
            if (Ends(rest, "at") || Ends(rest, "bl") || Ends(rest, "iz")) return rest + "e";
            if (rest is [.., var before, var last] && before == last && last is 'b' or 'd' or 'f' or 'g' or 'm' or 'n' or 'p' or 'r' or 't')
                return rest[..^1];
            return rest.Length <= r1 && EndsShort(rest) ? rest + "e" : rest;
        }
        return word;
    }

    static string Replaced(string word, (string Ending, string For)[] endings, int region, Func<string, string, bool> allowed)
    {
        foreach (var (ending, replacement) in endings)
        {
            if (!Ends(word, ending)) continue;
            var rest = word[..^ending.Length];
            return rest.Length >= region && allowed(rest, ending) ? rest + replacement : word;
        }
        return word;
    }

    static string LastLetter(string word, int r1, int r2)
    {
        var rest = word.Length - 1;
        if (Ends(word, "e") && (rest >= r2 || (rest >= r1 && !EndsShort(word[..^1])))) return word[..^1];
        return Ends(word, "ll") && rest >= r2 ? word[..^1] : word;
    }

    /// <summary>A vowel between consonants of which the last is not w, x or Y; or a vowel and a consonant that are all.</summary>
    static bool EndsShort(string word) => word switch
    {
        [var vowel, var last] => IsVowel(vowel) && !IsVowel(last),
        [.., var before, var vowel, var last] => !IsVowel(before) && IsVowel(vowel) && !IsVowel(last) && last is not ('w' or 'x' or 'Y'),
        _ => false,
    };

    static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    static bool HasVowel(ReadOnlySpan<char> letters) => letters.ContainsAny("aeiouy");

    static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    static (string, string)[] Endings(string pairs) =>
        [.. pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair => (pair[0], pair[1].Trim('-')))];
}
