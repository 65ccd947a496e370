using Chapar.Database;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>The ticker alone, for other sites to frame (only this page may be framed: see SecurityHeaders) and for the script that shows a
/// reader's own choice of it.</summary>
public sealed class EmbedModel(ReaderDesk desk) : ReaderPage(desk)
{
    public async Task<IActionResult> OnGetAsync(string? money, string? turned)
    {
        if (TickerChoice.Find(money, turned is not null) is not { } choice) return NotFound();
        Rendering.DependOn(EditionNames.Rates);
        Furniture = Furniture with { Ticker = await TickerView.ReadAsync(this, choice) };
        Head.Title = W["rates-official"];
        Head.Canonical = $"{Prefix}/rates/embed/{choice.Key}";
        Head.NoIndex = true;
        return Kept();
    }
}
