using System.Globalization;

namespace Chapar.Articles.Body;

public sealed partial class BodyHtml
{
    void Figure(ImageBlock node)
    {
        var picture = node.Media is { } id ? context.Picture(id) : null;
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
            Show(picture, alt);
        }
        else if (Href.Leaves(src!))
        {
            // Nothing of another site loads by itself: the reader goes there if he wants.
            Out.Append(" class=\"remote\"").Attribute("data-src", src).Attribute("data-alt", node.Alt)
                .Attribute("data-width", Number(node.Width)).Attribute("data-height", Number(node.Height)).Append('>');
            Anchor(src);
            Out.Encoded(alt.Length > 0 ? $"{context.Words.Photo}: {alt}" : context.Words.Photo).Append("</a>");
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

    void Show(Picture picture, string alt)
    {
        Out.Append("<picture>");
        Source("image/avif", picture.AvifSrcset);
        Source("image/webp", picture.WebpSrcset);
        Out.Append("<img").Attribute("src", picture.Src);
        if (picture.JpegSrcset.Length > 0)
            Out.Attribute("srcset", picture.JpegSrcset).Attribute("sizes", context.Sizes);
        Out.Attribute("width", Number(picture.Width)).Attribute("height", Number(picture.Height)).Attribute("alt", alt)
            .Append(" loading=\"lazy\" decoding=\"async\"></picture>");
    }

    void Source(string type, string srcset)
    {
        if (srcset.Length > 0)
            Out.Append("<source").Attribute("type", type).Attribute("srcset", srcset).Attribute("sizes", context.Sizes).Append('>');
    }

    void Photos(Gallery node)
    {
        Out.Append("<div class=\"gallery\" role=\"group\"").Attribute("aria-label", context.Words.Photos).Append('>');
        Blocks(node.Images);
        Out.Append("</div>");
    }

    void TableOf(TableBlock node)
    {
        if (node.Rows.Count == 0)
            return;
        // Wide tables scroll sideways; what scrolls must be reachable by keyboard and have a name.
        Out.Append("<div class=\"table\" tabindex=\"0\" role=\"region\"")
            .Attribute("aria-label", string.IsNullOrEmpty(node.Caption) ? context.Words.Table : node.Caption).Append("><table>");
        if (!string.IsNullOrEmpty(node.Caption))
            Out.Append("<caption>").Encoded(node.Caption).Append("</caption>");
        var head = node.Rows[0] is TableRow { Cells.Count: > 0 } first && first.Cells.All(cell => cell is TableCell { Header: true, Rowspan: 1 });
        if (head)
            Row("<thead>", node.Rows[0], "col", "</thead>");
        if (node.Rows.Count > (head ? 1 : 0))
        {
            Out.Append("<tbody>");
            for (var i = head ? 1 : 0; i < node.Rows.Count; i++)
                Row("", node.Rows[i], i == 0 ? "col" : "row", "");
            Out.Append("</tbody>");
        }
        Out.Append("</table></div>");
    }

    void Row(string open, Node row, string scope, string close)
    {
        Out.Append(open).Append("<tr>");
        foreach (var node in TreeWalk.Children(row))
        {
            if (node is not TableCell cell)
                continue;
            Out.Append(cell.Header ? "<th" : "<td").Attribute("scope", cell.Header ? scope : null);
            if (cell.Colspan > 1)
                Out.Attribute("colspan", Number(cell.Colspan));
            if (cell.Rowspan > 1)
                Out.Attribute("rowspan", Number(cell.Rowspan));
            Out.Append('>');
            Tight(cell.Content);
            Out.Append(cell.Header ? "</th>" : "</td>");
        }
        Out.Append("</tr>").Append(close);
    }

    void Card(LinkCard node)
    {
        var article = node.Article is { } id ? context.Article(id) : null;
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

    void Elsewhere(Embed node)
    {
        if (Href.Clean(node.Url) is not { } url)
            return;
        Out.Append("<figure class=\"embed\"").Attribute("data-provider", node.Provider).Attribute("data-url", url)
            .Attribute("data-poster", node.Poster?.ToString()).Append('>');
        Anchor(url);
        if (node.Poster is { } id && context.Picture(id) is { } poster)
            Show(poster, "");
        Out.Append("<span>").Encoded(EmbedProvider.Invitation(node, context.Words)).Append("</span></a>");
        if (!string.IsNullOrEmpty(node.Title))
            Out.Append("<figcaption>").Encoded(node.Title).Append("</figcaption>");
        Out.Append("</figure>");
    }

    void Download(FileBlock node)
    {
        Out.Append("<p class=\"file\"").Attribute("data-bytes", node.Bytes?.ToString(CultureInfo.InvariantCulture)).Append('>');
        var linked = Anchor(node.Href);
        Out.Encoded(node.Name).Append(linked ? "</a>" : "");
        if (node.Bytes is { } bytes)
            Out.Append(" <small>").Encoded(Size(bytes)).Append("</small>");
        Out.Append("</p>");
    }

    string Size(long bytes)
    {
        var culture = CultureInfo.GetCultureInfo(context.Language);
        return bytes switch
        {
            < 1000 => string.Create(culture, $"{bytes}\u00A0{context.Words.Bytes}"),
            < 1_000_000 => string.Create(culture, $"{bytes / 1000m:0}\u00A0{context.Words.Kilobytes}"),
            _ => string.Create(culture, $"{bytes / 1_000_000m:0.0}\u00A0{context.Words.Megabytes}"),
        };
    }

    static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
