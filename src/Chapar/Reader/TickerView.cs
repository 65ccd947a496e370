using Chapar.Rates;

namespace Chapar.Reader;

/// <summary>One rate of the ticker, ready to be shown.</summary>
/// <param name="Pair">"USD/KGS".</param>
/// <param name="Value">As published, in the language's digits: "87.4500".</param>
/// <param name="Per">"" or "per 100": units of the foreign money the value is for.</param>
/// <param name="Change">"+0.12 (+0.14%)", "unchanged", "fixed"; "" where there is nothing to compare with.</param>
/// <param name="ValidFor">The day it is valid for, in words.</param>
/// <param name="ValidForMachine">The day as yyyy-MM-dd.</param>
/// <param name="Source">The bank's name.</param>
/// <param name="SourceKey">The bank's word, by which the rates page has it: "nbkr". In capitals it is the short name.</param>
/// <param name="Status">"" when fresh or fixed, else the words for late, carried, corrected.</param>
public sealed record TickerRate(string Pair, string Value, string Per, string Change, string ValidFor, string ValidForMachine, string Source, string SourceKey, string Status);

/// <summary>The official rates at the head of every page, once.</summary>
public sealed record TickerView(IReadOnlyList<TickerRate> Rates)
{
    public static TickerView Empty { get; } = new([]);

    public static async Task<TickerView> ReadAsync(ReaderPage page)
    {
        var items = await RateTicker.ReadAsync(page.Db, page.Now, page.HttpContext.RequestAborted);
        // The fixed manat is known before anything is loaded, and would stand alone.
        if (items.All(i => i.Status is RateStatus.Missing or RateStatus.Fixed)) return Empty;
        return new([.. from item in items
                       where item.Published is not null
                       let day = item.EffectiveOn ?? default
                       select new TickerRate(item.Pair, item.Value(page.Language), RateTexts.Per(page.W, item.Nominal),
                           RateTexts.Change(page.W, item.Change, item.Status == RateStatus.Fixed),
                           page.W.Fill("rate-valid", page.Dates.Day(day)), RateTexts.Machine(day), item.Source.Name, item.Source.Key,
                           RateTexts.ShortStatus(page.W, item.Status, item.IsCorrected))]);
    }
}

/// <summary>The words that go with rates.</summary>
static class RateTexts
{
    public static string Per(Words words, int nominal) => nominal == 1 ? "" : words.Fill("rates-per", words.Number(nominal));

    /// <summary>Never a signed zero: an unmoved rate is said to be unchanged, a move too small to print is said in words.</summary>
    public static string Change(Words words, RateChange? change, bool isFixed) =>
        isFixed ? words["rate-fixed"]
        : change is null ? ""
        : change.Movement == Movement.Unchanged ? words["rate-unchanged"]
        : $"{change.AbsoluteText(words.Language)} ({(change.Percent == 0 ? words["rate-under"] : change.PercentText(words.Language))})";

    /// <summary>What is not as it should be: late, carried over, corrected.</summary>
    public static string ShortStatus(Words words, RateStatus status, bool isCorrected) => string.Join(", ", new[]
    {
        status switch { RateStatus.Late or RateStatus.Failing => words["rate-late-short"], RateStatus.Carried => words["rate-carried-short"], _ => "" },
        isCorrected ? words["rate-corrected"] : "",
    }.Where(w => w.Length > 0));

    public static string Status(Words words, RateStatus status) => status switch
    {
        RateStatus.Fresh => words["rate-fresh"],
        RateStatus.Carried => words["rate-carried"],
        RateStatus.Late => words["rate-late"],
        RateStatus.Failing => words["rate-failing"],
        RateStatus.Fixed => words["rate-fixed"],
        _ => words["rates-none"],
    };

    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
