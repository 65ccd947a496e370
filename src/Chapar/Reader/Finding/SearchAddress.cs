using System.Globalization;
using System.Text;

namespace Chapar.Reader.Finding;

/// <summary>A search as its address says it: slugs and days, what is usual left out. All that a reader has chosen stands in it.</summary>
public sealed record SearchAddress
{
    /// <summary>The names of the parameters, in the order in which an address has them.</summary>
    public static IReadOnlyList<string> Parameters { get; } = ["q", "section", "place", "author", "format", "language", "from", "before", "sort", "page"];

    /// <summary>Those of a feed, which begins with the newest and has one page.</summary>
    public static IReadOnlyList<string> OfFeed { get; } = [.. Parameters.Except(["sort", "page"])];

    /// <summary>In place of a language: all of them.</summary>
    public const string AllLanguages = "all";

    /// <summary>In place of an order.</summary>
    public const string Best = "best", Newest = "newest";

    public string Query { get; init; } = "";
    public string? Section { get; init; }
    public string? Place { get; init; }
    public string? Author { get; init; }
    public string? Format { get; init; }

    /// <summary>A code or <see cref="AllLanguages"/>; null for the language of the page.</summary>
    public string? Language { get; init; }

    /// <summary>The first day, in the publication's zone.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day after the last one.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Both.</summary>
    public SearchedDays Days
    {
        get => new(From, Before);
        init => (From, Before) = value;
    }

    public bool IsNewest { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Whether anything but words is asked for.</summary>
    public bool IsFiltered => Section is not null || Place is not null || Author is not null || Format is not null || From is not null || Before is not null;

    /// <summary>The first page of the same words without anything else, in the same language.</summary>
    public SearchAddress WithoutFilters => new() { Query = Query, Language = Language, IsNewest = IsNewest };

    /// <summary>Where it stands.</summary>
    /// <param name="prefix">What the addresses of the page's language begin with.</param>
    public string In(string prefix) => $"{prefix}/search{Write(Parameters)}";

    /// <summary>What its feeds have behind their names: "?q=..." or nothing.</summary>
    public string ForFeed => Write(OfFeed);

    /// <summary>The parameters with their values, for a form that keeps them.</summary>
    public IEnumerable<(string Name, string Value)> Values => Parameters.Select(name => (name, Value: Value(name))).Where(v => v.Value.Length > 0);

    string Write(IReadOnlyList<string> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
            if (Value(name) is { Length: > 0 } value) text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    string Value(string name) => name switch
    {
        "q" => Query,
        "section" => Section,
        "place" => Place,
        "author" => Author,
        "format" => Format,
        "language" => Language,
        "from" => Day(From),
        "before" => Day(Before),
        "sort" => IsNewest ? Newest : null,
        _ => Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null,
    } ?? "";

    static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
