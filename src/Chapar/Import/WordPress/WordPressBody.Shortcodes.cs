using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Chapar.Articles.Body;

namespace Chapar.Import.WordPress;

/// <summary>What each shortcode becomes. One nobody here knows stays as text: readers of the old site may have seen it so too.</summary>
public sealed partial class WordPressBody
{
    static readonly HashSet<string> code = new(StringComparer.Ordinal)
    {
        "code", "sourcecode", "source", "csharp", "php", "css", "js", "javascript", "python", "bash", "shell", "html", "xml", "java", "ruby",
        "sql", "perl", "cpp", "c", "go", "json", "yaml", "diff", "plain", "text",
    };

    /// <summary>Things a server made anew for each visitor. There is nothing of them in the file.</summary>
    static readonly HashSet<string> made = new(StringComparer.Ordinal)
    {
        "wpcredits", "archives", "recent-posts", "recent_posts", "sitemap", "polldaddy", "poll", "likes", "jetpack_subscription_form",
        "jetpack-related-posts", "blog_subscription_form", "subscribe2", "rev_slider", "layerslider", "metaslider", "widget", "toc", "adrotate",
        "ad", "ads", "adsense", "display-posts", "ic_add_posts", "portfolio", "testimonials", "wpvideo", "videopress", "slideshow",
    };

    static readonly HashSet<string> forms = new(StringComparer.Ordinal)
    {
        "contact-form", "contact-form-7", "contact-field", "contact_form", "gravityform", "gravityforms", "ninja_form", "ninja_forms",
        "wpforms", "formidable", "mc4wp_form", "newsletter_form", "caldera_form", "fluentform",
    };

    static readonly string[] builders = ["vc_", "et_pb_", "fusion_", "av_", "mk_", "tatsu_", "fl_", "cs_", "elementor", "siteorigin", "thrive_", "bt_bb_", "td_block_"];

    /// <summary>The text with its shortcodes written out; <paramref name="between"/> parts what they give from the text around.</summary>
    string WithShortcodes(string text, string between) => Shortcode.Replace(text, tag => Write(tag) switch
    {
        null => null,
        "" => "",
        ['<', ..] html => between + html + between,
        var inline => inline,
    });

    string? Write(Shortcode tag)
    {
        string name = tag.Name;
        if (code.Contains(name))
            return tag.Content is null ? null : Code(tag);
        if (forms.Contains(name))
            return LeftOut($"form left out: {name}");
        if (made.Contains(name))
            return LeftOut($"made by a plugin, left out: {name}");
        if (builders.Any(builder => name.StartsWith(builder, StringComparison.Ordinal)))
            return Built(tag);
        switch (name)
        {
            case "caption" or "wp_caption" when tag.Content is not null:
                return Caption(tag);
            case "gallery":
                return Gallery(tag);
            case "playlist":
                return string.Concat(Ids(tag).Select(id => source.Attachment(id) is { } file ? FileLine(file.Url, file.Title) : LeftOut("playlist entry that is not in the export")));
            case "audio" or "video":
                return Recording(tag);
            case "embed" or "youtube" or "vimeo" or "twitter" or "tweet" or "instagram" or "facebook" or "tiktok" or "telegram"
                or "soundcloud" or "dailymotion" or "googlemaps" or "ted" or "slideshare" or "flickr" or "spotify":
                return EmbedOf(tag);
            case "gist":
                string? gist = UrlIn(tag.Content ?? "") ?? (tag["0"] ?? tag["id"] ?? tag.Content) switch
                {
                    null or "" => null,
                    var url when url.StartsWith("http", StringComparison.Ordinal) => url,
                    var id => "https://gist.github.com/" + id.Trim(),
                };
                return gist is null ? null : Embed(gist);
            case "pullquote" when tag.Content is not null:
                return $"<blockquote class=\"pull\"><p>{WithShortcodes(tag.Content, "")}</p></blockquote>";
            case "blockquote" or "quote" when tag.Content is not null:
                return $"<blockquote>{Paragraphs.Mark(WithShortcodes(tag.Content, ""))}</blockquote>";
            case "dropcap" or "highlight" or "column" or "columns" or "one_half" or "one_half_last" or "box" or "row" or "center" or "spoiler" when tag.Content is not null:
                Note($"layout tag, its text kept: {name}");
                return WithShortcodes(tag.Content, "");
            case "button" when tag.Content is not null && (tag["url"] ?? tag["link"] ?? tag["href"]) is { } target:
                return $"<a href=\"{WebUtility.HtmlEncode(target)}\">{tag.Content}</a>";
            default:
                if (tag.Content is not null || tag.Attributes.Keys.Any(key => !char.IsAsciiDigit(key[0])) || name.Contains('_', StringComparison.Ordinal))
                    Note($"unknown shortcode, kept as text: {name}");
                return null;
        }
    }

    string LeftOut(string what)
    {
        Note(what);
        return "";
    }

    static string Code(Shortcode tag)
    {
        string? language = tag["language"] ?? tag["lang"] ?? (tag.Name is "code" or "sourcecode" or "source" or "plain" or "text" ? null : tag.Name);
        // The old editor stored the code escaped or not, depending on its version.
        string text = WebUtility.HtmlEncode(WebUtility.HtmlDecode(tag.Content!.Trim('\n')));
        return language is null ? $"<pre><code>{text}</code></pre>" : $"<pre><code class=\"language-{WebUtility.HtmlEncode(language)}\">{text}</code></pre>";
    }

    string Caption(Shortcode tag)
    {
        string inside = WithShortcodes(tag.Content!, "");
        Match image = ImagePattern().Match(inside);
        if (!image.Success)
            return inside;
        string text = tag["caption"] ?? inside[(image.Index + image.Length)..].Trim();
        string id = Digits().Match(tag["id"] ?? "").Value;
        string media = id.Length > 0 ? $" data-media=\"wp:{id}\"" : "";
        return $"<figure{media}>{image.Groups["img"].Value}<figcaption>{text}</figcaption></figure>";
    }

