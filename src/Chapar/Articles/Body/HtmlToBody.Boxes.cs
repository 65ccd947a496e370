using System.Globalization;
using AngleSharp.Dom;

namespace Chapar.Articles.Body;

public sealed partial class HtmlToBody
{
    void QuoteOf(IElement element, HtmlMarking marking)
    {
        if (Posted(element) is { } embed)
        {
            Add(embed);
            return;
        }
        if (IsPull(element))
        {
            Pull(element, marking);
            return;
        }
        if (level >= MaxLevel || frame.Single)
        {
            Part(element, marking);
            return;
        }
        Flush();
        var inside = Inside(element.ChildNodes, Spoken(element, marking));
        if (inside.Count > 0)
            Add(new Quote(inside));
    }

    static bool IsPull(IElement element) => element.ClassList.Contains("pull") || element.ClassList.Contains("pullquote") || element.ClassList.Contains("wp-block-pullquote");

    void Pull(IElement element, HtmlMarking marking)
    {
        Flush();
        var cite = element.QuerySelector("cite, figcaption");
        var attribution = cite is null ? null : Words(cite.ChildNodes);
        cite?.Remove();
        var line = new List<Node>();
        var others = new List<Node>();
        foreach (var node in Inside(element.ChildNodes, Spoken(element, marking)))
        {
            var words = node switch { Paragraph p => p.Content, Quote { Content: [Paragraph p] } => p.Content, _ => [] };
            if (words.Count == 0)
                others.Add(node);
            if (line.Count > 0 && words.Count > 0)
                line.Add(new HardBreak());
            line.AddRange(words);
        }
        if (line.Count > 0)
            Add(new PullQuote(attribution, line));
        frame.Nodes.AddRange(others);
    }

    /// <summary>The post that a quotation pasted from another site stands for.</summary>
    Embed? Posted(IElement element)
    {
        var classes = element.ClassList;
        IEnumerable<string?> addresses;
        if (classes.Contains("twitter-tweet") || classes.Contains("twitter-video"))
            addresses = element.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).Reverse();
        else if (classes.Contains("instagram-media"))
            addresses = [element.GetAttribute("data-instgrm-permalink"), .. element.QuerySelectorAll("a").Select(a => a.GetAttribute("href"))];
        else if (classes.Contains("tiktok-embed") || classes.Contains("fb-xfbml-parse-ignore"))
            addresses = [element.GetAttribute("cite")];
        else
            return null;
        var embed = addresses.Select(EmbedProvider.Recognise).FirstOrDefault(found => found is not null);
        // What the post says is worth having when it is gone from there.
        return embed is not null && element.QuerySelector("p") is { } first ? embed with { Title = Words(first.ChildNodes) } : embed;
    }

    void TurnOf(IElement element, HtmlMarking marking)
    {
        if (level >= MaxLevel || frame.Single)
        {
            Part(element, marking);
            return;
        }
        Flush();
        var first = element.FirstElementChild;
        var label = first is not null && first.LocalName == "p" && first.ClassList.Contains("speaker") ? first : null;
        var speaker = Empty(element.GetAttribute("data-speaker")) ?? (label is null ? null : Words(label.ChildNodes));
        label?.Remove();
        var role = element.GetAttribute("data-role") == Turn.Answer ? Turn.Answer : Turn.Question;
        var inside = Inside(element.ChildNodes, Spoken(element, marking));
        if (inside.Count > 0)
            Add(new Turn(speaker, role, inside));
    }

    void Box(IElement element, HtmlMarking marking)
    {
        if (level >= MaxLevel || frame.Single)
        {
            Part(element, marking);
            return;
        }
        Flush();
        var first = element.FirstElementChild is { LocalName: "p" } p && p.ClassList.Contains("title") ? p : null;
        var title = first is null ? null : Words(first.ChildNodes);
        first?.Remove();
        var inside = Inside(element.ChildNodes, Spoken(element, marking));
        if (title is null && inside is [Heading head, ..] && BodyText.Line(head.Content) is { Length: > 0 } said)
        {
            title = said;
            inside.RemoveAt(0);
        }
        if (inside.Count > 0 || title is not null)
            Add(new NoteBlock(title, inside));
    }

    bool Card(IElement element)
    {
        if (frame.Single)
            return false;
        var key = element.GetAttribute("data-article");
        Guid? article = Guid.TryParse(key, out var id) ? id : string.IsNullOrEmpty(key) ? null : options.ResolveArticle(key);
        var href = article is null ? Href.Clean(element.GetAttribute("href")) : null;
        if (article is null && href is null)
        {
            Note("paste.card", key ?? "");
            return false;
        }
        Flush();
        foreach (var deck in element.QuerySelectorAll(".deck"))
            deck.Remove();
        var title = element.QuerySelector(".headline") is null ? Words(element.ChildNodes) : null;
        Add(new LinkCard(article, href, title));
        return true;
    }

    bool Download(IElement element)
    {
        var link = element.QuerySelector("a[href]");
        if (frame.Single || link is null || Href.Clean(link.GetAttribute("href")) is not { } href)
            return false;
        long? bytes = long.TryParse(element.GetAttribute("data-bytes"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : null;
        Add(new FileBlock(href, Words(link.ChildNodes) ?? FileName(href), bytes));
        return true;
    }

    static string FileName(string href)
    {
        var path = href.Split('?', '#')[0].TrimEnd('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.Length > 0 ? Uri.UnescapeDataString(name) : href;
    }

    static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
