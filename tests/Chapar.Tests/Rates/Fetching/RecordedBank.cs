using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>Two following days of one bank, as recorded (or, where the recordings are not on this machine, small documents in the same form), and
/// how the bank answers when it is asked for others.</summary>
/// <param name="Source">Key of the source.</param>
/// <param name="First">Day of the first document.</param>
/// <param name="Second">Day of the second.</param>
/// <param name="Files">The recorded files of both.</param>
/// <param name="Small">A small document of any day, which stands in for them.</param>
/// <param name="DayForm">How the document prints its day.</param>
/// <param name="DollarRow">The row of the dollar.</param>
/// <param name="Value">The value in that row.</param>
/// <param name="Nominal">The quantity in that row.</param>
sealed record RecordedBank(
    string Source, DateOnly First, DateOnly Second, string[] Files, string Small, string DayForm, Regex DollarRow, Regex Value, Regex Nominal)
{
    public static IReadOnlyList<RecordedBank> All { get; } =
    [
        new("nbkr", new(2022, 3, 10), new(2022, 3, 11), ["nbkr/daily_2022-03-10_recomposed.xml", "nbkr/daily_2022-03-11_recomposed.xml"],
            SmallDocuments.NbkrDaily, "dd.MM.yyyy", Of("<Currency ISOCode=\"USD\">.*?</Currency>"), Of("(?<=<Value>)[^<]+"), Of("(?<=<Nominal>)[^<]+")),
        new("nbk", new(2026, 4, 1), new(2026, 4, 2), ["nbk/get_rates_2026-04-01.xml", "nbk/get_rates_2026-04-02.xml"],
            SmallDocuments.NbkDay, "dd.MM.yyyy", Of("<item>(?:(?!</item>).)*<title>USD</title>.*?</item>"), Of("(?<=<description>)[^<]+"), Of("(?<=<quant>)[^<]+")),
        new("nbt", new(2026, 5, 18), new(2026, 5, 19), ["nbt/export_xml_2026-05-18.xml", "nbt/export_xml_2026-05-19.xml"],
            SmallDocuments.NbtDay, "yyyy-MM-dd", Of("<Valute [^>]*>\\s*<CharCode>USD</CharCode>.*?</Valute>"), Of("(?<=<Value>)[^<]+"), Of("(?<=<Nominal>)[^<]+")),
        new("cbu", new(2026, 4, 1), new(2026, 4, 2), ["cbu/all_2026-04-01.json", "cbu/all_2026-04-02.json"],
            SmallDocuments.CbuDay, "dd.MM.yyyy", Of("\\{[^{}]*\"Ccy\":\"USD\"[^{}]*\\}"), Of("(?<=\"Rate\":\")[^\"]+"), Of("(?<=\"Nominal\":\")[^\"]+")),
        new("cbt", new(2026, 5, 20), new(2026, 5, 21), ["cbt/20052026.xml", "cbt/21052026.xml"],
            SmallDocuments.CbtDay, "dd.MM.yyyy", Of("<rate code=\"USD\">.*?</rate>"), Of("(?<=<rate_tmt>)[^<]+"), Of("(?<=<multiplier>)[^<]+")),
        new("cbr", new(2026, 3, 17), new(2026, 3, 18), ["cbr/XML_daily_2026-03-17.xml", "cbr/XML_daily_2026-03-18.xml"],
            SmallDocuments.CbrDay, "dd.MM.yyyy", Of("<Valute ID=\"R01235\">.*?</Valute>"), Of("(?<=<Value>)[^<]+"), Of("(?<=<Nominal>)[^<]+")),
        new("ecb", new(2026, 3, 17), new(2026, 3, 18), ["ecb/eurofxref-daily_2026-03-17_recomposed.xml", "ecb/eurofxref-daily_2026-03-18_recomposed.xml"],
            EcbOneDay, "yyyy-MM-dd", Of("<Cube currency='USD' rate='[^']*'/>"), Of("(?<=rate=')[^']+"), Of("(?<=rate=')[^']+")),
    ];

    /// <summary>Whether the second document is out.</summary>
    public bool IsSecondOut { get; set; }

    /// <summary>What is done to the newest document before it is sent.</summary>
    public Func<RecordedBank, string, string>? Spoil { get; set; }

    /// <summary>A document as one character a byte, so that nothing is lost whatever its encoding.</summary>
    public string Document(DateOnly day)
    {
        if (Samples.AreHere)
            return Encoding.Latin1.GetString(Samples.Read(Files[day == First ? 0 : 1]));
        string small = Encoding.Latin1.GetString(SmallDocuments.Bytes(Small));
        // Not in the names of namespaces, which have days too.
        string dated = Regex.Replace(small, "\\d\\d\\.\\d\\d\\.20\\d\\d|(?<!/)20\\d\\d-\\d\\d-\\d\\d", day.ToString(DayForm, CultureInfo.InvariantCulture));
        return day == First ? dated : Dollar(dated, 1.01m);
    }

    /// <summary>The dollar of a document, as printed.</summary>
    public string DollarOf(string document) => Value.Match(DollarRow.Match(document).Value).Value;

    /// <summary>A document with the dollar at so many times its value, in the same digits.</summary>
    public string Dollar(string document, decimal times) => DollarRow.Replace(document, row =>
    {
        string printed = Value.Match(row.Value).Value;
        int decimals = printed.IndexOfAny(['.', ',']) is >= 0 and var at ? printed.Length - at - 1 : 0;
        decimal value = decimal.Parse(printed.Replace(',', '.'), CultureInfo.InvariantCulture) * times;
        string other = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        string changed = Value.Replace(row.Value, printed.Contains(',', StringComparison.Ordinal) ? other.Replace('.', ',') : other, 1);
        return Regex.Replace(changed, "<VunitRate>.*?</VunitRate>", "");
    }, 1);

    public string Redated(string document, DateOnly day) =>
        document.Replace(Second.ToString(DayForm, CultureInfo.InvariantCulture), day.ToString(DayForm, CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>How the bank answers.</summary>
    public Page Answer(string path)
    {
        DateOnly newest = IsSecondOut ? Second : First;
        if (path.StartsWith("XML/weekly.xml", StringComparison.Ordinal))
            return Spoil is null ? Sent(Small1251(SmallDocuments.NbkrWeekly.Replace("23.05.2026", "05.03.2022", StringComparison.Ordinal))) : Latest(newest);
        if (path.StartsWith("index1.jsp", StringComparison.Ordinal))
            return Sent("date,USD\n");
        if (path.Contains("dynamic", StringComparison.OrdinalIgnoreCase))
            return Sent("<ValCurs ID=\"R01235\" DateRange1=\"a\" DateRange2=\"b\" name=\"n\"></ValCurs>");
        return Asked(path) is not { } day || day == newest ? Latest(newest)
            : day == First ? Sent(Document(First))
            : Source switch
            {
                "nbk" => Spoil is null || day < newest ? Sent(Small1251(SmallDocuments.NbkNothing).Replace("05.04.2026", $"{day:dd.MM.yyyy}", StringComparison.Ordinal)) : Latest(newest),
                "cbu" => Sent(day < First ? "[]" : Document(First)),
                _ => Page.NotFound,
            };
    }

    Page Latest(DateOnly day) => Sent(Spoil is null ? Document(day) : Spoil(this, Document(day)));

    Page Sent(string document) => new(Encoding.Latin1.GetBytes(document), ContentType: Source == "cbu" ? "application/json" : "text/xml");

    static string Small1251(string text) => Encoding.Latin1.GetString(SmallDocuments.Bytes(text));

    static DateOnly? Asked(string path)
    {
        foreach ((string pattern, string form) in new[] { ("\\d\\d\\.\\d\\d\\.\\d{4}", "dd.MM.yyyy"), ("\\d{4}-\\d\\d-\\d\\d", "yyyy-MM-dd"), ("(?<=/)\\d{8}", "ddMMyyyy") })
            if (Regex.Match(path, pattern) is { Success: true } found)
                return DateOnly.ParseExact(found.Value, form, CultureInfo.InvariantCulture);
        return null;
    }

    static Regex Of(string pattern) => new(pattern, RegexOptions.Singleline | RegexOptions.CultureInvariant);

    const string EcbOneDay = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
        <Cube><Cube time='2026-03-18'><Cube currency='USD' rate='1.1500'/><Cube currency='JPY' rate='163.36'/></Cube></Cube></gesmes:Envelope>
        """;
}
