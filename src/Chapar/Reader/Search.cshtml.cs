using Chapar.Authors;
using Chapar.Database;
using Chapar.Names;
using Chapar.Reader.Finding;
using Chapar.Search;
using Chapar.Sections;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>A known name that the query says, with the other spellings in which it was looked for.</summary>
/// <param name="Path">Of its page; null when it has none.</param>
public sealed record AlsoFound(string Name, string? Path, IReadOnlyList<NameSpelling> Spellings);

/// <summary>Search: a form that works without script, and what it found. Never kept: there is no end of queries.</summary>
public sealed class SearchModel(ReaderDesk desk, SearchFiles files) : ReaderPage(desk)
{
    /// <summary>Other spellings of a name that are shown.</summary>
    const int MostSpellings = 6;

    public SearchFiles Files { get; } = files;
    public AskedSearch Asked { get; private set; } = null!;
    public SearchAddress Address => Asked.Address;

    /// <summary>Null when nothing was asked.</summary>
    public Found? Found { get; private set; }

    public IReadOnlyList<FoundArticle> Items { get; private set; } = [];

    /// <summary>What there is in all languages, where it is more than in the one searched in.</summary>
    public Everywhere? Everywhere => Found?.Everywhere is { } all && (all.Total > Found.Total || all.IsMore && !Found.IsMore) ? all : null;

    public IReadOnlyList<SetFilter> Set { get; private set; } = [];
    public IReadOnlyList<Filter> Filters { get; private set; } = [];

    /// <summary>Spans of days among the filters.</summary>
    public IReadOnlyList<FilterChoice> Days { get; private set; } = [];

    public IReadOnlyList<AlsoFound> Also { get; private set; } = [];

    public int Pages => Found is null ? 0 : (Found.Total + SearchQuery.PageSize - 1) / SearchQuery.PageSize;

    public async Task<IActionResult> OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        Asked = await AskedSearch.ReadAsync(Asking, Request.Query, Publication, Language, stop);
        if (Asked.IsSomething) await FindAsync(stop);
        Head.Title = Asked.IsSomething ? W.Fill("search-title", Asked.Told(W, Desk.Zone)) : W["search"];
        Head.NoIndex = true;
        Head.Canonical = $"{Prefix}/search";
        if (Asked.Wrong.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The same search with one thing different, from its first page on.</summary>
    public string Link(Func<SearchAddress, SearchAddress> change) => change(Address with { Page = 1 }).In(Prefix);

    /// <summary>Whether anything of the query says more than words: quotes or a minus.</summary>
    public bool HasSigns => Address.Query.AsSpan().ContainsAny("\"“”«»") || Address.Query.StartsWith('-') || Address.Query.Contains(" -", StringComparison.Ordinal);

    async Task FindAsync(CancellationToken stop)
    {
        var request = Asked.Request with { WithFacets = true, WithEverywhere = Publication.Languages.Count > 1, Zone = Desk.Zone };
        Found = await SearchQuery.FindAsync(Asking, request, stop);
        // A word as this page prints it may be spelt otherwise in the article, and what is typed without its marks would be read wrongly: the reading that finds more counts.
        if (Script?.Read(Address.Query) is { } usual && usual != Address.Query && await SearchQuery.FindAsync(Asking, request with { Query = usual }, stop) is var read && read.Total > Found.Total) Found = read;
        Items = await FoundArticle.ReadAsync(Asking, Found, stop);
        var filters = new SearchFilters(this, Asked);
        Set = filters.Set();
        Filters = await filters.OthersAsync(Found, stop);
        Days = filters.Days(Found);
        Also = await AlsoAsync(Found.Understood.Names, stop);
        Head.Feeds = $"{Prefix}/search";
        Head.FeedQuery = Address.ForFeed;
    }

    async Task<IReadOnlyList<AlsoFound>> AlsoAsync(IReadOnlyList<KnownName> names, CancellationToken stop)
    {
        List<AlsoFound> also = [];
        foreach (var name in names)
        {
            var path = name.PlaceId is { } place ? Path("places", (await Asking.FirstAsync(FiledUnder.Places, [place], stop))?.Slug)
                : name.TopicId is { } topic ? Path("topics", (await Asking.FirstAsync(FiledUnder.Topics, [topic], stop))?.Slug)
                : name.AuthorId is { } author ? Path("authors", (await Asking.FirstAsync(AuthorProfile.These, [author], stop))?.Slug) : null;
            var shown = name.Name(Language);
            var others = name.Spellings.Where(s => s.Text != shown && !Address.Query.Contains(s.Text, StringComparison.OrdinalIgnoreCase)).DistinctBy(s => s.Text).Take(MostSpellings).ToList();
            if (path is not null || others.Count > 0) also.Add(new(shown, path, others));
        }
        return also;

        string? Path(string list, string? slug) => slug is null ? null : $"{Prefix}/{list}/{slug}";
    }
}