    string Gallery(Shortcode tag)
    {
        List<long> ids = Ids(tag);
        HashSet<string> excluded = [.. (tag["exclude"] ?? "").Split(',', StringSplitOptions.TrimEntries)];
        IEnumerable<WordPressAttachment> images = ids.Count == 0
            ? source.Children.Where(child => !excluded.Contains(child.Id.ToString(CultureInfo.InvariantCulture)))
            : ids.Select(id => source.Attachment(id)).OfType<WordPressAttachment>();
        List<WordPressAttachment> shown = [.. images.Where(image => BodyElements.IsImage(image.Url))];
        for (int missing = Math.Max(ids.Count, 1) - shown.Count; missing > 0 && (ids.Count > 0 || shown.Count == 0); missing--)
            Note("gallery image that is not in the export");
        return shown.Count == 0 ? "" : $"<div class=\"gallery\">{string.Concat(shown.Select(Figure))}</div>";
    }

    static string Figure(WordPressAttachment image) =>
        $"<figure data-media=\"wp:{image.Id}\"><img src=\"{WebUtility.HtmlEncode(image.Url)}\" alt=\"{WebUtility.HtmlEncode(image.Alt)}\">"
        + (image.Caption.Length > 0 ? $"<figcaption>{image.Caption}</figcaption>" : "") + "</figure>";

    static List<long> Ids(Shortcode tag) =>
        [.. Digits().Matches(tag["ids"] ?? tag["include"] ?? "").Select(id => long.TryParse(id.Value, CultureInfo.InvariantCulture, out long number) ? number : 0)];

    string Recording(Shortcode tag)
    {
        string? url = tag["src"] ?? tag["mp3"] ?? tag["mp4"] ?? tag["m4a"] ?? tag["m4v"] ?? tag["ogg"] ?? tag["oga"] ?? tag["ogv"] ?? tag["wav"]
            ?? tag["webm"] ?? tag["flv"] ?? tag["wmv"] ?? tag["url"] ?? UrlIn(tag.Content ?? "") ?? UrlIn(tag["0"] ?? "");
        if (url is null && source.Children.FirstOrDefault(child => BodyElements.IsRecording(child.Url)) is { } only)
            url = only.Url; // without an address WordPress plays what was uploaded to the article
        if (url is null)
            return LeftOut($"{tag.Name} without an address");
        return EmbedProvider.Recognise(url) is null ? FileLine(url, "") : Embed(url);
    }

    string EmbedOf(Shortcode tag)
    {
        string value = (tag.Content ?? tag["src"] ?? tag["url"] ?? tag["id"] ?? tag["0"] ?? "").Trim().TrimStart('=');
        string? url = UrlIn(value) ?? (tag.Name, value) switch
        {
            (_, "") => null,
            ("youtube", _) => "https://www.youtube.com/watch?v=" + value,
            ("vimeo", _) => "https://vimeo.com/" + value,
            ("twitter" or "tweet", _) => "https://x.com/i/status/" + value,
            ("instagram", _) => $"https://www.instagram.com/p/{value}/",
            _ => null,
        };
        return url is null ? LeftOut($"{tag.Name} without an address") : Embed(WebUtility.HtmlDecode(url));
    }

    /// <summary>Page builders wrap everything in layout tags: the words and pictures are kept, the layout goes.</summary>
    string Built(Shortcode tag)
    {
        Note($"page builder layout taken off: {tag.Name}");
        if (tag.Name is "vc_raw_html" or "vc_raw_js" or "et_pb_code")
            return "";
        string inside = tag.Content is null ? "" : "\n\n" + WithShortcodes(tag.Content, "\n\n") + "\n\n";
        if (tag.Name is "vc_single_image" && long.TryParse(tag["image"], CultureInfo.InvariantCulture, out long id) && source.Attachment(id) is { } image)
            return Figure(image) + inside;
        if (tag.Name is "et_pb_image" or "fusion_imageframe" && (tag["src"] ?? UrlIn(inside)) is { } src)
            return $"<figure><img src=\"{WebUtility.HtmlEncode(src)}\" alt=\"{WebUtility.HtmlEncode(tag["alt"] ?? "")}\"></figure>";
        if (tag.Name is "vc_video" or "et_pb_video" && (tag["link"] ?? tag["src"]) is { } video)
            return Embed(video);
        string heading = tag.Name is "et_pb_blurb" or "et_pb_accordion_item" or "et_pb_toggle" or "vc_tta_section" && tag["title"] is { } title
            ? $"<h3>{WebUtility.HtmlEncode(title)}</h3>" : "";
        return heading + inside;
    }

    static string FileLine(string url, string name)
    {
        string address = WebUtility.HtmlEncode(url.Trim());
        string text = name.Length > 0 ? name : Uri.UnescapeDataString(url.Trim().Split('?')[0].TrimEnd('/').Split('/')[^1]);
        return $"<p class=\"file\"><a href=\"{address}\">{WebUtility.HtmlEncode(text)}</a></p>\n";
    }

    static string? UrlIn(string text) => UrlPattern().Match(text) is { Success: true } url ? WebUtility.HtmlDecode(url.Value) : null;

    [GeneratedRegex("""https?://[^\s<>"'\]\[]+""", RegexOptions.CultureInvariant)]
    private static partial Regex UrlPattern();

    [GeneratedRegex(@"(?:<a\b[^>]*>\s*)?(?<img><img\b[^>]*>)(?:\s*</a>)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ImagePattern();

    [GeneratedRegex(@"\d+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
