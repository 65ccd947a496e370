using Chapar.Text.Search;

namespace Chapar.Tests.Text.Search;

/// <summary>One name in two spellings, of which the first stands for its group; or two names that are not one.</summary>
sealed record NamePair(string Group, string Kind, string One, string Other, string Language, string Source)
{
    public bool IsAlias => Kind.EndsWith("-alias", StringComparison.Ordinal);

    public bool IsDerived => Source.StartsWith("std:", StringComparison.Ordinal);
}

/// <summary>The public pairs of ../shared/language, and how two names of several words are compared.</summary>
static class NamePairs
{
    public static IEnumerable<NamePair> Variants(string folder) =>
        from row in Rows(Path.Combine(folder, "name-variants.tsv"))
        group row by row[0] into names
        let first = names.First()
        from row in names.Skip(1)
        select new NamePair(row[0], row[1], first[2], row[2], row[3], row[5]);

    /// <summary>Every spelling of every name.</summary>
    public static IEnumerable<(string Group, string Kind, string Name, string Language)> Spellings(string folder) =>
        from row in Rows(Path.Combine(folder, "name-variants.tsv")) select (row[0], row[1], row[2], row[3]);

    public static IEnumerable<NamePair> Different(string folder) =>
        from row in Rows(Path.Combine(folder, "name-confusables.tsv"))
        where row[4] == "no"
        select new NamePair(row[0], row[1], row[2], row[3], "", row[5]);

    /// <summary>All words of the shorter name are in the longer, which may have one word more; a hyphenated word counts in parts or joined.</summary>
    public static bool Match(string one, string other, Func<FoldedWord, FoldedWord, bool> same) =>
        (from a in Ways(one) from b in Ways(other) select Match(a, b, same)).Any(match => match);

    public static bool Same(FoldedWord one, FoldedWord other) => one.Names.Any(a => other.Names.Any(b => a.Matches(b)));

    public static bool SameStrict(FoldedWord one, FoldedWord other) => one.Names.Any(a => other.Names.Any(b => a.Strict == b.Strict));

    static bool Match(List<FoldedWord> one, List<FoldedWord> other, Func<FoldedWord, FoldedWord, bool> same)
    {
        var (fewer, more) = one.Count <= other.Count ? (one, other) : (other, one);
        if (fewer.Count == 0 || more.Count > fewer.Count + 1) return false;
        var left = more.ToList();
        foreach (var word in fewer)
        {
            var found = left.FindIndex(candidate => same(word, candidate));
            if (found < 0) return false;
            left.RemoveAt(found);
        }
        return true;
    }

    static IEnumerable<List<FoldedWord>> Ways(string name)
    {
        var words = NameFolding.Fold(name, null);
        var joined = words.Where(word => word.IsJoined).ToList();
        yield return [.. words.Where(word => !word.IsJoined)];
        if (joined.Count > 0) yield return [.. words.Where(word => word.IsJoined || !joined.Any(whole => whole.Start <= word.Start && word.Start < whole.Start + whole.Length))];
    }

    static IEnumerable<string[]> Rows(string file) => File.ReadLines(file).Skip(1).Select(line => line.Split('\t'));
}
