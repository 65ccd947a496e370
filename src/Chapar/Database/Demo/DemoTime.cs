using System.Globalization;
using System.Text.RegularExpressions;

namespace Chapar.Database.Demo;

/// <summary>
/// Times of the sample publication, counted back from now so that it is always fresh: "-45m", "-3h", "-3h 10m" ago, or
/// "-2d 09:40", the clock of the publication's zone two days ago.
/// </summary>
static partial class DemoTime
{
    /// <summary>The instant in UTC.</summary>
    /// <exception cref="InvalidDataException">It is none of the forms above, or not before <paramref name="now"/>.</exception>
    public static DateTime Parse(string text, DateTime now, TimeZoneInfo zone)
    {
        var match = Form().Match(text);
        if (!match.Success) throw new InvalidDataException($"'{text}' is not a time before now: write -45m, -3h, -3h 10m or -2d 09:40.");
        var at = match.Groups["days"].Success ? Clock(match, now, zone) : now.AddMinutes(-(60 * Number(match, "hours") + Number(match, "minutes")));
        return at < now ? at : throw new InvalidDataException($"'{text}' is not before now.");
    }

    static DateTime Clock(Match match, DateTime now, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(now, zone).Date.AddDays(-Number(match, "days")) + new TimeSpan(Number(match, "hour"), Number(match, "minute"), 0);
        // A clock put forward skips an hour; the sample publication does not mind which side of it an article stands.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^-(?:(?<days>[1-9]\d{0,3})d (?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)|(?<hours>\d{1,3})h(?: (?<minutes>\d{1,2})m)?|(?<minutes>\d{1,3})m)$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
