using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>Leads from the form "what was the rate on ..." to the page of that day, which has an address that can be passed on.</summary>
public sealed partial class OnModel(ReaderDesk desk) : ReaderPage(desk)
{
    public IActionResult OnGet([FromQuery] string? pair, [FromQuery] string? date)
    {
        var known = (pair ?? "").ToLowerInvariant();
        if (!Pair().IsMatch(known)) return Redirect($"{Prefix}/rates");
        return Redirect(DayModel.Parse(date) is { } day ? $"{Prefix}/rates/{known}/{RateTexts.Machine(day)}" : $"{Prefix}/rates/{known}");
    }

    [GeneratedRegex("^[a-z]{3}-[a-z]{3}$")]
    private static partial Regex Pair();
}
