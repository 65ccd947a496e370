namespace Chapar.Reader;

/// <summary>One rate of the ticker, ready to be shown.</summary>
/// <param name="Pair">"USD/KGS".</param>
/// <param name="Value">As published, in the language's digits: "87.4500".</param>
/// <param name="Per">"" or "per 100": units of the foreign money the value is for.</param>
/// <param name="Change">"+0.12 (+0.14 %)", "unchanged", "fixed".</param>
/// <param name="ValidFor">The day it is valid for, in words.</param>
/// <param name="ValidForMachine">The day as yyyy-MM-dd.</param>
/// <param name="Status">"" when fresh, else the words for late, carried, failing.</param>
public sealed record TickerRate(string Pair, string Value, string Per, string Change, string ValidFor, string ValidForMachine, string Source, string Status);

/// <summary>The official rates at the head of every page, once.</summary>
public sealed record TickerView(IReadOnlyList<TickerRate> Rates)
{
    public static TickerView Empty { get; } = new([]);

    public static Task<TickerView> ReadAsync(ReaderPage page) => Task.FromResult(page.Furniture.Ticker);
}
