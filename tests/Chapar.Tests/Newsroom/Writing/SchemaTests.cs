using System.Text.Json;
using Chapar.Articles.Body;
using Chapar.Tests.House;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The editor's schema and the nodes of a body are one thing in two languages.</summary>
public class SchemaTests
{
    static readonly Guid Id = Guid.NewGuid();
    static readonly IReadOnlyList<Node> Words = [new TextRun("words")];

    /// <summary>Every node, all its attributes given.</summary>
    static readonly Node[] Nodes =
    [
        new Paragraph(Words), new Heading(3, Words), new TextRun("words"), new HardBreak(), new RateInline("usd-kgs", new DateOnly(2026, 11, 24)),
        new BulletList([new ListItem([new Paragraph(Words)])]), new OrderedList(2, [new ListItem([new Paragraph(Words)])]), new ListItem([new Paragraph(Words)]),
        new Quote([new Paragraph(Words)]), new PullQuote("who", Words), new ImageBlock(Id, "src", "alt", "caption", "credit", 10, 10, Decorative: true),
        new Gallery([new ImageBlock(Id, null, "alt")]), new Turn("who", Turn.Answer, [new Paragraph(Words)]), new TableBlock("caption", []), new TableRow([]),
        new TableCell(true, 2, 2, []), new TableCell(false, 2, 2, []), new LinkCard(Id, "href", "title"), new Embed("map", "url", "title", Id),
        new FileBlock("href", "name", 1), new NoteBlock("title", [new Paragraph(Words)]), new Divider(), new CodeBlock("c", "text"),
    ];

    static readonly Mark[] Marks =
        [new BoldMark(), new ItalicMark(), new StrikeMark(), new SubscriptMark(), new SuperscriptMark(), new CodeMark(), new LinkMark("href"), new LanguageMark("ky")];

    [Fact]
    public void The_editor_has_every_node_and_mark_with_the_same_attributes()
    {
        var file = Path.Combine(Sources.Root, "src/Chapar/obj/editor/schema.json");
        if (!File.Exists(file)) Assert.Skip("the editor is not built: node is missing");
        var schema = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(file));

        Assert.Equal(Lines(Nodes.Select(node => JsonOf(InTranslation(node)))), Lines(schema.GetProperty("nodes")));
        Assert.Equal(Lines(Marks.Select(mark => JsonOf(new TextRun("words", [mark])).GetProperty("marks")[0])), Lines(schema.GetProperty("marks")));
    }

    [Fact]
    public void No_node_and_no_mark_is_left_out_of_the_comparison()
    {
        Assert.Equal(Kinds<Node>([typeof(Inline), typeof(UnknownNode)]), Nodes.Select(n => n.GetType().Name).Distinct().Order());
        Assert.Equal(Kinds<Mark>([typeof(UnknownMark)]), Marks.Select(m => m.GetType().Name).Order());
    }

    /// <summary>Blocks that stand in a body by themselves can be those of a translation.</summary>
    static Node InTranslation(Node node) => node is Inline or ListItem or TableRow or TableCell ? node : node with { Source = "name", Machine = true };

    static IEnumerable<string> Kinds<T>(Type[] without) =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !without.Contains(type)).Select(type => type.Name).Order();

    static JsonElement JsonOf(Node node) => JsonSerializer.Deserialize<JsonElement>(new BodyTree([node]).ToJson()).GetProperty("content")[0];

    static IEnumerable<string> Lines(IEnumerable<JsonElement> written) => written
        .Select(one => $"{one.GetProperty("type").GetString()}: {string.Join(' ', one.TryGetProperty("attrs", out var attrs) ? attrs.EnumerateObject().Select(a => a.Name).Order(StringComparer.Ordinal) : Enumerable.Empty<string>())}")
        .Order(StringComparer.Ordinal);

    static IEnumerable<string> Lines(JsonElement schema) => schema.EnumerateObject()
        .Select(one => $"{one.Name}: {string.Join(' ', one.Value.EnumerateArray().Select(a => a.GetString()))}").Order(StringComparer.Ordinal);
}
