using System.Net;
using System.Text;
using Chapar.Text.Scripts;

namespace Chapar.Reader;

/// <summary>
/// Puts a page of ours into the other script of its language. It reads markup and no more. Passages that say they are of another language stay, and
/// code, scripts, what is marked translate="no", and links with rel="alternate": they lead to the usual script.
/// </summary>
/// <param name="script">The script it comes into.</param>
/// <param name="names">Written as they are in every language: the newspaper's name.</param>
/// <param name="lead">From the address of a link to what is to stand there; null when it stays.</param>
sealed class ScriptedPage(OtherScript script, IReadOnlyList<string> names, Func<string, string?> lead)
{
    static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "path", "rect", "line", "circle", "use", "polyline"];

    static readonly HashSet<string> Verbatim = ["script", "style", "code", "pre", "kbd", "samp", "textarea"];

    /// <summary>The last ones are words that scripts put into the page.</summary>
    static readonly HashSet<string> Said = ["title", "alt", "aria-label", "placeholder", "label", "data-months", "data-date", "data-read", "data-per", "data-missing", "data-forget", "data-suggested"];

    static readonly HashSet<string> SaidToMachines = ["description", "author", "og:title", "og:description", "og:image:alt", "article:section", "article:tag"];

    readonly record struct Open(string Element, bool Turns);

    readonly record struct Attribute(string Name, int ValueAt, string Value);

    readonly StringBuilder made = new();
    readonly Stack<Open> open = new();

    bool Turns => !open.TryPeek(out var inner) || inner.Turns;

    public string Turn(string html)
    {
        int at = 0;
        while (at < html.Length)
        {
            var tag = html.IndexOf('<', at);
            if (tag < 0) tag = html.Length;
            if (tag > at) made.Append(Turns ? Text(html[at..tag], EncodeText) : html[at..tag]);
            at = tag == html.Length ? tag : Markup(html, tag);
        }
        return made.ToString();
    }

    /// <summary>Writes the markup that begins here; answers with the place behind it.</summary>
    int Markup(string html, int at)
    {
        var isEnd = At(html, at + 1) == '/';
        int nameAt = isEnd ? at + 2 : at + 1, end = nameAt;
        while (end < html.Length && (char.IsAsciiLetterOrDigit(html[end]) || html[end] == '-')) end++;
        if (end == nameAt) return Copy(html, at, html.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? After(html, "-->", at) : At(html, at + 1) == '!' ? After(html, ">", at) : at + 1);
        var element = html[nameAt..end].ToLowerInvariant();
        if (isEnd)
        {
            Close(element);
            return Copy(html, at, After(html, ">", end));
        }
        var (attributes, after) = Attributes(html, end);
        var turns = Begin(html, at, element, attributes, after);
        if (element is "script" or "style" or "textarea") return Copy(html, after, html.IndexOf("</" + element, after, StringComparison.OrdinalIgnoreCase) is >= 0 and var close ? Keep(element, close) : html.Length);
        if (!Void.Contains(element) && html[after - 2] != '/') open.Push(new(element, turns));
        return after;
    }

    int Keep(string element, int close)
    {
        open.Push(new(element, false));
        return close;
    }

    void Close(string element)
    {
        if (!open.Any(o => o.Element == element)) return;
        while (open.Pop().Element != element) { }
    }

    /// <summary>Writes a start tag; says whether what stands in the element comes into the other script.</summary>
    bool Begin(string html, int at, string element, List<Attribute> attributes, int after)
    {
        string? Value(string name) => attributes.Find(a => a.Name == name).Value;
        var isWayBack = element == "a" && Value("rel")?.Contains("alternate", StringComparison.Ordinal) == true;
        var language = Value("lang");
        // A credit says no language, and English or a name would be spelt out in Cyrillic letter by letter.
        var isCredit = script.Language == "uz" && Value("class") == "credit";
        var turns = !isWayBack && !isCredit && !Verbatim.Contains(element) && Value("translate") != "no" && (language is null ? Turns : language == script.Language || language == script.Tag);
        foreach (var attribute in attributes)
        {
            var put = attribute.Name switch
            {
                _ when isWayBack => null,
                "lang" or "hreflang" when attribute.Value == script.Language && element != "link" => script.Tag,
                // The ticker is fetched anew in another money; the list of what is kept knows itself by its address.
                "data-from" or "data-here" when attribute.Value.StartsWith('/') => lead(attribute.Value),
                // What is of another language stands at its own address, which may begin as this language's do.
                "href" when element == "a" && Value("hreflang") is { } other && other != script.Language && other != script.Tag => null,
                "href" when element == "a" => lead(WebUtility.HtmlDecode(attribute.Value)),
                "action" when element == "form" => lead(WebUtility.HtmlDecode(attribute.Value)),
                "content" when turns && element == "meta" && SaidToMachines.Contains(Value("name") ?? Value("property") ?? "") => Text(attribute.Value, text => text),
                var name when turns && Said.Contains(name) && element is not "link" => Text(attribute.Value, text => text),
                _ => null,
            };
            if (put is null || put == attribute.Value) continue;
            made.Append(html, at, attribute.ValueAt - at).Append(EncodeAttribute(put));
            at = attribute.ValueAt + attribute.Value.Length;
        }
        Copy(html, at, after);
        return turns;
    }

    /// <summary>A text in the other script; the very same characters where nothing changes.</summary>
    string Text(string raw, Func<string, string> encode)
    {
        if (string.IsNullOrWhiteSpace(raw)) return raw;
        var text = WebUtility.HtmlDecode(raw);
        var written = Write(text);
        return written == text ? raw : encode(written);
    }

    string Write(string text)
    {
        foreach (var name in names)
            if (name.Length > 0 && text.IndexOf(name, StringComparison.Ordinal) is >= 0 and var at) return Write(text[..at]) + name + Write(text[(at + name.Length)..]);
        return script.Write(text);
    }

    static string EncodeText(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    static string EncodeAttribute(string text) => EncodeText(text).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);

    /// <summary>The attributes of a start tag with their values as written, and the place behind it.</summary>
    static (List<Attribute> Attributes, int After) Attributes(string html, int at)
    {
        List<Attribute> attributes = [];
        while (at < html.Length && html[at] != '>')
        {
            int nameAt = at;
            while (at < html.Length && !char.IsWhiteSpace(html[at]) && html[at] is not ('=' or '>' or '/')) at++;
            if (at == nameAt) { at++; continue; }
            var name = html[nameAt..at].ToLowerInvariant();
            if (At(html, at) != '=') continue;
            at++;
            var quote = At(html, at) is '"' or '\'' ? html[at] : '\0';
            int valueAt = quote == '\0' ? at : at + 1, end = valueAt;
            while (end < html.Length && (quote == '\0' ? !char.IsWhiteSpace(html[end]) && html[end] != '>' : html[end] != quote)) end++;
            attributes.Add(new(name, valueAt, html[valueAt..end]));
            at = quote == '\0' ? end : Math.Min(end + 1, html.Length);
        }
        return (attributes, Math.Min(at + 1, html.Length));
    }

    int Copy(string html, int from, int to)
    {
        made.Append(html, from, to - from);
        return to;
    }

    static int After(string html, string sign, int from) => html.IndexOf(sign, from, StringComparison.Ordinal) is >= 0 and var at ? at + sign.Length : html.Length;

    static char At(string text, int at) => at < text.Length ? text[at] : '\0';
}
