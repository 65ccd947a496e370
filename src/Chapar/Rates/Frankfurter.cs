using System.Text.Json;

namespace Chapar.Rates;

/// <summary>Frankfurter (frankfurter.dev, MIT, can be run on one's own machine): what other people have read from the banks, against the dollar.
/// No bank's own word, so it is indicative, off unless <c>rates:indicative</c> is on, and never stands for an official value. It was
/// taken before open.er-api.com, whose terms forbid to publish its figures again.</summary>
public static class Frankfurter
{
    public static readonly RateSource Source = new("frank", "Frankfurter", new("https://frankfurter.dev/"), "USD", Quotation.ForeignPerHome,
        "Etc/UTC", ["01-01", "12-25"], Read)
    {
        IsOfficial = false,
        Fetching = new()
        {
            Base = new("https://api.frankfurter.dev/"),
            Window = new(new(15, 0), new(20, 0)),
            DaysAhead = 0,
            Latest = _ => [new("v2/rates?base=usd&quotes=" + Quotes)],
            History = (from, to) => [new(FormattableString.Invariant($"v2/rates?base=usd&quotes={Quotes}&from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"), from, to, IsHistory: true)],
            Since = new(1999, 1, 4),
        },
    };

    const string Quotes = "kgs,kzt,tjs,uzs,tmt,rub,eur,cny";

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(DocumentText.Decode(Source.Key, bytes.Span, DocumentText.History), new() { MaxDepth = 4 });
            return json.RootElement.ValueKind == JsonValueKind.Array
                ? Rows(json.RootElement)
                : throw new RateDocumentException(Source.Key, $"the JSON is a {json.RootElement.ValueKind}, expected an array of rows");
        }
        catch (JsonException e)
        {
            throw new RateDocumentException(Source.Key, $"the document is not JSON (line {e.LineNumber + 1}, byte {e.BytePositionInLine})", e);
        }
    }

    /// <summary>The rows have days of their own, since the banks behind them publish at different times.</summary>
    static ParsedDocument Rows(JsonElement array)
    {
        SortedDictionary<DateOnly, BulletinRows> days = [];
        foreach (JsonElement row in array.EnumerateArray())
        {
            if (row.ValueKind != JsonValueKind.Object)
                throw new RateDocumentException(Source.Key, $"a row is a {row.ValueKind}, expected an object");
            string quote = Text(row, "quote");
            if (Text(row, "base") != "USD")
                throw new RateDocumentException(Source.Key, $"{PublishedText.Shortened(quote)} is against \"{PublishedText.Shortened(Text(row, "base"))}\", expected USD");
            if (!row.TryGetProperty("rate", out JsonElement rate) || rate.ValueKind != JsonValueKind.Number)
                throw new RateDocumentException(Source.Key, $"{PublishedText.Shortened(quote)}: \"rate\" is missing or not a number");
            DateOnly day = PublishedText.Day(Source.Key, PublishedText.Shortened(quote), Text(row, "date"), "yyyy-MM-dd");
            // The characters of the number: through a double they would not be what was sent.
            BulletinRows.Of(days, Source, day).Add(quote, "1", rate.GetRawText(), '.');
        }
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }

    static string Text(JsonElement row, string name) => PublishedText.Field(Source.Key, "a row", row, name);
}
