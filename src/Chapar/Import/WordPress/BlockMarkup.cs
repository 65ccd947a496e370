using System.Text.Json;
using System.Text.Json.Nodes;

namespace Chapar.Import.WordPress;

/// <summary>
/// A Gutenberg block: a comment that opens it, with attributes in JSON, what it contains, and a comment that closes it.
/// </summary>
/// <param name="Name">With its plugin: "core/image", "jetpack/slideshow"; empty for text that stands in no block.</param>
/// <param name="Attributes">Null when there are none or they are not JSON.</param>
/// <param name="Content">HTML (string) and blocks (<see cref="Block"/>) in their order.</param>
sealed record Block(string Name, JsonObject? Attributes, List<object> Content)
{
    public string? Text(string attribute) =>
        Attributes?[attribute] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    public long Number(string attribute) =>
        Attributes?[attribute] is JsonValue value && value.TryGetValue(out long number) ? number : 0;

    /// <summary>No words and no blocks in it: WordPress made its content anew for each reader.</summary>
    public bool IsEmpty => Content.All(part => part is string text && string.IsNullOrWhiteSpace(text));
}

/// <summary>Reads block comments. A block that is not closed ends with the one around it; a closing comment too many is dropped.</summary>
static class BlockMarkup
{
    public static bool IsIn(string content) => content.Contains("<!-- wp:", StringComparison.Ordinal);

    /// <summary>The blocks of a body; HTML between them is in blocks without a name.</summary>
    public static List<Block> Parse(string content)
    {
        Block root = new("", null, []);
        Stack<Block> open = new([root]);
        int textStart = 0, at = 0;
        while (content.IndexOf("<!--", at, StringComparison.Ordinal) is int start and >= 0)
        {
            int end = content.IndexOf("-->", start + 4, StringComparison.Ordinal);
            if (end < 0)
                break;
            at = end + 3;
            string comment = content[(start + 4)..end].Trim();
            bool isEnd = comment.StartsWith("/wp:", StringComparison.Ordinal);
            if (!isEnd && !comment.StartsWith("wp:", StringComparison.Ordinal))
                continue;
            AddText(open.Peek(), content[textStart..start]);
            textStart = at;
            if (isEnd)
                Close(open, FullName(comment[4..].Trim()));
            else
                Open(open, comment[3..]);
        }
        AddText(open.Peek(), content[textStart..]);
        return [.. root.Content.Select(part => part as Block ?? new Block("", null, [part]))];
    }

    static void AddText(Block block, string text)
    {
        if (text.Length > 0)
            block.Content.Add(text);
    }

    static void Open(Stack<Block> open, string comment)
    {
        bool isVoid = comment.EndsWith('/');
        if (isVoid)
            comment = comment[..^1];
        int space = comment.AsSpan().IndexOfAny(" \t\r\n{");
        string name = space < 0 ? comment : comment[..space];
        Block block = new(FullName(name), space < 0 ? null : Attributes(comment[space..].Trim()), []);
        open.Peek().Content.Add(block);
        if (!isVoid)
            open.Push(block);
    }

    static void Close(Stack<Block> open, string name)
    {
        if (open.All(block => block.Name != name))
            return;
        while (open.Pop().Name != name)
        {
        }
    }

    static string FullName(string name) => name.Contains('/', StringComparison.Ordinal) ? name : "core/" + name;

    static JsonObject? Attributes(string json)
    {
        try
        {
            return json.Length == 0 ? null : JsonNode.Parse(json) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
