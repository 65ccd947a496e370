using System.Globalization;

namespace Chapar.Text;

/// <summary>Instants as machines read them.</summary>
public static class Instant
{
    /// <summary>W3C date and time with the offset of the zone: "2026-11-24T14:05:00+06:00". What a page shows, its data and the sitemaps say alike.</summary>
    public static string WithOffset(DateTime utc, TimeZoneInfo zone) =>
        new DateTimeOffset(TimeZoneInfo.ConvertTimeFromUtc(utc, zone), zone.GetUtcOffset(utc)).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>RFC 822 with a year of four digits: "Tue, 24 Nov 2026 08:05:00 GMT".</summary>
    public static string Rfc822(DateTime utc) => utc.ToString("R", CultureInfo.InvariantCulture);
}
