using System.Text.Json;

namespace Chapar.Text;

/// <summary>A short text in one or more languages, by language code ("en", "ru"): the name of a section, a caption.</summary>
public sealed class LocalText : IEquatable<LocalText>
{
    // Two or three of them, read with every row: an array is smaller and faster than any dictionary.
    readonly KeyValuePair<string, string>[] texts;

    LocalText(IEnumerable<KeyValuePair<string, string>> texts) =>
        this.texts = [.. texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).Select(t => KeyValuePair.Create(t.Key, Typography.Tidy(t.Value))).OrderBy(t => t.Key, StringComparer.Ordinal)];

    public static LocalText Empty { get; } = new([]);

    public static LocalText Of(string language, string text) => new([new(language, text)]);

    public static LocalText Of(IEnumerable<KeyValuePair<string, string>> texts) => new(texts);

    /// <summary>The text in this language; else in English, else in any language that has one; else empty.</summary>
    public string this[string language] =>
        Exactly(language) ?? Exactly("en") ?? (texts.Length > 0 ? texts[0].Value : "");

    /// <summary>The language in which <see cref="this"/> answers, where it is another than was asked for: what stands in "lang" beside the text. Null where it is the same.</summary>
    public string? Foreign(string language) =>
        Exactly(language) is not null || texts.Length == 0 ? null : Exactly("en") is not null ? "en" : texts[0].Key;

    /// <summary>The text in just this language, or null.</summary>
    public string? Exactly(string language)
    {
        foreach (var (code, text) in texts)
            if (code == language) return text;
        return null;
    }

    public bool IsEmpty => texts.Length == 0;

    public IEnumerable<string> Languages => texts.Select(t => t.Key);

    /// <summary>The same texts with this one set, or taken out when empty.</summary>
    public LocalText With(string language, string? text) =>
        new(texts.Where(t => t.Key != language).Append(new(language, text ?? "")));

    public string ToJson() => JsonSerializer.Serialize(texts.ToDictionary(), PlainJson.Options);

    public static LocalText FromJson(string json) =>
        json.Length <= 2 ? Empty : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    public bool Equals(LocalText? other) =>
        other is not null && texts.AsSpan().SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LocalText);

    public override int GetHashCode() => texts.Aggregate(0, (hash, t) => hash ^ HashCode.Combine(t.Key, t.Value));

    public override string ToString() => this["en"];
}
