namespace Chapar.Articles.Body;

/// <summary>The site's own HTML: pictures in every format, names for screen readers, attributes the converter reads back.</summary>
sealed partial class SiteHtml(BodyContext context) : BlockHtml(context)
{
    protected override string PullClass => "pull";

    protected override void Interview(Turn node)
    {
        Out.Append("<div class=\"turn\"").Attribute("data-role", node.Role).Attribute("data-speaker", node.Speaker).Append('>');
        if (!string.IsNullOrEmpty(node.Speaker))
            Out.Append("<p class=\"speaker\">").Encoded(node.Speaker).Append("</p>");
        Blocks(node.Content);
        Out.Append("</div>");
    }

    protected override void Box(NoteBlock node)
    {
        // The title is no heading: it would stand in the article's outline at a level that depends on what stands before.
        Out.Append("<aside class=\"note\"").Attribute("aria-label", string.IsNullOrEmpty(node.Title) ? null : node.Title).Append('>');
        if (!string.IsNullOrEmpty(node.Title))
            Out.Append("<p class=\"title\">").Encoded(node.Title).Append("</p>");
        Blocks(node.Content);
        Out.Append("</aside>");
    }

    protected override void Figure(RateInline node, RateFigure? figure) =>
        Out.Append("<span class=\"rate\"").Attribute("data-pair", node.Pair).Attribute("data-asof", node.AsOf?.ToString("O", null))
            .Attribute("title", figure?.Title).Append('>').Encoded(figure?.Text ?? Unknown).Append("</span>");
}
