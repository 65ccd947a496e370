using System.Globalization;
using System.Text;

namespace Chapar.Rates;

/// <summary>Numbers as the site's languages write them (CLDR 48.2): English a point and commas, the others a comma and no-break spaces. By
/// hand, since a published value must keep exactly its digits and .NET puts a space that breaks before the percent sign.</summary>
public static class RateFormat
{
    /// <summary>With how many decimals percents are printed.</summary>
    const int PercentDecimals = 2;

    const char NoBreakSpace = '\u00A0';

    /// <summary>A true minus: a hyphen may be left alone at the end of a line.</summary>
    const char Minus = '\u2212';

    /// <summary>A published value with all its digits: "12194.21" is "12 194,21" in Russian and "12,194.21" in English.</summary>
    /// <param name="published">Digits with at most one point or comma, as in <see cref="Rate.Published"/>.</param>
    /// <param name="language">Language tag; only its first part counts.</param>
    public static string Value(string published, string language)
    {
        bool english = IsEnglish(language);
        int split = published.IndexOfAny(['.', ',']);
        string whole = split < 0 ? published : published[..split];
        StringBuilder text = new();
        for (int i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
                text.Append(english ? ',' : NoBreakSpace);
            text.Append(whole[i]);
        }
        if (split >= 0)
            text.Append(english ? '.' : ',').Append(published, split + 1, published.Length - split - 1);
        return text.ToString();
    }

    /// <summary>A value in a line of text: "87.4500", and with its units where they are more than one: "57.1234 per 100".</summary>
    /// <param name="quote">The value.</param>
    /// <param name="per">"per {0}".</param>
    /// <param name="language">Language tag; only its first part counts.</param>
    public static string Quoted(RateQuote quote, string per, string language)
    {
        string value = Value(quote.Digits, language);
        return quote.Units == 1 ? value : $"{value} {string.Format(CultureInfo.InvariantCulture, per, Value(quote.Units, 0, language))}";
    }

    /// <summary>A number with a fixed count of decimals, without sign.</summary>
    public static string Value(decimal value, int decimals, string language) =>
        Value(Math.Abs(value).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), language);

    /// <summary>A move with its sign; "&lt;0.01" where a true move was rounded to nothing, so that zero never has a sign.</summary>
    public static string Move(decimal rounded, int decimals, string language)
    {
        if (rounded != 0)
            return (rounded > 0 ? '+' : Minus) + Value(rounded, decimals, language);
        decimal smallest = 1;
        for (int i = 0; i < decimals; i++)
            smallest /= 10;
        return "<" + Value(smallest, decimals, language);
    }

    /// <summary>So many of a hundred, without sign: "0.43%" in English, "0,43 %" in Russian and Turkmen, "0,43%" in Kazakh, Kyrgyz, Uzbek and Tajik.</summary>
    /// <param name="percent">Rounded to <see cref="PercentDecimals"/> decimals.</param>
    /// <param name="language">Language tag; only its first part counts.</param>
    public static string Percent(decimal percent, string language) => WithPercentSign(Value(percent, PercentDecimals, language), language);

    /// <summary>A move in percent, with its sign: "+0,43 %", "−0,43 %"; "&lt;0,01 %" where a true move was rounded to nothing.</summary>
    /// <inheritdoc cref="Percent"/>
    public static string PercentMove(decimal percent, string language) => WithPercentSign(Move(percent, PercentDecimals, language), language);

    /// <summary>The smallest move in percent that has digits of its own: "0.01%".</summary>
    public static string LeastPercent(string language) => Percent(0.01m, language);

    /// <summary>A share of one in percent, rounded half away from zero to what is printed.</summary>
    public static decimal RoundedPercent(decimal share) => Math.Round(100 * share, PercentDecimals, MidpointRounding.AwayFromZero);

    /// <summary>CLDR's pattern is "#,##0 %" in Russian and Turkmen, "#,##0%" in the others.</summary>
    static string WithPercentSign(string number, string language) => Primary(language) is "ru" or "tk" ? $"{number}{NoBreakSpace}%" : $"{number}%";

    /// <summary>The day as dd.MM.yyyy in all languages: their own short forms contradict each other.</summary>
    public static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture);

    static bool IsEnglish(string language) => Primary(language) == "en";

    static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();
}
