using System.Globalization;

namespace Chapar.Articles.Body;

/// <summary>The one switch from nodes to HTML, with what is the same wherever the HTML goes.</summary>
abstract class BlockHtml(BodyContext context) : MarkedHtml
{
    /// <summary>Printed for a rate that nobody knows.</summary>
    protected const string Unknown = "—";

    /// <summary>The level of the heading before: the next may be one deeper at most, or screen readers lose count.</summary>
    int heading = 1;

    protected BodyContext Context { get; } = context;

    /// <summary>What tells a pull quote from a quote, where a stylesheet can.</summary>
    protected virtual string? PullClass => null;

    /// <summary>The HTML of a body, a line for each block.</summary>
    public string Render(BodyTree body)
    {
        foreach (var node in body.Nodes)
        {
            var before = Out.Length;
            Block(node);
            if (Out.Length > before)
                Out.Append('\n');
        }
        return Out.ToString();
    }

    protected abstract void Figure(ImageBlock node);

    protected abstract void Figure(RateInline node, RateFigure? figure);

    protected abstract void Photos(Gallery node);

    protected abstract void Interview(Turn node);

    protected abstract void Card(LinkCard node);

    protected abstract void Elsewhere(Embed node);

    protected abstract void Download(FileBlock node);

    protected abstract void Box(NoteBlock node);

    protected void Blocks(IReadOnlyList<Node> nodes)
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
            case Turn turn: Interview(turn); break;
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

    protected void Element(string name, IReadOnlyList<Node> line)
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
        Out.Append("<blockquote").Attribute("class", PullClass).Append('>');
        Element("p", node.Content);
        if (!string.IsNullOrEmpty(node.Attribution))
            Out.Append("<cite>").Encoded(node.Attribution).Append("</cite>");
        Out.Append("</blockquote>");
    }

    protected virtual void TableOf(TableBlock node)
    {
        Out.Append("<table>");
        if (!string.IsNullOrEmpty(node.Caption))
            Out.Append("<caption>").Encoded(node.Caption).Append("</caption>");
        var rows = TableGrid.Tidy(node.Rows);
        var head = rows[0] is TableRow { Cells.Count: > 0 } first && first.Cells.All(cell => cell is TableCell { Header: true, Rowspan: 1 });
        if (head)
            Row("<thead>", rows[0], "col", "</thead>");
        if (rows.Count > (head ? 1 : 0))
        {
            Out.Append("<tbody>");
            for (var i = head ? 1 : 0; i < rows.Count; i++)
                Row("", rows[i], i == 0 ? "col" : "row", "");
            Out.Append("</tbody>");
        }
        Out.Append("</table>");
    }

    void Row(string open, Node row, string scope, string close)
    {
        var inHead = open.Length > 0;
        Out.Append(open).Append("<tr>");
        foreach (var node in TreeWalk.Children(row))
        {
            if (node is not TableCell cell)
                continue;
            // A heading without words (the corner of a table) heads nothing, and a screen reader would announce it all the same.
            var heads = cell.Header && (!inHead || HasWords(cell.Content));
            Out.Append(heads ? "<th" : "<td").Attribute("scope", heads ? scope : null);
            if (cell.Colspan > 1)
                Out.Attribute("colspan", Number(cell.Colspan));
            if (cell.Rowspan > 1)
                Out.Attribute("rowspan", Number(cell.Rowspan));
            Out.Append('>');
            Tight(cell.Content);
            Out.Append(heads ? "</th>" : "</td>");
        }
        Out.Append("</tr>").Append(close);
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
        if (node is RateInline rate)
            Figure(rate, Context.Rate(rate.Pair, rate.AsOf));
        else
            base.Leaf(node);
    }

    protected string Size(long bytes)
    {
        var culture = CultureInfo.GetCultureInfo(Context.Language);
        return bytes switch
        {
            < 1000 => string.Create(culture, $"{bytes}\u00A0{Context.Words.Bytes}"),
            < 1_000_000 => string.Create(culture, $"{bytes / 1000m:0}\u00A0{Context.Words.Kilobytes}"),
            _ => string.Create(culture, $"{bytes / 1_000_000m:0.0}\u00A0{Context.Words.Megabytes}"),
        };
    }

    protected static string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
