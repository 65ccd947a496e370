using System.Text.Json;

namespace Chapar.Articles.Body;

/// <summary>The text of an article as a tree of nodes, kept in the editor's JSON. Two trees are equal if their JSON is.</summary>
public sealed record BodyTree(IReadOnlyList<Node> Nodes)
{
    /// <summary>How deep nodes may nest, the document itself not counted.</summary>
    public const int MaxDepth = 32;

    /// <summary>The longest JSON that is read, in characters: about a hundred times a long feature.</summary>
    public const int MaxLength = 4_000_000;

    public static BodyTree Empty { get; } = new([]);

    /// <summary>Reads the editor's JSON.</summary>
    /// <exception cref="BodyException">The JSON is not a body; the message names the place, such as <c>content[2].attrs.level</c>.</exception>
    public static BodyTree Parse(string json)
    {
        if (json.Length > MaxLength)
            throw new BodyException("", $"longer than {MaxLength} characters");
        try
        {
            // A level of nodes is an object in an array; marks and their attributes nest three deeper.
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2 * MaxDepth + 64 });
            return new BodyTree(TreeReader.Document(document.RootElement));
        }
        catch (JsonException error)
        {
            throw new BodyException("", $"not JSON: {error.Message}", error);
        }
    }

    /// <summary>Writes the editor's JSON; letters of every script stand as they are.</summary>
    public string ToJson() => TreeWriter.Write(Nodes);

    /// <summary>The kinds of nodes and marks this version does not know, each once, for the log.</summary>
    public IReadOnlyList<string> Unknown
    {
        get
        {
            var found = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var node in Nodes.SelectMany(TreeWalk.Descend))
            {
                if (node is UnknownNode unknown)
                    found.Add($"node {unknown.Type}");
                else if (node is Inline inline)
                    found.UnionWith(inline.Marks.OfType<UnknownMark>().Select(mark => $"mark {mark.Type}"));
            }
            return [.. found];
        }
    }

    public bool Equals(BodyTree? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    public override string ToString() => ToJson();
}
