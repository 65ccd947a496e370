using System.Globalization;
using System.Text;

namespace Chapar.Text.Search;

/// <summary>
/// The keys of an ordinary word: stemmed in the letters of its language, then romanised, so that қалаларда and qalalarda are one term.
/// English and Russian words are not read as names are: food and foot, быть and бить stay two. Their stems are terms of their own, so that what
/// a Turkic stemmer leaves of a query's word meets no English or Russian one (Tarazi, Taraz).
/// </summary>
static class WordKeys
{
    const string Prefix = "w", English = "we", Russian = "wr", Others = "wt";

    // One letter of the key for each, so that no two Russian words fall together; 7, 8 and 9 are э, ь and ы.
    const string RussianLetters = "абвгдежзийклмнопрстуфхъыьэ";
    const string RussianKeys = "abvgdejziyklmnoprstufh6987";

    /// <summary>The keys, the likeliest first: one for each language that the word may be in; at least one, none twice.</summary>
    /// <param name="mayBeSurname">Of a Russian -ов and -ев nothing is cut then: Муратов is not Мурат.</param>
    public static IReadOnlyList<string> Of(string letters, Script script, string? language, bool mayBeSurname)
    {
        if (script is Script.None) return [Prefix + letters];
        List<string> keys = [];
        // English writes foreign marks and reads over them (naïve, Türkmen).
        if (language is null or "en" && script == Script.Latin) AddStems(Unmarked(letters), script, "en", mayBeSurname, keys);
        if (language == "en" && keys.Count > 0) return keys;
        var known = AddStems(letters, script, language, mayBeSurname, keys) || (script == Script.Latin && AddStems(Unmarked(letters), script, language, mayBeSurname, keys));
        if (!known) Add(keys, Others, Roman(letters), letters);
        return keys;
    }

    static string Unmarked(string letters) => Ascii.IsValid(letters) ? letters : string.Concat(letters.Select(LetterTable.Unmarked));

    /// <summary>Adds a stem for each language that has all the letters; false if none has.</summary>
    static bool AddStems(string letters, Script script, string? language, bool mayBeSurname, List<string> keys)
    {
        var known = false;
        foreach (var one in WordLanguages.Of(letters, script, language))
        {
            Add(keys, one switch { "en" => English, "ru" => Russian, _ => Others }, Key(letters, one, script, mayBeSurname), letters);
            known = true;
        }
        return known;
    }

    static void Add(List<string> keys, string prefix, string key, string letters)
    {
        var prefixed = prefix + (key.Length > 0 ? key : AsWritten(letters));
        if (!keys.Contains(prefixed)) keys.Add(prefixed);
    }

    static string Key(string letters, string language, Script script, bool mayBeSurname) => language switch
    {
        "en" => EnglishStem.Of(letters),
        "ru" when mayBeSurname && letters is [_, _, _, .., 'о' or 'е' or 'ё', 'в'] => InRussianKeys(letters),
        "ru" => InRussianKeys(RussianStem.Of(letters)),
        _ => Roman(Respelt(Stems.Of(language, script)!.Of(letters), language, script)),
    };

    static string Roman(string stem)
    {
        var roman = Romanisation.First(stem);
        Span<char> key = stackalloc char[roman.Length];
        var plain = key[..Glides.Plain(roman, key)];
        return new(plain[..Glides.Soften(plain)]);
    }

    /// <summary>Letters that only names read in more than one way: within a language they have one sound.</summary>
    static string Respelt(string stem, string language, Script script)
    {
        if (script != Script.Latin) return stem;
        stem = stem.Replace('j', 'ž');
        return language switch
        {
            "uz" => stem.Replace('ö', Letters.OWithSign),
            "kk" => stem.Replace('y', 'i').Replace('ı', 'i').Replace('ï', 'i').Replace('ý', 'u'),
            _ => stem,
        };
    }

    static string InRussianKeys(string stem)
    {
        StringBuilder key = new(stem.Length + 2);
        foreach (var c in stem)
        {
            var at = RussianLetters.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0) key.Append(RussianKeys[at]);
            else key.Append(c switch { 'ё' => "e", 'ц' => "ts", 'ч' => "c", 'ш' => "x", 'щ' => "xc", 'ю' => "yu", 'я' => "ya", _ => "" });
        }
        return key.ToString();
    }

    /// <summary>Letters that no table knows, by their numbers: such a word is found as it is written.</summary>
    static string AsWritten(string letters)
    {
        StringBuilder key = new("9");
        foreach (var c in letters.AsSpan(0, Math.Min(letters.Length, 16))) key.Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
        return key.ToString();
    }
}
