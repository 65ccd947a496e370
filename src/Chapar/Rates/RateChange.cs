namespace Chapar.Rates;

/// <summary>Where a value went against the bulletin before. Up means that the foreign money became dearer in home money.</summary>
public enum Movement
{
    Unchanged,
    Up,
    Down,
}

/// <summary>The change of one rate against the source's bulletin before.</summary>
/// <param name="Movement">Told by the unrounded values: a move too small to print is still a move.</param>
/// <param name="Absolute">For the nominal of today, rounded to the printed decimals, half away from zero.</param>
/// <param name="Decimals">With how many decimals <paramref name="Absolute"/> is printed.</param>
/// <param name="Percent">Of the values for one unit, rounded to two decimals, half away from zero.</param>
public sealed record RateChange(Movement Movement, decimal Absolute, int Decimals, decimal Percent)
{
    /// <summary>The change from one published value to the next of the same currency. Values for one unit are compared, so that another
    /// nominal is no crash of 90 %.</summary>
    public static RateChange Between(Rate before, Rate after) =>
        Between((before.UnitValue, before.Nominal, before.Decimals), (after.UnitValue, after.Nominal, after.Decimals));

    /// <inheritdoc cref="Between(Rate, Rate)"/>
    public static RateChange Between(RatePoint before, RatePoint after) =>
        Between((before.UnitValue, before.Nominal, before.Decimals), (after.UnitValue, after.Nominal, after.Decimals));

    static RateChange Between((decimal UnitValue, int Nominal, int Decimals) before, (decimal UnitValue, int Nominal, int Decimals) after)
    {
        int decimals = before.Nominal == after.Nominal ? Math.Max(before.Decimals, after.Decimals) : after.Decimals;
        decimal moved = after.UnitValue - before.UnitValue;
        if (moved == 0)
            return new(Movement.Unchanged, 0m, decimals, 0m);
        return new(
            moved > 0 ? Movement.Up : Movement.Down,
            Math.Round(moved * after.Nominal, decimals, MidpointRounding.AwayFromZero),
            decimals,
            RateFormat.RoundedPercent(after.UnitValue / before.UnitValue - 1));
    }

    /// <summary>"+0,43", "−3,68", "&lt;0,01" for a move too small to print; empty when unchanged, which is said in words.</summary>
    public string AbsoluteText(string language) =>
        Movement == Movement.Unchanged ? "" : RateFormat.Move(Absolute, Decimals, language);

    /// <summary>"+0,43 %", "−3,68 %", "&lt;0,01 %"; empty when unchanged.</summary>
    public string PercentText(string language) =>
        Movement == Movement.Unchanged ? "" : RateFormat.PercentMove(Percent, language);
}
