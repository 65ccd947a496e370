using System.Text.RegularExpressions;

namespace Chapar.Text.Scripts;

/// <summary>
/// Months as they stand under a chart in Uzbek, alone or behind a day: those that their letters would put wrong. In a sentence Yan is a man. On the way back
/// июн is what a reader looks for, iyun.
/// </summary>
static partial class ShortMonths
{
    static readonly (string Latin, string Cyrillic)[] months = [("yan", "янв"), ("iyn", "июн"), ("iyl", "июл"), ("noy", "ноя")];

    /// <summary>The whole text in Cyrillic; null when it is no such month.</summary>
    public static string? ToCyrillic(string text) => Latin().Match(text) is { Success: true } match ? match.Groups[1].Value + months.First(m => m.Latin == match.Groups[2].Value).Cyrillic : null;

    [GeneratedRegex(@"^(\s*(?:\d{1,2}-)?)(yan|iyn|iyl|noy)$")]
    private static partial Regex Latin();
}
