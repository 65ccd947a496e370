namespace Chapar.Tests.Text.Search;

/// <summary>The folding on names of people that it was not made with: what a newsroom may expect of the next one.</summary>
public class UnseenPeopleTests
{
    static readonly List<string[]> People = [.. from line in File.ReadLines(Path.Combine(House.Sources.Root, "tests/Chapar.Tests/Text/Search/people.txt"))
        where !line.StartsWith('#') && line.Length > 0
        select line.Split(" = ")];

    [Fact]
    public void Nineteen_of_twenty_spellings_meet_the_first_one()
    {
        var pairs = (from person in People from other in person.Skip(1) select (One: person[0], Other: other)).ToList();
        var missed = pairs.Where(pair => !NamePairs.Match(pair.One, pair.Other, NamePairs.Same)).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{pairs.Count - missed.Count} of {pairs.Count}; not: {string.Join(", ", missed)}");
        Assert.True(pairs.Count > 300);
        Assert.True(missed.Count <= pairs.Count / 20, string.Join("\n", missed));
    }

    [Fact]
    public void No_two_people_are_one() =>
        Assert.Empty(from one in People.Index()
                     from other in People.Skip(one.Index + 1)
                     where (from a in one.Item from b in other select NamePairs.Match(a, b, NamePairs.Same)).Any(same => same)
                     select $"{one.Item[0]} = {other[0]}");
}
