using System.Text.Json;
using Chapar.Rates;

namespace Chapar.Tests.Rates.Fetching;

public class HeldCommandTests
{
    [Fact]
    public async Task What_is_held_is_listed_with_both_values_and_shown_or_left_when_somebody_says_so()
    {
        string dollar = "87,4000", day = "20.05.2026";
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-05-19T12:00", question => question.Path switch
        {
            "XML/daily.xml" => new(SmallDocuments.Bytes(RatesWorld.Kyrgyz(day, dollar))),
            _ => new(SmallDocuments.Bytes("date,USD\n")),
        });
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        await newsroom.CommandAsync("rates", "held");
        Assert.Equal("Nothing waits.\n", newsroom.Output);

        (dollar, day) = ("97,4000", "21.05.2026");
        newsroom.Set("2026-05-20T12:00");
        Assert.Equal(0, await newsroom.CommandAsync("rates", "fetch", "nbkr"));
        Assert.StartsWith("nbkr: held for a look: daily.xml: nbkr 2026-05-21: USD went from 87,4000", newsroom.Output, StringComparison.Ordinal);
        await newsroom.CommandAsync("rates", "held");
        Assert.StartsWith("nbkr-2026-05-21-1: the bulletin for 2026-05-21 waits with USD 97,4000; 87,4000 of 2026-05-20 is shown; USD went from", newsroom.Output, StringComparison.Ordinal);
        await newsroom.CommandAsync("rates", "held", "--json");
        using JsonDocument held = JsonDocument.Parse(newsroom.Output);
        Assert.Equal(("97,4000", "87,4000"), (held.RootElement[0].GetProperty("held").GetString(), held.RootElement[0].GetProperty("shown").GetString()));
        await newsroom.CommandAsync("rates", "status");
        Assert.Contains("; 1 held, see rates held", newsroom.Output, StringComparison.Ordinal);

        Assert.Equal(1, await newsroom.CommandAsync("rates", "accept", "nbkr-2026-05-22-1"));
        Assert.Contains("Nothing that waits is called nbkr-2026-05-22-1", newsroom.Output, StringComparison.Ordinal);
        Assert.Equal(2, await newsroom.CommandAsync("rates", "refuse", "nbkr-2026-05-21-1"));
        Assert.Equal(0, await newsroom.CommandAsync("rates", "accept", "nbkr-2026-05-21-1"));
        newsroom.Set("2026-05-21T06:00");
        Assert.Equal("97.4000", (await newsroom.ShownAsync(NationalBankOfTheKyrgyzRepublic.Source)).Value);

        (dollar, day) = ("57,4000", "22.05.2026");
        newsroom.Set("2026-05-21T12:00");
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        Assert.Equal(0, await newsroom.CommandAsync("rates", "refuse", "nbkr-2026-05-22-1", "--reason", "The bank put it right by telephone"));
        await newsroom.CommandAsync("rates", "fetch", "nbkr");
        Assert.StartsWith("nbkr: nothing new", newsroom.Output, StringComparison.Ordinal);
        newsroom.Set("2026-05-22T06:00");
        Assert.Equal("97.4000", (await newsroom.ShownAsync(NationalBankOfTheKyrgyzRepublic.Source)).Value);
    }
}
