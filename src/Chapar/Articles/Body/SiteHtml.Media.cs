using System.Globalization;

namespace Chapar.Articles.Body;

sealed partial class SiteHtml
{
    protected override void Figure(ImageBlock node)
    {
        if (node.Media is { } ended && Context.HasEnded(ended))
        {
            // Without its caption, which would speak of what is not to be seen.
            Out.Append("<p class=\"ended\">").Encoded(Context.Words.Ended).Append("</p>");
            return;
        }
        var picture = node.Media is { } id ? Context.Picture(id) : null;
        var src = picture is null ? Href.Clean(node.Src) : null;
        // A caption without its picture would mislead.
        if (picture is null && src is null)
            return;
        Out.Append("<figure").Attribute("data-media", node.Media?.ToString());
        if (node.Decorative)
            Out.Append(" data-decorative");
        var alt = node.Decorative ? "" : node.Alt ?? "";
        if (picture is not null)
        {
            Out.Append('>');
            if (Context.PictureSize is { } size)
                Name(picture, alt, size(picture));
            else
                Show(picture, alt);
        }
        else if (Href.Leaves(src!) || Context.PictureSize is not null)
        {
            // Nothing of another site loads by itself: the reader goes there if he wants.
            Out.Append(" class=\"remote\"").Attribute("data-src", src).Attribute("data-alt", node.Alt)
                .Attribute("data-width", Number(node.Width)).Attribute("data-height", Number(node.Height)).Append('>');
            Anchor(src);
            Out.Encoded(Named(alt)).Append("</a>");
        }
        else
        {
            Out.Append("><img").Attribute("src", src).Attribute("width", Number(node.Width)).Attribute("height", Number(node.Height))
                .Attribute("alt", alt).Append(" loading=\"lazy\" decoding=\"async\">");
        }
        if (!string.IsNullOrEmpty(node.Caption) || !string.IsNullOrEmpty(node.Credit))
        {
            Out.Append("<figcaption>").Encoded(node.Caption);
            if (!string.IsNullOrEmpty(node.Credit))
                Out.Append(string.IsNullOrEmpty(node.Caption) ? "" : " ").Append("<small class=\"credit\">").Encoded(node.Credit).Append("</small>");
            Out.Append("</figcaption>");
        }
        Out.Append("</figure>");
    }

    string Named(string alt) => alt.Length > 0 ? $"{Context.Words.Photo}: {alt}" : Context.Words.Photo;

    void Name(Picture picture, string alt, string size)
    {
        Anchor(picture.Src);
        Out.Encoded(Named(alt)).Append(" <small>").Encoded(size).Append("</small></a>");
    }

    void Show(Picture picture, string alt)
    {
        Out.Append("<picture>");
        Source("image/avif", picture.AvifSrcset);
        Source("image/webp", picture.WebpSrcset);
        Out.Append("<img").Attribute("src", picture.Src);
        if (picture.JpegSrcset.Length > 0)
            Out.Attribute("srcset", picture.JpegSrcset).Attribute("sizes", Context.Sizes);
        Out.Attribute("width", Number(picture.Width)).Attribute("height", Number(picture.Height)).Attribute("alt", alt)
            .Append(" loading=\"lazy\" decoding=\"async\"></picture>");
    }

    void Source(string type, string srcset)
    {
        if (srcset.Length > 0)
            Out.Append("<source").Attribute("type", type).Attribute("srcset", srcset).Attribute("sizes", Context.Sizes).Append('>');
    }

    protected override void Photos(Gallery node)
    {
        Out.Append("<div class=\"gallery\" role=\"group\"").Attribute("aria-label", Context.Words.Photos).Append('>');
        Blocks(node.Images);
        Out.Append("</div>");
    }

    protected override void TableOf(TableBlock node)
    {
        if (node.Rows.Count == 0)
            return;
        // Wide tables scroll sideways; what scrolls must be reachable by keyboard and have a name.
        Out.Append("<div class=\"table\" tabindex=\"0\" role=\"region\"")
            .Attribute("aria-label", string.IsNullOrEmpty(node.Caption) ? Context.Words.Table : node.Caption).Append('>');
        base.TableOf(node);
        Out.Append("</div>");
    }

    protected override void Card(LinkCard node)
    {
        var article = node.Article is { } id ? Context.Article(id) : null;
        var title = string.IsNullOrEmpty(node.Title) ? article?.Headline : node.Title;
        if (!Anchor(article?.Path ?? node.Href, "card", node.Article?.ToString()))
            return;
        // The headline is marked as such so that it is known not to be a title of the card's own.
        if (string.IsNullOrEmpty(node.Title) && title is not null)
            Out.Append("<strong class=\"headline\">").Encoded(title).Append("</strong>");
        else
            Out.Encoded(title ?? node.Href);
        if (!string.IsNullOrEmpty(article?.Deck))
            Out.Append(" <span class=\"deck\">").Encoded(article.Deck).Append("</span>");
        Out.Append("</a>");
    }

    protected override void Elsewhere(Embed node)
    {
        if (Href.Clean(node.Url) is not { } url)
            return;
        Out.Append("<figure class=\"embed\"").Attribute("data-provider", node.Provider).Attribute("data-url", url)
            .Attribute("data-poster", node.Poster?.ToString()).Append('>');
        Anchor(url);
        if (node.Poster is { } id && Context.PictureSize is null && Context.Picture(id) is { } poster)
            Show(poster, "");
        Out.Append("<span>").Encoded(EmbedProvider.Invitation(node, Context.Words)).Append("</span></a>");
        if (!string.IsNullOrEmpty(node.Title))
            Out.Append("<figcaption>").Encoded(node.Title).Append("</figcaption>");
        Out.Append("</figure>");
    }

    protected override void Download(FileBlock node)
    {
        Out.Append("<p class=\"file\"").Attribute("data-bytes", node.Bytes?.ToString(CultureInfo.InvariantCulture)).Append('>');
        var linked = Anchor(node.Href);
        Out.Encoded(node.Name).Append(linked ? "</a>" : "");
        if (node.Bytes is { } bytes)
            Out.Append(" <small>").Encoded(Size(bytes)).Append("</small>");
        Out.Append("</p>");
    }
}
