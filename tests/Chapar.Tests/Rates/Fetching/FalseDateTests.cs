using Chapar.Rates;
using Chapar.Rates.Fetching;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Rates.RatesWorld;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>A bank that errs in a date: neither is the false day believed, nor does it keep out what is true.</summary>
public class FalseDateTests
{
    [Fact]
    public async Task A_day_that_the_bank_cannot_have_set_yet_is_held_and_bars_no_true_bulletin()
    {
        string document = Kyrgyz("20.05.2026", "87,4000");
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T10:30", question => Page(question, document));
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);

        // On Wednesday afternoon it prints Saturday's date over Thursday's values, and puts it right within the hour.
        document = Kyrgyz("23.05.2026", "87,4500");
        Assert.StartsWith("nbkr: held for a look: XML: nbkr 2026-05-23".Replace("XML", "daily.xml", StringComparison.Ordinal), await FetchAsync(newsroom), StringComparison.Ordinal);
        document = Kyrgyz("21.05.2026", "87,4500");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.4500 of 2026-05-21", await ShownAsync(newsroom, "2026-05-21T06:00"));

        // The days until then, and the day itself, are what the bank says of them.
        newsroom.Set("2026-05-21T10:30");
        document = Kyrgyz("22.05.2026", "87,5000");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.5000 of 2026-05-22", await ShownAsync(newsroom, "2026-05-22T06:00"));
        newsroom.Set("2026-05-22T10:30");
        document = Kyrgyz("23.05.2026", "87,6000");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.6000 of 2026-05-23", await ShownAsync(newsroom, "2026-05-23T06:00"));
        Assert.Equal(0, await newsroom.CommandAsync("rates", "held"));
        Assert.DoesNotContain("2026-05-23", newsroom.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_false_day_that_could_be_true_bars_none_before_it()
    {
        string document = Kyrgyz("22.05.2026", "87,4000");
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-22T10:30", question => Page(question, document));
        await FetchAsync(newsroom);
        document = Kyrgyz("25.05.2026", "87,5000");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        document = Kyrgyz("23.05.2026", "87,4500");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.4500 of 2026-05-23", await ShownAsync(newsroom, "2026-05-23T06:00"));
        document = Kyrgyz("24.05.2026", "87,4600");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.4600 of 2026-05-24", await ShownAsync(newsroom, "2026-05-24T06:00"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_a_holiday_that_no_table_knows_the_rate_is_believed_the_day_before_it_begins(bool answersUnchanged)
    {
        // Kurban Ait, a Wednesday in 2026: on Tuesday the bank sets Thursday's rate.
        string document = Kyrgyz("26.05.2026", "87,4000");
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-26T10:30", question => Page(question, document) with
        {
            ETag = answersUnchanged ? $"\"{document.Length}-{document.Contains("28.05", StringComparison.Ordinal)}\"" : null,
        });
        await FetchAsync(newsroom);
        document = Kyrgyz("28.05.2026", "87,5000");
        Assert.StartsWith("nbkr: held for a look", await FetchAsync(newsroom), StringComparison.Ordinal);
        newsroom.Set("2026-05-27T06:00");
        Assert.StartsWith("nbkr: a new bulletin", await FetchAsync(newsroom), StringComparison.Ordinal);
        Assert.Equal("87.4000 of 2026-05-26", await ShownAsync(newsroom, "2026-05-27T07:00"));
        Assert.Equal("87.5000 of 2026-05-28", await ShownAsync(newsroom, "2026-05-28T06:00"));
    }

    [Fact]
    public async Task A_bank_whose_bulletin_is_held_is_asked_on()
    {
        string document = Kyrgyz("20.05.2026", "87,4000");
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-20T10:00", question => Page(question, document));
        BankRounds rounds = Rounds.Of(newsroom, "nbkr");
        document = Kyrgyz("23.05.2026", "87,4500");
        DateTime next = await rounds.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.InRange(next, newsroom.Now.AddMinutes(10), newsroom.Now.AddMinutes(11));
        newsroom.Set(next);
        document = Kyrgyz("21.05.2026", "87,4500");
        next = await rounds.RunDueAsync(TestContext.Current.CancellationToken);
        Assert.True(next > newsroom.Now.AddHours(7), $"asked again at {next:HH:mm}"); // after midnight
        await newsroom.Site.ChangeAsync(async db => Assert.Equal([new(2026, 5, 21)], await db.Bulletins.Where(b => b.IsCurrent && b.Series == BulletinSeries.Daily).Select(b => b.EffectiveOn).ToListAsync()));
    }

    static Page Page(Question question, string document) => new(SmallDocuments.Bytes(question.Path switch
    {
        "XML/daily.xml" => document,
        "XML/weekly.xml" => SmallDocuments.NbkrWeekly.Replace("23.05.2026", "16.05.2026", StringComparison.Ordinal),
        _ => "date,USD\n",
    }));

    static async Task<string> FetchAsync(Newsroom newsroom)
    {
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        return newsroom.Output;
    }

    static async Task<string> ShownAsync(Newsroom newsroom, string utc)
    {
        newsroom.Set(utc);
        (string value, string day, _) = await newsroom.ShownAsync(RateSources.Of("nbkr"));
        return $"{value} of {day}";
    }
}
