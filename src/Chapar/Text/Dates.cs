using System.Globalization;

namespace Chapar.Text;

/// <summary>Instants as readers see them: in the publication's zone, in their language, with the zone named.</summary>
/// <param name="isLasting">Said so that it is still true when it is read much later: never short because it is of today.</param>
public sealed class Dates(Words words, TimeZoneInfo zone, bool isLasting = false)
{
    public DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, zone);

    /// <summary>"24 November 2026".</summary>
    public string Day(DateTime utc) => Day(DateOnly.FromDateTime(Local(utc)));

    public string Day(DateOnly day) => words.Fill("date", day.Day, words.Months[day.Month - 1], day.Year);

    /// <summary>"Tuesday, 24 November 2026".</summary>
    public string Today(DateTime utc)
    {
        var day = DateOnly.FromDateTime(Local(utc));
        return WithWeekday(day, Day(day));
    }

    /// <summary>"Tuesday, 24 November".</summary>
    public string DayInYear(DateOnly day) => WithWeekday(day, words.Fill("date-in-year", day.Day, words.Months[day.Month - 1]));

    string WithWeekday(DateOnly day, string date) => words.Fill("date-with-weekday", words.Weekdays[((int)day.DayOfWeek + 6) % 7], date);

    /// <summary>"24 November 2026, 14:05 (UTC+6)".</summary>
    public string Moment(DateTime utc) => words.Fill("moment", Day(utc), Clock(utc), ZoneName(utc));

    /// <summary>As short as can be understood today: "14:05" of today, "23 November, 14:05" of this year, "23 November 2025" of others.</summary>
    public string Brief(DateTime utc, DateTime now)
    {
        var (then, today) = (Local(utc), Local(now));
        if (isLasting) return $"{Day(utc)}, {Clock(utc)}";
        if (then.Date == today.Date) return Clock(utc);
        return then.Year == today.Year ? words.Fill("date-brief", then.Day, words.Months[then.Month - 1], Clock(utc)) : Day(utc);
    }

    /// <summary>"14:05".</summary>
    public string Clock(DateTime utc) => Local(utc).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"November 2026".</summary>
    public string Month(int year, int month) => words.Fill("month-of-year", words.MonthsAlone[month - 1], year);

    /// <summary>The value of a datetime attribute, with offset.</summary>
    public string Machine(DateTime utc) => Instant.WithOffset(utc, zone);

    /// <summary>The next midnight in the zone, UTC: when every date line becomes untrue.</summary>
    public DateTime NextMidnight(DateTime utc) => StartOf(DateOnly.FromDateTime(Local(utc)).AddDays(1), zone);

    /// <summary>The first instant of a day in a zone, UTC.</summary>
    public static DateTime StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        // Where the clocks leap over midnight the day begins a little later.
        while (zone.IsInvalidTime(midnight)) midnight = midnight.AddMinutes(30);
        return TimeZoneInfo.ConvertTimeToUtc(midnight, zone);
    }

    /// <summary>"UTC+6", "UTC+5:30".</summary>
    string ZoneName(DateTime utc)
    {
        var offset = zone.GetUtcOffset(utc);
        if (offset == TimeSpan.Zero) return "UTC";
        var sign = offset < TimeSpan.Zero ? '−' : '+';
        return offset.Minutes == 0 ? $"UTC{sign}{Math.Abs(offset.Hours)}" : $"UTC{sign}{Math.Abs(offset.Hours)}:{Math.Abs(offset.Minutes):00}";
    }
}
