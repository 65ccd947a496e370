using System.Globalization;
using AngleSharp.Dom;
using Chapar.Text;

namespace Chapar.Articles.Body;

public sealed partial class HtmlToBody
{
    void Figure(IElement element, HtmlMarking marking)
    {
        var caption = element.Children.LastOrDefault(child => child.LocalName == "figcaption") ?? element.QuerySelector("figcaption");
        var said = caption is null ? null : Words(caption.ChildNodes);
        var images = element.QuerySelectorAll("img, amp-img");
        if (element.ClassList.Contains("embed") && Href.Clean(element.GetAttribute("data-url")) is { } url)
        {
            Add(new Embed(Empty(element.GetAttribute("data-provider")) ?? EmbedProvider.Other, url, said, Media(element.GetAttribute("data-poster"), null)));
        }
        else if (element.ClassList.Contains("remote") && Href.Clean(element.GetAttribute("data-src")) is not null)
        {
            Image(element, element, caption);
        }
        else if (element.QuerySelector("iframe, amp-iframe") is { } inner)
        {
            FrameOf(inner, said);
        }
        else if (element.QuerySelector("blockquote") is { } quote && Posted(quote) is { } posted)
        {
            Add(said is null ? posted : posted with { Title = said });
        }
        else if (element.ClassList.Contains("wp-block-embed") && element.QuerySelector(".wp-block-embed__wrapper")?.TextContent.Trim() is { } address
            && EmbedProvider.Recognise(address) is { } embed)
        {
            Add(embed with { Title = said });
        }
        else if (IsPull(element))
        {
            Pull(element, marking);
        }
        else if (element.QuerySelector("table") is { } table)
        {
            TableOf(table, said, marking);
        }
        else if (images.Length > 1)
        {
            Photos(element);
        }
        else if (images.Length == 1)
        {
            Image(images[0], element, caption);
        }
        else
        {
            Part(element, marking);
        }
    }

    /// <summary>A gallery of all the pictures below an element; false if there are none.</summary>
    bool Photos(IElement element)
    {
        if (frame.Single || level + 1 > MaxLevel)
            return false;
        Flush();
        var outer = frame;
        frame = new Frame(false);
        foreach (var image in element.QuerySelectorAll("img, amp-img, figure.remote"))
        {
            if (image.LocalName != "figure" && image.Closest("figure.remote") is not null)
                continue;
            // The figure or list item a picture shares with no other picture holds its caption.
            var own = image.LocalName == "figure" ? image : image.Closest("figure, li, dl, .gallery-item");
            if (own == element || own?.QuerySelectorAll("img, amp-img").Length > 1)
                own = null;
            Image(image, own, own?.QuerySelector("figcaption, .gallery-caption, .wp-caption-text"));
        }
        var images = frame.Nodes;
        frame = outer;
        if (images.Count > 0)
            frame.Nodes.Add(new Gallery(images));
        var caption = element.Children.FirstOrDefault(child => child.LocalName == "figcaption");
        if (caption is not null && images.Count > 0)
            Part(caption, HtmlMarking.None);
        return images.Count > 0;
    }

    void Image(IElement image, IElement? figure, IElement? caption)
    {
        if ((image.ClassList.Contains("emoji") || image.ClassList.Contains("wp-smiley")) && image.GetAttribute("alt") is { } face)
        {
            frame.Line.Add(face, HtmlMarking.None);
            return;
        }
        var (width, height) = (Length(image, "width"), Length(image, "height"));
        if (width is 1 or 2 || height is 1 or 2)
        {
            Note("paste.pixel");
            return;
        }
        var address = Address(image);
        var key = Empty(figure?.GetAttribute("data-media")) ?? Empty(image.GetAttribute("data-media"));
        var media = Media(key, address);
        var src = media is null ? Href.Clean(address) : null;
        if (media is null && src is null)
        {
            Note("paste.picture", (key ?? address) switch { null => new Sentence("paste.no-address"), { Length: > 60 } longer => longer[..60] + "…", var short_ => short_ });
            return;
        }
        var credits = caption?.QuerySelectorAll(".credit, .image-credit, .media-credit, .wp-media-credit, .photo-credit").ToList() ?? [];
        var credit = credits.Count == 0 ? null : Words(credits);
        foreach (var given in credits)
            given.Remove();
        var decorative = figure?.HasAttribute("data-decorative") ?? false;
        var said = caption is null ? null : Words(caption.ChildNodes);
        if (frame.Single)
            Note("paste.picture-moved");
        Flush();
        frame.Nodes.Add(new ImageBlock(media, src, Alternative(image), said, credit, media is null ? width : null, media is null ? height : null, decorative));
    }

    /// <summary>The alternative text, unless it is only the name of the file.</summary>
    static string? Alternative(IElement image)
    {
        var alt = string.Join(' ', (image.GetAttribute("data-alt") ?? image.GetAttribute("alt") ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        alt = Whole(string.Concat(alt.Where(c => !char.IsControl(c))));
        var isFile = alt.EndsWith(".jpg", StringComparison.OrdinalIgnoreCase) || alt.EndsWith(".jpeg", StringComparison.OrdinalIgnoreCase)
            || alt.EndsWith(".png", StringComparison.OrdinalIgnoreCase) || alt.EndsWith(".webp", StringComparison.OrdinalIgnoreCase);
        return isFile ? null : Empty(alt);
    }

    /// <summary>Where the picture is, also if a script was to put it there.</summary>
    static string? Address(IElement image)
    {
        foreach (var name in (string[])["data-src", "data-lazy-src", "data-original", "data-orig-file", "src"])
            if (Empty(image.GetAttribute(name)) is { } address && !address.StartsWith("data:", StringComparison.OrdinalIgnoreCase))
                return address;
        return Empty(image.GetAttribute("srcset"))?.Split(',')[^1].Trim().Split(' ')[0];
    }

    Guid? Media(string? key, string? address)
    {
        if (Guid.TryParse(key, out var id))
            return id;
        var name = key ?? address;
        return string.IsNullOrEmpty(name) ? null : options.ResolveMedia(name);
    }

    static int? Length(IElement element, string name) =>
        int.TryParse(element.GetAttribute("data-" + name) ?? element.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length is > 0 and <= 100_000 ? length : null;

    void Picture(IElement element, HtmlMarking marking)
    {
        if (element.QuerySelector("img") is { } image)
            Image(image, null, null);
        else
            Walk(element.ChildNodes, marking);
    }

    /// <summary>A picture that waits for a script has its true self in a noscript beside it.</summary>
    void NoScript(IElement element, HtmlMarking marking)
    {
        if (element.PreviousElementSibling is not { LocalName: "img" or "picture" })
            Walk(element.ChildNodes, marking);
    }
}
