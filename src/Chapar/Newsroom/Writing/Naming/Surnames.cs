using Chapar.Spellings;

namespace Chapar.Newsroom.Writing.Naming;

/// <summary>People whom a story names in a way that stands in no list are named by their surname alone after that.</summary>
sealed class Surnames
{
    /// <summary>Letters; what is shorter is part of other words.</summary>
    const int Shortest = 4;

    readonly Dictionary<string, string> ways;

    Surnames(SpellingRules rules, Dictionary<string, string> ways) => (Rules, this.ways) = (rules, ways);

    public SpellingRules Rules { get; }

    /// <summary>The whole name whose surname it is.</summary>
    public string WayOf(string surname) => ways.GetValueOrDefault(surname, surname);

    public static Surnames Of(NameRules rules, IReadOnlyList<NameFound> found)
    {
        Dictionary<string, string> ways = new(StringComparer.Ordinal);
        List<Listed> surnames = [];
        foreach (var one in found)
        {
            if (rules.In(one.Name, one.Way) is not { IsPerson: true } listed || one.Way.IndexOf(' ', StringComparison.Ordinal) < 0 || rules.OldOf(one.Name, one.Way) is not null) continue;
            var (ours, theirs) = (listed.Preferred.Split(' ')[^1], one.Way.Split(' ')[^1]);
            if (ours == theirs || Math.Min(ours.Length, theirs.Length) < Shortest || SameName.StemAlike(ours, theirs, rules.Language) is null || !ways.TryAdd(theirs, one.Way)) continue;
            surnames.Add(new(one.Name, IsPerson: false, ours, [theirs], []));
        }
        return new(SpellingRules.Of(surnames, rules.Language), ways);
    }
}
