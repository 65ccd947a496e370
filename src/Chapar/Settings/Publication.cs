namespace Chapar.Settings;

/// <summary>The newspaper itself. Each property is a setting "publication:NAME".</summary>
public sealed class Publication
{
    public string Name { get; init; } = "The Steppe Courier";

    /// <summary>One line under the name.</summary>
    public string Tagline { get; init; } = "";

    /// <summary>Codes of the languages it appears in; the first lives at "/", the others under "/CODE/". English when none is given.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>IANA name of the zone in which times are shown.</summary>
    public string TimeZone { get; init; } = "Asia/Bishkek";

    /// <summary>Where readers reach it: scheme and host, without a slash at the end.</summary>
    public string BaseUrl { get; init; } = "http://localhost:5080";

    /// <summary>Accent colour on white, "#rrggbb".</summary>
    public string Accent { get; init; } = "#9c1c1c";

    /// <summary>Accent colour on black, "#rrggbb".</summary>
    public string AccentDark { get; init; } = "#f08a7c";

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

    public string MainLanguage => Languages[0];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);

    /// <summary>"" for the main language, "/ru" for another.</summary>
    public string Prefix(string language) => language == MainLanguage ? "" : $"/{language}";

    /// <summary>The whole address of a path of ours, written as RFC 3986 wants it.</summary>
    public string Absolute(string path) => BaseUrl + new PathString(path).ToUriComponent();

    internal IEnumerable<string> Problems()
    {
        if (string.IsNullOrWhiteSpace(Name)) yield return "publication:name is empty: give the newspaper's name.";
        if (Languages.Count == 0) yield return $"publication:languages is empty: give one or more of {string.Join(", ", Text.Languages.All)}.";
        foreach (var language in Languages.Where(l => !Text.Languages.IsKnown(l)))
            yield return $"publication:languages has '{language}': allowed are {string.Join(", ", Text.Languages.All)}.";
        if (Languages.Distinct().Count() != Languages.Count) yield return "publication:languages names a language twice.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return $"publication:timeZone is '{TimeZone}': give an IANA name such as Asia/Bishkek.";
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.PathAndQuery != "/" || BaseUrl.EndsWith('/'))
            yield return $"publication:baseUrl is '{BaseUrl}': give scheme and host without a slash at the end, such as https://example.org.";
        foreach (var (key, colour) in new[] { ("accent", Accent), ("accentDark", AccentDark) })
            if (colour.Length != 7 || colour[0] != '#' || !colour.Skip(1).All(char.IsAsciiHexDigit))
                yield return $"publication:{key} is '{colour}': give a colour as #rrggbb.";
        if (SecurityContact.Length > 0 && !SecurityContact.StartsWith("mailto:", StringComparison.Ordinal) && !SecurityContact.StartsWith("https://", StringComparison.Ordinal))
            yield return $"publication:securityContact is '{SecurityContact}': it must begin with mailto: or https://.";
    }
}
