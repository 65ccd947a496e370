using AngleSharp.Dom;

namespace Chapar.Articles.Body;

public sealed partial class HtmlToBody
{
    void FrameOf(IElement element, string? title)
    {
        var address = Empty(element.GetAttribute("src")) is { } src && src != "about:blank" ? src : Empty(element.GetAttribute("data-src")) ?? Empty(element.GetAttribute("data-lazy-src"));
        if (element.LocalName == "amp-youtube")
            address = "https://youtu.be/" + element.GetAttribute("data-videoid");
        if (EmbedProvider.Recognise(address) is { } embed)
            Add(embed with { Title = title });
        else
            LinkTo(address, title);
    }

    /// <summary>What can only be linked to becomes a line with the link.</summary>
    void LinkTo(string? address, string? title)
    {
        if (Href.Clean(address) is not { } href || !Href.Leaves(href))
        {
            Note("paste.frame");
            return;
        }
        var host = new Uri(href).Host;
        Note("paste.frame-link", host);
        Flush();
        frame.Line.Add(title ?? host, HtmlMarking.None with { Href = href });
        Flush();
    }

    void OldObject(IElement element, HtmlMarking marking)
    {
        IEnumerable<string?> addresses =
        [
            element.GetAttribute("src"), element.GetAttribute("data"),
            .. element.QuerySelectorAll("embed").Select(inner => inner.GetAttribute("src")),
            .. element.QuerySelectorAll("param[name=movie]").Select(inner => inner.GetAttribute("value")),
        ];
        var address = addresses.FirstOrDefault(address => !string.IsNullOrWhiteSpace(address));
        if (EmbedProvider.Recognise(address) is { } embed)
            Add(embed);
        else if (element.QuerySelector("iframe, img, p, a") is not null)
            Walk(element.ChildNodes, marking);
        else
            LinkTo(address, null);
    }

    void Recording(IElement element)
    {
        var address = Empty(element.GetAttribute("src")) ?? Empty(element.QuerySelector("source[src]")?.GetAttribute("src"));
        if (Href.Clean(address) is not { } href)
            Note("paste.recording");
        else if (!frame.Single)
            Add(EmbedProvider.Recognise(href) is { } embed ? embed : new FileBlock(href, FileName(href)));
    }
}
