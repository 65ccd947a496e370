using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>The words of a language are written in the letters of its own alphabet: a Latin i in a Kazakh word reads well and is found by no search.</summary>
public partial class LettersTests
{
    const string Russian = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";

    // What keeps its Latin name in every language: formats, programs, sites, settings, and the pieces of addresses that stand as examples.
    static readonly HashSet<string> latinNames =
    [
        "Atom", "AVIF", "BMP", "Chapar", "CSV", "Facebook", "GIF", "HEIC", "IANA", "Instagram", "JavaScript", "JPEG", "JSON", "minisign", "node", "PDF", "Photoshop", "PNG", "QR", "RSS",
        "sha", "sum", "SVG", "Telegram", "TIFF", "TikTok", "TMT", "UTC", "WebP", "Word", "X", "XML", "YouTube",
        "accent", "bars", "baseUrl", "chapar", "data", "json", "languages", "logo", "name", "publication", "securityContact", "taglines", "timeZone",
        "Asia", "Bishkek", "example", "https", "ky", "kgs", "Latn", "mailto", "me", "old", "org", "politics", "rrggbb", "story", "t", "usd", "uz",
    ];

    // Keys of the keyboard, one letter each.
    static readonly HashSet<string> keyboard = ["n", "t", "d", "w"];

    [Theory]
    [InlineData("ru", Russian)]
    [InlineData("kk", Russian + "әғқңөұүһі")]
    [InlineData("ky", Russian + "ңөү")]
    [InlineData("tg", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя")]
    [InlineData("uz", "abdefghijklmnopqrstuvxyzʻʼ")]
    [InlineData("tk", "abçdeäfghijžklmnňoöprsştuüwyýz")]
    public void Words_are_written_in_the_letters_of_their_language(string language, string alphabet)
    {
        var letters = alphabet.ToHashSet();
        var wrong = from said in WordsTests.WordsOf(language)
                    from Match match in Run().Matches(Placeholder().Replace(said.Value, " "))
                    let word = match.Value
                    where !latinNames.Contains(word) && !(said.Key == "plan.keys" && keyboard.Contains(word))
                    // Uzbek's c stands in ch alone.
                    let own = language == "uz" ? word.ToLowerInvariant().Replace("ch", "", StringComparison.Ordinal) : word.ToLowerInvariant()
                    where own.Any(letter => !letters.Contains(letter))
                    select $"{language}: {said.Key}: {word}";
        Findings.None(wrong);
    }

    /// <summary>U+02BB makes the letters oʻ and gʻ and stands nowhere else; what parts or lengthens sounds is U+02BC. Both are letters, so that a word stays one.</summary>
    [Fact]
    public void Uzbek_has_its_two_signs_and_no_apostrophe()
    {
        var wrong = from said in WordsTests.WordsOf("uz")
                    where LooseSign().IsMatch(said.Value) || Apostrophe().IsMatch(said.Value)
                    select $"{said.Key}: {said.Value}";
        Findings.None(wrong);
    }

    [GeneratedRegex(@"[\p{L}\p{M}]+")]
    private static partial Regex Run();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(?<![oOgG])ʻ|(?<=[oOgG])ʼ|(?<!\p{L})ʼ")]
    private static partial Regex LooseSign();

    [GeneratedRegex(@"['’‘`]")]
    private static partial Regex Apostrophe();
}
