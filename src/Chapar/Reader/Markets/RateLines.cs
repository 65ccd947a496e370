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
                Add(lines, RateJson.PairOf(bank.Source, rate.Currency), RateJson.Digits(rate.Published), rate.Nominal, rate.Published, bank.Source.Key, rate.EffectiveOn, RateJson.Word(rate.Status));
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    /// <summary>A history, with its values as they are asked for.</summary>
    public static byte[] Of(PairHistory history, IEnumerable<(DateOnly Day, PairStep Step)> values)
    {
        StringBuilder lines = new(Head);
        var units = DerivedRate.Of(history.Rate.UnitValue).Units;
        var sources = string.Join('+', history.Rate.Legs.Select(l => l.Source.Key).Distinct());
        foreach (var (day, step) in values)
            Add(lines, (history.Rate.From, history.Rate.To), RateJson.Digits(step, units), step.Row?.Nominal ?? units, step.Row?.Published ?? "", sources, step.Day,
                RateJson.Word(day, step.Day, step.Row), day);
        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    static void Add(StringBuilder lines, (string Base, string Quote) pair, string rate, int per, string published, string source, DateOnly effective, string status, DateOnly? date = null)
    {
        var quoted = published.Contains(',', StringComparison.Ordinal) ? $"\"{published}\"" : published;
        lines.Append(CultureInfo.InvariantCulture, $"{RateJson.Day(date ?? effective)},{pair.Base},{pair.Quote},{rate},{per},{quoted},{source},{RateJson.Day(effective)},{status}\r\n");
    }
}
