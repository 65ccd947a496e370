using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>What is written in a text and is of no language: web and mail addresses, names of sites, handles and hashtags.</summary>
static partial class Untouched
{
    /// <summary>The text with all but that put into another script.</summary>
    public static string Around(string text, Func<string, string> write)
    {
        if (text.AsSpan().IndexOfAny("./@#") < 0) return write(text);
        var made = new StringBuilder(text.Length);
        int at = 0;
        foreach (Match match in Address().Matches(text))
        {
            made.Append(write(text[at..match.Index])).Append(match.Value);
            at = match.Index + match.Length;
        }
        return at == 0 ? write(text) : made.Append(write(text[at..])).ToString();
    }

    [GeneratedRegex(@"(?:https?://|www\.)\S*[^\s.,;:!?)»”""]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|news|media|edu|gov|tv|io|me|eu|uk|de|cn|ir|tr|us|kz|kg|uz|tj|tm|ru|af)\b(?:/[^\s.,;:!?)»”""]*)?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
