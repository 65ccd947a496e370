using System.Globalization;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>The converter's answer. Never kept: there is no end of amounts.</summary>
public sealed class ConvertModel(ReaderDesk desk) : ReaderPage(desk)
{
    public ConverterForm Form { get; private set; } = null!;

    /// <summary>What is wrong with the question; null when nothing is.</summary>
    public string? Problem { get; private set; }

    /// <summary>The answer; null without a question or with a problem.</summary>
    public Conversion? Conversion { get; private set; }

    /// <summary>"late: ..." where a bank has set no new value in time; null otherwise.</summary>
    public string? Late { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? amount, [FromQuery] string? from, [FromQuery] string? to, [FromQuery] string? on)
    {
        var (first, second) = (Known(from) ?? "USD", Known(to) ?? "KGS");
        Form = new(this, first, second, amount is { Length: > 0 and < 60 } ? amount : "1", on ?? "");
        Head.Title = W["rates-convert"];
        Head.NoIndex = true;
        Head.Canonical = $"{Prefix}/rates/convert";
        if (amount is null && from is null && to is null) return Page();

        var day = RateSources.Today(first, second, Now);
        if (Known(from) is null || Known(to) is null) Problem = W["rates-no-money"];
        else if (Amount.Parse(amount, Language) is not { } sum) Problem = W["rates-no-amount"];
        else if (!string.IsNullOrEmpty(on) && !DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) Problem = W["rates-no-day"];
        else
        {
            var made = await Conversion.MakeAsync(Db, sum, first, second, day, HttpContext.RequestAborted);
            Problem = made.Problem switch
            {
                ConversionProblem.None when !string.IsNullOrEmpty(on) && IsTooOld(made.Rate!, day) => W.Fill("rates-unknown-on", $"{first}/{second}", Dates.Day(day)),
                ConversionProblem.None => null,
                ConversionProblem.TooLarge => W["rates-too-large"],
                _ => W.Fill("rates-unknown-on", $"{first}/{second}", Dates.Day(day)),
            };
            if (Problem is null) Conversion = made;
            // Without a day the last good value counts, however late it is: its own day and that it is late stand beside the result.
            if (Conversion?.Rate is { } rate && Form.On.Length == 0 && RateStatuses.Of(rate, Now, await Db.FailingAsync(HttpContext.RequestAborted)) is var status && RateTexts.IsStale(status))
                Late = RateTexts.Status(W, status);
        }
        return Page();
    }

    static string? Known(string? code) => code is { Length: > 0 and < 10 } && Currencies.Code(code) is var known && Currencies.IsActive(known) ? known : null;

    /// <summary>Long before or after what the banks' documents reach to, a value in force is a guess. Who asks for no day gets the last one, under its
    /// own day, as on the page of the pair.</summary>
    bool IsTooOld(CrossRate rate, DateOnly day) => DayModel.IsUnknown(rate, day, Now);

    /// <summary>An amount with its thousands apart.</summary>
    public string Number(decimal amount) => RateFormat.Value(amount.ToString("0.############", CultureInfo.InvariantCulture), Language);
}
