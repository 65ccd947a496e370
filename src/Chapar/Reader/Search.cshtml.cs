using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>Search: a form that works without script, and what it found.</summary>
public sealed class SearchModel(ReaderDesk desk) : ReaderPage(desk)
{
    public string Query { get; private set; } = "";
    public IReadOnlyList<Teaser> Items { get; private set; } = [];
    public int Total { get; private set; }

    public IActionResult OnGet(string? q)
    {
        Query = (q ?? "").Trim();
        Head.Title = Query.Length == 0 ? W["search"] : W.Fill("search-title", Query);
        Head.NoIndex = true;
        Head.Canonical = $"{Prefix}/search";
        return Page();
    }
}
