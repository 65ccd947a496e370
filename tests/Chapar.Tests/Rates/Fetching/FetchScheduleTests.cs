using System.Globalization;
using Chapar.Rates;
using Chapar.Rates.Fetching;

namespace Chapar.Tests.Rates.Fetching;

public class FetchScheduleTests
{
    [Theory]
    [InlineData("nbkr", "2026-05-20T03:00", 0, false, "2026-05-20T09:30", 180)] // before the window: when it opens, 15:30 in Bishkek
    [InlineData("nbkr", "2026-05-20T10:00", 0, false, "2026-05-20T10:10", 60)] // awaited: every ten minutes
    [InlineData("nbkr", "2026-05-20T10:30", 0, true, "2026-05-20T18:05", 1200)] // in: no more questions before midnight
    [InlineData("nbkr", "2026-05-20T14:00", 0, false, "2026-05-20T18:05", 1200)] // the window has closed
    [InlineData("nbkr", "2026-05-20T10:00", 1, false, "2026-05-20T10:10", 60)]
    [InlineData("nbkr", "2026-05-20T10:00", 2, false, "2026-05-20T10:20", 60)]
    [InlineData("nbkr", "2026-05-20T10:00", 3, false, "2026-05-20T10:40", 60)]
    [InlineData("nbkr", "2026-05-20T10:00", 9, false, "2026-05-20T10:40", 60)]
    [InlineData("nbkr", "2026-05-20T18:10", 4, false, "2026-05-21T09:30", 180)] // out of reach at night: not all night
    [InlineData("nbk", "2026-05-23T00:00", 0, true, "2026-05-23T07:00", 1200)] // Saturday morning: a look at noon in Almaty
    [InlineData("nbk", "2026-05-23T08:00", 0, true, "2026-05-23T19:05", 1200)] // and after midnight
    [InlineData("ecb", "2026-03-29T03:00", 0, true, "2026-03-29T10:00", 1200)] // summer time begins: noon in Frankfurt is 10:00
    public void A_bank_is_asked_when_it_has_something_to_say(string source, string now, int failures, bool isIn, string next, int scatter)
    {
        DateTime told = FetchSchedule.Next(RateSources.Of(source), failures, isIn, RatesWorld.Utc(now), new Random(7));
        Assert.InRange(told, RatesWorld.Utc(next), RatesWorld.Utc(next).AddSeconds(scatter));
    }

    [Fact]
    public async Task The_Kyrgyz_bank_is_asked_until_tomorrows_rate_is_in_then_after_midnight_and_over_the_weekend()
    {
        TestClock? clock = null;
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-19T18:00", question => KyrgyzBank.Answer(question, clock!.GetUtcNow()));
        clock = newsroom.Site.Clock;
        BankRounds rounds = Rounds.Of(newsroom, "nbkr");
        List<string> looks = [];
        DateTime end = RatesWorld.Utc("2026-05-25T18:00");
        while (newsroom.Now < end)
        {
            int before = newsroom.Server.Log.Count;
            DateTime next = await rounds.RunDueAsync(TestContext.Current.CancellationToken);
            if (newsroom.Server.Log.Skip(before).Contains("nbkr XML/daily.xml"))
                looks.Add(newsroom.Now.AddHours(6).ToString("ddd HH:mm", CultureInfo.InvariantCulture));
            newsroom.Set(next);
        }
        foreach (var day in looks.GroupBy(look => look[..3]))
        {
            string[] times = [.. day.Select(look => look[4..])];
            Assert.InRange(times[0], "00:00", "00:25");
            Assert.InRange(times[1], "15:30", "15:33");
            Assert.All(times.Skip(2), time => Assert.InRange(time, "15:40", "16:32"));
            // The file is written at 16:20; the first look after it is the last of the day.
            Assert.InRange(times.Length, 6, 8);
            Assert.True(string.CompareOrdinal(times[^2], "16:20") < 0 && string.CompareOrdinal(times[^1], "16:20") >= 0, string.Join(' ', times));
        }
        Assert.Equal(["Wed", "Thu", "Fri", "Sat", "Sun", "Mon"], looks.Select(look => look[..3]).Distinct());
        Assert.Single(newsroom.Server.Connections);
        Assert.Equal(["Mozilla/5.0 (compatible; Chapar/1.0; +http://localhost:5080)"], newsroom.Server.Agents);
        newsroom.Set("2026-05-25T12:00");
        Assert.Equal((KyrgyzBank.Printed(new(2026, 5, 25)).Replace(',', '.'), "2026-05-25"), await ValueAsync(newsroom));
    }

    [Fact]
    public async Task A_restated_day_is_seen_the_night_after_and_shown_as_corrected()
    {
        TestClock? clock = null;
        string table = "date,USD\n";
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T12:00", question =>
            question.Path.StartsWith("index1", StringComparison.Ordinal) ? new(SmallDocuments.Bytes(table)) : KyrgyzBank.Answer(question, clock!.GetUtcNow()));
        clock = newsroom.Site.Clock;
        BankRounds rounds = Rounds.Of(newsroom, "nbkr");
        newsroom.Set(await rounds.RunDueAsync(TestContext.Current.CancellationToken));
        table += "2026-05-21,87.9999\n";
        DateTime next = await rounds.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.True(next > newsroom.Now);
        var (value, day, said) = await newsroom.ShownAsync(NationalBankOfTheKyrgyzRepublic.Source);
        Assert.Equal(("87.9999", "2026-05-21"), (value, day));
        Assert.Contains("corrected", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bank_that_is_down_is_asked_after_10_20_and_40_minutes_and_a_restart_does_not_forget_it()
    {
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T09:30", _ => Page.NotFound);
        List<int> minutes = [];
        for (int i = 0; i < 5; i++)
        {
            // Made anew each time: what is known is in the database.
            DateTime next = await Rounds.Of(newsroom, "nbkr").RunDueAsync(TestContext.Current.CancellationToken);
            minutes.Add((int)(next - newsroom.Now).TotalMinutes);
            int asked = newsroom.Server.Log.Count;
            Assert.Equal(next, await Rounds.Of(newsroom, "nbkr").RunDueAsync(TestContext.Current.CancellationToken));
            Assert.Equal(asked, newsroom.Server.Log.Count);
            newsroom.Set(next);
        }
        Assert.Equal([10, 20, 40, 40, 40], minutes.Select(m => m / 10 * 10));
    }

    static async Task<(string, string)> ValueAsync(Newsroom newsroom)
    {
        (string value, string day, _) = await newsroom.ShownAsync(NationalBankOfTheKyrgyzRepublic.Source);
        return (value, day);
    }
}
