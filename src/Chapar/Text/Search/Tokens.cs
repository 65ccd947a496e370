using System.Globalization;
using System.Text;

namespace Chapar.Text.Search;

/// <summary>
/// Cuts a text into words: runs of letters, digits and combining marks. An apostrophe inside a word belongs to it (Oʻzbek, Tokayev's);
/// a hyphen parts it, and the parts are also given joined (Ысык-Көл, Ысык, Көл), as are the letters of an abbreviation with full stops (U.N.). What cannot be seen (U+00AD) parts nothing.
/// </summary>
static class Tokens
{
    const int MostParts = 4;

    /// <summary>Of most texts, with the blank after it: a longer list would be copied as it grows.</summary>
    const int CharactersOfWord = 5;

    /// <summary>The words in the order of the text; the joined form follows its parts.</summary>
    public static List<Token> Of(string text)
    {
        List<Token> found = new(text.Length / CharactersOfWord + 1);
        for (int at = 0; at < text.Length;)
        {
            var length = InWord(text, at);
            if (length == 0 || IsMark(text[at])) at++;
            else at = Dotted(text, at, found) is > 0 and var end ? end : Hyphenated(text, at, found);
        }
        return found;
    }

    /// <summary>U.N. and О.О.Н., letter by letter and joined; 0 for anything else. Before a name they are initials: А.С. Пушкин.</summary>
    static int Dotted(string text, int start, List<Token> found)
    {
        var end = start;
        while (end + 1 < text.Length && char.IsUpper(text[end]) && text[end + 1] == '.') end += 2;
        var letters = (end - start) / 2;
        if (letters is < 2 or > MostParts || InWord(text, end) > 0 || (end + 1 < text.Length && text[end] is ' ' or '\u00A0' && char.IsUpper(text[end + 1]))) return 0;
        for (int at = start; at < end; at += 2) found.Add(new(at, 1, IsJoined: false));
        found.Add(new(start, end - start - 1, IsJoined: true));
        return end;
    }

    static int Hyphenated(string text, int start, List<Token> found)
    {
        var (from, parts, startsWithLetter) = (start, 0, !char.IsDigit(text[start]));
        while (true)
        {
            var end = EndOfPart(text, from);
            found.Add(new(from, end - from, IsJoined: false));
            parts++;
            var next = IsHyphen(text, end) ? SkipUnseen(text, end + 1) : text.Length;
            if (InWord(text, next) > 0 && !IsMark(text[next])) { from = next; continue; }
            if (parts is > 1 and <= MostParts && startsWithLetter) found.Add(new(start, end - start, IsJoined: true));
            return end;
        }
    }

    static int EndOfPart(string text, int start)
    {
        int end = start;
        for (int at = start; at < text.Length;)
        {
            var length = InWord(text, at);
            if (length > 0) end = at += length;
            else if (Apostrophes.Is(text[at]) && Belongs(text, start, at)) { at++; if (InWord(text, at) == 0) end = at; }
            else if (IsUnseen(text[at])) at++;
            else break;
        }
        return end;
    }

    /// <summary>Inside a word always; at its end as a letter (Rogʻ), and after o and g where it does not close a quotation.</summary>
    static bool Belongs(string text, int start, int at)
    {
        if (InWord(text, SkipUnseen(text, at + 1)) > 0) return true;
        if (char.IsLetter(text[at])) return true;
        var quoted = start > 0 && Apostrophes.Is(text[start - 1]);
        return !quoted && text[at - 1] is 'o' or 'O' or 'g' or 'G';
    }

    /// <summary>How many code units at this place belong to a word: 0, 1, or 2 for a letter outside the basic plane.</summary>
    static int InWord(string text, int at)
    {
        if (at >= text.Length) return 0;
        var c = text[at];
        if (char.IsAsciiLetterOrDigit(c)) return 1;
        if (c < 0xAA || Apostrophes.Is(c)) return 0;
        if (char.IsLetterOrDigit(c) || IsMark(c)) return 1;
        return Rune.TryGetRuneAt(text, at, out var rune) && rune.Utf16SequenceLength == 2 && Rune.IsLetterOrDigit(rune) ? 2 : 0;
    }

    static bool IsMark(char c) =>
        c >= 0x0300 && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    static bool IsHyphen(string text, int at) => at < text.Length && IsHyphen(text[at]);

    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011';

    /// <summary>What parts a joined form: hyphens, and the full stops of an abbreviation.</summary>
    public static bool Joins(char c) => c == '.' || IsHyphen(c);

    /// <summary>The soft hyphen, the joiners of Persian writing, the marks of direction and of byte order.</summary>
    public static bool IsUnseen(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF';

    static int SkipUnseen(string text, int at)
    {
        while (at < text.Length && IsUnseen(text[at])) at++;
        return at;
    }
}
