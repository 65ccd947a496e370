using System.Globalization;

namespace Chapar.Rates;

/// <summary>A value that no bank has printed (an inverse, a cross, an average), as it is shown: six significant digits, no exponent,
/// trailing zeros kept, for as few units as make it readable.</summary>
/// <param name="Units">1, 10, 100, 1000 or 10000: the fewest for which the value is at least 0.01.</param>
/// <param name="Digits">The value for so many units, with a point; show it with <see cref="RateFormat.Value(string, string)"/>.</param>
public sealed record DerivedRate(int Units, string Digits)
{
    /// <summary>The significant digits of a derived value.</summary>
    public const int SignificantDigits = 6;

    /// <summary>The value for one unit, made readable.</summary>
    /// <param name="unitValue">Above 0, below 10^24.</param>
    public static DerivedRate Of(decimal unitValue)
    {
        int units = 1;
        while (units < 10_000 && unitValue * units < 0.01m)
            units *= 10;
        return new(units, Text(unitValue * units));
    }

    /// <summary>A number at six significant digits, half away from zero: 12142.1, 0.0823581, 1.00000; 0 is "0".</summary>
    public static string Text(decimal value)
    {
        if (value == 0)
            return "0";
        int decimals = DecimalsOf(value);
        decimal rounded = Rounded(value, decimals);
        // 0.9999996 becomes 1.000000 with a digit too many.
        if (DecimalsOf(rounded) is var fewer && fewer < decimals)
            (rounded, decimals) = (Rounded(value, fewer), fewer);
        return rounded.ToString("F" + Math.Max(decimals, 0).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    /// <summary>How many decimals leave six significant digits; below 0 when the number is longer than that before its point.</summary>
    static int DecimalsOf(decimal value)
    {
        decimal size = Math.Abs(value);
        int decimals = SignificantDigits - 1;
        for (; size >= 10; size /= 10)
            decimals--;
        for (; size < 1 && decimals < 28; size *= 10)
            decimals++;
        return decimals;
    }

    static decimal Rounded(decimal value, int decimals)
    {
        decimal step = 1;
        for (int i = decimals; i < 0; i++)
            step *= 10;
        return Math.Round(value / step, Math.Max(decimals, 0), MidpointRounding.AwayFromZero) * step;
    }
}
