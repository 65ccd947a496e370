namespace Chapar.Search;

/// <summary>What every hit must be filed under, and what none may be.</summary>
/// <param name="Under">Terms of the index.</param>
/// <param name="NotUnder">Terms of the index.</param>
sealed record Narrowing(IReadOnlyList<string> Under, IReadOnlyList<string> NotUnder)
{
    public static Narrowing None { get; } = new([], []);

    /// <summary>Terms of which every article has one: what is asked for where only days are given.</summary>
    public IReadOnlyList<string> Anything { get; init; } = [];

    public static Narrowing ToLanguage(string code) => new([IndexTerms.Language(code)], []);

    /// <summary>All of these conditions in what is filed so; null where there is nothing to be found by.</summary>
    public Condition? Of(IEnumerable<Condition> conditions)
    {
        List<Condition> all = [.. conditions, .. Under.Select(term => new Condition.Term(term))];
        if (all.Count == 0 && Anything.Count > 0) all.Add(Condition.AnyOf(Anything));
        if (all.Count == 0) return null;
        Condition hits = all.Count == 1 ? all[0] : new Condition.All(all);
        return NotUnder.Aggregate(hits, (sofar, term) => new Condition.But(sofar, new Condition.Term(term)));
    }
}
