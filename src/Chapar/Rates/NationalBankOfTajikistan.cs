using System.Xml.Linq;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>National Bank of Tajikistan: <c>export_xml.php</c> (one day, UTF-8, ISO date) and <c>export_xml_dynamic.php</c> (one currency's
/// history, windows-1251, dates like 18.05.2026). Somoni for a quantity of foreign money, a point before four decimals. It looks like the
/// Bank of Russia's document and is not; its <c>ID</c> attributes are wrong for some rows, so only the codes are trusted.</summary>
public static class NationalBankOfTajikistan
{
    public static readonly RateSource Source = new("nbt", "National Bank of Tajikistan",
        new("https://www.nbt.tj/en/kurs/kurs.php"), "TJS", Quotation.HomePerForeign,
        "Asia/Dushanbe", ["01-01", "03-08", "03-21", "03-22", "03-23", "03-24", "05-09", "06-27", "09-09", "11-06"],
        Read)
    {
        Terms = "The National Bank of Tajikistan asks to be named as the source; it publishes no further terms.",
        Fetching = new()
        {
            Base = new("https://www.nbt.tj/"),
            // Set in the morning for the same day. It may change until the evening: the look after midnight sees that.
            Window = new(new(8, 0), new(13, 0), OnWeekends: true),
            DaysAhead = 0,
            // Without export= the bank answers with a page of help.
            Latest = today => [FetchAddress.Of(today, FormattableString.Invariant($"en/kurs/export_xml.php?date={today:yyyy-MM-dd}&export=xmlout"))],
            History = (from, to) => FetchAddress.Yearly(from, to, ["USD", "EUR", "RUB", "CNY", "KGS", "KZT", "UZS", "TMT"], (currency, first, last) =>
                FormattableString.Invariant($"en/kurs/export_xml_dynamic.php?d1={first:yyyy-MM-dd}&d2={last:yyyy-MM-dd}&cs={currency}&export=xml")),
            // Days outside its archive are answered with today's document, which is therefore compared with the question.
            Since = new(2001, 1, 1),
        },
    };

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        XElement root = RateXml.Root(Source.Key, DocumentText.Decode(Source.Key, bytes.Span, DocumentText.History, trustsBytes: true));
        if (root.Name.LocalName != "ValCurs")
            throw RateXml.WrongRoot(Source.Key, root, "<ValCurs>");
        root.AllowOnly(Source.Key, "Valute", "Record");
        return root.Attribute("DateRange1") is null ? OneDay(root) : OneCurrency(root);
    }

    static ParsedDocument OneDay(XElement root)
    {
        DateOnly day = PublishedText.Day(Source.Key, "<ValCurs>", root.Attribute(Source.Key, "Date", "<ValCurs>"), "yyyy-MM-dd");
        BulletinRows rows = new(Source, day);
        foreach (XElement row in root.Elements("Valute"))
            Add(rows, row);
        return root.HasElements ? new([rows.Bulletin(required: "USD")]) : ParsedDocument.NoPublication(day);
    }

    static ParsedDocument OneCurrency(XElement root)
    {
        SortedDictionary<DateOnly, BulletinRows> days = [];
        foreach (XElement record in root.Elements("Record"))
        {
            string date = record.Attribute(Source.Key, "Date", "<Record>");
            Add(BulletinRows.Of(days, Source, PublishedText.Day(Source.Key, "<Record>", date, "dd.MM.yyyy")), record);
        }
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }

    static void Add(BulletinRows rows, XElement row)
    {
        string currency = row.Field(Source.Key, "CharCode", $"<{row.Name.LocalName}>");
        rows.Add(currency, row.Field(Source.Key, "Nominal", currency), row.Field(Source.Key, "Value", currency), '.');
    }
}
