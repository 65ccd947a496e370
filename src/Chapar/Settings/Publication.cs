using System.Globalization;
using System.Text.Json.Serialization;
using Chapar.Text;

namespace Chapar.Settings;

/// <summary>
/// The newspaper itself. Each property is a setting "publication:NAME". The one that the program serves changes when somebody
/// saves others in the newsroom (<see cref="Become"/>): what is made of it is made anew, not kept by its makers.
/// </summary>
public sealed record Publication
{
    public string Name { get; init; } = "The Steppe Courier";

    /// <summary>One line under the name, in the main language.</summary>
    public string Tagline { get; init; } = "";

    /// <summary>The same in others, by their codes; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Taglines { get; init; }

    /// <summary>Codes of the languages it appears in; the first lives at "/", the others under "/CODE/". English when none is given.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>IANA name of the zone in which times are shown.</summary>
    public string TimeZone { get; init; } = "Asia/Bishkek";

    /// <summary>Where readers reach it: scheme and host, without a slash at the end.</summary>
    public string BaseUrl { get; init; } = "http://localhost:5080";

    /// <summary>Accent colour on white, "#rrggbb".</summary>
    public string Accent { get; init; } = "#0b6068";

    /// <summary>Accent colour on black, "#rrggbb".</summary>
    public string AccentDark { get; init; } = "#63c3c6";

    /// <summary>File of the logo (SVG or PNG) in the data folder; the name is set in type when there is none.</summary>
    public string Logo { get; init; } = "";

    /// <summary>Slugs of the sections in the navigation, in order; all of them when empty.</summary>
    public IReadOnlyList<string> Navigation { get; init; } = [];

    /// <summary>Where readers write to.</summary>
    public string Email { get; init; } = "";

    /// <summary>For security.txt: "mailto:..." or "https://...". No file is served without it.</summary>
    public string SecurityContact { get; init; } = "";

    /// <summary>For JSON-LD and the foot: pages of the publication elsewhere.</summary>
    public IReadOnlyList<string> SameAs { get; init; } = [];

    /// <summary>Points of the checklist that bar a publication here, of <see cref="Checks"/>; the others are advice.</summary>
    public IReadOnlyList<string> Bars { get; init; } = [];

    /// <summary>The points about which the house may choose (a test holds them equal to those of the checklist).</summary>
    public static IReadOnlyList<string> Checks { get; } =
    [
        "headline-long", "headline-stop", "deck-missing", "deck-long", "text-empty", "no-lead", "rights-end", "rights-ended", "no-topic",
        "image-elsewhere", "link-nowhere", "link-dead", "weekday", "future", "spelling", "two-ways", "one-name", "name", "comments", "suggestions",
    ];

    /// <summary>WCAG 2.2, 1.4.3: for text of usual size.</summary>
    public const double ReadableContrast = 4.5;

    /// <summary>What the light scheme prints on: --paper and --wash of reader.css (a test holds them equal).</summary>
    public static IReadOnlyList<Colour> LightPapers { get; } = [new(0xff, 0xfd, 0xf9), new(0xf4, 0xef, 0xe6)];

    /// <summary>The same of the dark scheme.</summary>
    public static IReadOnlyList<Colour> DarkPapers { get; } = [new(0x15, 0x14, 0x0f), new(0x21, 0x1f, 0x19)];

    [JsonIgnore]
    public string MainLanguage => Languages[0];

    [JsonIgnore]
    public TimeZoneInfo Zone => field?.Id == TimeZone ? field : field = TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>
    /// Takes over all settings of another. Pages made meanwhile may see some of both; they are made again, since the caller raises
    /// the edition name of the settings after it.
    /// </summary>
    /// <param name="other">The settings.</param>
    /// <param name="but">Names of settings that stay as they are.</param>
    public void Become(Publication other, IReadOnlySet<string>? but = null)
    {
        foreach (var setting in typeof(Publication).GetProperties().Where(p => p.CanWrite && but?.Contains(p.Name) != true)) setting.SetValue(this, setting.GetValue(other));
    }

    /// <summary>The line under the name for readers of a language, with the main language where theirs has none.</summary>
    public (string Text, string? Lang) TaglineIn(string language) =>
        language == MainLanguage ? (Tagline, null) : Taglines?.GetValueOrDefault(language) is { Length: > 0 } own ? (own, null) : (Tagline, MainLanguage);

    /// <summary>"" for the main language, "/ru" for another.</summary>
    public string Prefix(string language) => language == MainLanguage ? "" : $"/{language}";

    /// <summary>The whole address of a path of ours, written as RFC 3986 wants it.</summary>
    public string Absolute(string path) => BaseUrl + new PathString(path).ToUriComponent();

    const string ContrastDarker = "settings.contrast-darker";
    const string ContrastLighter = "settings.contrast-lighter";

    /// <summary>Whether a problem is that a colour is hard to read: who shows colours says that in their own way.</summary>
    internal static bool IsOfContrast(Sentence problem) => problem.Key is ContrastDarker or ContrastLighter;

    internal IEnumerable<Sentence> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return new("settings.name-empty");
        if (Languages.Count == 0) yield return new("settings.languages-empty", string.Join(", ", Text.Languages.All));
        foreach (var language in Languages.Where(l => !Text.Languages.IsKnown(l)))
            yield return new("settings.languages-unknown", language, string.Join(", ", Text.Languages.All));
        foreach (var language in Taglines?.Keys.Where(l => !Text.Languages.IsKnown(l)) ?? [])
            yield return new("settings.taglines-unknown", language, string.Join(", ", Text.Languages.All));
        if (Languages.Distinct().Count() != Languages.Count) yield return new("settings.languages-twice");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new("settings.time-zone", TimeZone);
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || BaseUrl.EndsWith('/'))
            yield return new("settings.base-url", BaseUrl);
        foreach (var (key, text, papers) in new[] { ("accent", Accent, LightPapers), ("accentDark", AccentDark, DarkPapers) })
        {
            if (!Colour.TryParse(text, out var colour)) yield return new("settings.colour", key, text);
            else if (papers.Min(colour.ContrastWith) is < ReadableContrast and var contrast)
                yield return new(key == "accent" ? ContrastDarker : ContrastLighter, key, text, contrast.ToString("0.0", CultureInfo.InvariantCulture), ReadableContrast);
        }
        foreach (var bar in Bars.Where(bar => !Checks.Contains(bar))) yield return new("settings.bars-unknown", bar, string.Join(", ", Checks));
        if (SecurityContact.Length > 0 && !SecurityContact.StartsWith("mailto:", StringComparison.Ordinal) && !SecurityContact.StartsWith("https://", StringComparison.Ordinal))
            yield return new("settings.security-contact", SecurityContact);
    }
}
