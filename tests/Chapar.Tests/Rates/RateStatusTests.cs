using System.Globalization;
using Chapar.Rates;

namespace Chapar.Tests.Rates;

public class RateStatusTests
{
    static DateTime Utc(string moment) =>
        DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    [Theory]
    [InlineData("nbkr", "2026-05-20", "2026-05-20T05:00", RateStatus.Fresh)] // Wednesday
    [InlineData("nbkr", "2026-05-21", "2026-05-20T12:00", RateStatus.Fresh)] // tomorrow's is published in the afternoon
    [InlineData("nbkr", "2026-05-20", "2026-05-20T18:00", RateStatus.Carried)] // past midnight in Bishkek
    [InlineData("nbkr", "2026-05-20", "2026-05-21T17:59", RateStatus.Carried)]
    [InlineData("nbkr", "2026-05-20", "2026-05-21T18:01", RateStatus.Late)]
    [InlineData("cbr", "2026-05-23", "2026-05-25T12:00", RateStatus.Carried)] // Saturday's rate on Monday
    [InlineData("cbr", "2026-05-23", "2026-05-26T12:00", RateStatus.Late)]
    [InlineData("nbk", "2026-05-22", "2026-05-24T12:00", RateStatus.Carried)] // Friday's on Sunday
    [InlineData("nbk", "2026-03-20", "2026-03-24T12:00", RateStatus.Carried)] // Nauryz on Monday
    [InlineData("nbk", "2026-03-20", "2026-03-25T12:00", RateStatus.Late)]
    [InlineData("cbr", "2026-01-01", "2026-01-09T12:00", RateStatus.Carried)] // the long holiday of January
    [InlineData("nbkr", "2025-06-20", "2026-11-24T03:00", RateStatus.Late)]
    public void A_status_comes_from_the_day_and_the_banks_own_calendar(string source, string effectiveOn, string now, RateStatus status) =>
        Assert.Equal(status, RateStatuses.Of(RateSources.Of(source), DateOnly.Parse(effectiveOn, CultureInfo.InvariantCulture), Utc(now)));

    [Fact]
    public void The_next_change_is_the_next_midnight_at_a_bank()
    {
        Assert.Equal(Utc("2026-05-20T18:00"), RateStatuses.NextChangeAt(Utc("2026-05-20T12:00"))); // Bishkek
        Assert.Equal(Utc("2026-05-20T19:00"), RateStatuses.NextChangeAt(Utc("2026-05-20T18:00"))); // Almaty, Tashkent, Dushanbe, Ashgabat
        Assert.Equal(Utc("2026-05-20T21:00"), RateStatuses.NextChangeAt(Utc("2026-05-20T19:00"))); // Moscow
        Assert.Equal(Utc("2026-05-20T22:00"), RateStatuses.NextChangeAt(Utc("2026-05-20T21:30"))); // Frankfurt in summer
    }

    [Fact]
    public void Every_source_has_a_zone_this_machine_knows() =>
        Assert.All(RateSources.All, s => Assert.True(s.Today(Utc("2026-05-20T12:00")).Year == 2026));
}
