using System.Text.Json;

namespace Chapar.Articles.Body;

/// <summary>The editor's JSON to nodes. What is known must be right; what is unknown is kept as it is.</summary>
static class TreeReader
{
    /// <summary>What may stand inside a node.</summary>
    enum Place { Blocks, Line, Items, Images, Rows, Cells, Anything }

    public static Node[] Document(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || new TreeFields(root).Text("type") != "doc")
            throw new BodyException("type", "a body is an object of type doc");
        return Content(root, 0, Place.Blocks);
    }

    static Node[] Content(JsonElement parent, int depth, Place place)
    {
        if (!parent.TryGetProperty("content", out var content) || content.ValueKind == JsonValueKind.Null)
            return [];
        if (content.ValueKind != JsonValueKind.Array)
            throw new BodyException("content", "must be a list");
        var nodes = new Node[content.GetArrayLength()];
        if (depth >= BodyTree.MaxDepth && nodes.Length > 0)
            throw new BodyException("content", $"nested deeper than {BodyTree.MaxDepth}");
        var i = 0;
        foreach (var element in content.EnumerateArray())
        {
            try
            {
                var node = Read(element, depth + 1);
                nodes[i] = Fits(node, place) ? node : throw new BodyException("", $"{new TreeFields(element).Text("type")} may not stand here");
            }
            catch (BodyException error)
            {
                throw error.Inside($"content[{i}]");
            }
            i++;
        }
        return nodes;
    }

    static bool Fits(Node node, Place place) => node is UnknownNode || place switch
    {
        Place.Line => node is Inline,
        Place.Items => node is ListItem,
        Place.Images => node is ImageBlock,
        Place.Rows => node is TableRow,
        Place.Cells => node is TableCell,
        Place.Blocks => node is not (Inline or ListItem or TableRow or TableCell),
        _ => true,
    };

    static Node Read(JsonElement element, int depth)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new BodyException("", "must be a node");
        var type = new TreeFields(element).Text("type") ?? throw new BodyException("", "has no type");
        var attrs = TreeFields.Of(element);
        var node = Make(type, element, attrs, depth);
        var (source, machine) = node is Inline or UnknownNode ? (null, false) : (attrs.Text("source"), attrs.Flag("machine"));
        return source is null && !machine ? node : node with { Source = source, Machine = machine };
    }

    static Node Make(string type, JsonElement element, TreeFields attrs, int depth)
    {
        Node[] Inside(Place place) => Content(element, depth, place);
        switch (type)
        {
            case "text":
                var words = new TreeFields(element).Text("text");
                return words is { Length: > 0 }
                    ? new TextRun(words, Marks(element))
                    : throw new BodyException("text", "must be words");
            case "paragraph": return new Paragraph(Inside(Place.Line));
            case "heading": return new Heading(attrs.Number("level", 2, 4) ?? 2, Inside(Place.Line));
            case "hardBreak": return new HardBreak(Marks(element));
            case "rate": return new RateInline(attrs.Required("pair"), attrs.Date("asOf"), Marks(element));
            case "bulletList": return new BulletList(Inside(Place.Items));
            case "orderedList": return new OrderedList(attrs.Number("start", -1_000_000, 1_000_000) ?? 1, Inside(Place.Items));
            case "listItem": return new ListItem(Inside(Place.Blocks));
            case "blockquote": return new Quote(Inside(Place.Blocks));
            case "pullQuote": return new PullQuote(attrs.Text("attribution"), Inside(Place.Line));
            case "image":
                return new ImageBlock(attrs.Id("media"), attrs.Text("src"), attrs.Text("alt"), attrs.Text("caption"), attrs.Text("credit"),
                    attrs.Number("width", 1, 100_000), attrs.Number("height", 1, 100_000), attrs.Flag("decorative"));
            case "gallery": return new Gallery(Inside(Place.Images));
            case "turn": return new Turn(attrs.Text("speaker"), attrs.OneOf("role", Turn.Question, Turn.Answer), Inside(Place.Blocks));
            case "table": return new TableBlock(attrs.Text("caption"), Inside(Place.Rows));
            case "tableRow": return new TableRow(Inside(Place.Cells));
            case "tableHeader" or "tableCell":
                // The limits are HTML's own.
                return new TableCell(type == "tableHeader", attrs.Number("colspan", 1, 1000) ?? 1, attrs.Number("rowspan", 1, 65534) ?? 1, Inside(Place.Blocks));
            case "linkCard": return new LinkCard(attrs.Id("article"), attrs.Text("href"), attrs.Text("title"));
            case "embed": return new Embed(attrs.Required("provider"), attrs.Required("url"), attrs.Text("title"), attrs.Id("poster"));
            case "file": return new FileBlock(attrs.Required("href"), attrs.Required("name"), attrs.Long("bytes"));
            case "note": return new NoteBlock(attrs.Text("title"), Inside(Place.Blocks));
            case "horizontalRule": return new Divider();
            case "codeBlock": return new CodeBlock(attrs.Text("language"), string.Concat(Inside(Place.Line).OfType<TextRun>().Select(run => run.Text)));
            default: return new UnknownNode(type, element.GetRawText(), Inside(Place.Anything));
        }
    }

    static IReadOnlyList<Mark> Marks(JsonElement node)
    {
        if (!node.TryGetProperty("marks", out var list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw new BodyException("marks", "must be a list");
        var marks = new List<Mark>(list.GetArrayLength());
        foreach (var element in list.EnumerateArray())
        {
            try
            {
                var mark = ReadMark(element);
                // Two links on one word would nest in HTML, which no browser reads alike.
                if (mark is not UnknownMark && marks.Exists(other => other.GetType() == mark.GetType()))
                    throw new BodyException("", "two marks of one kind");
                marks.Add(mark);
            }
            catch (BodyException error)
            {
                throw error.Inside($"marks[{marks.Count}]");
            }
        }
        return marks;
    }

    static Mark ReadMark(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
            throw new BodyException("", "must be a mark");
        var attrs = TreeFields.Of(element);
        return new TreeFields(element).Text("type") switch
        {
            "bold" => new BoldMark(),
            "italic" => new ItalicMark(),
            "strike" => new StrikeMark(),
            "subscript" => new SubscriptMark(),
            "superscript" => new SuperscriptMark(),
            "code" => new CodeMark(),
            "link" => new LinkMark(attrs.Required("href")),
            "language" => new LanguageMark(attrs.Required("lang")),
            { } type => new UnknownMark(type, element.GetRawText()),
            null => throw new BodyException("", "has no type"),
        };
    }
}
