using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Import.WordPress;

/// <summary>A tag in square brackets with its attributes and what it encloses: <c>[caption id="x"]...[/caption]</c>.</summary>
/// <param name="Name">Lower case.</param>
/// <param name="Attributes">By lower-case name; those without a name under "0", "1" ...</param>
/// <param name="Content">What stands before the closing tag; null when there is none.</param>
sealed partial record Shortcode(string Name, IReadOnlyDictionary<string, string> Attributes, string? Content)
{
    public string? this[string attribute] => Attributes.TryGetValue(attribute, out string? value) && value.Length > 0 ? value : null;

    /// <summary>
    /// Goes through a text and replaces each shortcode by what <paramref name="write"/> makes of it; null leaves it as it stands,
    /// and its inside is then looked through too. <c>[[name]]</c> is the text "[name]".
    /// </summary>
    public static string Replace(string text, Func<Shortcode, string?> write)
    {
        if (!text.Contains('[', StringComparison.Ordinal))
            return text;
        StringBuilder result = new(text.Length);
        int at = 0;
        while (OpeningPattern().Match(text, at) is { Success: true } tag)
        {
            result.Append(text, at, tag.Index - at);
            at = tag.Index + tag.Length;
            if (tag.Groups["escaped"].Success)
            {
                result.Append(tag.Value, 1, tag.Length - 2);
                continue;
            }
            string name = tag.Groups["name"].Value.ToLowerInvariant();
            int close = tag.Groups["void"].Length > 0 ? -1 : FindClose(text, at, tag.Groups["name"].Value);
            Shortcode found = new(name, ReadAttributes(tag.Groups["attributes"].Value), close < 0 ? null : text[at..close]);
            if (write(found) is { } written)
            {
                result.Append(written);
                at = close < 0 ? at : close + name.Length + 3;
            }
            else
            {
                result.Append(tag.Value);
            }
        }
        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The closing tag that belongs to an opening one: the same name may be nested.</summary>
    static int FindClose(string text, int from, string name)
    {
        int depth = 1;
        for (int at = from; text.IndexOf('[', at) is int bracket and >= 0; at = bracket + 1)
        {
            if (IsAt(text, bracket, $"[/{name}]"))
            {
                if (--depth == 0)
                    return bracket;
            }
            else if (IsAt(text, bracket, "[" + name) && bracket + 1 + name.Length < text.Length
                && (text[bracket + 1 + name.Length] is ']' || char.IsWhiteSpace(text[bracket + 1 + name.Length]))
                && text.IndexOf($"[/{name}]", bracket, StringComparison.OrdinalIgnoreCase) >= 0
                && text.IndexOf(']', bracket) is int end and > 0 && text[end - 1] != '/')
            {
                depth++;
            }
        }
        // More opened than closed: the first closing tag is as good as any.
        return depth > 1 ? text.IndexOf($"[/{name}]", from, StringComparison.OrdinalIgnoreCase) : -1;
    }

    static bool IsAt(string text, int at, string what) => string.Compare(text, at, what, 0, what.Length, StringComparison.OrdinalIgnoreCase) == 0;

    static Dictionary<string, string> ReadAttributes(string text)
    {
        Dictionary<string, string> attributes = [];
        int unnamed = 0;
        // Editors turn straight quotes into curly ones, and exports escape them.
        text = CurlyQuotes().Replace(text, "\"");
        foreach (Match match in AttributePattern().Matches(text))
        {
            string value = match.Groups["value"].Value;
            string key = match.Groups["key"].Success
                ? match.Groups["key"].Value.ToLowerInvariant()
                : (unnamed++).ToString(CultureInfo.InvariantCulture);
            attributes[key] = System.Net.WebUtility.HtmlDecode(value);
        }
        return attributes;
    }

    [GeneratedRegex(
        @"(?<escaped>\[\[/?[a-zA-Z][\w-]*(?:\s[^\[\]]*)?\]\])|\[(?<name>[a-zA-Z][\w-]*)(?![\w-])(?<attributes>(?:\s|=)(?:[^\[\]""']|""[^""]*""|'[^']*'|['""])*?|)\s*(?<void>/?)\](?!\()",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex OpeningPattern();

    [GeneratedRegex(@"(?:(?<key>[\w-]+)\s*=\s*)(?:""(?<value>[^""]*)""|'(?<value>[^']*)'|(?<value>[^\s'""]+))|""(?<value>[^""]*)""|'(?<value>[^']*)'|=?(?<value>[^\s'""]+)",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AttributePattern();

    [GeneratedRegex("[\u201C\u201D\u2033]|&#822[01];|&#8243;|&quot;|&rdquo;|&ldquo;", RegexOptions.CultureInvariant)]
    private static partial Regex CurlyQuotes();
}
