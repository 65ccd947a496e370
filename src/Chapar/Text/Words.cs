using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Chapar.Text;

/// <summary>
/// The words of the interface in one language, from the <c>Words/LANGUAGE.json</c> of Reader and Newsroom; no key stands in
/// both. All seven languages are complete (a test keeps them so); what one lacked would be said in English.
/// </summary>
public sealed class Words
{
    static readonly ConcurrentDictionary<string, Words> All = new(StringComparer.Ordinal);

    static readonly string[] Folders = ["Reader", "Newsroom"];

    readonly FrozenDictionary<string, string> texts;
    readonly Words? english;

    Words(string language)
    {
        Language = language;
        texts = Load(language).ToFrozenDictionary(StringComparer.Ordinal);
        english = language == "en" ? null : In("en");
        Months = this["months"].Split('|');
        MonthsAlone = this["months-alone"].Split('|');
        Weekdays = this["weekdays"].Split('|');
    }

    public static Words In(string language) => All.GetOrAdd(language, l => new Words(l));

    public string Language { get; }

    /// <summary>January first, in the form that stands in a date.</summary>
    public IReadOnlyList<string> Months { get; }

    /// <summary>January first, in the form that stands before a year alone.</summary>
    public IReadOnlyList<string> MonthsAlone { get; }

    /// <summary>Monday first.</summary>
    public IReadOnlyList<string> Weekdays { get; }

    public IEnumerable<string> Keys => texts.Keys;

    /// <summary>The words of a key; the key itself, in brackets, when no language has it.</summary>
    public string this[string key] => texts.TryGetValue(key, out var text) ? text : english?[key] ?? $"[{key}]";

    /// <summary>The words with {0}, {1} ... filled in.</summary>
    public string Fill(string key, params ReadOnlySpan<object?> parts) => string.Format(CultureInfo.InvariantCulture, this[key], parts);

    /// <summary>The form of a key for this number: KEY.one, KEY.few, KEY.many or KEY.other (CLDR plural rules), with {0} filled in.</summary>
    public string Count(string key, long number)
    {
        var form = $"{key}.{PluralForm(number)}";
        var text = texts.TryGetValue(form, out var own) ? own : this[$"{key}.other"];
        return string.Format(CultureInfo.InvariantCulture, text, Number(number));
    }

    /// <summary>A whole number with its thousands apart: "1,234" in English, "1 234" in the others.</summary>
    public string Number(long number) => number.ToString("#,0", Language == "en" ? CultureInfo.InvariantCulture : Spaced);

    static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," };

    /// <summary>CLDR: Russian has one, few and many; the Turkic languages, Tajik and English have one and other.</summary>
    string PluralForm(long n)
    {
        if (Language != "ru") return n == 1 ? "one" : "other";
        var (tens, ones) = (n % 100, n % 10);
        return ones == 1 && tens != 11 ? "one" : ones is >= 2 and <= 4 && tens is < 12 or > 14 ? "few" : "many";
    }

    static Dictionary<string, string> Load(string language)
    {
        Dictionary<string, string> words = [];
        foreach (var folder in Folders)
        {
            using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Chapar.{folder}.Words.{language}.json");
            if (stream is null) continue;
            foreach (var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!) words.Add(key, text);
        }
        return words;
    }
}
