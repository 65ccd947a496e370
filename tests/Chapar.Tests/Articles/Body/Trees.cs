using Chapar.Articles.Body;
using CsCheck;

namespace Chapar.Tests.Articles.Body;

/// <summary>Random bodies as the converter would write them: spaces single, neighbours with equal marks joined, headings in order.</summary>
static class Trees
{
    /// <summary>One of some values.</summary>
    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static readonly Gen<string> Word = OneOf("a", "Бишкек", "қала", "oʻzbek", "🏔", "R&D", "<b>", "\"so\"", "it's", "—", "10 %", "ҳама", "&amp;", "1.5");

    static readonly Gen<string> Words = Word.List[1, 4].Select(words => string.Join(' ', words));

    static readonly Gen<string?> Said = Gen.OneOf(Gen.Const((string?)null), Words.Select(words => (string?)words));

    static readonly Gen<string> Address = OneOf("https://example.org/a?b=1&c=%20#d", "/2026/01/x", "mailto:desk@example.org", "tel:+996312000000", "http://пример.example/путь", "../x", "#y");

    static readonly Gen<Guid> Id = Gen.Guid.Where(id => id != Guid.Empty);

    static readonly Gen<IReadOnlyList<Mark>> Marks = Gen.Select(Gen.Int[0, 255], Gen.Int[0, 3], Address, OneOf("ky", "uz-Latn", "tg")).Select((mask, few, href, lang) =>
        few == 0 ? (IReadOnlyList<Mark>)[] : new HtmlMarking((mask & 1) > 0, (mask & 2) > 0, (mask & 4) > 0, (mask & 8) > 0, (mask & 16) > 0,
            (mask & 32) > 0, (mask & 64) > 0 ? href : null, (mask & 128) > 0 ? lang : null).Marks());

    static readonly Gen<RateInline> Rate = Gen.Select(OneOf("usd-kgs", "eur-kzt"), Gen.Int[0, 3000], Marks)
        .Select((pair, day, marks) => new RateInline(pair, day < 1000 ? null : new DateOnly(2020, 1, 1).AddDays(day), marks));

    static readonly Gen<IReadOnlyList<Node>> Line = Gen.Select(Words, Marks, Rate, Gen.Int[0, 9]).List[1, 5].Select(pieces =>
    {
        var line = new List<Node>();
        foreach (var (words, marks, rate, kind) in pieces)
        {
            if (kind == 0)
                line.Add(rate);
            else if (kind == 1 && line.Count > 0)
                line.AddRange([new HardBreak(marks), new TextRun(words, marks)]);
            else if (line is [.., TextRun last] && last.Marks.SequenceEqual(marks))
                line[^1] = new TextRun($"{last.Text} {words}", marks);
            else
                line.Add(new TextRun(line.Count > 0 && kind < 6 ? " " + words : words, marks));
        }
        return (IReadOnlyList<Node>)line;
    });

    static readonly Gen<Node> Paragraph = Line.Select(line => (Node)new Paragraph(line));

    static readonly Gen<Node> Heading = Gen.Select(Gen.Int[2, 4], Words, Rate).Select((level, words, rate) =>
        (Node)new Heading(level, [new TextRun(words + " "), rate with { Marks = [] }]));

    static readonly Gen<Node> Image = Gen.Select(Id, Address.Where(address => Href.Leaves(address) || address[0] is '/' or '.'), Said, Said, Said, Gen.Int[0, 400])
        .Select((id, src, alt, caption, credit, size) => (Node)(size > 200
            ? new ImageBlock(id, null, alt, caption, credit)
            : new ImageBlock(null, src, alt, caption, credit, size > 2 ? size : null, size > 2 ? size + 1 : null)))
        .Select(Gen.Bool, (image, plain) => plain ? image : (Node)((ImageBlock)image with { Alt = null, Decorative = true }));

    static readonly Gen<Node> Cell = Gen.Select(Gen.Bool, Gen.Int[1, 3], Paragraph.List[1, 2]).Select((header, span, inside) => (Node)new TableCell(header, span, 1, inside));

    static readonly Gen<Node> Table = Gen.Select(Said, Cell.List[2, 3].List[1, 3]).Select((caption, rows) => (Node)new TableBlock(caption, TableGrid.Tidy([.. rows.Select(row => new TableRow(row))])));

    static readonly Gen<Node> Code = Gen.Select(OneOf(null, "sql", "c++"), OneOf("\n", " ", "a", "<i>", "\t", "қ  ", "\n\n", "&lt;").List[1, 9])
        .Select((language, parts) => (Node)new CodeBlock(language, string.Concat(parts) + "x"));

    static readonly Gen<Node> Leaf = Gen.Frequency(
        (6, Paragraph), (2, Heading), (2, Image), (1, Table), (1, Code),
        (1, Gen.Const((Node)new Divider())),
        (1, Image.List[1, 3].Select(images => (Node)new Gallery(images))),
        (1, Gen.Select(Said, Line).Select((who, line) => (Node)new PullQuote(who, line))),
        (1, Gen.Select(Id, Said).Select((id, title) => (Node)new LinkCard(id, null, title))),
        (1, Gen.Select(Address, Words).Select((href, title) => (Node)new LinkCard(null, href, title))),
        (1, Gen.Select(OneOf("youtube", "x", "telegram", "instagram", "facebook", "tiktok", "map", "other"), Said, Id, Gen.Bool)
            .Select((provider, title, poster, has) => (Node)new Embed(provider, "https://example.org/v?a=1&b=2", title, has ? poster : null))),
        (1, Gen.Select(Address, Words, Gen.Int[0, 9_000_000]).Select((href, name, bytes) => (Node)new FileBlock(href, name, bytes < 1_000_000 ? null : bytes))));

    static Gen<Node> Block(int depth) => depth == 0 ? Leaf : Gen.Frequency(
        (8, Leaf), (1, List(depth)),
        (1, Block(depth - 1).List[1, 3].Select(inside => (Node)new Quote(inside))),
        (1, Gen.Select(Said, OneOf(Turn.Question, Turn.Answer), Block(depth - 1).List[1, 3]).Select((who, role, inside) => (Node)new Turn(who, role, inside))),
        (1, Gen.Select(Said, Paragraph, Block(depth - 1).List[0, 2]).Select((title, first, rest) => (Node)new NoteBlock(title, [first, .. rest]))));

    static Gen<Node> List(int depth) => Gen.Select(Gen.Int[-1, 3], Gen.Select(Paragraph, Block(depth - 1).List[0, 2]).Select((first, rest) => (Node)new ListItem([first, .. rest])).List[1, 3])
        .Select((start, items) => start < 2 ? (Node)new BulletList(items) : new OrderedList(start - 1, items));

    /// <summary>Bodies of up to six blocks, three deep.</summary>
    public static Gen<BodyTree> Body { get; } = Block(2).List[0, 6].Select(nodes => new BodyTree(Outline.InOrder(nodes)));
}
