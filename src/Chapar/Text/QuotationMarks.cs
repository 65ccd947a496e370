namespace Chapar.Text;

/// <summary>
/// The marks around a quotation, and around one within it. As in CLDR 41; Tajik, of which it knows none, as its press writes. An Uzbek
/// quotation within another is written as in English: CLDR has its two marks the wrong way round.
/// </summary>
public sealed record QuotationMarks(string Open, string Close, string InnerOpen, string InnerClose)
{
    static readonly QuotationMarks English = new("“", "”", "‘", "’");
    static readonly QuotationMarks Russian = new("«", "»", "„", "“");
    static readonly QuotationMarks Kazakh = new("«", "»", "“", "”");
    static readonly QuotationMarks Turkmen = new("“", "”", "“", "”");

    /// <summary>Those of a language; the English ones where none are known.</summary>
    public static QuotationMarks Of(string? language) => language switch
    {
        "ru" or "ky" or "tg" => Russian,
        "kk" => Kazakh,
        "tk" => Turkmen,
        _ => English,
    };
}
