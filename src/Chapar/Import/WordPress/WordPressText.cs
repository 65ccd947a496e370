using System.Net;
using System.Text.RegularExpressions;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>Short texts of WordPress: titles, names and captions, which may be escaped once or twice and hold tags.</summary>
static partial class WordPressText
{
    /// <summary>The words without tags and entities, on one line.</summary>
    public static string Plain(string html)
    {
        if (html.AsSpan().IndexOfAny("<&\n\t\r") < 0)
            return html.Trim();
        string words = TagPattern().Replace(html, " ");
        words = WebUtility.HtmlDecode(WebUtility.HtmlDecode(words));
        return BlankPattern().Replace(words, " ").Trim();
    }

    /// <summary>A term's slug, decoded and lower case; made of its name where the file has none.</summary>
    public static string SlugOf(string slug, string name) =>
        slug.Length > 0 ? Uri.UnescapeDataString(slug).ToLowerInvariant() : Slug.Of(name);

    /// <summary>The first words of a text, for what has no headline.</summary>
    public static string FirstWords(string text, int count)
    {
        string[] words = text.Split((char[]?)null, count + 1, StringSplitOptions.RemoveEmptyEntries);
        return words.Length > count ? string.Join(' ', words[..count]) + " …" : string.Join(' ', words);
    }

    /// <summary>Who is named for a picture of which nobody knows more.</summary>
    public static string ArchiveOf(WxrSite site) => $"Archive of {(Plain(site.Title) is { Length: > 0 } title ? title : "the old site")}";

    public static bool IsMailAddress(string text) => text.Contains('@', StringComparison.Ordinal);

    [GeneratedRegex("<[^<>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"[\s\u00A0]+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankPattern();
}
