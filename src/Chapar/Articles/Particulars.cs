using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Chapar.Articles;

/// <summary>One author of a story that is being written, and what they did for it.</summary>
public sealed record Signing(Guid Author, BylineRole Role);

/// <summary>All of a story besides its words: how it is filed, signed and illustrated. Kept with each draft and each revision.</summary>
public sealed record Particulars
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Particulars None { get; } = new();

    public Format Format { get; init; }
    public Guid? Section { get; init; }
    public IReadOnlyList<Signing> Bylines { get; init; } = [];
    public IReadOnlyList<Guid> Places { get; init; } = [];
    public IReadOnlyList<Guid> Topics { get; init; } = [];
    public Guid? Lead { get; init; }

    /// <summary>Where they differ from the picture's own.</summary>
    public string? LeadCaption { get; init; }

    /// <summary>See <see cref="LeadCaption"/>.</summary>
    public string? LeadAlternativeText { get; init; }

    /// <summary>Those of an article whose byline, places and topics are loaded.</summary>
    public static Particulars Of(Article article) => new()
    {
        Format = article.Format,
        Section = article.SectionId,
        Bylines = [.. article.Bylines.OrderBy(b => b.Position).Select(b => new Signing(b.AuthorId, b.Role))],
        Places = [.. article.Places.Select(p => p.Id).Order()],
        Topics = [.. article.Topics.Select(t => t.Id).Order()],
        Lead = article.LeadId,
        LeadCaption = article.LeadCaption,
        LeadAlternativeText = article.LeadAlternativeText,
    };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public static Particulars FromJson(string json) => json.Length <= 2 ? None : JsonSerializer.Deserialize<Particulars>(json, Json)!;

    // The lists would be compared by reference.
    public bool Equals(Particulars? other) => other is not null && (ReferenceEquals(this, other) || ToJson() == other.ToJson());

    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);
}
