using Chapar.Rates;
using Chapar.Tests.House;

namespace Chapar.Tests.Rates.Fetching;

/// <summary>Every failure of every bank, through the command and on the page: nothing wrong is ever shown, and the last good value stays with
/// its day.</summary>
public class ReplayTests
{
    /// <summary>The one failure that is harmless, since the bytes are believed rather than what is said of them.</summary>
    const string Harmless = "windows-1251 declared over UTF-8";

    static readonly string[] words = ["nothing new", "no publication", "a new bulletin", "held for a look", "wrong document", "transport failure"];

    [Fact]
    public async Task Whatever_a_bank_sends_nothing_wrong_is_shown_and_the_failure_is_called_by_its_name()
    {
        // At once, since most of it is waiting for answers that do not come.
        Dictionary<string, string>[] said = await Task.WhenAll(RecordedBank.All.Select(PlayAsync));
        string[] table =
        [
            $"| what the bank sends | {string.Join(" | ", RecordedBank.All.Select(b => b.Source))} |",
            $"|---|{string.Concat(Enumerable.Repeat("---|", RecordedBank.All.Count))}",
            .. Spoiled.All.Select(failure => $"| {failure.Name} | {string.Join(" | ", said.Select(of => of[failure.Name]))} |"),
        ];
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', table));
        string[] written = await File.ReadAllLinesAsync(Path.Combine(Sources.Root, "docs/rates.md"), TestContext.Current.CancellationToken);
        Assert.Equal(table, written.SkipWhile(line => line != table[0]).TakeWhile(line => line.StartsWith('|')));
    }

    /// <summary>What each failure was called.</summary>
    static async Task<Dictionary<string, string>> PlayAsync(RecordedBank bank)
    {
        Dictionary<string, string> called = [];
        bank.IsSecondOut = false;
        bank.Spoil = null;
        RateSource source = RateSources.Of(bank.Source);
        await using Newsroom newsroom = await Newsroom.OpenAsync("2026-01-01", question =>
            question.Source == bank.Source ? bank.Answer(question.Path) : Page.NotFound);

        // The evening on which the first document is out, then the one on which the second is.
        newsroom.Set(Published(bank.First));
        Assert.True(await newsroom.CommandAsync("rates", "fetch", bank.Source) == 0, newsroom.Output);
        Assert.StartsWith($"{bank.Source}: a new bulletin", newsroom.Output, StringComparison.Ordinal);
        (string, string) first = Truth(bank.First), second = Truth(bank.Second);
        bank.IsSecondOut = true;
        foreach (Spoiled failure in Spoiled.All)
        {
            (newsroom.Server.Fault, bank.Spoil) = (failure.Line, failure.Spoil);
            if (failure.Spoil is { } spoil && spoil(bank, bank.Document(bank.Second)) == bank.Document(bank.Second))
            {
                called[failure.Name] = "cannot happen";
                continue;
            }
            newsroom.Set(Published(bank.Second));
            // A line that fails is given up after a second; a document may take its time, however busy this machine is.
            await newsroom.WaitForBanksAsync(failure.Line == LineFault.None ? Newsroom.Patience : 1);
            int exit = await newsroom.CommandAsync("rates", "fetch", bank.Source);
            string said = words.Single(w => newsroom.Output.StartsWith($"{bank.Source}: {w}", StringComparison.Ordinal));
            Assert.Equal((failure.Name, said is "wrong document" or "transport failure" ? 1 : 0), (failure.Name, exit));
            called[failure.Name] = said;

            // On the day itself, and a week later.
            newsroom.Set(bank.Second.ToDateTime(new(9, 0), DateTimeKind.Utc));
            (string value, string day, _) = await newsroom.ShownAsync(source);
            (string, string) shown = failure.Name == Harmless ? second : first;
            Assert.True(shown == (value, day), $"{bank.Source}, {failure.Name}: {newsroom.Output} shown: {value} of {day}");
            newsroom.Set(newsroom.Now.AddDays(7));
            (value, day, string status) = await newsroom.ShownAsync(source);
            Assert.True(shown == (value, day), $"{bank.Source}, {failure.Name}, a week later: {value} of {day}");
            Assert.Contains(bank.Source == "cbt" ? "fixed" : "late", status, StringComparison.Ordinal);
        }

        // And as soon as the bank is itself again, its bulletin is there.
        (newsroom.Server.Fault, bank.Spoil) = (LineFault.None, null);
        await newsroom.WaitForBanksAsync(Newsroom.Patience);
        newsroom.Set(Published(bank.Second));
        Assert.True(await newsroom.CommandAsync("rates", "fetch", bank.Source) == 0, newsroom.Output);
        newsroom.Set(bank.Second.ToDateTime(new(9, 0), DateTimeKind.Utc));
        (string last, string lastDay, _) = await newsroom.ShownAsync(source);
        Assert.True(second == (last, lastDay), $"{bank.Source}: {newsroom.Output} shown: {last} of {lastDay}");
        return called;

        (string Value, string Day) Truth(DateOnly day) => (RateFormat.Value(bank.DollarOf(bank.Document(day)), "en"), $"{day:yyyy-MM-dd}");

        // 16:00 UTC is after the closing of every bank, and before its midnight.
        DateTime Published(DateOnly day) => day.AddDays(-source.Fetching.DaysAhead).ToDateTime(new(16, 0), DateTimeKind.Utc);
    }
}
