using Chapar.Rates;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>Leads from the form "what was the rate on ..." to the page of that day, which has an address that can be passed on. What cannot be read is
/// answered by 400 and the form as it was given.</summary>
public sealed class OnModel(ReaderDesk desk) : ReaderPage(desk)
{
    public string First { get; private set; } = "";
    public string Second { get; private set; } = "";

    /// <summary>As given.</summary>
    public string Day { get; private set; } = "";

    public WrongField Wrong { get; private set; } = null!;

    /// <summary>Whether the two are moneys; otherwise they are asked for too.</summary>
    public bool IsPair { get; private set; }

    public IActionResult OnGet([FromQuery] string? pair, [FromQuery] string? date)
    {
        if (pair is null && date is null) return Redirect($"{Prefix}/rates");
        (First, Second) = pair?.Split('-', 2) is [var first, var second] ? (first.ToUpperInvariant(), second.ToUpperInvariant()) : ((pair ?? "").ToUpperInvariant(), "");
        Day = date ?? "";
        IsPair = First != Second && Currencies.IsActive(First) && Currencies.IsActive(Second);
        if (IsPair && AskedDay.Parse(date) is { } day) return Redirect($"{Prefix}{RateTexts.Path(First, Second)}/{RateTexts.Machine(day)}");
        Wrong = IsPair ? new("date", W["rates-no-day"]) : new(Currencies.IsActive(First) ? "to" : "from", W["rates-no-money"]);
        Head.Title = W["rates-on-a-day"];
        Head.NoIndex = true;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
