using System.Text.Json;
using System.Text.Json.Serialization;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>What a category of the old site becomes.</summary>
public enum FilingKind { Section, Place, Topic, Skip }

/// <param name="Kind">Section, place, topic, or nothing.</param>
/// <param name="Name">Null for the category's own.</param>
/// <param name="Slug">Null for the category's own.</param>
public sealed record CategoryRule(FilingKind Kind, string? Name = null, string? Slug = null);

/// <summary>
/// The mapping file: <c>{"categories": {"old-slug": {"kind": "place", "name": "Central Asia", "slug": "central-asia"}}, "defaultSection":
/// {"name": "News", "slug": "news"}}</c>. What it does not name is a place if it has the name of one, otherwise a section.
/// </summary>
public sealed class CategoryMapping
{
    static readonly JsonSerializerOptions json = new()
    {
        PropertyNameCaseInsensitive = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    static readonly HashSet<string> uncategorized = new(StringComparer.Ordinal)
    {
        "uncategorized", "uncategorised", "non-classe", "allgemein", "sin-categoria", "bez-kategorii", "без-рубрики", "bez-rubriki", "bez-kategorii-ru", "kategorisiz",
    };

    readonly Dictionary<string, CategoryRule> rules;

    CategoryMapping(Dictionary<string, CategoryRule> rules, CategoryRule defaultSection) => (this.rules, DefaultSection) = (rules, defaultSection);

    /// <summary>For articles without a category of their own.</summary>
    public CategoryRule DefaultSection { get; }

    /// <summary>No mapping file.</summary>
    /// <param name="language">For the name of the default section.</param>
    public static CategoryMapping Default(string language) =>
        new([], new CategoryRule(FilingKind.Section, language switch { "ru" => "Новости", "kk" => "Жаңалықтар", "ky" => "Жаңылыктар", "uz" => "Yangiliklar", "tg" => "Хабарҳо", "tk" => "Habarlar", _ => "News" }, "news"));

    /// <exception cref="FormatException">The file is not as described; the message says where.</exception>
    public static CategoryMapping Read(string path, string language)
    {
        try
        {
            MappingFile file = JsonSerializer.Deserialize<MappingFile>(File.ReadAllText(path), json) ?? new MappingFile(null, null);
            CategoryRule given = file.DefaultSection ?? Default(language).DefaultSection;
            if (given.Kind != FilingKind.Section || string.IsNullOrWhiteSpace(given.Name))
                throw new FormatException($"{path}: defaultSection must be a section with a name.");
            return new CategoryMapping(new(file.Categories ?? [], StringComparer.OrdinalIgnoreCase), given with { Slug = given.Slug ?? Text.Slug.Of(given.Name) });
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{path}, line {fault.LineNumber + 1}: {fault.Message}", fault);
        }
    }

    /// <summary>What a category becomes. Children of a place that are no places themselves ("Kazakhstan / Politics") are one section for all places.</summary>
    /// <param name="slug">Its slug, decoded.</param>
    /// <param name="parentIsPlace">Whether its parent category is a place.</param>
    public CategoryRule For(string slug, string name, bool parentIsPlace)
    {
        if (rules.TryGetValue(slug, out CategoryRule? rule))
            return rule with { Name = rule.Name ?? name, Slug = Slug.Of(rule.Slug ?? rule.Name ?? slug) };
        if (uncategorized.Contains(slug) || uncategorized.Contains(Slug.Of(name)))
            return DefaultSection;
        string own = Slug.Of(slug) is { Length: > 0 } latin ? latin : Slug.Of(name);
        if (Gazetteer.Knows(name))
            return new CategoryRule(FilingKind.Place, name, Slug.Of(name));
        return new CategoryRule(FilingKind.Section, name, parentIsPlace && Slug.Of(name) is { Length: > 0 } shared ? shared : own);
    }

    sealed record MappingFile(Dictionary<string, CategoryRule>? Categories, CategoryRule? DefaultSection);
}
