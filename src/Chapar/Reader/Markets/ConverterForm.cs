using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>The form of the converter. It is sent by GET, so it needs no script and its answer can be passed on as an address.</summary>
/// <param name="From">The money one has.</param>
/// <param name="To">The money one gets.</param>
/// <param name="Amount">As typed.</param>
/// <param name="On">The day as given; "" for today.</param>
/// <param name="Wrong">What is wrong with what was given; null when nothing is.</param>
public sealed record ConverterForm(ReaderPage Page, string From, string To, string Amount = "1", string On = "", WrongField? Wrong = null)
{
    /// <summary>What is asked for most beside the moneys of the region and their neighbours.</summary>
    static readonly string[] others = ["GBP", "CHF", "JPY", "TRY", "AED", "INR", "KRW", "GEL", "AZN", "AMD", "BYN", "UAH", "PLN"];

    public DayField Day => new(Page, "on", On, IsRequired: false, Wrong);

    /// <summary>The choices; the two that are chosen are always among them, also what is no money: it stands there to be changed.</summary>
    public IEnumerable<(string Code, string Name)> Moneys =>
        Currencies.Main.Concat(others).Append(From).Append(To).Where(c => c.Length > 0).Distinct().Select(c => (c, Currencies.IsActive(c) ? $"{c} {CurrencyNames.Of(c, Page.Language)}" : c));
}
