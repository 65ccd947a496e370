using System.Globalization;

namespace Chapar.Import.WordPress;

/// <summary>
/// The dates of an item as they stand in the file. <c>post_date_gmt</c> is the truth; drafts have 0000-00-00 there;
/// <c>post_date</c> is the local time of the site without saying which zone; <c>pubDate</c> may be empty or of the year -1.
/// </summary>
/// <param name="Local">Local time of the site, unspecified kind.</param>
/// <param name="Utc">UTC.</param>
/// <param name="ModifiedLocal">Last change, local time of the site.</param>
/// <param name="ModifiedUtc">Last change, UTC.</param>
/// <param name="Feed"><c>pubDate</c> in UTC.</param>
public sealed record WxrDates(DateTime? Local, DateTime? Utc, DateTime? ModifiedLocal, DateTime? ModifiedUtc, DateTime? Feed)
{
    public static WxrDates None { get; } = new(null, null, null, null, null);

    static readonly string[] forms =
        ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];

    /// <summary>When it appeared, UTC; null when no date in the item can be read.</summary>
    public DateTime? PublishedAt(TimeZoneInfo site) => Utc ?? ToUtc(Local, site) ?? Feed;

    /// <summary>When it was last changed, UTC; null when the file does not say.</summary>
    public DateTime? ModifiedAt(TimeZoneInfo site) => ModifiedUtc ?? ToUtc(ModifiedLocal, site);

    /// <summary>How far the site's clock was ahead of UTC, where the item shows it.</summary>
    public TimeSpan? Offset => Local is { } local && Utc is { } utc ? local - utc : null;

    /// <summary>Reads <c>2012-01-05 14:30:46</c>; null for empty, zero and impossible dates.</summary>
    public static DateTime? Parse(string text, DateTimeKind kind) =>
        DateTime.TryParseExact(text.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
        && date.Year >= 1900 ? DateTime.SpecifyKind(date, kind) : null;

    /// <summary>Reads the RFC 822 date of a feed with its zone; null when there is none.</summary>
    public static DateTime? ParseFeed(string text) =>
        DateTimeOffset.TryParse(text.Trim(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        && date.Year >= 1900 ? date.UtcDateTime : null;

    static DateTime? ToUtc(DateTime? local, TimeZoneInfo site)
    {
        if (local is not { } time)
            return null;
        // An hour that summer time skipped cannot be converted: WordPress itself reads it with the offset before the jump.
        return site.IsInvalidTime(time)
            ? DateTime.SpecifyKind(time - site.BaseUtcOffset, DateTimeKind.Utc)
            : TimeZoneInfo.ConvertTimeToUtc(time, site);
    }
}
