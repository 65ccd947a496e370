using System.Buffers;

namespace Chapar.Text.Search;

/// <summary>Which languages a word may be in, by its letters: the declared one if all its letters are of its alphabet.</summary>
static class WordLanguages
{
    const string Russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    static readonly (string Language, SearchValues<char> Letters)[] Cyrillic =
    [
        ("ru", SearchValues.Create(Russian)),
        ("kk", SearchValues.Create(Russian + "әғқңөұүһі")),
        ("ky", SearchValues.Create(Russian + "ңөү")),
        ("uz", SearchValues.Create("абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ")),
        ("tg", SearchValues.Create("абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя")),
    ];

    static readonly (string Language, SearchValues<char> Letters)[] Latin =
    [
        ("en", SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789")),
        ("uz", SearchValues.Create("abcdefghijklmnopqrstuvxyzğşçöōõʊ")),
        ("tk", SearchValues.Create("abçdeäfghijžklmnňoöprsştuüwyýz")),
        ("kk", SearchValues.Create("abcdefghijklmnopqrstuvwxyzäáǵğıïíñńŋöóşūúüýə")),
    ];

    /// <summary>Languages with a stemmer for the word, the likeliest first; none if its letters are of no alphabet together.</summary>
    public static IEnumerable<string> Of(string letters, Script script, string? declared)
    {
        var candidates = script switch { Script.Cyrillic => Cyrillic, Script.Latin => Latin, _ => [] };
        foreach (var (language, alphabet) in candidates)
            if (language == declared && !letters.AsSpan().ContainsAnyExcept(alphabet)) return [language];
        return from candidate in candidates where !letters.AsSpan().ContainsAnyExcept(candidate.Letters) select candidate.Language;
    }
}
