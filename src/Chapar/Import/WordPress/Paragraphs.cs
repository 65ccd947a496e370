using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Import.WordPress;

/// <summary>
/// Classic posts hold no paragraph tags: a blank line divides paragraphs and a line end is a line break, but inside and
/// around block elements neither counts. (What WordPress does when it shows such a post.)
/// </summary>
static partial class Paragraphs
{
    static readonly HashSet<string> blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "table", "thead", "tfoot", "caption", "col", "colgroup", "tbody", "tr", "td", "th", "div", "dl", "dd", "dt", "ul", "ol", "li",
        "form", "map", "area", "blockquote", "address", "p", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "fieldset", "legend", "section",
        "article", "aside", "header", "footer", "nav", "figcaption", "details", "menu", "summary", "center", "option", "select",
    };

    /// <summary>Elements whose inside is left as it is, line ends included.</summary>
    static readonly HashSet<string> verbatim = new(StringComparer.OrdinalIgnoreCase)
    {
        "pre", "script", "style", "textarea", "svg", "math", "figure", "audio", "video", "object", "iframe", "select",
    };

    /// <summary>Elements whose only content is other blocks: white space between those is nothing.</summary>
    static readonly HashSet<string> frames = new(StringComparer.OrdinalIgnoreCase)
    {
        "table", "thead", "tfoot", "tbody", "tr", "colgroup", "ul", "ol", "dl", "menu", "map",
    };

    /// <summary>Elements that hold a line of text and no paragraphs.</summary>
    static readonly HashSet<string> lines = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "dt", "legend", "summary", "option", "address",
    };

    /// <summary>Elements that hold paragraphs only where a blank line asks for them.</summary>
    static readonly HashSet<string> cells = new(StringComparer.OrdinalIgnoreCase) { "li", "td", "th", "dd" };

    /// <summary>The text with paragraph and line break tags.</summary>
    public static string Mark(string text)
    {
        text = text.ReplaceLineEndings("\n");
        StringBuilder html = new(text.Length + 200);
        Stack<string> open = new();
        int run = 0, at = 0;
        while (TagPattern().Match(text, at) is { Success: true } tag)
        {
            string name = tag.Groups["name"].Value;
            bool isEnd = tag.Groups["end"].Length > 0;
            at = tag.Index + tag.Length;
            if (tag.Groups["comment"].Success)
                continue;
            if (verbatim.Contains(name) && !isEnd)
            {
                int end = text.IndexOf($"</{name}>", at, StringComparison.OrdinalIgnoreCase);
                at = end < 0 ? at : end + name.Length + 3;
                // An inline frame or a picture may stand in the middle of a line, but the new body has it as a block anyway.
                Write(html, text[run..tag.Index], open);
                html.Append(text, tag.Index, at - tag.Index).Append('\n');
                run = at;
            }
            else if (blocks.Contains(name))
            {
                Write(html, text[run..tag.Index], open);
                html.Append(tag.Value);
                run = at;
                Follow(open, name, isEnd);
            }
        }
        Write(html, text[run..], open);
        return html.ToString();
    }

    static void Follow(Stack<string> open, string name, bool isEnd)
    {
        if (name.ToLowerInvariant() is "hr" or "col" or "area")
            return;
        if (!isEnd)
            open.Push(name);
        else if (open.Contains(name, StringComparer.OrdinalIgnoreCase))
            while (!open.Pop().Equals(name, StringComparison.OrdinalIgnoreCase))
            {
            }
    }

    static void Write(StringBuilder html, string run, Stack<string> open)
    {
        if (string.IsNullOrWhiteSpace(run))
        {
            html.Append('\n');
            return;
        }
        string around = open.Count > 0 ? open.Peek() : "";
        if (frames.Contains(around))
            html.Append(run);
        else if (lines.Contains(around) || (cells.Contains(around) && !BlankLine().IsMatch(run.Trim())))
            html.Append(Breaks(run.Trim('\n')));
        else
            foreach (string paragraph in BlankLine().Split(run))
                if (paragraph.Trim() is { Length: > 0 } words)
                    html.Append("<p>").Append(Breaks(words)).Append("</p>\n");
    }

    static string Breaks(string words) => LineEnd().Replace(words, "<br>\n");

    [GeneratedRegex(@"(?<comment><!--.*?-->)|<(?<end>/?)(?<name>[a-zA-Z][a-zA-Z0-9]*)\b(?:[^<>""']|""[^""]*""|'[^']*')*>",
        RegexOptions.Singleline | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TagPattern();

    [GeneratedRegex(@"\n[ \t\u00A0]*(?:\n[ \t\u00A0]*)+", RegexOptions.CultureInvariant)]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"(?<!<br ?/?>)[ \t]*\n", RegexOptions.CultureInvariant)]
    private static partial Regex LineEnd();
}
