namespace Chapar.Articles.Body;

/// <summary>HTML for other people's programs: whole addresses, no classes, one size of each picture, everything else a link.</summary>
/// <param name="site">The address of the publication's front page.</param>
/// <param name="forMail">True where figures are not understood and a picture wider than the message breaks it.</param>
sealed class PlainHtml(BodyContext context, Uri site, bool forMail) : BlockHtml(context)
{
    /// <summary>The width of a message, in pixels.</summary>
    const int MailWidth = 600;

    protected override Uri Site => site;

    protected override void Figure(ImageBlock node)
    {
        if (node.Media is { } ended && Context.HasEnded(ended))
        {
            // Without its caption, which would speak of what is not to be seen.
            Out.Append("<p>").Encoded(Context.Words.Ended).Append("</p>");
            return;
        }
        var picture = node.Media is { } id ? Context.Picture(id) : null;
        var src = picture?.Src ?? Href.Clean(node.Src);
        if (src is null)
            return;
        Out.Append(forMail ? "<p>" : "<figure>");
        Show(src, picture?.Width ?? node.Width, picture?.Height ?? node.Height, node.Decorative ? "" : node.Alt ?? "");
        var caption = string.Join(' ', new[] { node.Caption, node.Credit }.Where(text => !string.IsNullOrEmpty(text)));
        if (caption.Length > 0)
            Out.Append(forMail ? "<br><small>" : "<figcaption>").Encoded(caption).Append(forMail ? "</small>" : "</figcaption>");
        Out.Append(forMail ? "</p>" : "</figure>");
    }

    void Show(string src, int? width, int? height, string alt)
    {
        if (forMail && width > MailWidth)
            (width, height) = (MailWidth, (int?)((long?)height * MailWidth / width));
        Out.Append("<img").Attribute("src", Href.Absolute(src, site)).Attribute("width", Number(width)).Attribute("height", Number(height))
            .Attribute("alt", alt).Append('>');
    }

    protected override void Figure(RateInline node, RateFigure? figure) => Out.Encoded(figure?.Text ?? Unknown);

    protected override void Photos(Gallery node) => Blocks(node.Images);

    protected override void Interview(Turn node)
    {
        if (!string.IsNullOrEmpty(node.Speaker))
            Out.Append("<p><strong>").Encoded(node.Speaker).Append("</strong></p>");
        Blocks(node.Content);
    }

    protected override void Card(LinkCard node)
    {
        var article = node.Article is { } id ? Context.Article(id) : null;
        LinkTo(article?.Path ?? node.Href, string.IsNullOrEmpty(node.Title) ? article?.Headline : node.Title);
    }

    protected override void Elsewhere(Embed node)
    {
        if (node.Poster is { } id && Context.Picture(id) is { } poster && Href.Clean(node.Url) is not null)
        {
            Out.Append("<p>");
            Anchor(node.Url);
            Show(poster.Src, poster.Width, poster.Height, node.Title ?? "");
            Out.Append("</a></p>");
        }
        var words = EmbedProvider.Invitation(node, Context.Words);
        LinkTo(node.Url, string.IsNullOrEmpty(node.Title) ? words : $"{node.Title} ({words})");
    }

    protected override void Download(FileBlock node) =>
        LinkTo(node.Href, node.Bytes is { } bytes ? $"{node.Name} ({Size(bytes)})" : node.Name);

    void LinkTo(string? href, string? words)
    {
        Out.Append("<p>");
        var linked = Anchor(href);
        Out.Encoded(words ?? href).Append(linked ? "</a></p>" : "</p>");
    }

    protected override void Box(NoteBlock node)
    {
        Out.Append("<blockquote>");
        if (!string.IsNullOrEmpty(node.Title))
            Out.Append("<p><strong>").Encoded(node.Title).Append("</strong></p>");
        Blocks(node.Content);
        Out.Append("</blockquote>");
    }
}
