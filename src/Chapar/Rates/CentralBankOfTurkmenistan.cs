using System.Xml.Linq;
using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>Central Bank of Turkmenistan: one XML file a day. Manat for <c>multiplier</c> units; <c>rate_usd</c> changes its direction from
/// row to row and is not read. The dollar is fixed at 3.5 manat since 1 January 2015. The bank refuses connections from abroad, so
/// readers see the dated <see cref="Peg"/> where no document could be had.</summary>
public static class CentralBankOfTurkmenistan
{
    /// <summary>The official value of the dollar in manat, and the day since which it stands.</summary>
    public static readonly (string Published, decimal UnitValue, DateOnly Since) Peg = ("3.5", 3.5m, new(2015, 1, 1));

    public static readonly RateSource Source = new("cbt", "Central Bank of Turkmenistan",
        new("https://cbt.tm/kurs/kurs_today_en.html"), "TMT", Quotation.HomePerForeign,
        "Asia/Ashgabat", ["01-01", "03-08", "03-21", "03-22", "05-18", "09-27", "10-06", "12-12"],
        Read)
    {
        Terms = "Copyright of the Central Bank of Turkmenistan, without published terms; name the bank.",
        Fetching = new()
        {
            Base = new("https://cbt.tm/"),
            // Written at about 15:30 for the next day; nothing for Sundays.
            Window = new(new(15, 0), new(18, 0), OnWeekends: true),
            DaysAhead = 1,
            Latest = today => [Address(today), Address(today.AddDays(1))],
            History = (from, to) => FetchAddress.Daily(from, to, Path),
            Since = new(2020, 4, 17),
            NotFoundIsNoPublication = true,
        },
    };

    static FetchAddress Address(DateOnly day) => FetchAddress.Of(day, Path(day));

    static string Path(DateOnly day) => FormattableString.Invariant($"kurs/{day:yyyy}/{day:ddMMyyyy}.xml");

    /// <summary>Whether this is the bank's dollar at the fixed value.</summary>
    public static bool IsPeg(RateSource source, Rate rate) => source.Key == Source.Key && rate.Currency == "USD" && rate.UnitValue == Peg.UnitValue;

    /// <summary>Whether the pair is the fixed one.</summary>
    public static bool IsPegged(RateSource source, string currency) => source.Key == Source.Key && currency == "USD";

    /// <summary>The fixed value as a point of a history, for readers of a newsroom that could not have a document of the bank.</summary>
    public static RatePoint PegPoint => new(Peg.Since, Peg.Published, 1, Peg.UnitValue, IsCorrected: false);

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        XElement root = RateXml.Root(Source.Key, DocumentText.Decode(Source.Key, bytes.Span, DocumentText.OneDay));
        if (root.Name.LocalName != "cbt_currency_rate")
            throw RateXml.WrongRoot(Source.Key, root, "<cbt_currency_rate>");
        root.AllowOnly(Source.Key, "date", "rate");
        // The files of 2020 to 2023 have ISO dates.
        DateOnly day = PublishedText.Day(Source.Key, "<date>", root.Field(Source.Key, "date", "<cbt_currency_rate>"), "dd.MM.yyyy", "yyyy-MM-dd");
        BulletinRows rows = new(Source, day);
        foreach (XElement row in root.Elements("rate"))
        {
            string currency = row.Attribute(Source.Key, "code", "<rate>");
            rows.Add(currency, row.Field(Source.Key, "multiplier", currency), row.Field(Source.Key, "rate_tmt", currency), '.');
        }
        return root.Elements("rate").Any() ? new([rows.Bulletin(required: "USD")]) : ParsedDocument.NoPublication(day);
    }
}
