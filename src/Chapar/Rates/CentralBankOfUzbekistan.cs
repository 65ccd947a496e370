using System.Text.Json;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>Central Bank of the Republic of Uzbekistan, JSON: all currencies of a day, or an array of one. Sum for a quantity of foreign
/// money, a point before two decimals, everything but <c>id</c> a string. The day is the row's own, never the address's.</summary>
public static class CentralBankOfUzbekistan
{
    public static readonly RateSource Source = new("cbu", "Central Bank of the Republic of Uzbekistan",
        new("https://cbu.uz/en/arkhiv-kursov-valyut/"), "UZS", Quotation.HomePerForeign,
        "Asia/Tashkent", ["01-01", "01-02", "03-08", "03-21", "05-09", "09-01", "10-01", "12-08"],
        Read)
    {
        Fetching = new()
        {
            Base = new("https://cbu.uz/"),
            // In the afternoon for the next day, on Friday for Monday; the hour is not published.
            Window = new(new(12, 0), new(19, 0)),
            DaysAhead = 1,
            Latest = _ => [new("en/arkhiv-kursov-valyut/json/")],
            History = (from, to) => FetchAddress.Daily(from, to, day => FormattableString.Invariant($"en/arkhiv-kursov-valyut/json/all/{day:yyyy-MM-dd}/")),
            Since = new(1994, 7, 1),
            AnswersWithLastBefore = true,
        },
    };

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        string text = DocumentText.Decode(Source.Key, bytes.Span, DocumentText.OneDay);
        try
        {
            using JsonDocument json = JsonDocument.Parse(text, new() { MaxDepth = 8 });
            if (json.RootElement.ValueKind != JsonValueKind.Array)
                throw new RateDocumentException(Source.Key, $"the JSON is a {json.RootElement.ValueKind}, expected an array of rows");
            return Rows(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new RateDocumentException(Source.Key, $"the document is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})", e);
        }
    }

    static ParsedDocument Rows(JsonElement array)
    {
        SortedDictionary<DateOnly, BulletinRows> days = [];
        bool isOneCurrency = array.GetArrayLength() == 1;
        foreach (JsonElement row in array.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object)
                throw new RateDocumentException(Source.Key, $"a row is a {row.ValueKind}, expected an object");
            string currency = Field(row, "Ccy", "a row");
            DateOnly day = PublishedText.Day(Source.Key, PublishedText.Shortened(currency), Field(row, "Date", currency), "dd.MM.yyyy");
            if (!days.TryGetValue(day, out BulletinRows? rows))
                days[day] = rows = new(Source, day, isPartial: isOneCurrency);
            rows.Add(currency, Field(row, "Nominal", currency), Field(row, "Rate", currency), '.');
        }
        return days.Count <= 1
            ? new([.. days.Values.Select(d => d.Bulletin(isOneCurrency ? null : "USD"))])
            : throw new RateDocumentException(Source.Key,
                $"the rows are of {days.Count} different days, from {days.Keys.First():yyyy-MM-dd} to {days.Keys.Last():yyyy-MM-dd}");
    }

    static string Field(JsonElement row, string name, string where) => PublishedText.Field(Source.Key, PublishedText.Shortened(where), row, name);
}
