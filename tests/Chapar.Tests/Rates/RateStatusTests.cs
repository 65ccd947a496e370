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

    [Theory]
    [InlineData("UZS", "2026-05-23", "2026-05-29T12:00", RateStatus.Fresh)] // set on a Saturday for seven days
    [InlineData("UZS", "2026-05-23", "2026-06-01T12:00", RateStatus.Carried)] // Monday
    [InlineData("UZS", "2026-05-23", "2026-06-02T12:00", RateStatus.Late)]
    [InlineData("USD", "2026-05-23", "2026-05-29T12:00", RateStatus.Late)]
    public void What_is_set_for_a_week_is_valid_to_its_last_day(string currency, string effectiveOn, string now, RateStatus status) =>
        Assert.Equal(status, RateStatuses.Of(RateSources.Of("nbkr"), currency, DateOnly.Parse(effectiveOn, CultureInfo.InvariantCulture), Utc(now)));

    [Fact]
    public void A_cross_is_as_old_as_its_oldest_row_and_stands_as_its_worst_the_fixed_manat_left_out()
    {
        CrossLeg som = new(RateSources.Of("nbkr"), "KGS", "USD", Row(new(2026, 5, 20), "87,4500"), IsInverse: true);
        CrossLeg tenge = new(RateSources.Of("nbk"), "USD", "KZT", Row(new(2026, 4, 2), "475.09"), IsInverse: false);
        CrossLeg manat = new(RateSources.Of("cbt"), "USD", "TMT", CentralBankOfTurkmenistan.PegPoint, IsInverse: false);
        Assert.Equal((new DateOnly(2026, 4, 2), RateStatus.Late), Of("KZT", som, tenge));
        Assert.Equal((new DateOnly(2026, 5, 20), RateStatus.Fresh), Of("TMT", som, manat));
        Assert.Equal((CentralBankOfTurkmenistan.Peg.Since, RateStatus.Fixed), Of("TMT", manat));

        static RatePoint Row(DateOnly day, string published) => new(day, published, 1, PublishedText.UnitValue(published, 1), false);

        static (DateOnly, RateStatus) Of(string to, params CrossLeg[] legs)
        {
            CrossRate rate = new(legs[0].From, to, new(2026, 5, 20), legs);
            return (rate.EffectiveOn, RateStatuses.Of(rate, Utc("2026-05-20T05:00"), new HashSet<string>()));
        }
    }

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
