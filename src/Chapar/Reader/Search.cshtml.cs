using System.Globalization;
using Chapar.Search;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>Search: a form that works without script, and what it found. Never kept: there is no end of queries.</summary>
public sealed class SearchModel(ReaderDesk desk) : ReaderPage(desk)
{
    const int LongestQuery = 200;

    public string Query { get; private set; } = "";
    public IReadOnlyList<Teaser> Items { get; private set; } = [];
    public int Total { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; } = 1;

    public int Pages => (Total + SearchQuery.PageSize - 1) / SearchQuery.PageSize;

    public async Task<IActionResult> OnGetAsync([FromQuery] string? q, [FromQuery(Name = "page")] string? number)
    {
        Query = (q ?? "").Trim();
        if (Query.Length > LongestQuery) Query = Query[..LongestQuery];
        Number = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? Math.Clamp(n, 1, 500) : 1;
        if (Query.Length > 0)
        {
            var found = await SearchQuery.FindAsync(Db, Query, Language, Number, HttpContext.RequestAborted);
            Items = await this.TeasersAsync(found.Ids);
            Total = found.Total;
        }
        Head.Title = Query.Length == 0 ? W["search"] : W.Fill("search-title", Query);
        Head.NoIndex = true;
        Head.Canonical = $"{Prefix}/search";
        return Page();
    }

    /// <summary>The address of another page of the same search.</summary>
    public string Link(int page) => $"{Prefix}/search?q={Uri.EscapeDataString(Query)}" + (page > 1 ? string.Create(CultureInfo.InvariantCulture, $"&page={page}") : "");
}
