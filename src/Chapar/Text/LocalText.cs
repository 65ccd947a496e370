using System.Collections.Frozen;
using System.Text.Json;

namespace Chapar.Text;

/// <summary>A short text in one or more languages, by language code ("en", "ru"): the name of a section, a caption.</summary>
public sealed class LocalText : IEquatable<LocalText>
{
    static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly FrozenDictionary<string, string> texts;

    LocalText(IEnumerable<KeyValuePair<string, string>> texts) =>
        this.texts = texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToFrozenDictionary(t => t.Key, t => Typography.Tidy(t.Value), StringComparer.Ordinal);

    public static LocalText Empty { get; } = new([]);

    public static LocalText Of(string language, string text) => new([new(language, text)]);

    public static LocalText Of(IEnumerable<KeyValuePair<string, string>> texts) => new(texts);

    /// <summary>The text in this language; else in English, else in any language that has one; else empty.</summary>
    public string this[string language] =>
        texts.TryGetValue(language, out var text) ? text
        : texts.TryGetValue("en", out text) ? text
        : texts.Count > 0 ? texts.OrderBy(t => t.Key, StringComparer.Ordinal).First().Value : "";

    /// <summary>The text in just this language, or null.</summary>
    public string? Exactly(string language) => texts.GetValueOrDefault(language);

    public bool IsEmpty => texts.Count == 0;

    public IEnumerable<string> Languages => texts.Keys;

    /// <summary>The same texts with this one set, or taken out when empty.</summary>
    public LocalText With(string language, string? text) =>
        new(texts.Where(t => t.Key != language).Append(new(language, text ?? "")));

    public string ToJson() => JsonSerializer.Serialize(texts.OrderBy(t => t.Key, StringComparer.Ordinal).ToDictionary(), Json);

    public static LocalText FromJson(string json) =>
        json.Length <= 2 ? Empty : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    public bool Equals(LocalText? other) =>
        other is not null && texts.Count == other.texts.Count && texts.All(t => other.texts.GetValueOrDefault(t.Key) == t.Value);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => hash ^ HashCode.Combine(t.Key, t.Value));

    public override string ToString() => this["en"];
}
