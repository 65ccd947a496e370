using System.Text.RegularExpressions;
using Chapar.Text.Search;

namespace Chapar.Search;

/// <summary>One part of a query.</summary>
/// <param name="Words">At least one; a hyphenated word has its parts and its joined form.</param>
/// <param name="IsPhrase">Written in quotes: exactly these words in this order.</param>
/// <param name="IsExcluded">Written with a minus.</param>
/// <param name="IsOpen">The last word, which the reader may not have finished.</param>
public sealed record SearchPart(IReadOnlyList<FoldedWord> Words, bool IsPhrase, bool IsExcluded, bool IsOpen);

/// <summary>What a reader typed, read: words, "phrases in quotes", -excluded. Nothing that is typed is an error.</summary>
public static partial class SearchWords
{
    /// <summary>Parts of a query; what comes after them is not looked for.</summary>
    public const int Most = 12;

    public static IReadOnlyList<SearchPart> Read(string query)
    {
        List<SearchPart> parts = [.. All(query).Take(Most)];
        // After a blank the reader has gone on; a quotation is whole.
        if (parts is [.., { IsPhrase: false, IsExcluded: false }] && query.Length > 0 && char.IsLetterOrDigit(query[^1])) parts[^1] = parts[^1] with { IsOpen = true };
        return parts;
    }

    /// <summary>Whether there is more in a query than is looked for.</summary>
    public static bool IsMore(string query) => All(query).Skip(Most).Any();

    static IEnumerable<SearchPart> All(string query)
    {
        foreach (Match match in Parts().Matches(query))
        {
            var phrase = match.Groups["phrase"];
            var words = NameFolding.Fold(phrase.Success ? phrase.Value : match.Groups["word"].Value, null);
            if (words.Count > 0) yield return new(words, phrase.Success, match.Groups["not"].Length > 0, false);
        }
    }

    // “ ” « » are typed by phones and by who copies a headline.
    [GeneratedRegex("""(?<![\p{L}\p{N}])(?<not>[-−–]?)(?:["“”„«»](?<phrase>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))|(?<not>)(?<word>[^\s"“”„«»]+)""")]
    private static partial Regex Parts();
}
