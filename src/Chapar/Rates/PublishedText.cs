using System.Globalization;
using System.Text.Json;

namespace Chapar.Rates;

/// <summary>The strict reading of what banks print: numbers, quantities, codes and days. No culture, no grouping, no signs:
/// <c>decimal.Parse("87,4500")</c> with the invariant culture would say 874500 without an error.</summary>
static class PublishedText
{
    /// <summary>More digits than any bank prints, few enough for exact <see cref="decimal"/> arithmetic.</summary>
    const int Digits = 18;

    /// <summary>A field of a JSON document that must be a string.</summary>
    public static string Field(string source, string where, JsonElement row, string name)
    {
        if (!row.TryGetProperty(name, out JsonElement field) || field.ValueKind != JsonValueKind.String)
            throw new RateDocumentException(source, $"{where}: \"{name}\" is missing or not a string");
        try
        {
            return field.GetString()!;
        }
        catch (InvalidOperationException e) // half of a surrogate pair, written as an escape
        {
            throw new RateDocumentException(source, $"{where}: \"{name}\" is not text", e);
        }
    }

    /// <summary>A value above zero in plain digits with the source's own separator.</summary>
    public static decimal Value(string source, string where, string text, char separator)
    {
        int split = text.IndexOf(separator, StringComparison.Ordinal);
        ReadOnlySpan<char> whole = split < 0 ? text : text.AsSpan(0, split);
        ReadOnlySpan<char> fraction = split < 0 ? "0" : text.AsSpan(split + 1);
        if (!AllDigits(whole) || !AllDigits(fraction) || text.Length > Digits)
            throw new RateDocumentException(source, $"{where}: \"{Shortened(text)}\" is not a plain number with \"{separator}\" before its decimals");
        decimal value = decimal.Parse($"{whole}.{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return value > 0 ? value : throw new RateDocumentException(source, $"{where}: the value {text} is not above zero");
    }

    /// <summary>The value for one unit of a published value that was read before: at most 18 digits and one separator. By hand, since a chart
    /// of thirty years asks eleven thousand times.</summary>
    public static decimal UnitValue(ReadOnlySpan<char> published, int nominal)
    {
        long digits = 0;
        int split = -1;
        for (int i = 0; i < published.Length; i++)
            if (published[i] is '.' or ',')
                split = i;
            else
                digits = (digits * 10) + (published[i] - '0');
        return Of(digits, split < 0 ? 0 : published.Length - split - 1) / nominal;
    }

    /// <summary>Digits with so many of them after the point.</summary>
    public static decimal Of(long digits, int decimals) => new((int)digits, (int)(digits >> 32), 0, false, (byte)decimals);

    /// <summary>How many decimals a published value has.</summary>
    public static int Decimals(string published) => published.IndexOfAny(['.', ',']) is >= 0 and var at ? published.Length - at - 1 : 0;

    /// <summary>One of the last printed digit, for one unit.</summary>
    public static decimal Step(string published, int nominal)
    {
        decimal step = 1m / nominal;
        for (int decimals = Decimals(published); decimals > 0; decimals--)
            step /= 10;
        return step;
    }

    /// <summary>How many units a value is for: 1 to 10 million.</summary>
    public static int Nominal(string source, string where, string text) =>
        AllDigits(text) && text.Length <= 8 && int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) is >= 1 and <= 10_000_000 and var n
            ? n
            : throw new RateDocumentException(source, $"{where}: the nominal \"{Shortened(text)}\" is not a whole number from 1 to 10000000");

    /// <summary>Three capital letters.</summary>
    public static string Currency(string source, string text) =>
        text.Length == 3 && text.All(char.IsAsciiLetterUpper)
            ? text
            : throw new RateDocumentException(source, $"\"{Shortened(text)}\" is not a currency code of three capital letters");

    /// <summary>A day of 1990 to 2100 in one of the given forms.</summary>
    public static DateOnly Day(string source, string where, string text, params string[] forms) =>
        DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year is >= 1990 and <= 2100
            ? day
            : throw new RateDocumentException(source, $"{where}: \"{Shortened(text)}\" is not a date like {string.Join(" or ", forms)}");

    /// <summary>Text of a document made fit for a sentence: short and on one line.</summary>
    public static string Shortened(string text, int most = 40)
    {
        string line = string.Concat(text.Take(most).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c)).Trim();
        return text.Length > most ? line + "…" : line;
    }

    static bool AllDigits(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
            if (!char.IsAsciiDigit(c))
                return false;
        return text.Length > 0;
    }
}
