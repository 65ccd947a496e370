namespace Chapar.Rates;

/// <summary>The shown values of one currency at one bank in one year, in one small row: a chart of thirty years reads thirty of them. Made from
/// the bulletins whenever one of that year changes, in the same transaction; <see cref="RateYears.RebuildAsync"/> makes them anew.</summary>
public sealed class RateYear
{
    // For EF Core.
    RateYear() { }

    /// <summary>Key of the source.</summary>
    public string Source { get; private set; } = "";

    public BulletinSeries Series { get; private set; }

    /// <summary>ISO 4217 code of the foreign money.</summary>
    public string Currency { get; private set; } = "";

    public int Year { get; private set; }

    /// <summary>The points, as <see cref="PackedPoints"/> writes them.</summary>
    public byte[] Points { get; private set; } = [];
}
