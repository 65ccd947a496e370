using System.Globalization;

namespace Chapar.Articles.Body;

/// <summary>
/// A body as the site's HTML. <see cref="HtmlToBody"/> understands everything written here, so that copying from the site and
/// pasting into the editor loses nothing.
/// </summary>
public sealed partial class BodyHtml : MarkedHtml
{
    readonly BodyContext context;

    /// <summary>The level of the heading before: the next may be one deeper at most, or screen readers lose count.</summary>
    int heading = 1;

    BodyHtml(BodyContext context) => this.context = context;

    /// <summary>The HTML of a body, a line for each block. Conforming inside any element that takes flow content after an h1.</summary>
    public static string Render(BodyTree body, BodyContext context)
    {
        var html = new BodyHtml(context);
        foreach (var node in body.Nodes)
        {
            var before = html.Out.Length;
            html.Block(node);
            if (html.Out.Length > before)
                html.Out.Append('\n');
        }
        return html.Out.ToString();
    }

    void Blocks(IReadOnlyList<Node> nodes)
    {
        foreach (var node in nodes)
            Block(node);
    }

    void Block(Node node)
    {
        switch (node)
        {
            case Paragraph p:
                if (HasWords(p.Content))
                    Element("p", p.Content);
                break;
            case Heading h: HeadingOf(h); break;
            case BulletList list: List("<ul>", list.Items, "</ul>"); break;
            case OrderedList list:
                var start = list.Start == 1 ? "<ol>" : string.Create(CultureInfo.InvariantCulture, $"<ol start=\"{list.Start}\">");
                List(start, list.Items, "</ol>");
                break;
            case Quote quote:
                Out.Append("<blockquote>");
                Blocks(quote.Content);
                Out.Append("</blockquote>");
                break;
            case PullQuote pull: Pull(pull); break;
            case ImageBlock image: Figure(image); break;
            case Gallery gallery: Photos(gallery); break;
            case Turn turn: TurnOf(turn); break;
            case TableBlock table: TableOf(table); break;
            case LinkCard card: Card(card); break;
            case Embed embed: Elsewhere(embed); break;
            case FileBlock file: Download(file); break;
            case NoteBlock note: Box(note); break;
            case Divider: Out.Append("<hr>"); break;
            case CodeBlock code: Preformatted(code); break;
            case Inline or UnknownNode { Content: [Inline, ..] }: Element("p", node is Inline ? [node] : TreeWalk.Children(node)); break;
            default: Blocks(TreeWalk.Children(node)); break;
        }
    }

    void Element(string name, IReadOnlyList<Node> line)
    {
        Out.Append('<').Append(name).Append('>');
        Line(line);
        Out.Append("</").Append(name).Append('>');
    }

    void HeadingOf(Heading node)
    {
        if (!HasWords(node.Content))
            return;
        heading = Math.Min(node.Level, heading + 1);
        Element(heading switch { 2 => "h2", 3 => "h3", _ => "h4" }, node.Content);
    }

    void List(string open, IReadOnlyList<Node> items, string close)
    {
        Out.Append(open);
        foreach (var item in items)
        {
            Out.Append("<li>");
            Tight(TreeWalk.Children(item));
            Out.Append("</li>");
        }
        Out.Append(close);
    }

    /// <summary>Blocks of a list item or cell: a lone first paragraph goes without its tag, as anyone would write it.</summary>
    void Tight(IReadOnlyList<Node> nodes)
    {
        if (nodes is [Paragraph first, ..] && nodes.Skip(1).All(node => node is BulletList or OrderedList))
        {
            Line(first.Content);
            Blocks([.. nodes.Skip(1)]);
        }
        else
        {
            Blocks(nodes);
        }
    }

    void Pull(PullQuote node)
    {
        Out.Append("<blockquote class=\"pull\">");
        Element("p", node.Content);
        if (!string.IsNullOrEmpty(node.Attribution))
            Out.Append("<cite>").Encoded(node.Attribution).Append("</cite>");
        Out.Append("</blockquote>");
    }

    void TurnOf(Turn node)
    {
        Out.Append("<div class=\"turn\"").Attribute("data-role", node.Role).Attribute("data-speaker", node.Speaker).Append('>');
        if (!string.IsNullOrEmpty(node.Speaker))
            Out.Append("<p class=\"speaker\">").Encoded(node.Speaker).Append("</p>");
        Blocks(node.Content);
        Out.Append("</div>");
    }

    void Box(NoteBlock node)
    {
        // The title is no heading: it would stand in the article's outline at a level that depends on what stands before.
        Out.Append("<aside class=\"note\"").Attribute("aria-label", string.IsNullOrEmpty(node.Title) ? null : node.Title).Append('>');
        if (!string.IsNullOrEmpty(node.Title))
            Out.Append("<p class=\"title\">").Encoded(node.Title).Append("</p>");
        Blocks(node.Content);
        Out.Append("</aside>");
    }

    void Preformatted(CodeBlock node)
    {
        Out.Append("<pre>");
        // A parser drops the first line end after the tag.
        if (node.Text.StartsWith('\n'))
            Out.Append('\n');
        if (node.Language is null)
            Out.Encoded(node.Text);
        else
            Out.Append("<code").Attribute("class", "language-" + node.Language).Append('>').Encoded(node.Text).Append("</code>");
        Out.Append("</pre>");
    }

    protected override void Leaf(Inline node)
    {
        if (node is not RateInline rate)
        {
            base.Leaf(node);
            return;
        }
        var figure = context.Rate(rate.Pair, rate.AsOf);
        Out.Append("<span class=\"rate\"").Attribute("data-pair", rate.Pair).Attribute("data-asof", rate.AsOf?.ToString("O", null))
            .Attribute("title", figure?.Title).Append('>').Encoded(figure?.Text ?? "—").Append("</span>");
    }
}
