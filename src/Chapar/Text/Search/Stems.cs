namespace Chapar.Text.Search;

/// <summary>The light stemmer of a language in a script.</summary>
static class Stems
{
    /// <summary>Null for English and Russian, which have algorithms of their own, and for a script that the language is not stemmed in.</summary>
    public static SuffixStem? Of(string language, Script script) => (language, script) switch
    {
        ("kk", Script.Cyrillic) => Suffixes.Kazakh,
        ("kk", Script.Latin) => Suffixes.KazakhLatin,
        ("ky", Script.Cyrillic) => Suffixes.Kyrgyz,
        ("uz", Script.Latin) => Suffixes.Uzbek,
        ("uz", Script.Cyrillic) => Suffixes.UzbekCyrillic,
        ("tk", Script.Latin) => Suffixes.Turkmen,
        ("tg", Script.Cyrillic) => Suffixes.Tajik,
        _ => null,
    };
}
