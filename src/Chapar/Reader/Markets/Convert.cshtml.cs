using System.Globalization;
using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Reader.Markets;

/// <summary>The converter's answer. Never kept: there is no end of amounts. What cannot be read is answered by 400 and the form as it was given.</summary>
public sealed class ConvertModel(ReaderDesk desk) : ReaderPage(desk)
{
    public ConverterForm Form { get; private set; } = null!;

    /// <summary>Why a good question has no answer: the banks' documents do not reach that day. Null otherwise.</summary>
    public string? Unknown { get; private set; }

    /// <summary>The answer; null without a question or with a problem.</summary>
    public Conversion? Conversion { get; private set; }

    /// <summary>"late: ..." where a bank has set no new value in time; null otherwise.</summary>
    public string? Late { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? amount, [FromQuery] string? from, [FromQuery] string? to, [FromQuery] string? on)
    {
        Head.Title = W["rates-convert"];
        Head.NoIndex = true;
        Head.Canonical = $"{Prefix}/rates/convert";
        if (amount is null && from is null && to is null && on is null)
        {
            Form = new(this, "USD", "KGS");
            return Page();
        }
        Form = new(this, Shown(from, "USD"), Shown(to, "KGS"), amount ?? "", on ?? "");
        if (await WrongAsync() is { } wrong)
        {
            Form = Form with { Wrong = wrong };
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        return Page();
    }

    /// <summary>What is wrong with the question; null when there is an answer, or none is known.</summary>
    async Task<WrongField?> WrongAsync()
    {
        if (Amount.Parse(Form.Amount, Language) is not { } sum) return new("amount", W[Amount.IsTooLong(Form.Amount) ? "rates-too-large" : "rates-no-amount"]);
        if (!Currencies.IsActive(Form.From)) return new("from", W["rates-no-money"]);
        if (!Currencies.IsActive(Form.To)) return new("to", W["rates-no-money"]);
        var asked = AskedDay.Parse(Form.On);
        if (asked is null && Form.On.Length > 0) return new("on", W["rates-no-day"]);

        var (stop, day) = (HttpContext.RequestAborted, asked ?? RateSources.Today(Form.From, Form.To, Now));
        var made = await Conversion.MakeAsync(Db, sum, Form.From, Form.To, day, stop);
        if (made.Problem == ConversionProblem.TooLarge) return new("amount", W["rates-too-large"]);
        // Long before or after what the banks' documents reach to, a value in force is a guess. Who asks for no day gets the last one, however late it
        // is, as on the page of the pair: its own day and that it is late stand beside the result.
        if (made.Rate is not { } rate || (asked is not null && DayModel.IsUnknown(rate, day, Now)))
        {
            Unknown = W.Fill("rates-unknown-on", $"{Form.From}/{Form.To}", Dates.Day(day));
            return null;
        }
        Conversion = made;
        if (asked is null && RateStatuses.Of(rate, Now, await FetchStates.FailingAsync(Db, stop)) is var status && RateTexts.IsStale(status)) Late = RateTexts.Status(W, status);
        return null;
    }

    /// <summary>A money as the form shows it: its code, or what was given in its place.</summary>
    static string Shown(string? given, string usual) => given is null ? usual : given.Length < 10 ? Currencies.Code(given) : given;

    /// <summary>An amount with its thousands apart.</summary>
    public string Number(decimal amount) => RateFormat.Value(amount.ToString("0.############", CultureInfo.InvariantCulture), Language);
}
