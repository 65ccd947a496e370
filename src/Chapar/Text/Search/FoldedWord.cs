namespace Chapar.Text.Search;

/// <summary>A word of a text with the keys by which it is found. A language, script or standard of spelling does not change the keys.</summary>
/// <param name="Surface">The word as it stands in the text.</param>
/// <param name="Start">The place of its first character in the text, in UTF-16 code units from 0.</param>
/// <param name="Length">How many code units of the text it takes.</param>
/// <param name="Words">Keys of the word's stem: <c>w</c> and a to z, 0 to 9, the likeliest first; at least one.</param>
/// <param name="Names">Readings as a name, the likeliest first, at most eight; none for a word that can be no name (with a digit, or in
/// letters that the tables do not know).</param>
/// <param name="Nominatives">Readings without an ending that the language may have put to a name (Бишкекте, Душанбеи): found beside
/// <paramref name="Names"/>, and less sure; at most eight, none of those in <paramref name="Names"/>.</param>
/// <param name="IsCapitalised">It begins with a capital. Arabic script has none, and any of its words may be a name.</param>
/// <param name="IsAllCapitals">All its letters are capitals, and it has two or more: it may be a name in a headline, or any word.</param>
/// <param name="IsJoined">The parts of a hyphenated word in one; the parts stand before it, at their own places.</param>
public sealed record FoldedWord(
    string Surface, int Start, int Length, IReadOnlyList<string> Words, IReadOnlyList<NameKey> Names, IReadOnlyList<NameKey> Nominatives,
    bool IsCapitalised, bool IsAllCapitals, bool IsJoined)
{
    /// <summary>Whether the word in its script can be told for a name: it is capitalised, or its script has no capitals.</summary>
    public bool MayBeName => Names.Count > 0 && (IsCapitalised || Names[0].Strict[0] == NameKey.VowelsUnwritten);
}
