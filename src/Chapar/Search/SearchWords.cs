using System.Text.RegularExpressions;
using Chapar.Text;

namespace Chapar.Search;

/// <summary>One part of a query: a word or a phrase, wanted or not.</summary>
/// <param name="Words">Folded; one for a word, more for a phrase.</param>
/// <param name="Excluded">Written with a minus.</param>
/// <param name="IsPrefix">The last word of the query, which the reader may not have finished.</param>
public sealed record SearchTerm(IReadOnlyList<string> Words, bool Excluded, bool IsPrefix);

/// <summary>What a reader typed, understood: words, "phrases in quotes", -excluded. Nothing that is typed is an error.</summary>
public static partial class SearchWords
{
    const int Most = 12;

    public static IReadOnlyList<SearchTerm> Read(string query)
    {
        List<SearchTerm> terms = [];
        foreach (var match in Parts().Matches(query).Take(Most * 2))
        {
            var phrase = match.Groups["phrase"];
            List<string> words = [.. Folding.Words(phrase.Success ? phrase.Value : match.Groups["word"].Value)];
            if (words.Count == 0) continue;
            terms.Add(new SearchTerm(words, match.Groups["not"].Length > 0, false));
            if (terms.Count == Most) break;
        }
        var last = terms.FindLastIndex(t => !t.Excluded);
        if (last >= 0 && last == terms.Count - 1 && terms[last].Words is [{ Length: > 1 }] && !query.TrimEnd().EndsWith('"'))
            terms[last] = terms[last] with { IsPrefix = true };
        return terms;
    }

    [GeneratedRegex("""(?<not>-?)(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))""")]
    private static partial Regex Parts();
}
