namespace Chapar.Rates.Fetching;

/// <summary>When a bank is asked next. Pure: the clock, the state and what is stored are given.</summary>
public static class FetchSchedule
{
    /// <summary>Between two questions while a bulletin is awaited.</summary>
    static readonly TimeSpan poll = TimeSpan.FromMinutes(10);

    /// <summary>After the first, the second and each further failure.</summary>
    static readonly TimeSpan[] backOff = [TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)];

    /// <summary>When the day has turned at the bank: what it had set for today is in force, and what it put right in the evening is seen.</summary>
    static readonly TimeOnly afterMidnight = new(0, 5);

    /// <summary>The look on a day without a window: CBU and others set Monday's rate before the weekend, some correct it on Saturday.</summary>
    static readonly TimeOnly weekendNoon = new(12, 0);

    /// <summary>The next question.</summary>
    /// <param name="failures">Failed attempts in a row, the one just made included.</param>
    /// <param name="isIn">Whether the bulletin that the bank is to publish today is stored.</param>
    /// <param name="chance">Scatters the moments.</param>
    public static DateTime Next(RateSource source, int failures, bool isIn, DateTime nowUtc, Random chance)
    {
        PublishingWindow window = source.Fetching.Window;
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(source.Zone);
        DateTime local = TimeZoneInfo.ConvertTimeFromUtc(nowUtc, zone);
        (DateOnly today, TimeOnly time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        bool isOpen = window.IsOn(today) && !isIn && time >= window.From && time < window.To;
        // Whoever has been out of reach for more than an hour is not asked all night.
        if (failures > 0 && (isOpen || failures <= backOff.Length))
            return nowUtc + backOff[Math.Min(failures, backOff.Length) - 1] + Scattered(60);
        if (isOpen)
            return nowUtc + poll + Scattered(60);
        if (window.IsOn(today) && !isIn && time < window.From)
            return Utc(today, window.From, 180);
        if (!window.IsOn(today) && time < weekendNoon)
            return Utc(today, weekendNoon, 1200);
        return Utc(today.AddDays(1), afterMidnight, 1200);

        DateTime Utc(DateOnly day, TimeOnly at, int seconds)
        {
            DateTime moment = day.ToDateTime(at);
            if (zone.IsInvalidTime(moment))
                moment = moment.AddHours(1); // the hour that a change to summer time leaves out
            return TimeZoneInfo.ConvertTimeToUtc(moment, zone) + Scattered(seconds);
        }

        TimeSpan Scattered(int seconds) => TimeSpan.FromSeconds(chance.Next(seconds + 1));
    }
}
