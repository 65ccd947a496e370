namespace Chapar.Reader;

/// <summary>
/// Pages of a list, numbered from the oldest, so that "/politics/page/3" keeps its articles for ever. Only full pages have a
/// number; the list's own address shows what is newer, together with the newest full page.
/// </summary>
public sealed record Pager
{
    public const int Size = 20;

    /// <param name="total">Number of articles in the list.</param>
    /// <param name="page">A page's number from 1, or null for the list's own address.</param>
    /// <param name="address">The list's own address.</param>
    public Pager(int total, int? page, string address)
    {
        Total = total;
        Page = page;
        Address = address;
    }

    public int Total { get; }
    public int? Page { get; }
    public string Address { get; }

    /// <summary>Number of full pages.</summary>
    public int Pages => Total / Size;

    /// <summary>Whether there is such a page.</summary>
    public bool Exists => Page is null || (Page >= 1 && Page <= Pages);

    /// <summary>Number of articles older than those shown.</summary>
    public int Skip => Page is { } page ? (page - 1) * Size : Math.Max(0, Pages - 1) * Size;

    public int Take => Page is null ? Total - Skip : Size;

    /// <summary>Place of the oldest article shown, counted from the oldest of all, from 1; 0 in an empty list.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    /// <summary>Place of the newest article shown.</summary>
    public int Last => Skip + Take;

    public string? Newer => Page switch
    {
        null => null,
        { } page when page < Pages - 1 => Link(page + 1),
        _ => Address,
    };

    public string? Older => Page switch
    {
        null => Pages >= 2 ? Link(Pages - 1) : null,
        > 1 => Link(Page.Value - 1),
        _ => null,
    };

    public string? Oldest => Pages >= 2 && Page != 1 ? Link(1) : null;

    public string Here => Page is { } page ? Link(page) : Address;

    string Link(int page) => $"{(Address == "/" ? "" : Address)}/page/{page}";
}
