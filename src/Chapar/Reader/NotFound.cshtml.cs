using Chapar.Articles;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Chapar.Reader;

/// <summary>Nothing stands or stood at this address: says so, and helps on.</summary>
public sealed class NotFoundModel(ReaderDesk desk) : ReaderPage(desk)
{
    /// <summary>What the reader may have looked for: the words of the address.</summary>
    public string Guess { get; private set; } = "";

    public IReadOnlyList<Teaser> Latest { get; private set; } = [];

    public async Task<PageResult> OnGetAsync()
    {
        var path = HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? HttpContext.Request.Path.Value ?? "";
        Guess = string.Join(' ', path[(path.LastIndexOf('/') + 1)..].Split('-', '_', '.', '+').Where(w => w.Length > 1 && !w.All(char.IsAsciiDigit)));
        Latest = await Db.Articles.Published().InLanguage(Language).Newest().Take(5).AsTeasersAsync(this);
        Head.Title = W["not-found"];
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
