namespace Chapar.Text.Search;

/// <summary>The forms that a name may have before its language put an ending to it. Some of them are no names; they do no harm beside it.</summary>
static class CaseEndings
{
    // The ending, and what may have stood in its place. After Russian grammar; surnames in -ov are cut elsewhere.
    static readonly (string Ending, string[] Instead)[] Russian =
    [
        ("ым", [""]), ("ом", [""]), ("ем", [""]), ("ой", ["а"]), ("ей", ["я"]), ("а", [""]), ("я", [""]), ("у", ["", "а"]), ("ю", ["", "я"]),
        ("е", ["", "а"]), ("ы", ["а"]), ("и", ["", "а", "я"]),
    ];

    /// <summary>The forms, without the word itself; none for a language whose names take no endings in its letters.</summary>
    public static IEnumerable<string> Without(string letters, Script script, string language) =>
        (language, script) switch
        {
            ("ru", Script.Cyrillic) => InRussian(letters),
            _ => Stems.Of(language, script)?.WithoutCase(letters) ?? [],
        };

    static IEnumerable<string> InRussian(string letters)
    {
        foreach (var (ending, instead) in Russian)
        {
            if (letters.Length < ending.Length + 2 || !letters.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = letters[..^ending.Length];
            // Путиным; of adjectives it is no name's.
            if (ending == "ым" && stem[^1] != 'н') continue;
            // Абая and Николаем are of Абай and Николай.
            return instead.Select(last => stem + last).Concat(ending[0] is 'я' or 'ю' or 'е' or 'и' && EndsInVowel(stem) ? [stem + "й"] : []);
        }
        return [];
    }

    /// <summary>Whether a Russian name without its ending has lost an й: Аба(я), Никола(ем).</summary>
    public static bool EndsInVowel(string stem) => "аеиоуыэ".Contains(stem[^1], StringComparison.Ordinal);
}
