namespace Chapar.Text.Search;

/// <summary>
/// Folds a text into keys that are the same for all spellings, alphabets and standards of romanisation of a word or name.
/// The same folding makes the index and the query. It is pure: it knows no culture and reads nothing.
/// </summary>
public static class NameFolding
{
    /// <summary>Stands beside the index. Another number: the keys have changed, and the index is built again.</summary>
    public const int Version = 5;

    /// <summary>The words of a text in their order, with their keys.</summary>
    /// <param name="language">The language that the text is declared in (ISO 639-1), or null if it is not known, as for a query: then a
    /// word gets the stems of all languages that it may be in.</param>
    public static IReadOnlyList<FoldedWord> Fold(string text, string? language)
    {
        var tokens = Tokens.Of(text);
        List<FoldedWord> folded = new(tokens.Count);
        foreach (var token in tokens) folded.Add(new(text, token, language));
        return folded;
    }
}
