namespace Chapar.Text.Search;

/// <summary>A word where it stands in a text.</summary>
/// <param name="Start">The place of its first character in the text, in UTF-16 code units from 0.</param>
/// <param name="Length">How many code units of the text it takes, with the hyphens and apostrophes inside.</param>
/// <param name="IsJoined">The parts of a hyphenated word taken together; they also stand before it one by one.</param>
readonly record struct Token(int Start, int Length, bool IsJoined)
{
    public int End => Start + Length;
}
