namespace Chapar.Rates;

/// <summary>One value of one currency, as its bank set it for a day. What a chart, a table and the converter are made of.</summary>
/// <param name="EffectiveOn">The first day it is valid for; in force until the next point.</param>
/// <param name="Published">The characters as printed, with the bank's own decimal separator.</param>
/// <param name="Nominal">How many units it is for.</param>
/// <param name="UnitValue">The value for one unit; above 0. Points of different nominals are compared by this.</param>
/// <param name="IsCorrected">The bank has said something else for this day before.</param>
public sealed record RatePoint(DateOnly EffectiveOn, string Published, int Nominal, decimal UnitValue, bool IsCorrected)
{
    /// <summary>How many decimals are printed.</summary>
    public int Decimals => PublishedText.Decimals(Published);
}
