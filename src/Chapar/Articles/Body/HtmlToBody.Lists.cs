using System.Globalization;
using AngleSharp.Dom;

namespace Chapar.Articles.Body;

public sealed partial class HtmlToBody
{
    void List(IElement element, HtmlMarking marking)
    {
        var ordered = element.LocalName == "ol";
        var start = ordered && int.TryParse(element.GetAttribute("start"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, -1_000_000, 1_000_000) : 1;
        ListOf(element.ChildNodes, ordered, start, Spoken(element, marking));
    }

    void ListOf(IEnumerable<INode> children, bool ordered, int start, HtmlMarking marking)
    {
        if (level + 2 > MaxLevel || frame.Single)
        {
            Flush();
            foreach (var child in children)
            {
                Flush();
                Walk(child is IElement { LocalName: "li" } item ? item.ChildNodes : [child], marking);
            }
            Flush();
            return;
        }
        Flush();
        var items = new List<Node>();
        foreach (var child in children)
        {
            if (child is IElement element && new HtmlStyle(element).Hidden(element) is { } why)
            {
                Left(element, why);
                continue;
            }
            var isItem = child is IElement { LocalName: "li" };
            var inside = Inside(isItem ? child.ChildNodes : [child], child is IElement spoken && isItem ? Spoken(spoken, marking) : marking, 2);
            if (inside.Count == 0)
                continue;
            // A list directly in a list belongs to the item before, as browsers show it.
            if (!isItem && items is [.., ListItem last] && inside.TrueForAll(node => node is BulletList or OrderedList))
                items[^1] = new ListItem([.. last.Content, .. inside]);
            else
                items.Add(Item(inside));
        }
        if (items.Count > 0)
            frame.Nodes.Add(ordered ? new OrderedList(start, items) : new BulletList(items));
    }

    /// <summary>An item begins with a paragraph, or the editor would not take it.</summary>
    static ListItem Item(List<Node> content) => new(content is [Paragraph, ..] ? content : [new Paragraph([]), .. content]);

    /// <summary>The level of a paragraph that Word means as a list item, or 0.</summary>
    static int WordListLevel(IElement element)
    {
        if (element.LocalName != "p" || new HtmlStyle(element)["mso-list"] is not { } list)
            return 0;
        var at = list.IndexOf("level", StringComparison.Ordinal);
        return at >= 0 && at + 5 < list.Length && list[at + 5] is >= '1' and <= '9' ? list[at + 5] - '0' : 0;
    }

    /// <summary>Makes a list of the run of Word's items that begins at an index; returns the index of the last.</summary>
    int WordList(IReadOnlyList<INode> nodes, int from, HtmlMarking marking)
    {
        Flush();
        var items = new List<(int Level, bool Ordered, ListItem Item)>();
        var last = from;
        for (var i = from; i < nodes.Count; i++)
        {
            if (nodes[i] is IElement element)
            {
                var depth = WordListLevel(element);
                if (depth == 0)
                    break;
                last = i;
                var marker = element.QuerySelectorAll("span").FirstOrDefault(span => new HtmlStyle(span)["mso-list"] == "ignore")?.TextContent.Trim() ?? "";
                var inside = Inside(element.ChildNodes, marking, 2);
                if (inside.Count > 0)
                    items.Add((depth, marker.Length > 1 && marker[^1] is '.' or ')', Item(inside)));
            }
            else if (nodes[i] is IText text && !string.IsNullOrWhiteSpace(text.Data))
            {
                break;
            }
        }
        for (var next = 0; next < items.Count;)
        {
            var list = Nested(items, ref next, items[next].Level);
            if (level + 2 * 9 > MaxLevel || frame.Single)
                frame.Nodes.AddRange(items.SelectMany(item => item.Item.Content).Where(node => node is not Paragraph { Content.Count: 0 }));
            else
                frame.Nodes.Add(list);
        }
        return last;
    }

    static Node Nested(List<(int Level, bool Ordered, ListItem Item)> all, ref int next, int level)
    {
        var ordered = all[next].Ordered;
        var items = new List<Node>();
        while (next < all.Count && all[next].Level >= level)
        {
            if (all[next].Level == level || items.Count == 0)
                items.Add(all[next++].Item);
            else if (items[^1] is ListItem parent)
                items[^1] = new ListItem([.. parent.Content, Nested(all, ref next, all[next].Level)]);
        }
        return ordered ? new OrderedList(1, items) : new BulletList(items);
    }

    void TableOf(IElement element, string? caption, HtmlMarking marking)
    {
        var rows = RowsOf(element).ToList();
        // A table of one cell, or one that says so, only lays out a page.
        var layout = element.GetAttribute("role") is "presentation" or "none" || rows.Sum(row => CellsOf(row.Row).Count()) <= 1;
        if (layout || level + 3 > MaxLevel || frame.Single)
        {
            Part(element, marking);
            return;
        }
        Flush();
        caption ??= element.Children.FirstOrDefault(child => child.LocalName == "caption") is { } said ? Words(said.ChildNodes) : null;
        marking = Spoken(element, marking);
        var made = new List<Node>();
        cells++;
        for (var i = 0; i < rows.Count; i++)
        {
            var (row, group) = rows[i];
            // A cell cannot reach into the next part of the table.
            var left = rows.Skip(i).TakeWhile(other => other.Group == group).Count();
            var line = new List<Node>();
            foreach (var cell in CellsOf(row))
            {
                var inside = Inside(cell.ChildNodes, Spoken(cell, marking), 3);
                var header = cell.LocalName == "th" || group?.LocalName == "thead";
                line.Add(new TableCell(header, Span(cell, "colspan", 100), Span(cell, "rowspan", left), inside.Count > 0 ? inside : [new Paragraph([])]));
            }
            if (line.Count > 0)
                made.Add(new TableRow(line));
        }
        cells--;
        if (made.Count > 0 && made.SelectMany(TreeWalk.Descend).Any(node => node is not (TableRow or TableCell or Paragraph)))
            Add(new TableBlock(caption, TableGrid.Tidy(made)));
    }

    static IEnumerable<(IElement Row, IElement? Group)> RowsOf(IElement table)
    {
        foreach (var child in table.Children)
        {
            if (child.LocalName == "tr")
                yield return (child, null);
            if (child.LocalName is "thead" or "tbody" or "tfoot")
                foreach (var row in child.Children.Where(row => row.LocalName == "tr"))
                    yield return (row, child);
        }
    }

    static IEnumerable<IElement> CellsOf(IElement row) => row.Children.Where(cell => cell.LocalName is "td" or "th");

    static int Span(IElement cell, string name, int most) =>
        int.TryParse(cell.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Clamp(span, 1, most) : 1;
}
