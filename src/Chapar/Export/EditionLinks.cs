using System.Buffers;
using System.Net;
using System.Text.RegularExpressions;

namespace Chapar.Export;

/// <summary>
/// Finds the addresses in a page or stylesheet of ours and puts others in their place. It reads the markup of HTML and no more: start
/// tags and their attributes, apart from what stands in comments, scripts and styles.
/// </summary>
static partial class EditionLinks
{
    /// <summary>The page with other addresses.</summary>
    /// <param name="map">From the name of the element and an address as a browser reads it, to what is to stand there; null when it stays.</param>
    public static string InHtml(string html, Func<string, string, string?> map)
    {
        var made = new ArrayBufferWriter<char>(html.Length + 1024);
        InHtml(html, made, map);
        return made.WrittenSpan.ToString();
    }

    /// <inheritdoc cref="InHtml(string, Func{string, string, string?})"/>
    /// <param name="made">Where the page goes.</param>
    public static void InHtml(ReadOnlySpan<char> html, ArrayBufferWriter<char> made, Func<string, string, string?> map)
    {
        int copied = 0, at = 0;
        while (at < html.Length && html[at..].IndexOf('<') is >= 0 and var next)
        {
            at += next;
            if (html[at..].StartsWith("<!--", StringComparison.Ordinal))
            {
                at = After(html, "-->", at + 4);
                continue;
            }
            if (at + 1 == html.Length || !char.IsAsciiLetter(html[at + 1]))
            {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < html.Length && !IsBlank(html[end]) && html[end] is not ('>' or '/')) end++;
            var element = NameOf(html[(at + 1)..end]);
            at = Attributes(html, end, element, made, ref copied, map);
            if (element is "script" or "style") at = After(html, "</" + element, at);
        }
        made.Write(html[copied..]);
    }

    /// <summary>The stylesheet with other addresses.</summary>
    public static string InCss(string css, Func<string, string?> map) =>
        CssUrl().Replace(css, found => map(found.Groups["address"].Value) is { } other ? $"url({found.Groups["quote"].Value}{other}{found.Groups["quote"].Value})" : found.Value);

    /// <summary>Reads the attributes of one start tag; answers with the place behind it.</summary>
    static int Attributes(ReadOnlySpan<char> html, int at, string element, ArrayBufferWriter<char> made, ref int copied, Func<string, string, string?> map)
    {
        while (at < html.Length && html[at] != '>')
        {
            if (IsBlank(html[at]) || html[at] == '/')
            {
                at++;
                continue;
            }
            int nameAt = at;
            while (at < html.Length && !IsBlank(html[at]) && html[at] is not ('=' or '>' or '/')) at++;
            var name = html[nameAt..at];
            while (at < html.Length && IsBlank(html[at])) at++;
            if (at == html.Length || html[at] != '=')
            {
                // A name alone; a stray sign must not hold us here.
                if (at == nameAt) at++;
                continue;
            }
            at++;
            while (at < html.Length && IsBlank(html[at])) at++;
            if (at == html.Length) break;
            int valueAt, end;
            if (html[at] is '"' or '\'')
            {
                valueAt = at + 1;
                var length = html[valueAt..].IndexOf(html[at]);
                if (length < 0) return html.Length;
                end = valueAt + length;
                at = end + 1;
            }
            else
            {
                valueAt = at;
                while (at < html.Length && !IsBlank(html[at]) && html[at] != '>') at++;
                end = at;
            }
            if (Put(element, name, html[valueAt..end], map) is not { } value) continue;
            made.Write(html[copied..valueAt]);
            made.Write(value.AsSpan());
            copied = end;
        }
        return Math.Min(at + 1, html.Length);
    }

    /// <summary>What stands in an attribute afterwards; null when it stays as it is.</summary>
    static string? Put(string element, ReadOnlySpan<char> name, ReadOnlySpan<char> value, Func<string, string, string?> map)
    {
        if (name is "srcset" or "imagesrcset")
        {
            bool isOther = false;
            var sources = WebUtility.HtmlDecode(value.ToString()).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(source =>
            {
                var blank = source.IndexOf(' ', StringComparison.Ordinal);
                var (address, size) = blank < 0 ? (source, "") : (source[..blank], source[blank..]);
                if (map(element, address) is not { } other) return source;
                isOther = true;
                return other + size;
            }).ToList();
            return isOther ? WebUtility.HtmlEncode(string.Join(", ", sources)) : null;
        }
        return name is "href" or "src" or "poster" or "action" or "data" && map(element, WebUtility.HtmlDecode(value.ToString())) is { } one ? WebUtility.HtmlEncode(one) : null;
    }

    /// <summary>In lower case; those of which a page has hundreds are not made anew.</summary>
    static string NameOf(ReadOnlySpan<char> element) => element switch
    {
        "a" => "a",
        "p" => "p",
        "li" => "li",
        "div" => "div",
        "span" => "span",
        "time" => "time",
        _ => element.ToString().ToLowerInvariant(),
    };

    static int After(ReadOnlySpan<char> html, string sign, int from) =>
        from < html.Length && html[from..].IndexOf(sign, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? from + at + sign.Length : html.Length;


    static bool IsBlank(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    [GeneratedRegex("""url\((?<quote>["']?)(?<address>[^"')]*)\k<quote>\)""")]
    private static partial Regex CssUrl();
}
