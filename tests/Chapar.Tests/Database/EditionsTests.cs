using Chapar.Database;

namespace Chapar.Tests.Database;

/// <summary>What is remembered of changes stays small, and what was made before one is untrue all the same.</summary>
public class EditionsTests
{
    static IEnumerable<string> Names(int from, int count) => Enumerable.Range(from, count).Select(number => FormattableString.Invariant($"article:{number}"));

    [Fact]
    public void A_name_that_was_raised_makes_untrue_what_began_before_and_no_more()
    {
        Editions editions = new();
        var before = editions.Turn;
        editions.Raise(["article:1"]);
        Assert.False(editions.AreUnchangedSince(before, ["article:1"]));
        Assert.True(editions.AreUnchangedSince(before, ["article:2"]));
        Assert.True(editions.AreUnchangedSince(editions.Turn, ["article:1"]));
    }

    [Fact]
    public void A_page_that_begins_while_names_are_raised_cannot_be_made_of_a_part_from_before()
    {
        var editions = new Editions();
        var part = editions.Turn;
        List<(long Began, bool TookThePart)> pages = [];
        IEnumerable<string> Names()
        {
            pages.Add((editions.Turn, editions.AreUnchangedSince(part, ["topic:1"])));
            yield return "topic:1";
        }
        editions.Raise(Names());
        var (began, tookThePart) = Assert.Single(pages);
        Assert.True(tookThePart);
        Assert.False(editions.AreUnchangedSince(began, ["topic:1"]));
        Assert.True(editions.AreUnchangedSince(editions.Turn, ["topic:1"]));
    }

    [Fact]
    public void After_more_changes_than_are_remembered_all_that_began_before_is_untrue_and_what_begins_then_is_true()
    {
        Editions editions = new();
        var before = editions.Turn;
        editions.Raise(["article:0"]);
        editions.Raise(Names(1, Editions.MostNames + 1));
        Assert.False(editions.AreUnchangedSince(before, ["article:0"]));
        Assert.False(editions.AreUnchangedSince(before, ["never raised"]));
        var after = editions.Turn;
        Assert.True(editions.AreUnchangedSince(after, ["article:0", "never raised"]));
        editions.Raise(["article:0"]);
        Assert.False(editions.AreUnchangedSince(after, ["article:0"]));
        Assert.True(editions.AreUnchangedSince(after, ["never raised"]));
    }

    [Fact]
    public async Task Whoever_asks_while_names_are_forgotten_never_hears_that_a_raised_one_is_unchanged()
    {
        Editions editions = new();
        var before = editions.Turn;
        editions.Raise(["article:0"]);
        using CancellationTokenSource done = new();
        var asking = Task.Run(() =>
        {
            var asked = 0;
            for (; !done.IsCancellationRequested || asked == 0; asked++)
                Assert.False(editions.AreUnchangedSince(before, ["article:0"]));
            return asked;
        }, TestContext.Current.CancellationToken);
        for (var round = 0; round < 20; round++) editions.Raise(Names(1 + round * Editions.MostNames, Editions.MostNames));
        await done.CancelAsync();
        Assert.True(await asking > 0);
    }
}
