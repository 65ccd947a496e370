using Chapar.Articles;

namespace Chapar.Search;

public enum SearchOrder { Best, Newest }

/// <summary>What a reader looks for.</summary>
/// <param name="Query">As typed: words, "phrases in quotes", -excluded. Nothing that is typed is an error. May be empty where something else is asked for.</param>
public sealed record SearchRequest(string Query)
{
    /// <summary>Of the articles; null for all languages.</summary>
    public string? Language { get; init; }

    /// <summary>Languages that are switched off: their articles are in the index, and no reader finds them.</summary>
    public IReadOnlyList<string> NotIn { get; init; } = [];

    public Guid? Section { get; init; }
    public Guid? Place { get; init; }
    public Guid? Topic { get; init; }
    public Guid? Author { get; init; }
    public Format? Format { get; init; }

    /// <summary>First published at this instant (UTC) or after.</summary>
    public DateTime? From { get; init; }

    /// <summary>First published before this instant (UTC).</summary>
    public DateTime? Before { get; init; }

    public SearchOrder Order { get; init; }

    /// <summary>From 1; of <see cref="PageSize"/> articles.</summary>
    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = SearchQuery.PageSize;

    /// <summary>In which their days are counted.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Whether what the hits are filed under is counted.</summary>
    public bool WithFacets { get; init; }

    /// <summary>Whether it is said what there is in all languages, too.</summary>
    public bool WithEverywhere { get; init; }

    /// <summary>Whether the list of known names is used.</summary>
    public bool WithNames { get; init; } = true;
}

/// <summary>How many of the hits have one value of what can be filtered by.</summary>
public readonly record struct Facet<T>(T Value, int Count);

/// <summary>What the hits are filed under, the most frequent first: of the newest <see cref="SearchQuery.Most"/> of them, where there are more.</summary>
/// <param name="Days">On which they were first published, the newest first.</param>
public sealed record Facets(IReadOnlyList<Facet<string>> Languages, IReadOnlyList<Facet<Format>> Formats, IReadOnlyList<Facet<Guid>> Sections,
    IReadOnlyList<Facet<Guid>> Places, IReadOnlyList<Facet<Guid>> Topics, IReadOnlyList<Facet<Guid>> Authors, IReadOnlyList<Facet<DateOnly>> Days)
{
    public static Facets None { get; } = new([], [], [], [], [], [], []);
}

/// <summary>What a search of one language has in all of them.</summary>
/// <param name="Total">Of all languages; counting stops at <see cref="SearchQuery.Most"/>.</param>
/// <param name="IsMore">There are more than Total says.</param>
public sealed record Everywhere(int Total, bool IsMore, IReadOnlyList<Facet<string>> Languages);

/// <summary>One page of what a search found.</summary>
/// <param name="Ids">Public articles, in the order asked for.</param>
/// <param name="Total">How many there are in all; counting stops at <see cref="SearchQuery.Most"/>.</param>
/// <param name="IsMore">There are more than Total says. No page shows them: a reader narrows the search.</param>
/// <param name="Understood">What was looked for: marks the hits in a text.</param>
/// <param name="Near">Only when nothing was found: names that were perhaps meant, the likeliest first, as they are to be searched for.</param>
/// <param name="Everywhere">Only where it was asked for, of a search of one language.</param>
public sealed record Found(IReadOnlyList<Guid> Ids, int Total, bool IsMore, Facets Facets, Understood Understood, IReadOnlyList<string> Near, Everywhere? Everywhere);
