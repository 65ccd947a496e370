using System.Xml.Linq;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>National Bank of Kazakhstan: <c>get_rates.cfm</c> (one day) and <c>rates_all.xml</c> (the latest, in the shape of RSS).
/// Tenge for a quantity of foreign money; a point before the decimals, trailing zeros dropped; no manat row.</summary>
public static class NationalBankOfKazakhstan
{
    public static readonly RateSource Source = new("nbk", "National Bank of Kazakhstan",
        new("https://nationalbank.kz/en/exchangerates/ezhednevnye-oficialnye-rynochnye-kursy-valyut"), "KZT", Quotation.HomePerForeign,
        "Asia/Almaty", ["01-01", "01-02", "01-07", "03-08", "03-21", "03-22", "03-23", "05-01", "05-07", "05-09", "07-06", "08-30", "10-25", "12-16"],
        Read)
    {
        Terms = "The feed carries the copyright line www.nationalbank.kz and no further terms; name the National Bank of Kazakhstan.",
        Fetching = new()
        {
            Base = new("https://nationalbank.kz/"),
            // The rate of 15:30 at the exchange, crossed at 16:00, for the next working day.
            Window = new(new(15, 45), new(20, 0)),
            DaysAhead = 1,
            Latest = today => [.. NextDays(today).Select(Address)],
            History = (from, to) => FetchAddress.Daily(from, to, Path),
            // The archive is said to reach back five years; before it the answer has no rates, which is no error.
            Since = new(2000, 1, 1),
        },
    };

    /// <summary>Today, tomorrow, and on a Friday also Monday: whether a weekend has documents of its own differs.</summary>
    static IEnumerable<DateOnly> NextDays(DateOnly today) =>
        today.DayOfWeek == DayOfWeek.Friday ? [today, today.AddDays(1), today.AddDays(3)] : [today, today.AddDays(1)];

    static FetchAddress Address(DateOnly day) => FetchAddress.Of(day, Path(day));

    static string Path(DateOnly day) => FormattableString.Invariant($"rss/get_rates.cfm?fdate={day:dd.MM.yyyy}");

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        XElement root = RateXml.Root(Source.Key, DocumentText.Decode(Source.Key, bytes.Span, DocumentText.OneDay));
        return root.Name.LocalName switch
        {
            "rates" => OneDay(root),
            "rss" => Latest(root.Element("channel") ?? throw new RateDocumentException(Source.Key, "<rss> has no <channel>")),
            _ => throw RateXml.WrongRoot(Source.Key, root, "<rates> or <rss>"),
        };
    }

    /// <summary>On weekends and for days before its archive the bank answers with the same envelope and no item.</summary>
    static ParsedDocument OneDay(XElement rates)
    {
        rates.AllowOnly(Source.Key, "generator", "title", "link", "description", "copyright", "date", "item");
        XElement[] items = [.. rates.Elements("item")];
        if (items.Length == 0 && rates.Element("date") is null)
            return ParsedDocument.NoPublication();
        DateOnly day = Day("<rates>", rates.Field(Source.Key, "date", "<rates>"));
        return items.Length == 0 ? ParsedDocument.NoPublication(day) : Bulletin(day, items);
    }

    static ParsedDocument Latest(XElement channel)
    {
        channel.AllowOnly(Source.Key, "generator", "title", "link", "description", "language", "copyright", "item");
        XElement[] items = [.. channel.Elements("item")];
        if (items.Length == 0)
            return ParsedDocument.NoPublication();
        DateOnly[] days = [.. items.Select(i => Day("<item>", i.Field(Source.Key, "pubDate", "<item>"))).Distinct()];
        return days.Length == 1
            ? Bulletin(days[0], items)
            : throw new RateDocumentException(Source.Key, $"the items are of {days.Length} different days, from {days.Min():yyyy-MM-dd} to {days.Max():yyyy-MM-dd}");
    }

    // Title, description and link also stand in the channel itself, so only the children of an item are read.
    static ParsedDocument Bulletin(DateOnly day, XElement[] items)
    {
        BulletinRows rows = new(Source, day);
        foreach (XElement item in items)
        {
            string currency = item.Field(Source.Key, "title", "<item>");
            rows.Add(currency, item.Field(Source.Key, "quant", currency), item.Field(Source.Key, "description", currency), '.');
        }
        return new([rows.Bulletin(required: "USD")]);
    }

    static DateOnly Day(string where, string text) => PublishedText.Day(Source.Key, where, text, "dd.MM.yyyy");
}
