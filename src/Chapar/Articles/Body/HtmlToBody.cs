using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Chapar.Text;

namespace Chapar.Articles.Body;

/// <summary>
/// The only door through which HTML becomes a body: paste and import. It makes the nodes of a body and nothing else; what it
/// does not know it takes the words of, what a reader could not have seen it leaves out and says so.
/// </summary>
public sealed partial class HtmlToBody
{
    /// <summary>Longer HTML is cut; the largest articles of real sites are below a twentieth.</summary>
    const int MaxLength = 10_000_000;

    /// <summary>Deeper elements give their words only.</summary>
    const int MaxElements = 200;

    /// <summary>The last depth in the tree at which a container still has room for a paragraph and its text.</summary>
    const int MaxLevel = BodyTree.MaxDepth - 2;

    const int MaxNotes = 200;

    readonly HtmlOptions options;
    // In the order of reading, each once.
    readonly OrderedDictionary<string, Sentence> notes = new(StringComparer.Ordinal);
    readonly bool fromWord;

    Frame frame = new(false);
    int elements;
    int level = 1;
    int cells;

    HtmlToBody(HtmlOptions options, bool fromWord) => (this.options, this.fromWord) = (options, fromWord);

    /// <summary>Blocks being collected, and the line not yet ended.</summary>
    /// <param name="Single">True inside a heading or caption: everything is one line, and nothing is bold.</param>
    sealed record Frame(bool Single)
    {
        public List<Node> Nodes { get; } = [];
        public HtmlLine Line { get; } = new();
    }

    /// <summary>Converts HTML, whole page or fragment. Never fails: the worst HTML gives an empty body.</summary>
    public static Converted Convert(string html, HtmlOptions? options = null)
    {
        var cut = html.Length > MaxLength;
        if (cut)
            html = html[..MaxLength];
        // Word says a language on every run, right or wrong.
        var word = html.Contains("mso-", StringComparison.OrdinalIgnoreCase) || html.Contains("MsoNormal", StringComparison.Ordinal);
        var converter = new HtmlToBody(options ?? new HtmlOptions(), word);
        if (cut)
            converter.Note("paste.cut", MaxLength);
        using var document = new HtmlParser().ParseDocument(html);
        var nodes = document.Body is { } body ? converter.Inside(body.ChildNodes, HtmlMarking.None, 0) : [];
        return new Converted(new BodyTree(Outline.InOrder(nodes)), [.. converter.notes.Values]);
    }

    void Note(string key, params object[] parts)
    {
        if (notes.Count >= MaxNotes)
            return;
        var note = new Sentence(key, parts);
        notes.TryAdd(note.ToString(), note);
    }

    /// <summary>The blocks some HTML nodes make, at a depth in the tree below the present one.</summary>
    List<Node> Inside(IEnumerable<INode> nodes, HtmlMarking marking, int deeper = 1)
    {
        var (outer, outerLevel) = (frame, level);
        frame = new Frame(false);
        level += deeper;
        Walk(nodes, marking);
        Flush();
        var made = frame.Nodes;
        (frame, level) = (outer, outerLevel);
        return made;
    }

    /// <summary>The one line some HTML nodes make; <paramref name="others"/> are the blocks found among them.</summary>
    IReadOnlyList<Node> Single(IEnumerable<INode> nodes, HtmlMarking marking, out List<Node> others)
    {
        var outer = frame;
        frame = new Frame(true);
        Walk(nodes, marking);
        var line = frame.Line.Take();
        others = frame.Nodes;
        frame = outer;
        return line.Count == 0 ? [] : line[0];
    }

    /// <summary>The words of some HTML nodes, or null if there are none.</summary>
    string? Words(IEnumerable<INode> nodes)
    {
        var words = string.Concat(Single(nodes, HtmlMarking.None, out _).OfType<TextRun>().Select(run => run.Text));
        // A rate between two spaces leaves both.
        words = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
        return words.Length == 0 ? null : words;
    }

    /// <summary>Ends the line: what was collected becomes paragraphs.</summary>
    void Flush()
    {
        if (frame.Single)
        {
            frame.Line.Add(" ", HtmlMarking.None);
            return;
        }
        foreach (var line in frame.Line.Take())
            frame.Nodes.Add(line is [TextRun run] ? Alone(run) ?? new Paragraph(line) : new Paragraph(line));
    }

    /// <summary>What a line of one run stands for, if not for itself: the address of a video, three asterisks.</summary>
    static Node? Alone(TextRun run)
    {
        if (run.Text.StartsWith("http", StringComparison.Ordinal) && !run.Text.Contains(' ', StringComparison.Ordinal) && run.Marks is [] or [LinkMark])
            return EmbedProvider.Recognise(run.Marks is [LinkMark link] ? link.Href : run.Text);
        return run.Text is "***" or "* * *" or "---" or "———" or "* * * *" or "*****" ? new Divider() : null;
    }

    void Add(Node node)
    {
        Flush();
        frame.Nodes.Add(node);
    }

    void Walk(IEnumerable<INode> nodes, HtmlMarking marking)
    {
        var list = nodes as IReadOnlyList<INode> ?? [.. nodes];
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is IText text)
                frame.Line.Add(text.Data, marking);
            else if (list[i] is IElement item && WordListLevel(item) > 0)
                i = WordList(list, i, marking);
            else if (list[i] is IElement element)
                Walk(element, marking);
        }
    }

    void Walk(IElement element, HtmlMarking marking)
    {
        if (elements >= MaxElements)
        {
            Note("paste.deep", MaxElements);
            Flush();
            frame.Line.Add(FlatText(element), marking);
            return;
        }
        elements++;
        var style = new HtmlStyle(element);
        if (style.Hidden(element) is { } why)
            Left(element, why);
        else
            Element(element, element.LocalName, style, marking);
        elements--;
    }

    void Left(IElement element, string why)
    {
        var words = string.Join(' ', FlatText(element).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (words.Length > 0)
            Note("paste.hidden", new Sentence(why), words.Length > 60 ? words[..60] + "…" : words);
    }

    /// <summary>All words below an element. A loop, because depth is the attacker's to choose.</summary>
    static string FlatText(INode root)
    {
        var words = new System.Text.StringBuilder();
        for (var node = root; node is not null; node = Next(node, root))
        {
            if (node is IText text)
                words.Append(text.Data).Append(' ');
        }
        return words.ToString();

        static INode? Next(INode node, INode root)
        {
            if (node.FirstChild is { } child && !(node is IElement element && Dropped.Contains(element.LocalName)))
                return child;
            for (var at = node; at is not null && at != root; at = at.Parent)
                if (at.NextSibling is { } next)
                    return next;
            return null;
        }
    }
}
