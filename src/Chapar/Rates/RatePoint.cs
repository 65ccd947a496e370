namespace Chapar.Rates;

/// <summary>One value of one currency, as its bank set it for a day. What a chart, a table and the converter are made of.</summary>
public sealed record RatePoint
{
    // The printed characters are made when somebody asks: a chart of thirty years reads eleven thousand values and prints a few.
    readonly long digits;
    readonly byte decimals;
    readonly char separator;
    string? published;

    /// <param name="effectiveOn">The first day it is valid for; in force until the next point.</param>
    /// <param name="published">The characters as printed, with the bank's own decimal separator.</param>
    /// <param name="nominal">How many units it is for.</param>
    /// <param name="unitValue">The value for one unit; above 0. Points of different nominals are compared by this.</param>
    /// <param name="isCorrected">The bank has said something else for this day before.</param>
    public RatePoint(DateOnly effectiveOn, string published, int nominal, decimal unitValue, bool isCorrected)
        : this(effectiveOn, nominal, unitValue, isCorrected) => this.published = published;

    /// <summary>The same, printed as these digits with so many of them behind the separator.</summary>
    internal RatePoint(DateOnly effectiveOn, long digits, int decimals, char separator, int nominal, decimal unitValue, bool isCorrected)
        : this(effectiveOn, nominal, unitValue, isCorrected) => (this.digits, this.decimals, this.separator) = (digits, (byte)decimals, separator);

    RatePoint(DateOnly effectiveOn, int nominal, decimal unitValue, bool isCorrected) =>
        (EffectiveOn, Nominal, UnitValue, IsCorrected) = (effectiveOn, nominal, unitValue, isCorrected);

    /// <summary>The first day it is valid for; in force until the next point.</summary>
    public DateOnly EffectiveOn { get; }

    /// <summary>The characters as printed, with the bank's own decimal separator.</summary>
    public string Published => published ??= PublishedText.Of(digits, decimals, separator);

    /// <summary>How many units it is for.</summary>
    public int Nominal { get; }

    /// <summary>The value for one unit; above 0. Points of different nominals are compared by this.</summary>
    public decimal UnitValue { get; }

    /// <summary>The bank has said something else for this day before.</summary>
    public bool IsCorrected { get; }

    /// <summary>How many decimals are printed.</summary>
    public int Decimals => PublishedText.Decimals(Published);

    public bool Equals(RatePoint? other) => other is not null && EffectiveOn == other.EffectiveOn && Nominal == other.Nominal && UnitValue == other.UnitValue
        && IsCorrected == other.IsCorrected && Published == other.Published;

    public override int GetHashCode() => HashCode.Combine(EffectiveOn, Nominal, UnitValue);
}
