using System.Xml.Linq;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>National Bank of the Kyrgyz Republic: <c>daily.xml</c>, <c>weekly.xml</c>, the history page of one currency, and a table of
/// calendar days (<c>official_YYYY.csv</c>). Som for a quantity of foreign money; a comma before four decimals in the bank's own
/// documents, a point in the table.</summary>
public static class NationalBankOfTheKyrgyzRepublic
{
    public static readonly RateSource Source = new("nbkr", "National Bank of the Kyrgyz Republic",
        new("https://www.nbkr.kg/index1.jsp?item=1562&lang=ENG"), "KGS", Quotation.HomePerForeign,
        "Asia/Bishkek", ["01-01", "01-07", "02-23", "03-08", "03-21", "04-07", "05-01", "05-05", "05-09", "08-31", "11-07", "11-08"],
        Read)
    {
        Daily = ["USD", "EUR", "CNY", "KZT", "RUB"],
        Fetching = new()
        {
            Base = new("https://www.nbkr.kg/"),
            // Set at 15:00 to 15:30 for the next calendar day; the file of 23 May 2026, a Saturday, was written at 16:20.
            Window = new(new(15, 30), new(20, 0), OnWeekends: true),
            DaysAhead = 1,
            Latest = _ => [new("XML/daily.xml"), new("XML/weekly.xml")],
            History = (from, to) => FetchAddress.Yearly(from, to, KyrgyzHistoryPage.Daily, KyrgyzHistoryPage.PathOf),
            Since = new(1999, 1, 1),
            // It drops connections after some twenty quick ones.
            Pause = TimeSpan.FromSeconds(3),
        },
    };

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        string text = DocumentText.Decode(Source.Key, bytes.Span, DocumentText.History);
        if (text.StartsWith("date,", StringComparison.Ordinal))
            return Table(text);
        if (text.Contains(KyrgyzHistoryPage.DateMark, StringComparison.Ordinal))
            return KyrgyzHistoryPage.Read(text);
        if (bytes.Length > DocumentText.OneDay)
            throw new RateDocumentException(Source.Key, $"the document has {bytes.Length} bytes, more than the {DocumentText.OneDay} of one day");
        return Xml(RateXml.Root(Source.Key, text));
    }

    static ParsedDocument Xml(XElement root)
    {
        if (root.Name.LocalName != "CurrencyRates")
            throw RateXml.WrongRoot(Source.Key, root, "<CurrencyRates>");
        root.AllowOnly(Source.Key, "Currency");
        string name = root.Attribute(Source.Key, "Name", "<CurrencyRates>");
        BulletinSeries series = name switch
        {
            "Daily Exchange Rates" => BulletinSeries.Daily,
            "Weekly Exchange Rates" => BulletinSeries.Weekly,
            _ => throw new RateDocumentException(Source.Key, $"the document is called \"{PublishedText.Shortened(name)}\", expected Daily or Weekly Exchange Rates"),
        };
        DateOnly day = PublishedText.Day(Source.Key, "<CurrencyRates>", root.Attribute(Source.Key, "Date", "<CurrencyRates>"), "dd.MM.yyyy");
        BulletinRows rows = new(Source, day, series);
        foreach (XElement row in root.Elements())
        {
            string currency = row.Attribute(Source.Key, "ISOCode", "<Currency>");
            rows.Add(currency, row.Field(Source.Key, "Nominal", currency), row.Field(Source.Key, "Value", currency), ',');
        }
        // The weekly document never had the dollar: that is set every day.
        return root.HasElements ? new([rows.Bulletin(series == BulletinSeries.Daily ? "USD" : null)]) : ParsedDocument.NoPublication(day);
    }

    /// <summary>One line a calendar day, som for 1 unit, an empty cell where nothing is known.</summary>
    static ParsedDocument Table(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        string[] currencies = [.. lines[0].Split(',').Skip(1).Select(c => PublishedText.Currency(Source.Key, c))];
        SortedDictionary<DateOnly, BulletinRows> days = [];
        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            if (cells.Length != currencies.Length + 1)
                throw new RateDocumentException(Source.Key, $"line {line + 1} has {cells.Length} cells, the heading {currencies.Length + 1}");
            DateOnly day = PublishedText.Day(Source.Key, $"line {line + 1}", cells[0], "yyyy-MM-dd");
            for (int i = 0; i < currencies.Length; i++)
                if (cells[i + 1].Length > 0)
                    BulletinRows.Of(days, Source, day).Add(currencies[i], "1", cells[i + 1], '.');
        }
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }
}
