namespace Chapar.Rates;

/// <summary>Gathers the rows of one bulletin while a document is read, and refuses what contradicts itself.</summary>
sealed class BulletinRows(RateSource source, DateOnly effectiveOn, BulletinSeries series = BulletinSeries.Daily, bool isPartial = false)
{
    readonly Dictionary<string, ParsedRate> rows = new(StringComparer.Ordinal);

    /// <summary>Adds one row. The same row twice is one row; the same currency with another value is an error.</summary>
    public ParsedRate Add(string currency, string nominal, string published, char separator)
    {
        ParsedRate row = ParsedRate.Of(source.Key, currency, nominal, published, separator);
        if (!rows.TryAdd(currency, row) && rows[currency] != row)
            throw new RateDocumentException(source.Key,
                $"{currency} is there twice for {effectiveOn:yyyy-MM-dd}, with {rows[currency].Published} and {published}");
        return row;
    }

    /// <summary>The finished bulletin.</summary>
    /// <param name="required">A currency a whole document of this bank always has: without it the document is cut or another one.</param>
    public ParsedBulletin Bulletin(string? required = null) =>
        required is null || rows.ContainsKey(required)
            ? new(source.Key, effectiveOn, source.HomeCurrency, source.Quotation, series, isPartial, [.. rows.Values])
            : throw new RateDocumentException(source.Key, $"the bulletin for {effectiveOn:yyyy-MM-dd} has no {required} row");

    /// <summary>The row collector of a day in a history, made when the day is first seen.</summary>
    public static BulletinRows Of(SortedDictionary<DateOnly, BulletinRows> days, RateSource source, DateOnly day)
    {
        if (!days.TryGetValue(day, out BulletinRows? rows))
            days[day] = rows = new(source, day, isPartial: true);
        return rows;
    }
}
