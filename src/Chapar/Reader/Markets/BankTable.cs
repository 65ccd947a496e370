using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Reader.Markets;

/// <summary>The list of one bank, ready to be shown.</summary>
/// <param name="Bank">What is in force there.</param>
/// <param name="Rows">Which of its rows.</param>
/// <param name="Recent">The values of the last weeks.</param>
/// <param name="Page">The page it stands on.</param>
public sealed record BankTable(
    SourceRates Bank, IReadOnlyList<TableRate> Rows, IReadOnlyDictionary<(string Source, string Currency), RateSeries> Recent, ReaderPage Page)
{
    public Words W => Page.W;

    /// <summary>What the numbers are: "KGS for one unit of the currency, or for as many as are named".</summary>
    public string Explained => W.Fill(Bank.Source.Quotation == Quotation.HomePerForeign ? "rates-home-money" : "rates-foreign-money", Bank.Source.HomeCurrency);

    public string Name(TableRate rate) => CurrencyNames.Title(rate.Currency, Page.Language);

    /// <summary>The page of the pair, as the bank tells it.</summary>
    public string Path(string currency) => Page.Prefix + (Bank.Source.Quotation == Quotation.HomePerForeign
        ? RateTexts.Path(currency, Bank.Source.HomeCurrency)
        : RateTexts.Path(Bank.Source.HomeCurrency, currency));

    public string Per(TableRate rate) => RateTexts.Per(W, rate.Nominal);

    /// <summary>"+0.12", "−0.05"; words where it did not move; "" where there is nothing to compare with.</summary>
    public string Absolute(TableRate rate) => rate.IsFixed ? W["rate-fixed"]
        : rate.Change is not { } change ? ""
        : change.Movement == Movement.Unchanged ? W["rate-unchanged"] : change.AbsoluteText(Page.Language);

    /// <summary>"+0.14%".</summary>
    public string Percent(TableRate rate) => rate.Change is not { Movement: not Movement.Unchanged } change ? "" : RateTexts.Percent(W, change);

    /// <summary>The value of a later day, and that day when it is not that of the others.</summary>
    public string Next(TableRate rate) => rate.Next is not { } next ? ""
        : RateFormat.Value(next.Published, Page.Language) + (next.EffectiveOn == Bank.NextOn ? "" : ", " + RateFormat.Day(next.EffectiveOn));

    public string Spark(TableRate rate) => Recent.TryGetValue((Bank.Source.Key, rate.Currency), out var series) ? Sparkline.Of(series) : "";

    public string Status => RateTexts.Status(W, Bank.Status);

    public bool IsStale => RateTexts.IsStale(Bank.Status);
}
