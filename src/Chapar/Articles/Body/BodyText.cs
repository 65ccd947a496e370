using System.Text;

namespace Chapar.Articles.Body;

/// <summary>A body as plain text, for search, counting and decks.</summary>
public static partial class BodyText
{
    /// <summary>All words, blocks apart by a blank line, list items and table rows by a line end.</summary>
    public static string Of(BodyTree body) => string.Join("\n\n", body.Nodes.Select(Block).Where(block => block.Length > 0));

    /// <summary>The number of words to read, as a reading time wants it: runs of letters and digits, a number being one.</summary>
    public static int WordCount(BodyTree body)
    {
        var count = 0;
        var inside = false;
        foreach (var c in Of(body))
        {
            var part = char.IsLetterOrDigit(c) || inside && c is '\'' or '’' or 'ʼ' or 'ʻ' or '-' or '.' or ',' or '\u0301';
            if (part && !inside)
                count++;
            inside = part;
        }
        return count;
    }

    /// <summary>The words of a line, breaks being line ends.</summary>
    public static string Line(IReadOnlyList<Node> nodes)
    {
        if (nodes is [TextRun only])
            return only.Text.Trim();
        var text = new StringBuilder();
        foreach (var node in nodes)
        {
            text.Append(node switch
            {
                TextRun run => run.Text,
                HardBreak => "\n",
                RateInline rate => rate.Pair.ToUpperInvariant().Replace('-', '/'),
                _ => Line(TreeWalk.Children(node)),
            });
        }
        return text.ToString().Trim();
    }

    static string Block(Node node) => node switch
    {
        Paragraph p => Line(p.Content),
        Heading h => Line(h.Content),
        PullQuote pull => Lines([Line(pull.Content), pull.Attribution]),
        BulletList or OrderedList => Lines(TreeWalk.Children(node).Select(Block)),
        ImageBlock image => Lines([image.Caption, image.Credit]),
        Turn turn => (string.IsNullOrEmpty(turn.Speaker) ? "" : turn.Speaker + ": ") + Parts(turn.Content),
        TableBlock table => Lines([table.Caption, .. table.Rows.Select(row => string.Join('\t', TreeWalk.Children(row).Select(cell => Lines(TreeWalk.Children(cell).Select(Block)))))]),
        LinkCard card => card.Title ?? "",
        Embed embed => embed.Title ?? "",
        FileBlock file => file.Name,
        NoteBlock note => Lines([note.Title, Parts(note.Content)]),
        CodeBlock code => code.Text.Trim('\n'),
        Inline inline => Line([inline]),
        UnknownNode { Content: [Inline, ..] } unknown => Line(unknown.Content),
        ListItem item => Lines(item.Content.Select(Block)),
        _ => Parts(TreeWalk.Children(node)),
    };

    static string Parts(IReadOnlyList<Node> nodes) => string.Join("\n\n", nodes.Select(Block).Where(block => block.Length > 0));

    static string Lines(IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
