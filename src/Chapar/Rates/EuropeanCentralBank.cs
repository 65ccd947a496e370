using System.Xml.Linq;

namespace Chapar.Rates;

/// <summary>European Central Bank reference rates: the daily and historical XML (nested <c>Cube</c>) and the data portal's CSV. Foreign money
/// for 1 euro, a point before the decimals. None of the five currencies of the region is in it.</summary>
public static class EuropeanCentralBank
{
    public static readonly RateSource Source = new("ecb", "European Central Bank",
        new("https://www.ecb.europa.eu/stats/policy_and_exchange_rates/euro_reference_exchange_rates/html/index.en.html"), "EUR", Quotation.ForeignPerHome,
        "Europe/Berlin", ["01-01", "05-01", "12-25", "12-26"],
        Read)
    {
        Terms = "Free of charge with the European Central Bank named as the source; for information only (ecb.europa.eu, disclaimer and copyright).",
        Fetching = new()
        {
            Base = new("https://www.ecb.europa.eu/"),
            // At about 16:00 for the same day.
            Window = new(new(15, 50), new(19, 0)),
            DaysAhead = 0,
            Latest = _ => [new("stats/eurofxref/eurofxref-daily.xml")],
            // One document of the last ninety days, or one of all days; what is older than was asked for is left out.
            History = (from, to) => [new($"stats/eurofxref/eurofxref-hist{(to.DayNumber - from.DayNumber < 80 ? "-90d" : "")}.xml", IsHistory: true)],
            Since = new(1999, 1, 4),
        },
    };

    static readonly XNamespace cubes = "http://www.ecb.int/vocabulary/2002-08-01/eurofxref";
    static readonly XNamespace envelope = "http://www.gesmes.org/xml/2002-08-01";

    static ParsedDocument Read(ReadOnlyMemory<byte> bytes)
    {
        string text = DocumentText.Decode(Source.Key, bytes.Span, DocumentText.History);
        if (text.Length == 0)
            return ParsedDocument.NoPublication(); // the portal's answer for a day without rates: 200 and nothing
        return text.StartsWith('<') ? Xml(RateXml.Root(Source.Key, text)) : Csv(text);
    }

    static ParsedDocument Xml(XElement root)
    {
        if (root.Name != envelope + "Envelope")
            throw RateXml.WrongRoot(Source.Key, root, "<gesmes:Envelope>");
        XElement all = root.Element(cubes + "Cube") ?? throw new RateDocumentException(Source.Key, "the envelope holds no <Cube>");
        all.AllowOnly(Source.Key, "Cube");
        List<ParsedBulletin> bulletins = [];
        foreach (XElement day in all.Elements(cubes + "Cube"))
        {
            DateOnly date = PublishedText.Day(Source.Key, "<Cube>", day.Attribute(Source.Key, "time", "<Cube>"), "yyyy-MM-dd");
            BulletinRows rows = new(Source, date);
            foreach (XElement row in day.Elements(cubes + "Cube"))
            {
                string currency = row.Attribute(Source.Key, "currency", "<Cube>");
                rows.Add(currency, "1", row.Attribute(Source.Key, "rate", PublishedText.Shortened(currency)), '.');
            }
            bulletins.Add(rows.Bulletin(required: "USD"));
        }
        bulletins.Sort((a, b) => a.EffectiveOn.CompareTo(b.EffectiveOn));
        for (int i = 1; i < bulletins.Count; i++)
            if (bulletins[i].EffectiveOn == bulletins[i - 1].EffectiveOn)
                throw new RateDocumentException(Source.Key, $"the day {bulletins[i].EffectiveOn:yyyy-MM-dd} is there twice");
        return new(bulletins);
    }

    /// <summary>Columns are found by name, since the portal sends more or fewer of them as asked. A missing value is a gap.</summary>
    static ParsedDocument Csv(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        string[] heading = lines[0].Split(',');
        int currency = Column(heading, "CURRENCY"), day = Column(heading, "TIME_PERIOD"), value = Column(heading, "OBS_VALUE");
        int every = Array.IndexOf(heading, "FREQ"), home = Array.IndexOf(heading, "CURRENCY_DENOM");
        SortedDictionary<DateOnly, BulletinRows> days = [];
        for (int line = 1; line < lines.Length; line++)
        {
            string[] cells = lines[line].Split(',');
            // Later columns may hold quoted text with commas of its own; the ones read here never do.
            if (cells.Length < heading.Length || cells.Take(Math.Max(currency, Math.Max(day, value)) + 1).Any(c => c.Contains('"', StringComparison.Ordinal)))
                throw new RateDocumentException(Source.Key, $"line {line + 1} has {cells.Length} plain cells, the heading {heading.Length}");
            if (every >= 0 && cells[every] != "D")
                throw new RateDocumentException(Source.Key, $"line {line + 1} is of frequency \"{PublishedText.Shortened(cells[every])}\", expected D");
            if (home >= 0 && cells[home] != "EUR")
                throw new RateDocumentException(Source.Key, $"line {line + 1} is against \"{PublishedText.Shortened(cells[home])}\", expected EUR");
            if (cells[value] is "" or "NaN")
                continue;
            DateOnly date = PublishedText.Day(Source.Key, $"line {line + 1}", cells[day], "yyyy-MM-dd");
            BulletinRows.Of(days, Source, date).Add(cells[currency], "1", cells[value], '.');
        }
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }

    static int Column(string[] heading, string name) =>
        Array.IndexOf(heading, name) is >= 0 and var at ? at : throw new RateDocumentException(Source.Key, $"the heading has no column {name}");
}
