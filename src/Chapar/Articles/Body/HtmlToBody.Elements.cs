using System.Globalization;
using AngleSharp.Dom;
using Chapar.Text;

namespace Chapar.Articles.Body;

public sealed partial class HtmlToBody
{
    /// <summary>Elements that have nothing to read.</summary>
    static readonly HashSet<string> Dropped = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "head", "title", "meta", "link", "base", "svg", "canvas", "xml", "input", "select", "button",
        "textarea", "option", "datalist", "map", "area", "param", "source", "track", "frameset", "frame", "noframes", "dialog", "slot",
    };

    /// <summary>Elements that stand on lines of their own; those not named elsewhere only part paragraphs.</summary>
    static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "header", "footer", "nav", "aside", "address", "center", "details", "summary",
        "fieldset", "legend", "form", "dl", "dt", "dd", "figcaption", "hgroup", "search", "menu", "dir", "body", "html", "caption",
        "tbody", "thead", "tfoot", "tr", "td", "th", "li", "listing", "xmp", "plaintext",
    };

    void Element(IElement element, string name, HtmlStyle style, HtmlMarking marking)
    {
        switch (name)
        {
            case "script" when element.GetAttribute("data-telegram-post") is { } post:
                if (EmbedProvider.Recognise("https://t.me/" + post) is { } telegram)
                    Add(telegram);
                break;
            case var _ when Dropped.Contains(name): break;
            case "noscript": NoScript(element, marking); break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": HeadingOf(element, name[1] - '0', marking); break;
            case "ul" or "ol" or "menu" or "dir": List(element, marking); break;
            case "li": ListOf([element], false, 1, marking); break;
            case "blockquote": QuoteOf(element, marking); break;
            case "figure": Figure(element, marking); break;
            case "img" or "amp-img": Image(element, null, null); break;
            case "picture": Picture(element, marking); break;
            case "iframe" or "amp-iframe" or "amp-youtube": FrameOf(element, null); break;
            case "object" or "embed" or "applet": OldObject(element, marking); break;
            case "video" or "audio" or "amp-video" or "amp-audio": Recording(element); break;
            case "table": TableOf(element, null, marking); break;
            case "pre": Preformatted(element); break;
            case "hr": Add(new Divider()); break;
            case "br":
                if (frame.Single)
                    frame.Line.Add(" ", marking);
                else
                    frame.Line.AddBreak(marking);
                break;
            case "a": Anchor(element, style, marking); break;
            case "dt": Part(element, marking with { Bold = !frame.Single }); break;
            case "q":
                Quoted(element, marking);
                break;
            case var _ when Blocks.Contains(name): BlockOf(element, name, marking); break;
            default: Inline(element, name, style, marking); break;
        }
    }

    void Quoted(IElement element, HtmlMarking marking)
    {
        var marks = QuotationMarks.Of(options.Language);
        var isWithin = element.ParentElement?.Closest("q") is not null;
        frame.Line.Add(isWithin ? marks.InnerOpen : marks.Open, marking);
        Walk(element.ChildNodes, marking);
        frame.Line.Add(isWithin ? marks.InnerClose : marks.Close, marking);
    }

    void BlockOf(IElement element, string name, HtmlMarking marking)
    {
        var classes = element.ClassList;
        if (name == "div" && (classes.Contains("gallery") || classes.Contains("wp-block-gallery")) && Photos(element))
            return;
        if (name == "div" && (classes.Contains("fb-post") || classes.Contains("fb-video")) && EmbedProvider.Recognise(element.GetAttribute("data-href")) is { } facebook)
            Add(facebook);
        else if (name == "div" && classes.Contains("turn"))
            TurnOf(element, marking);
        else if (name == "aside" && classes.Contains("note"))
            Box(element, marking);
        else if ((name == "p" && classes.Contains("file") || classes.Contains("wp-block-file")) && Download(element))
            return;
        else
            Part(element, marking);
    }

    /// <summary>An element of which only is known that it stands on its own lines.</summary>
    void Part(IElement element, HtmlMarking marking)
    {
        Flush();
        Walk(element.ChildNodes, Spoken(element, marking));
        Flush();
    }

    void Inline(IElement element, string name, HtmlStyle style, HtmlMarking marking)
    {
        if (name == "span" && element.ClassList.Contains("rate") && element.GetAttribute("data-pair") is { Length: > 0 } pair)
        {
            DateOnly? asOf = DateOnly.TryParseExact(element.GetAttribute("data-asof"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
            frame.Line.AddObject(marks => new RateInline(pair, asOf, marks), marking);
            return;
        }
        // The bullet of a list item, as Word writes it.
        if (style["mso-list"] == "ignore")
            return;
        var inside = name switch
        {
            "b" or "strong" => marking with { Bold = true },
            "i" or "em" or "cite" or "dfn" or "var" => marking with { Italic = true },
            "s" or "strike" or "del" => marking with { Strike = true },
            "sub" => marking with { Sub = true },
            "sup" => marking with { Super = true },
            "code" or "kbd" or "samp" or "tt" => marking with { Code = true },
            _ => marking,
        };
        inside = Spoken(element, inside.Styled(style));
        if (frame.Single)
            inside = inside with { Bold = false };
        Walk(element.ChildNodes, inside);
    }

    /// <summary>The marks inside an element that says its language.</summary>
    HtmlMarking Spoken(IElement element, HtmlMarking marking)
    {
        var lang = element.GetAttribute("lang");
        if (string.IsNullOrEmpty(lang) || fromWord || !MarkedHtml.IsLanguage(lang))
            return marking;
        return marking with { Lang = string.Equals(lang, options.Language, StringComparison.OrdinalIgnoreCase) ? null : lang };
    }

    void Anchor(IElement element, HtmlStyle style, HtmlMarking marking)
    {
        if (element.ClassList.Contains("card") && Card(element))
            return;
        if (element.ClassList.Contains("msocomanchor"))
            return;
        var inside = Spoken(element, marking.Styled(style));
        if (frame.Single)
            inside = inside with { Bold = false };
        var address = element.GetAttribute("href");
        if (address is not null)
        {
            var href = Href.Clean(Unwrapped(address));
            if (href is null && !string.IsNullOrWhiteSpace(address))
                Note("paste.link", address.Length > 60 ? address[..60] + "…" : address);
            inside = inside with { Href = href };
        }
        Walk(element.ChildNodes, inside);
    }

    /// <summary>The target of a redirect that Google Docs puts around links.</summary>
    static string Unwrapped(string href)
    {
        if (!href.StartsWith("https://www.google.com/url?", StringComparison.Ordinal))
            return href;
        foreach (var part in href[(href.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&'))
            if (part.StartsWith("q=", StringComparison.Ordinal))
                return Uri.UnescapeDataString(part[2..]);
        return href;
    }

    void HeadingOf(IElement element, int wanted, HtmlMarking marking)
    {
        Flush();
        var line = Single(element.ChildNodes, Spoken(element, marking with { Bold = false }), out var others);
        if (frame.Single)
        {
            // A heading inside a caption or another heading: its words go where it stands.
            foreach (var run in line.OfType<TextRun>())
                frame.Line.Add(run.Text, marking);
        }
        else if (line.Count > 0 && cells > 0)
        {
            frame.Nodes.Add(new Paragraph(line));
        }
        else if (line.Count > 0)
        {
            frame.Nodes.Add(new Heading(Math.Clamp(wanted, 2, 4), line));
        }
        frame.Nodes.AddRange(others);
        Flush();
    }

    void Preformatted(IElement element)
    {
        var code = element.Children is { Length: 1 } children && children[0].LocalName == "code" ? children[0] : null;
        const string prefix = "language-";
        var language = code?.ClassList.FirstOrDefault(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.Length > prefix.Length)?[prefix.Length..];
        foreach (var line in element.QuerySelectorAll("br"))
            line.Replace(element.Owner!.CreateTextNode("\n"));
        foreach (var dropped in element.QuerySelectorAll("script, style"))
            dropped.Remove();
        var text = string.Concat(element.TextContent.Where(c => !char.IsControl(c) || c is '\n' or '\t'));
        if (!string.IsNullOrWhiteSpace(text))
            Add(new CodeBlock(language, Whole(text)));
    }

    /// <summary>Text without halves of surrogate pairs.</summary>
    static string Whole(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
