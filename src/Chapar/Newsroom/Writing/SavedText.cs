using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;

namespace Chapar.Newsroom.Writing;

/// <summary>What the editor sends: the whole text, the name of its state, and the states that its author has seen.</summary>
/// <param name="Key">Made by the browser for this state.</param>
/// <param name="Seen">The state that was on the server when it was last heard of, and all sent since without an answer.</param>
/// <param name="Through">When it is written by several at once: what the shared text says after which change of which log.</param>
public sealed record SavedText(Guid Key, IReadOnlyList<Guid> Seen, string Headline, string Deck, BodyTree Body, Particulars Particulars, SharedPlace? Through)
{
    const int LongestLine = 2_000;

    /// <summary>Reads a request.</summary>
    /// <exception cref="BodyException">It is not what the editor sends; the message names the field.</exception>
    public static async Task<SavedText> ReadAsync(HttpRequest request)
    {
        using var document = await DocumentAsync(request);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object) throw new BodyException("", "must be an object");
        return new SavedText(Id(root, "key"), Ids(root, "seen"), Line(root, "headline"), Line(root, "deck"), BodyOf(root), ParticularsOf(root), PlaceOf(root));
    }

    static async Task<JsonDocument> DocumentAsync(HttpRequest request)
    {
        try
        {
            return await JsonDocument.ParseAsync(request.Body, new JsonDocumentOptions { MaxDepth = (2 * BodyTree.MaxDepth) + 64 }, request.HttpContext.RequestAborted);
        }
        catch (JsonException error)
        {
            throw new BodyException("", $"not JSON: {error.Message}", error);
        }
    }

    static Guid Id(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) ? value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id) ? id : throw new BodyException(name, "must be an id") : Guid.CreateVersion7();

    static List<Guid> Ids(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array) throw new BodyException(name, "must be a list of ids");
        return [.. list.EnumerateArray().Select(id => id.ValueKind == JsonValueKind.String && id.TryGetGuid(out var guid) ? guid : throw new BodyException(name, "must be a list of ids"))];
    }

    static SharedPlace? PlaceOf(JsonElement root)
    {
        if (!root.TryGetProperty("lineage", out var lineage)) return null;
        if (lineage.ValueKind != JsonValueKind.String || !lineage.TryGetGuid(out var log)) throw new BodyException("lineage", "must be an id");
        if (!root.TryGetProperty("through", out var through) || through.ValueKind != JsonValueKind.Number || !through.TryGetInt64(out var number) || number < 0)
            throw new BodyException("through", "must be the number of a change");
        return new SharedPlace(log, number, root.TryGetProperty("suggestions", out var open) && open.ValueKind == JsonValueKind.Number && open.TryGetInt32(out var count) && count > 0 ? count : 0);
    }

    static string Line(JsonElement root, string name)
    {
        if (!root.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String) throw new BodyException(name, "must be a text");
        var text = value.GetString()!;
        return text.Length <= LongestLine ? text : throw new BodyException(name, $"longer than {LongestLine} characters");
    }

    static BodyTree BodyOf(JsonElement root)
    {
        if (!root.TryGetProperty("body", out var body)) throw new BodyException("body", "is missing");
        try
        {
            var tree = BodyTree.Parse(body.GetRawText());
            // What is suggested stands in the shared text only. An editor that forgot to leave it out would publish it.
            if (tree.Nodes.SelectMany(TreeWalk.Descend).OfType<Inline>().SelectMany(i => i.Marks).OfType<UnknownMark>().Any(mark => mark.Type is "insertion" or "deletion"))
                throw new BodyException("", "what is suggested is no part of it");
            return tree;
        }
        catch (BodyException error)
        {
            throw new BodyException(error.Path.Length == 0 ? "body" : $"body.{error.Path}", error.Message, error);
        }
    }

    static Particulars ParticularsOf(JsonElement root)
    {
        if (!root.TryGetProperty("particulars", out var given)) throw new BodyException("particulars", "are missing");
        try
        {
            return Particulars.FromJson(given.GetRawText());
        }
        catch (JsonException error)
        {
            throw new BodyException("particulars", error.Message, error);
        }
    }
}

/// <summary>A place in a log of shared changes.</summary>
/// <param name="Suggestions">How many are open there.</param>
public sealed record SharedPlace(Guid Lineage, long Sequence, int Suggestions);
