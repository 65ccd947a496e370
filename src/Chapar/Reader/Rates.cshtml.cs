using Chapar.Database;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader;

/// <summary>The official rates of all sources.</summary>
public sealed class RatesModel(ReaderDesk desk) : ReaderPage(desk)
{
    public IActionResult OnGet()
    {
        Rendering.DependOn(EditionNames.Rates);
        Head.Title = W["rates"];
        Head.Description = W.Fill("rates-description", Publication.Name);
        Head.Canonical = $"{Prefix}/rates";
        return Kept();
    }
}
