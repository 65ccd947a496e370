using Chapar.Rates.Fetching;

namespace Chapar.Rates;

/// <summary>A bank whose official rates the paper shows.</summary>
/// <param name="Key">The word in commands and the database: nbk, nbkr, cbu, nbt, cbt, cbr, ecb.</param>
/// <param name="Name">The bank's English name, as attribution. NBT, ECB and CBR ask to be named.</param>
/// <param name="Url">Where readers find the bank's own rates.</param>
/// <param name="HomeCurrency">ISO 4217 code of the bank's own money.</param>
/// <param name="Quotation">Which way round the bank prints its values.</param>
/// <param name="Zone">IANA time zone in which the bank's days begin.</param>
/// <param name="Holidays">Fixed days without work, as <c>MM-dd</c>: hints that a missing bulletin is no delay. A bulletin on such a day
/// is taken all the same; holidays that move are not known here, so a source may be called late for a day or two then.</param>
/// <param name="Read">Reads one document of any of the bank's known kinds.</param>
public sealed record RateSource(
    string Key, string Name, Uri Url, string HomeCurrency, Quotation Quotation, string Zone, string[] Holidays,
    Func<ReadOnlyMemory<byte>, ParsedDocument> Read)
{
    /// <summary>How the bank's documents are got.</summary>
    public required FetchPlan Fetching { get; init; }

    /// <summary>What the bank says of the use of its figures, as told to those who take them from us: one or two sentences in English. Official rates
    /// are facts; all banks are named.</summary>
    public string Terms { get => field ?? $"{Name} publishes no terms for its rates; name the bank."; init; }

    /// <summary>The currencies that the bank sets every day, where it sets all others once a week, for seven days, in a document of their own; null where all
    /// are in one.</summary>
    public IReadOnlyCollection<string>? Daily { get; init; }

    /// <summary>Whether a currency is set once a week.</summary>
    public bool IsWeekly(string currency) => Daily?.Contains(currency) == false;

    /// <summary>False for what is no central bank's own word: such values are labelled as indicative wherever they stand, and never
    /// stand for an official one.</summary>
    public bool IsOfficial { get; init; } = true;

    /// <summary>The day it is now at the bank.</summary>
    public DateOnly Today(DateTime nowUtc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(nowUtc, TimeZoneInfo.FindSystemTimeZoneById(Zone)));

    /// <summary>Monday to Friday, without the fixed holidays.</summary>
    public bool WorksOn(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !Holidays.Contains(day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The last day for which it can have set its values on a day: that day itself, or, where it sets them ahead, its next working day, and
    /// whatever lies before it. A holiday that moves is not known: what is set beyond one waits until the day before.</summary>
    public DateOnly Furthest(DateOnly today)
    {
        // What others have read from the banks has the banks' days.
        if (Fetching.DaysAhead == 0 && IsOfficial)
            return today;
        DateOnly day = today.AddDays(1);
        while (!WorksOn(day))
            day = day.AddDays(1);
        return day;
    }

    public override string ToString() => Key;
}
