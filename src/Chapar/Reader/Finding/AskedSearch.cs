using System.Globalization;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Reader.Markets;
using Chapar.Search;
using Chapar.Sections;
using Chapar.Settings;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader.Finding;

/// <summary>A section, place or author that is searched in.</summary>
public sealed record SearchedIn(Guid Id, string Slug, LocalText Name);

/// <summary>A value that means nothing.</summary>
/// <param name="Parameter">Its name in the address.</param>
/// <param name="Words">The key of what is said of it.</param>
/// <param name="Given">As given, not too long.</param>
public sealed record WrongValue(string Parameter, string Words, string Given);

/// <summary>What an address asks for, looked up. A value that means nothing is left out and named.</summary>
public sealed class AskedSearch
{
    /// <summary>Characters of a query; what comes after them is not looked for.</summary>
    public const int LongestQuery = 200;

    AskedSearch() { }

    public SearchAddress Address { get; private init; } = new();

    /// <summary>Of the articles; null for all.</summary>
    public string? Language { get; private init; }

    public SearchedIn? Section { get; private init; }
    public SearchedIn? Place { get; private init; }
    public SearchedIn? Author { get; private init; }
    public Format? Format { get; private init; }

    /// <summary>Instants (UTC) at which the days begin.</summary>
    (DateTime? From, DateTime? Before) Span { get; init; }

    public IReadOnlyList<WrongValue> Wrong { get; private init; } = [];

    /// <summary>See <see cref="SearchRequest.NotIn"/>.</summary>
    IReadOnlyList<string> NotIn { get; init; } = [];

    /// <summary>Whether only the beginning of the query is looked for.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsSomething => Address.Query.Length > 0 || Address.IsFiltered;

    /// <summary>What the search is asked.</summary>
    public SearchRequest Request => new(Address.Query)
    {
        Language = Language,
        NotIn = NotIn,
        Section = Section?.Id,
        Place = Place?.Id,
        Author = Author?.Id,
        Format = Format,
        From = Span.From,
        Before = Span.Before,
        Order = Address.IsNewest ? SearchOrder.Newest : SearchOrder.Best,
        Page = Address.Page,
    };

    /// <summary>The search in words, for a title: the query and what it is narrowed to.</summary>
    public string Told(Words words, TimeZoneInfo zone)
    {
        var dates = new Dates(words, zone);
        IEnumerable<string?> parts =
        [
            Address.Query, Section?.Name[words.Language], Place?.Name[words.Language], Author?.Name[words.Language], Format is { } format ? words[$"format.{format.Slug()}"] : null,
            .. Address.Days.Name(dates) is { } days ? [days]
                : new[] { Address.From is { } from ? words.Fill("search-from-day", dates.Day(from)) : null, Address.Before is { } before ? words.Fill("search-before-day", dates.Day(before)) : null },
        ];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <param name="asking">Where sections, places and authors are.</param>
    /// <param name="query">As given; an unknown parameter is not looked at.</param>
    /// <param name="publication">For its languages and its zone.</param>
    /// <param name="language">Of the page, in which is searched unless another is named; null for all.</param>
    public static async Task<AskedSearch> ReadAsync(Asking asking, IQueryCollection query, Publication publication, string? language, CancellationToken stop)
    {
        List<WrongValue> wrong = [];
        var words = Given("q");
        var section = await FindAsync("section", "/", slug => FiledAsync(FiledUnder.SectionAt, slug));
        var place = await FindAsync("place", "/places/", slug => FiledAsync(FiledUnder.PlaceAt, slug));
        var author = await FindAsync("author", "/authors/", slug => asking.Db.Authors.Where(a => a.Slug == slug).Select(a => new SearchedIn(a.Id, a.Slug, a.Name)).FirstOrDefaultAsync(stop));
        var format = Read("format", text => Formats.FromSlug(text));
        var spoken = Read("language", text => text == SearchAddress.AllLanguages || publication.Languages.Contains(text) ? text : null);
        var (from, before) = (Day("from"), Day("before"));
        if (from >= before)
        {
            wrong.Add(new("before", "search-wrong.span", Given("before")));
            before = null;
        }
        var order = Read("sort", text => text is SearchAddress.Best or SearchAddress.Newest ? text : null);
        var page = Read("page", text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : (int?)null);
        return new()
        {
            Address = new()
            {
                Query = words.Length > LongestQuery ? words[..LongestQuery] : words,
                Section = section?.Slug,
                Place = place?.Slug,
                Author = author?.Slug,
                Format = format?.Slug(),
                Language = spoken == (language ?? SearchAddress.AllLanguages) ? null : spoken,
                From = from,
                Before = before,
                IsNewest = order == SearchAddress.Newest,
                Page = page ?? 1,
            },
            Language = spoken is null ? language : spoken == SearchAddress.AllLanguages ? null : spoken,
            NotIn = [.. Languages.All.Except(publication.Languages)],
            Section = section,
            Place = place,
            Author = author,
            Format = format,
            Span = (Start(from, publication.Zone), Start(before, publication.Zone)),
            Wrong = wrong,
            IsCut = words.Length > LongestQuery || SearchWords.IsMore(words),
        };

        string Given(string name) => query[name].ToString().Trim();

        DateOnly? Day(string name) => Read(name, text => AskedDay.Parse(text), "search-wrong.day");

        T? Read<T>(string name, Func<string, T?> read, string? key = null)
        {
            var text = Given(name);
            if (text.Length == 0) return default;
            if (read(text.ToLowerInvariant()) is { } value) return value;
            Refuse(name, key, text);
            return default;
        }

        async Task<SearchedIn?> FiledAsync(Question<string, FiledUnder> at, string slug) => await asking.FirstAsync(at, slug, stop) is { } one ? new(one.Id, one.Slug, one.Name) : null;

        async Task<SearchedIn?> FindAsync(string name, string lists, Func<string, Task<SearchedIn?>> find)
        {
            var slug = Given(name).ToLowerInvariant();
            if (slug.Length == 0) return null;
            if (await find(slug) is { } found) return found;
            // A link from before it was renamed still leads there.
            var old = lists + slug;
            if (await asking.Db.Redirects.Where(r => r.From == old).Select(r => r.To).FirstOrDefaultAsync(stop) is { } to && to.StartsWith(lists, StringComparison.Ordinal)
                && await find(to[lists.Length..]) is { } moved) return moved;
            Refuse(name, null, slug);
            return null;
        }

        void Refuse(string name, string? key, string text) => wrong.Add(new(name, key ?? $"search-wrong.{name}", text.Length > 60 ? text[..60] + "…" : text));
    }

    static DateTime? Start(DateOnly? day, TimeZoneInfo zone) => day is { } at ? Dates.StartOf(at, zone) : null;
}
