using System.Globalization;
using System.Xml.Linq;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>Bank of Russia: <c>XML_daily.asp</c> and <c>XML_dynamic.asp</c> (one currency's history), windows-1251. Roubles for a quantity of
/// foreign money, a comma before four decimals. <c>VunitRate</c> is in scientific form when small and only checked.</summary>
public static class BankOfRussia
{
    /// <summary>The bank's own numbers of the currencies whose history is read.</summary>
    static readonly Dictionary<string, string> ids = new()
    {
        ["R01235"] = "USD",
        ["R01239"] = "EUR",
        ["R01335"] = "KZT",
        ["R01370"] = "KGS",
        ["R01375"] = "CNY",
        ["R01670"] = "TJS",
        ["R01710A"] = "TMT",
        ["R01717"] = "UZS",
    };

    public static readonly RateSource Source = new("cbr", "Bank of Russia",
        new("https://www.cbr.ru/eng/currency_base/daily/"), "RUB", Quotation.HomePerForeign,
        "Europe/Moscow", ["01-01", "01-02", "01-03", "01-04", "01-05", "01-06", "01-07", "01-08", "02-23", "03-08", "05-01", "05-09", "06-12", "11-04"],
        Read)
    {
        Terms = "Free with the Bank of Russia named as the source (cbr.ru/eng/user_agreement).",
        Fetching = new()
        {
            Base = new("https://www.cbr.ru/"),
            // After 15:30 for the next day, Saturday's on Friday.
            Window = new(new(15, 30), new(20, 0)),
            DaysAhead = 1,
            Latest = _ => [new("scripts/XML_daily.asp")],
            History = (from, to) => FetchAddress.Yearly(from, to, ids.Keys, (currency, first, last) => FormattableString.Invariant(
                $"scripts/XML_dynamic.asp?date_req1={first:dd/MM/yyyy}&date_req2={last:dd/MM/yyyy}&VAL_NM_RQ={currency}")),
            Since = new(1999, 1, 1),
            AnswersWithLastBefore = true,
        },
    };

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        XElement root = RateXml.Root(Source.Key, DocumentText.Decode(Source.Key, bytes.Span, DocumentText.History));
        if (root.Name.LocalName != "ValCurs")
            throw RateXml.WrongRoot(Source.Key, root, "<ValCurs>");
        root.AllowOnly(Source.Key, "Valute", "Record"); // wrong parameters are answered with 200 and a text in this element
        return root.Attribute("DateRange1") is null ? OneDay(root) : OneCurrency(root);
    }

    static ParsedDocument OneDay(XElement root)
    {
        DateOnly day = Day(root, "<ValCurs>");
        BulletinRows rows = new(Source, day);
        foreach (XElement row in root.Elements("Valute"))
            Add(rows, row, row.Field(Source.Key, "CharCode", "<Valute>"));
        return root.HasElements ? new([rows.Bulletin(required: "USD")]) : ParsedDocument.NoPublication(day);
    }

    static ParsedDocument OneCurrency(XElement root)
    {
        string id = root.Attribute(Source.Key, "ID", "<ValCurs>");
        if (!ids.TryGetValue(id, out string? currency))
            throw new RateDocumentException(Source.Key, $"the history is for currency \"{PublishedText.Shortened(id)}\", which is not known");
        SortedDictionary<DateOnly, BulletinRows> days = [];
        foreach (XElement record in root.Elements("Record"))
            Add(BulletinRows.Of(days, Source, Day(record, "<Record>")), record, currency);
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }

    static DateOnly Day(XElement element, string where) =>
        PublishedText.Day(Source.Key, where, element.Attribute(Source.Key, "Date", where), "dd.MM.yyyy");

    static void Add(BulletinRows rows, XElement row, string currency)
    {
        ParsedRate added = rows.Add(currency, row.Field(Source.Key, "Nominal", currency), row.Field(Source.Key, "Value", currency), ',');
        if (row.Element("VunitRate") is null)
            return; // not there before 2023
        string unit = row.Field(Source.Key, "VunitRate", currency);
        if (!decimal.TryParse(unit.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out decimal told)
            || Math.Abs(told - added.UnitValue) > added.UnitValue / 10_000)
            throw new RateDocumentException(Source.Key,
                $"{currency}: VunitRate says \"{PublishedText.Shortened(unit)}\" for one unit, Value and Nominal give {added.UnitValue.ToString(CultureInfo.InvariantCulture)}");
    }
}
