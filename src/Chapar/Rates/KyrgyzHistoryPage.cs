namespace Chapar.Rates;

/// <summary>The history page of one currency of the National Bank of the Kyrgyz Republic: one row a setting, the newest first, each
/// between comments that mark the date and the value. Which currency it is and for how many units stands only in the chosen option of
/// the form, so a page without it is refused.</summary>
static class KyrgyzHistoryPage
{
    public const string DateMark = "<!--date-->";
    const string ValueMark = "<!--value-->";

    /// <summary>The currencies that are set every day, by the bank's own numbers; those of the weekly document would spoil the daily series.</summary>
    public static IReadOnlyList<int> Daily { get; } = [15, 20, 24, 40, 44];

    /// <summary>Where the settings of one currency in at most a year stand.</summary>
    public static string PathOf(int currency, DateOnly from, DateOnly to) => FormattableString.Invariant(
        $"index1.jsp?item=1562&lang=ENG&valuta_id={currency}&beg_day={from:dd}&beg_month={from:MM}&beg_year={from:yyyy}&end_day={to:dd}&end_month={to:MM}&end_year={to:yyyy}");

    static RateSource Source => NationalBankOfTheKyrgyzRepublic.Source;

    public static ParsedDocument Read(string page)
    {
        (string currency, string nominal) = Chosen(page);
        SortedDictionary<DateOnly, BulletinRows> days = [];
        int at = 0;
        while (Next(page, DateMark, ref at) is string date)
        {
            DateOnly day = PublishedText.Day(Source.Key, "the history page", date, "dd.MM.yyyy");
            string value = Next(page, ValueMark, ref at) ?? throw new RateDocumentException(Source.Key, $"the history page has no value for {date}");
            BulletinRows.Of(days, Source, day).Add(currency, nominal, value, ',');
        }
        return new([.. days.Values.Select(d => d.Bulletin())]);
    }

    /// <summary>The text between the next two marks of a kind; null after the last.</summary>
    static string? Next(string page, string mark, ref int at)
    {
        int open = page.IndexOf(mark, at, StringComparison.Ordinal);
        if (open < 0)
            return null;
        int start = open + mark.Length, close = page.IndexOf(mark, start, StringComparison.Ordinal);
        if (close < 0)
            throw new RateDocumentException(Source.Key, $"the history page ends after an open {mark}");
        at = close + mark.Length;
        return page[start..close].Trim();
    }

    static (string Currency, string Nominal) Chosen(string page)
    {
        int option = page.IndexOf("<option selected", StringComparison.OrdinalIgnoreCase);
        string? id = option < 0 ? null : Between(page, option, "value=\"", "\"");
        string? label = option < 0 ? null : Between(page, option, ">", "<");
        if (id is null || label is null)
            throw new RateDocumentException(Source.Key, "the history page has no chosen option that says which currency and how many units it is for");
        string? currency = id switch
        {
            "15" => "USD",
            "20" => "EUR",
            "24" => "CNY",
            "40" => "KZT",
            "44" => "RUB",
            "45" => "TJS",
            "46" or "200" => "UZS",
            "104" or "199" => "IRR",
            "108" => "TMT",
            _ => null,
        };
        if (currency is null)
            throw new RateDocumentException(Source.Key, $"the history page is for currency number \"{PublishedText.Shortened(id)}\", which is not known");
        return (currency, label.Trim().Split(' ')[0]);
    }

    static string? Between(string page, int from, string before, string after)
    {
        int open = page.IndexOf(before, from, StringComparison.Ordinal);
        int close = open < 0 ? -1 : page.IndexOf(after, open + before.Length, StringComparison.Ordinal);
        return close < 0 ? null : page[(open + before.Length)..close];
    }
}
