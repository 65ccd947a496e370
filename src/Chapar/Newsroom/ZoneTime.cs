using System.Globalization;

namespace Chapar.Newsroom;

/// <summary>Times as browsers send them from a field of a form, in the publication's zone: "2026-11-24T14:05".</summary>
public static class ZoneTime
{
    /// <summary>The UTC instant; null when it is no time, or one that the clocks leap over.</summary>
    public static DateTime? Instant(string? local, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(local, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;
        return zone.IsInvalidTime(time) ? null : TimeZoneInfo.ConvertTimeToUtc(time, zone);
    }

    /// <summary>What such a field shows of an instant (UTC).</summary>
    public static string Field(DateTime instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTimeFromUtc(instant, zone).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
}
