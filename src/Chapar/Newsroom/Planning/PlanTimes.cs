using System.Globalization;
using Chapar.Text;

namespace Chapar.Newsroom.Planning;

/// <summary>Days and times of the plan are those of the publication's zone.</summary>
static class PlanTimes
{
    /// <summary>The first instant of a day, UTC.</summary>
    public static DateTime Midnight(NewsroomPage page, DateOnly day) => Dates.StartOf(day, page.Publication.Zone);

    /// <summary>Reads a time as a browser sends it; nothing typed is no time, and no error.</summary>
    public static bool TryRead(NewsroomPage page, string? local, out DateTime? utc)
    {
        utc = null;
        if (string.IsNullOrWhiteSpace(local)) return true;
        if (!DateTime.TryParseExact(local, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return false;
        if (time.Year is < 1900 or > 9000 || page.Publication.Zone.IsInvalidTime(time)) return false;
        utc = TimeZoneInfo.ConvertTimeToUtc(time, page.Publication.Zone);
        return true;
    }

    /// <summary>As a browser wants it in its field; empty for none.</summary>
    public static string Field(NewsroomPage page, DateTime? utc) => utc is { } at ? page.Dates.Local(at).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture) : "";
}
