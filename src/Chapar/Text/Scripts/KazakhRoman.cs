using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Roman numbers that Kazakh types with the Cyrillic letters that look like them (ХХІ ғасыр). Only with an Х among two letters or more: І and ІІІ come out
/// right by the rule of the letters, ММ is an office, and В is no V.
/// </summary>
static partial class KazakhRoman
{
    const string Cyrillic = "ХІСМ", Latin = "XICM";

    public static string ToLatin(string text, Func<string, string> write) => Around(text, write, Cyrillic, Latin);

    public static string ToCyrillic(string text, Func<string, string> write) => Around(text, write, Latin, Cyrillic);

    static string Around(string text, Func<string, string> write, string from, string to)
    {
        if (text.AsSpan().IndexOfAny('Х', 'X') < 0) return write(text);
        var made = new StringBuilder(text.Length + 16);
        int at = 0;
        foreach (Match match in Word().Matches(text))
        {
            if (!IsNumber(Put(match.Value, Cyrillic, Latin))) continue;
            made.Append(write(text[at..match.Index])).Append(Put(match.Value, from, to));
            at = match.Index + match.Length;
        }
        return at == 0 ? write(text) : made.Append(write(text[at..])).ToString();
    }

    static string Put(string word, string from, string to) => string.Concat(word.Select(c => from.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? to[at] : c));

    /// <summary>Of two letters C and M are too often something else.</summary>
    static bool IsNumber(string word) => word.Contains('X', StringComparison.Ordinal) && Number().IsMatch(word) && (word.Length > 2 || word.AsSpan().IndexOfAny('C', 'M') < 0);

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])[ХІСМXICMVL]{2,}(?![\p{L}\p{Nd}])")]
    private static partial Regex Word();

    [GeneratedRegex("^M{0,3}(?:CM|C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")]
    private static partial Regex Number();
}
