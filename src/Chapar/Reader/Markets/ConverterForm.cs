using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>The form of the converter. It is sent by GET, so it needs no script and its answer can be passed on as an address.</summary>
/// <param name="From">The money one has.</param>
/// <param name="To">The money one gets.</param>
/// <param name="Amount">As typed.</param>
/// <param name="On">The day as yyyy-MM-dd; "" for today.</param>
public sealed record ConverterForm(ReaderPage Page, string From, string To, string Amount = "1", string On = "")
{
    /// <summary>What is asked for most beside the moneys of the region and their neighbours.</summary>
    static readonly string[] others = ["GBP", "CHF", "JPY", "TRY", "AED", "INR", "KRW", "GEL", "AZN", "AMD", "BYN", "UAH", "PLN"];

    /// <summary>The choices; the two that are chosen are always among them.</summary>
    public IEnumerable<(string Code, string Name)> Moneys =>
        Currencies.Main.Concat(others).Append(From).Append(To).Distinct().Select(c => (c, $"{c} {CurrencyNames.Of(c, Page.Language)}"));
}
