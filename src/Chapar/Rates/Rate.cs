using System.Globalization;

namespace Chapar.Rates;

/// <summary>One official value as published, a row of its <see cref="Bulletin"/>.</summary>
/// <param name="Currency">ISO 4217 code of the foreign money.</param>
/// <param name="Nominal">How many units the published value is for; 1 or more. Banks change it over time.</param>
/// <param name="Published">The value's characters exactly as printed, with the source's own decimal separator.</param>
/// <param name="UnitValue">The value for one unit; above 0.</param>
public sealed record Rate(string Currency, int Nominal, string Published, decimal UnitValue)
{
    public Rate(ParsedRate row) : this(row.Currency, row.Nominal, row.Published, row.UnitValue) { }

    /// <summary>How the reason of a row begins that an editor refused.</summary>
    internal const string Refused = "refused: ";

    /// <summary>Why this row is not shown; null for a good one.</summary>
    public string? HeldReason { get; init; }

    /// <summary>True when an editor has decided that it stays out of sight.</summary>
    public bool IsRefused => HeldReason is not null && HeldReason.StartsWith(Refused, StringComparison.Ordinal);

    /// <summary>The document it came from, when that is not its bulletin's: the history of one currency completes days that are there.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>The row as it was read.</summary>
    public ParsedRate Parsed => new(Currency, Nominal, Published, UnitValue);

    /// <summary>How many decimals are printed.</summary>
    public int Decimals => PublishedText.Decimals(Published);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Nominal} {Currency} = {Published}");
}
