using Chapar.Rates;
using Chapar.Text;

namespace Chapar.Reader.Markets;

/// <summary>The values of one pair as a page writes them: what a bank printed with its own digits, all else at six significant digits, for so many
/// units that the newest value can be read.</summary>
/// <param name="newest">The value by which the units are chosen.</param>
/// <param name="words">Of the page.</param>
public sealed class PairFigures(PairStep newest, Words words)
{
    /// <summary>For how many units of the first money values are told.</summary>
    public int Units { get; } = newest.Row?.Nominal ?? DerivedRate.Of(newest.UnitValue).Units;

    /// <summary>The value of a step: "87.4500"; with "per 10" where the bank told that day's for other units.</summary>
    public string Value(PairStep step) =>
        step.Row is not { } row ? Derived(step.UnitValue)
        : row.Nominal == Units ? RateFormat.Value(row.Published, words.Language)
        : $"{RateFormat.Value(row.Published, words.Language)} {words.Fill("rates-per", words.Number(row.Nominal))}";

    /// <summary>A value that no bank printed, such as a mean.</summary>
    public string Derived(decimal unitValue) => RateFormat.Value(DerivedRate.Text(unitValue * Units), words.Language);

    /// <summary>The change from one step to the next: "+0.12 (+0.14%)", for what no bank printed only in percent; "" without a step before.</summary>
    public string Change(PairStep? before, PairStep step) =>
        before is null ? ""
        : before.Row is { } old && step.Row is { } row ? RateTexts.Change(words, RateChange.Between(old, row), isFixed: false)
        : RateTexts.Percent(words, step.UnitValue / before.UnitValue - 1);
}
