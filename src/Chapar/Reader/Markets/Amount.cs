using System.Globalization;

namespace Chapar.Reader.Markets;

/// <summary>An amount as readers type it: "1000", "1 000,50", "1,000.50".</summary>
public static class Amount
{
    /// <summary>Digits that leave room for any rate in a decimal.</summary>
    const int MostDigits = 18;

    /// <summary>The amount, 0 or more; null for what is none. A single comma or point is a decimal mark, but a comma before exactly three last digits
    /// in English, and what stands more than once or before the other mark, sets thousands apart.</summary>
    public static decimal? Parse(string? text, string language)
    {
        var plain = new string([.. (text ?? "").Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '_'))]);
        if (plain.Length == 0 || plain.Any(c => !char.IsAsciiDigit(c) && c is not (',' or '.')) || plain.Count(char.IsAsciiDigit) is 0 or > MostDigits) return null;
        var mark = plain.LastIndexOfAny([',', '.']);
        if (mark < 0) return Number(plain, "");
        var (whole, fraction) = (plain[..mark], plain[(mark + 1)..]);
        var isRepeated = whole.Contains(plain[mark], StringComparison.Ordinal);
        var isEnglishThousands = plain[mark] == ',' && language == "en" && fraction.Length == 3 && whole.Length > 0 && !whole.Contains('.', StringComparison.Ordinal);
        if (isRepeated || isEnglishThousands) return AreThousands(plain) ? Number(plain, "") : null;
        return whole.IndexOfAny([',', '.']) < 0 || AreThousands(whole) ? Number(whole, fraction) : null;
    }

    /// <summary>Whether it is a number, of more digits than can be counted exactly.</summary>
    public static bool IsTooLong(string text) =>
        text.Count(char.IsAsciiDigit) > MostDigits && text.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c) || c is ',' or '.' or '\'' or '’' or '_');

    /// <summary>Whether the marks stand before groups of three digits, and are all the same.</summary>
    static bool AreThousands(string text)
    {
        var groups = text.Split(',', '.');
        return groups[0].Length is >= 1 and <= 3 && groups[1..].All(g => g.Length == 3) && !(text.Contains(',', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal));
    }

    static decimal Number(string whole, string fraction) => decimal.Parse(
        $"0{string.Concat(whole.Where(char.IsAsciiDigit))}{(fraction.Length > 0 ? "." : "")}{fraction}", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
}
