namespace Chapar.Articles.Body;

/// <summary>One piece of an article's body. The names in JSON are the editor's (TipTap's); see <see cref="TreeReader"/>.</summary>
public abstract record Node
{
    /// <summary>In a translation: the names of the blocks of the source that this block says, a space between them; see <c>Articles/Translations</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Whether a machine wrote it and nobody has accepted or changed it yet: it cannot be published.</summary>
    public bool Machine { get; init; }
}

/// <summary>A node that stands inside a line of text.</summary>
/// <param name="Marks">What is said about the piece, outermost first; never two of one kind.</param>
public abstract record Inline(IReadOnlyList<Mark> Marks) : Node;

/// <summary>Words. Never empty.</summary>
public sealed record TextRun(string Text, IReadOnlyList<Mark> Marks) : Inline(Marks)
{
    public TextRun(string text) : this(text, []) { }
}

/// <summary>A line break inside a paragraph.</summary>
public sealed record HardBreak(IReadOnlyList<Mark> Marks) : Inline(Marks)
{
    public HardBreak() : this([]) { }
}

/// <summary>An official exchange rate in the running text.</summary>
/// <param name="Pair">Base and quote, as in the address of the rate: "usd-kgs".</param>
/// <param name="AsOf">The day the figure is of; null for today's, which then changes under the reader.</param>
public sealed record RateInline(string Pair, DateOnly? AsOf, IReadOnlyList<Mark> Marks) : Inline(Marks)
{
    public RateInline(string pair, DateOnly? asOf = null) : this(pair, asOf, []) { }
}

public sealed record Paragraph(IReadOnlyList<Node> Content) : Node;

/// <param name="Level">2 to 4; 1 is the headline.</param>
public sealed record Heading(int Level, IReadOnlyList<Node> Content) : Node;

/// <param name="Items"><see cref="ListItem"/>s.</param>
public sealed record BulletList(IReadOnlyList<Node> Items) : Node;

/// <param name="Start">The number of the first item.</param>
/// <param name="Items"><see cref="ListItem"/>s.</param>
public sealed record OrderedList(int Start, IReadOnlyList<Node> Items) : Node;

public sealed record ListItem(IReadOnlyList<Node> Content) : Node;

/// <summary>Somebody else's words, as part of the story.</summary>
public sealed record Quote(IReadOnlyList<Node> Content) : Node;

/// <summary>A sentence of the story set large beside it.</summary>
public sealed record PullQuote(string? Attribution, IReadOnlyList<Node> Content) : Node;

/// <summary>A picture with its caption. Either <paramref name="Media"/> or <paramref name="Src"/> says which.</summary>
/// <param name="Media">The id of an own media item.</param>
/// <param name="Src">An address, where there is no media item (an import whose file is missing).</param>
/// <param name="Alt">What a reader who cannot see it needs to know.</param>
/// <param name="Width">Pixels of the file at <paramref name="Src"/>, if known.</param>
/// <param name="Height">Pixels of the file at <paramref name="Src"/>, if known.</param>
/// <param name="Decorative">True if the picture says nothing and needs no alternative text.</param>
public sealed record ImageBlock(Guid? Media, string? Src, string? Alt, string? Caption = null, string? Credit = null,
    int? Width = null, int? Height = null, bool Decorative = false) : Node;

/// <param name="Images"><see cref="ImageBlock"/>s.</param>
public sealed record Gallery(IReadOnlyList<Node> Images) : Node;

/// <summary>One turn of an interview.</summary>
/// <param name="Role">"question" or "answer".</param>
public sealed record Turn(string? Speaker, string Role, IReadOnlyList<Node> Content) : Node
{
    public const string Question = "question";
    public const string Answer = "answer";
}

/// <param name="Rows"><see cref="TableRow"/>s.</param>
public sealed record TableBlock(string? Caption, IReadOnlyList<Node> Rows) : Node;

/// <param name="Cells"><see cref="TableCell"/>s.</param>
public sealed record TableRow(IReadOnlyList<Node> Cells) : Node;

public sealed record TableCell(bool Header, int Colspan, int Rowspan, IReadOnlyList<Node> Content) : Node;

/// <summary>A link to another story, on a line of its own.</summary>
/// <param name="Article">An own article, shown with its headline of the day, if any.</param>
/// <param name="Href">Where the card leads if there is no own article.</param>
/// <param name="Title">The card's text; null for the article's headline.</param>
public sealed record LinkCard(Guid? Article, string? Href, string? Title) : Node;

/// <summary>Something on another site: shown as a poster and a link, so that nothing of that site loads by itself.</summary>
/// <param name="Provider">One of <see cref="EmbedProvider"/>'s names.</param>
/// <param name="Poster">An own media item to show.</param>
public sealed record Embed(string Provider, string Url, string? Title = null, Guid? Poster = null) : Node;

/// <summary>A file to download.</summary>
/// <param name="Bytes">Its size, if known.</param>
public sealed record FileBlock(string Href, string Name, long? Bytes = null) : Node;

/// <summary>A box beside the story: background, editor's note.</summary>
public sealed record NoteBlock(string? Title, IReadOnlyList<Node> Content) : Node;

/// <summary>A change of scene.</summary>
public sealed record Divider : Node;

/// <summary>Text whose spaces and line ends count.</summary>
/// <param name="Language">The programming language; null for other preformatted text, such as verse.</param>
public sealed record CodeBlock(string? Language, string Text) : Node;

/// <summary>A node this version does not know. It is written back as it was read; only its content is rendered.</summary>
/// <param name="Json">The node as it was read.</param>
public sealed record UnknownNode(string Type, string Json, IReadOnlyList<Node> Content) : Node;
