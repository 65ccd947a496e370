using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Search;
using Chapar.Sections;
using Chapar.Text;

namespace Chapar.Reader.Finding;

/// <summary>One value of a filter.</summary>
/// <param name="Count">Hits that have it.</param>
/// <param name="Address">The search with it.</param>
/// <param name="Language">Of the text, where it is not that of the page.</param>
public sealed record FilterChoice(string Text, int Count, string Address, string? Language = null);

/// <summary>What a search can be narrowed by.</summary>
public sealed record Filter(string Heading, IReadOnlyList<FilterChoice> Choices);

/// <summary>A filter that is set.</summary>
/// <param name="Without">The search without it.</param>
/// <param name="Language">Of the text, where it is not that of the page.</param>
public sealed record SetFilter(string Heading, string Text, string Without, string? Language = null);

/// <summary>The filters of a search as links.</summary>
/// <param name="page">Gives the words and what addresses begin with.</param>
/// <param name="asked">The search.</param>
public sealed class SearchFilters(ReaderPage page, AskedSearch asked)
{
    /// <summary>Values of one filter: what a reader looks through.</summary>
    const int Most = 7;

    /// <summary>All months of a year with the days up to today.</summary>
    const int MostSpans = 15;

    readonly SearchAddress address = asked.Address with { Page = 1 };

    string Link(SearchAddress to) => to.In(page.Prefix);

    /// <summary>Those that are set, with the way back.</summary>
    public IReadOnlyList<SetFilter> Set()
    {
        List<SetFilter> set = [];
        if (asked.Section is { } section) set.Add(new(page.W["search-section"], section.Name[page.Language], Link(address with { Section = null })));
        if (asked.Place is { } place) set.Add(new(page.W["search-place"], place.Name[page.Language], Link(address with { Place = null })));
        if (asked.Author is { } author) set.Add(new(page.W["search-author"], author.Name[page.Language], Link(address with { Author = null })));
        if (asked.Format is { } format) set.Add(new(page.W["search-format"], page.W[$"format.{format.Slug()}"], Link(address with { Format = null })));
        if (address.Language is { } language)
            set.Add(language == SearchAddress.AllLanguages
                ? new(page.W["search-language"], page.W["search-all-languages"], Link(address with { Language = null }))
                : new(page.W["search-language"], Languages.OwnName(language), Link(address with { Language = null }), language));
        if (address.Days.Name(page.Dates) is { } days)
        {
            set.Add(new(page.W["search-date"], days, Link(address with { Days = default })));
            return set;
        }
        if (address.From is { } from) set.Add(new(page.W["search-from"], page.Dates.Day(from), Link(address with { From = null })));
        if (address.Before is { } before) set.Add(new(page.W["search-before"], page.Dates.Day(before), Link(address with { Before = null })));
        return set;
    }

    /// <summary>Those that narrow what was found further; no value that all of it has.</summary>
    public async Task<IReadOnlyList<Filter>> OthersAsync(Found found, CancellationToken stop)
    {
        var facets = found.Facets;
        List<Filter> filters = [];
        void Add(string heading, IEnumerable<FilterChoice> choices)
        {
            List<FilterChoice> narrowing = [.. choices.Where(c => c.Count < found.Total || found.IsMore).Take(Most)];
            if (narrowing.Count > 0) filters.Add(new(page.W[heading], narrowing));
        }
        if (asked.Section is null) Add("search-section", Named(facets.Sections, await NamesAsync(FiledUnder.Sections, facets.Sections, stop), s => address with { Section = s }));
        if (asked.Place is null) Add("search-place", Named(facets.Places, await NamesAsync(FiledUnder.Places, facets.Places, stop), s => address with { Place = s }));
        if (asked.Author is null) Add("search-author", Named(facets.Authors, (await page.Asking.ListAsync(AuthorProfile.These, Shown(facets.Authors), stop)).ToDictionary(a => a.Id, a => new SearchedIn(a.Id, a.Slug, a.Name)), s => address with { Author = s }));
        if (asked.Format is null) Add("search-format", facets.Formats.Select(f => new FilterChoice(page.W[$"format.{f.Value.Slug()}"], f.Count, Link(address with { Format = f.Value.Slug() }))));
        List<FilterChoice> languages = [.. (found.Everywhere?.Languages ?? facets.Languages).Where(l => l.Value != asked.Language && page.Publication.Languages.Contains(l.Value))
            .Select(l => new FilterChoice(Languages.OwnName(l.Value), l.Count, Link(address with { Language = l.Value == page.Language ? null : l.Value }), l.Value))];
        if (languages.Count > 0) filters.Add(new(page.W["search-language"], languages));
        return filters;
    }

    /// <summary>Spans of days that narrow what was found further. Each is told by its first and last day: the address means the same tomorrow.</summary>
    public IReadOnlyList<FilterChoice> Days(Found found) =>
        [.. address.Days.Narrower(found.Facets.Days, found.IsMore, DateOnly.FromDateTime(page.Dates.Local(page.Now)), page.Dates, page.W)
            .Where(span => span.Count < found.Total || found.IsMore).Take(MostSpans).Select(span => new FilterChoice(span.Text, span.Count, Link(address with { Days = span.Days })))];

    IEnumerable<FilterChoice> Named(IReadOnlyList<Facet<Guid>> facet, Dictionary<Guid, SearchedIn> names, Func<string, SearchAddress> narrow) =>
        facet.Where(f => names.ContainsKey(f.Value)).Select(f => new FilterChoice(names[f.Value].Name[page.Language], f.Count, Link(narrow(names[f.Value].Slug))));

    async Task<Dictionary<Guid, SearchedIn>> NamesAsync(Question<IReadOnlyList<Guid>, FiledUnder> these, IReadOnlyList<Facet<Guid>> facet, CancellationToken stop) =>
        (await page.Asking.ListAsync(these, Shown(facet), stop)).ToDictionary(one => one.Id, one => new SearchedIn(one.Id, one.Slug, one.Name));

    /// <summary>One that all have is not shown, so one more.</summary>
    static List<Guid> Shown(IReadOnlyList<Facet<Guid>> facet) => [.. facet.Take(Most + 1).Select(f => f.Value)];
}
