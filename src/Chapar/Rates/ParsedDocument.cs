namespace Chapar.Rates;

/// <summary>Which way round a bank prints its values.</summary>
public enum Quotation
{
    /// <summary>Home money for a number of foreign units: 87.45 som for 1 dollar.</summary>
    HomePerForeign,

    /// <summary>Foreign money for one unit of home money: 1.1531 dollars for 1 euro (European Central Bank).</summary>
    ForeignPerHome,
}

/// <summary>The rows of one bank that are set together. A change is counted inside one series.</summary>
public enum BulletinSeries
{
    Daily,

    /// <summary>The second document of the National Bank of the Kyrgyz Republic: some forty currencies, set on Saturdays.</summary>
    Weekly,
}

/// <summary>One row as a bank published it.</summary>
/// <param name="Currency">ISO 4217 code, three capital letters; may be a retired one (see <see cref="Currencies"/>).</param>
/// <param name="Nominal">How many units the value is for; 1 or more.</param>
/// <param name="Published">The value's characters exactly as printed, with the source's own decimal separator.</param>
/// <param name="UnitValue">The value for one unit: the published one divided by the nominal; above 0.</param>
public sealed record ParsedRate(string Currency, int Nominal, string Published, decimal UnitValue)
{
    /// <summary>A row from the texts of a document.</summary>
    /// <exception cref="RateDocumentException">The currency, the nominal or the value is not what banks print.</exception>
    public static ParsedRate Of(string source, string currency, string nominal, string published, char separator)
    {
        PublishedText.Currency(source, currency);
        int units = PublishedText.Nominal(source, currency, nominal);
        return new(currency, units, published, PublishedText.Value(source, currency, published, separator) / units);
    }
}

/// <summary>All values of one bank that take effect on one day, as one document tells them.</summary>
/// <param name="Source">The source's key, as in <see cref="RateSources"/>.</param>
/// <param name="EffectiveOn">The day the values are valid for, in the bank's own calendar; not the day of publication.</param>
/// <param name="HomeCurrency">ISO 4217 code of the bank's own money.</param>
/// <param name="Quotation">Which way round the values are.</param>
/// <param name="Series">Which of the bank's documents; Daily for all banks but one.</param>
/// <param name="IsPartial">True when the document is known to hold only some of the bank's currencies (one currency's history): its
/// rows are added to a stored bulletin of that day and do not replace the others.</param>
/// <param name="Rates">At least one row, one a currency, in the document's order.</param>
public sealed record ParsedBulletin(
    string Source, DateOnly EffectiveOn, string HomeCurrency, Quotation Quotation, BulletinSeries Series, bool IsPartial,
    IReadOnlyList<ParsedRate> Rates);

/// <summary>What one document says: its bulletins from the oldest to the newest, or none when the bank published nothing.</summary>
/// <param name="Bulletins">One a day, the oldest first.</param>
/// <param name="NothingOn">The day of which an empty document says that nothing was published, if it says so.</param>
public sealed record ParsedDocument(IReadOnlyList<ParsedBulletin> Bulletins, DateOnly? NothingOn = null)
{
    /// <summary>A well-formed answer of the bank without any value: a weekend, a holiday or a day outside its archive.</summary>
    public bool IsNoPublication => Bulletins.Count == 0;

    public static ParsedDocument NoPublication(DateOnly? on = null) => new([], on);
}
