using System.Globalization;
using System.Text;
using Chapar.Rates;

namespace Chapar.Reader.Markets;

/// <summary>Rates as CSV (RFC 4180), one value a line.</summary>
static class RateLines
{
    public const string ContentType = "text/csv; charset=utf-8";

    const string Head = "date,base,quote,rate,per,published,source,effective,status\r\n";

    /// <summary>What is in force at the banks; the status is that of the value today.</summary>
    public static byte[] Of(IEnumerable<SourceRates> banks)
    {
        StringBuilder lines = new(Head);
        foreach (var bank in banks)
            foreach (var rate in bank.Rates)
                Add(lines, RateJson.PairOf(bank.Source, rate.Currency), RateJson.Digits(rate.Published), rate.Nominal, rate.Published, bank.Source.Key, rate.EffectiveOn, RateJson.StatusOf(bank, rate));
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>A history; the status is "published", "corrected" (the bank has said something else before) or "derived" (by us).</summary>
    public static byte[] Of(PairHistory history)
    {
        StringBuilder lines = new(Head);
        var units = DerivedRate.Of(history.Rate.UnitValue).Units;
        var sources = string.Join('+', history.Rate.Legs.Select(l => l.Source.Key).Distinct());
        foreach (var step in history.Steps)
            Add(lines, (history.Rate.From, history.Rate.To), RateJson.Digits(step, units), step.Row?.Nominal ?? units, step.Row?.Published ?? "", sources, step.Day,
                step.Row is null ? "derived" : step.Row.IsCorrected ? "corrected" : "published");
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    static void Add(StringBuilder lines, (string Base, string Quote) pair, string rate, int per, string published, string source, DateOnly effective, string status)
    {
        var day = RateJson.Day(effective);
        var quoted = published.Contains(',', StringComparison.Ordinal) ? $"\"{published}\"" : published;
        lines.Append(CultureInfo.InvariantCulture, $"{day},{pair.Base},{pair.Quote},{rate},{per},{quoted},{source},{day},{status}\r\n");
    }
}
