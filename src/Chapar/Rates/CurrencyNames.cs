using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Chapar.Rates;

/// <summary>The names of moneys, from <c>Rates/Currencies/LANGUAGE.json</c>: CLDR 48.2 (Unicode License v3), with those of the region as its
/// own papers write them.</summary>
public static class CurrencyNames
{
    static readonly ConcurrentDictionary<string, Dictionary<string, string>> all = new(StringComparer.Ordinal);

    /// <summary>"Kyrgyz som"; the code itself where no name is known.</summary>
    public static string Of(string code, string language) =>
        Names(language).GetValueOrDefault(code) ?? (language == "en" ? code : Of(code, "en"));

    /// <summary>The name as it begins a line: "Евро".</summary>
    public static string Title(string code, string language) => Of(code, language) is [var first, .. var rest] ? char.ToUpperInvariant(first) + rest : code;

    static Dictionary<string, string> Names(string language) => all.GetOrAdd(language, static l =>
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Chapar.Rates.Currencies.{l}.json");
        return stream is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    });
}
