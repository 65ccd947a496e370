using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Chapar.Import.WordPress;

/// <summary>
/// What WordPress's HTML says by class names, said in our own conventions: which attachment a picture is, who is credited,
/// where own links lead. What any site's HTML has in common is left to the converter of bodies.
/// </summary>
static partial class BodyElements
{
    /// <summary>Things plugins hang below an article; they are no part of it.</summary>
    static readonly HashSet<string> clutter = new(StringComparer.Ordinal)
    {
        "sharedaddy", "jp-relatedposts", "wp-block-social-links", "addtoany_share_save_container", "ssba", "heateor_sss_sharing_container",
        "yarpp-related", "post-views", "wp-block-spacer", "adsbygoogle",
    };

    static readonly HashSet<string> galleries = new(StringComparer.Ordinal)
    {
        "wp-block-jetpack-image-compare", "wp-block-jetpack-slideshow", "wp-block-jetpack-tiled-gallery", "tiled-gallery",
    };

    public static string Settle(string html, WordPressBodySource source, Action<string> note)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + html);
        // One walk: a selector for each of these would walk the text a dozen times.
        foreach (IElement element in document.Body!.QuerySelectorAll("*").ToList())
        {
            if (element.ClassName is { Length: > 0 } classes)
                SettleByClass(element, classes.Split(' '), document);
            switch (element.LocalName)
            {
                case "img":
                    NameMedia(element, source, note);
                    break;
                case "figcaption":
                    MarkCredit(element, document);
                    break;
                case "a":
                    SettleLink(element, source);
                    break;
                case "audio" or "video" or "source" or "object" or "embed":
                    SettleFile(element, source);
                    break;
            }
        }
        return document.Body!.InnerHtml;
    }

    static void SettleByClass(IElement element, string[] classes, IHtmlDocument document)
    {
        if (classes.Any(clutter.Contains))
            element.Remove();
        else if (classes.Any(galleries.Contains))
            AsGallery(element, document);
        else if (classes.Contains("wp-caption-text") || classes.Contains("gallery-caption"))
            MarkCredit(element, document);
    }

    /// <summary>Own links lead to where things stand now; marks to jump to and back from footnotes lead nowhere here.</summary>
    static void SettleLink(IElement link, WordPressBodySource source)
    {
        string? href = link.GetAttribute("href");
        if (href is null ? link.HasAttribute("name") : link.ParentElement is { LocalName: "sup", ClassName: "fn" })
            link.Replace([.. link.ChildNodes]);
        else if (href is not null && source.Link(href.Trim()) is { } own)
            link.SetAttribute("href", own);
    }

    /// <summary>Sound and video of our own play from here.</summary>
    static void SettleFile(IElement element, WordPressBodySource source)
    {
        string name = element.LocalName == "object" ? "data" : "src";
        if (element.GetAttribute(name) is { } address && source.Link(address.Trim()) is { } own)
            element.SetAttribute(name, own);
    }

    static void AsGallery(IElement element, IHtmlDocument document)
    {
        IElement gallery = document.CreateElement("div");
        gallery.ClassName = "gallery";
        IElement? caption = element.QuerySelector("figcaption");
        foreach (IElement image in element.QuerySelectorAll("img"))
        {
            IElement figure = document.CreateElement("figure");
            figure.AppendChild(image);
            gallery.AppendChild(figure);
        }
        if (caption is not null)
            gallery.AppendChild(caption);
        element.Replace(gallery);
    }

    static void NameMedia(IElement image, WordPressBodySource source, Action<string> note)
    {
        string src = image.GetAttribute("src") ?? "";
        if (src.Contains("/wp-includes/images/smilies/", StringComparison.Ordinal) || src.Contains("s.w.org/images/core/emoji", StringComparison.Ordinal))
            image.ClassList.Add("wp-smiley");
        if (IsTracker(src))
        {
            note("tracking picture left out");
            image.Remove();
            return;
        }
        if (IdOf(image) is { } id && source.Attachment(id) is { } attachment && IsImage(attachment.Url))
        {
            image.SetAttribute("data-media", $"wp:{id}");
            image.Closest("figure[data-media]")?.RemoveAttribute("data-media");
            // An empty text is an answer ("decorative") in a block, but in old posts only a question nobody asked.
            if (string.IsNullOrWhiteSpace(image.GetAttribute("alt")) && attachment.Alt.Length > 0)
                image.SetAttribute("alt", attachment.Alt);
        }
        else
        {
            image.Closest("figure[data-media^='wp:']")?.RemoveAttribute("data-media");
        }
    }

    static bool IsTracker(string src) =>
        src.Contains("stats.wordpress.com", StringComparison.Ordinal) || src.Contains("feeds.feedburner.com/~r", StringComparison.Ordinal)
        || src.Contains("feeds.wordpress.com/1.0/", StringComparison.Ordinal) || src.Contains("pixel.wp.com", StringComparison.Ordinal);

    static long? IdOf(IElement image)
    {
        string? found = Classes(image).Select(name => Id(name, "wp-image-")).FirstOrDefault(id => id is not null)
            ?? Id("wp:" + image.GetAttribute("data-id"), "wp:")
            ?? Id("wp:" + image.GetAttribute("data-attachment-id"), "wp:")
            ?? Id(image.Closest("figure[data-media]")?.GetAttribute("data-media") ?? "", "wp:")
            ?? Id(image.Closest("a[rel~='attachment']")?.GetAttribute("rel")?.Split(' ')[^1] ?? "", "wp-att-")
            ?? Id(image.Closest("[id^='attachment_']")?.Id ?? "", "attachment_");
        return long.TryParse(found, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;
    }

    static IEnumerable<string> Classes(IElement element) => element.ClassList;

    static string? Id(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) && text.Length > prefix.Length && text.AsSpan(prefix.Length).IndexOfAnyExceptInRange('0', '9') < 0
            ? text[prefix.Length..] : null;

    /// <summary>WordPress has no field for the credit; newspapers write it at the end of the caption: "... Photo: Name".</summary>
    static void MarkCredit(IElement caption, IHtmlDocument document)
    {
        if (caption.QuerySelector(".credit, .wp-media-credit, .media-credit, .image-credit, .photo-credit") is not null
            || caption.LastChild is not IText last || SplitCredit(last.Data) is not (var words, { Length: > 0 } credit))
            return;
        last.Data = words;
        IElement small = document.CreateElement("small");
        small.ClassName = "credit";
        small.TextContent = credit;
        caption.AppendChild(small);
    }

    /// <summary>A caption's words and the credit at its end, which is empty if there is none.</summary>
    public static (string Words, string Credit) SplitCredit(string caption)
    {
        Match found = CreditPattern().Match(caption);
        return found.Success ? (caption[..found.Index].TrimEnd(' ', '(', '[', '|', '/', '–', '—', '-'), found.Groups["who"].Value.Trim()) : (caption, "");
    }

    public static bool IsImage(string url) => HasEnding(url, ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".svg");

    public static bool IsRecording(string url) =>
        HasEnding(url, ".mp3", ".m4a", ".ogg", ".oga", ".wav", ".mp4", ".m4v", ".mov", ".webm", ".ogv", ".wmv", ".avi");

    static bool HasEnding(string url, params ReadOnlySpan<string> endings)
    {
        int end = url.AsSpan().IndexOfAny('?', '#');
        ReadOnlySpan<char> path = end < 0 ? url : url.AsSpan(0, end);
        foreach (string ending in endings)
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        // An address of a picture service has no ending; what is linked as a picture there is one.
        return endings[0] == ".jpg" && url.Contains("images.unsplash.com/", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[(\[]?\s*\b(?:photos?|images?|pictures?|photo credits?|image credits?|credits?|courtesy|source|фото|источник|сүрөт|сурет|surat|foto|fotos|bild|imagen)\s*(?:by|courtesy of)?\s*[:：]\s*(?<who>[^:()\[\]]{2,120}?)\s*[)\]]?\s*\.?\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex CreditPattern();
}
