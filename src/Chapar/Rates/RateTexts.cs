using Chapar.Text;

namespace Chapar.Rates;

/// <summary>The words that go with rates.</summary>
static class RateTexts
{
    public static string Per(Words words, int nominal) => nominal == 1 ? "" : words.Fill("rates-per", words.Number(nominal));

    /// <summary>Never a signed zero: an unmoved rate is said to be unchanged, a move too small to print is said in words.</summary>
    public static string Change(Words words, RateChange? change, bool isFixed) =>
        isFixed ? words["rate-fixed"]
        : change is null ? ""
        : change.Movement == Movement.Unchanged ? words["rate-unchanged"]
        : $"{change.AbsoluteText(words.Language)} ({Percent(words, change)})";

    /// <summary>The class of a change that has a sign: "up", "down"; null for words.</summary>
    public static string? Direction(string change) => change.Length == 0 ? null : change[0] switch { '+' => "up", '−' => "down", _ => null };

    /// <summary>The change of a rate that is told the other way round: only in percent, since the absolute one was never published.</summary>
    public static string Turned(Words words, TickerItem item) =>
        item.Status == RateStatus.Fixed ? words["rate-fixed"]
        : item.Change is null ? ""
        : item.Before is not { } before || item.UnitValue is not { } now || before == now ? words["rate-unchanged"]
        : Percent(words, before / now - 1);

    /// <summary>"+0.43%", "−0.43%"; words for a move too small to print, and for none.</summary>
    /// <param name="words">Of the page.</param>
    /// <param name="share">0.0043 for 0.43 %; not rounded.</param>
    public static string Percent(Words words, decimal share)
    {
        if (share == 0) return words["rate-unchanged"];
        return Moved(words, RateFormat.RoundedPercent(share));
    }

    /// <summary>The same of a change between two rows of a bank that is not <see cref="Movement.Unchanged"/>.</summary>
    public static string Percent(Words words, RateChange change) => Moved(words, change.Percent);

    /// <summary>By how much a money moved, as it stands in a sentence: "0.43%", "less than 0.01%".</summary>
    /// <param name="words">Of the page.</param>
    /// <param name="share">0.0043 for 0.43 %, above or below 0; not rounded.</param>
    public static string By(Words words, decimal share) => RateFormat.RoundedPercent(share) is not 0 and var moved
        ? RateFormat.Percent(moved, words.Language)
        : words.Fill("rates-under-by", RateFormat.LeastPercent(words.Language));

    static string Moved(Words words, decimal rounded) => rounded == 0
        ? words.Fill("rate-under", RateFormat.LeastPercent(words.Language))
        : RateFormat.PercentMove(rounded, words.Language);

    /// <summary>The bank's name in the language of the page; its English one where the words have none.</summary>
    public static string Bank(Words words, RateSource source) => words[$"bank.{source.Key}"] is var name && name.StartsWith('[') ? source.Name : name;

    /// <summary>A row as its bank prints it: "100 KZT = 18.4100 KGS", "1 EUR = 1.1531 USD".</summary>
    public static string Printed(Words words, RateSource source, string foreign, RatePoint row)
    {
        var (first, second) = source.Quotation == Quotation.HomePerForeign ? (foreign, source.HomeCurrency) : (source.HomeCurrency, foreign);
        return words.Fill("rates-leg", words.Number(row.Nominal), first, RateFormat.Value(row.Published, words.Language), second);
    }

    /// <summary>The page of a pair, without the language: "/rates/usd-kgs".</summary>
    public static string Path(string first, string second) => $"/rates/{first}-{second}".ToLowerInvariant();

    /// <summary>What is not as it should be: late, carried over, corrected, not the bank's own.</summary>
    public static string ShortStatus(Words words, RateStatus status, bool isCorrected, bool isCross = false) => string.Join(", ", new[]
    {
        status switch { RateStatus.Late or RateStatus.Failing => words["rate-late-short"], RateStatus.Carried => words["rate-carried-short"], _ => "" },
        isCorrected ? words["rate-corrected"] : "",
        isCross ? words["rates-cross"] : "",
    }.Where(w => w.Length > 0));

    public static bool IsStale(RateStatus status) => status is RateStatus.Late or RateStatus.Failing;

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
