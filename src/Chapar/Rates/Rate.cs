using System.Globalization;

namespace Chapar.Rates;

/// <summary>One official value as published.</summary>
public sealed class Rate
{
    // For EF Core.
    Rate() { }

    public Rate(string currency, int nominal, string published, decimal unitValue)
    {
        Currency = currency;
        Nominal = nominal;
        Published = published;
        UnitValue = unitValue;
    }

    public Rate(ParsedRate row) : this(row.Currency, row.Nominal, row.Published, row.UnitValue) { }

    public Guid BulletinId { get; private set; }

    /// <summary>ISO 4217 code of the foreign money.</summary>
    public string Currency { get; private set; } = "";

    /// <summary>How many units the published value is for; 1 or more. Banks change it over time.</summary>
    public int Nominal { get; private set; }

    /// <summary>The value's characters exactly as printed, with the source's own decimal separator.</summary>
    public string Published { get; private set; } = "";

    /// <summary>The value for one unit; above 0.</summary>
    public decimal UnitValue { get; private set; }

    /// <summary>Why this row waits for an editor and is not shown; null for a good one.</summary>
    public string? HeldReason { get; private set; }

    /// <summary>How many decimals are printed.</summary>
    public int Decimals => PublishedText.Decimals(Published);

    /// <summary>Keeps the row out of sight until somebody has looked at it.</summary>
    public void Hold(string reason) => HeldReason = reason;

    /// <summary>Shows a held row: somebody has looked at it.</summary>
    public void Release() => HeldReason = null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Nominal} {Currency} = {Published}");
}
