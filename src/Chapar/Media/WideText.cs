using System.Globalization;

namespace Chapar.Media;

/// <summary>Bytes read as UTF-16, two a sign, in either order: a browser does so where the page that calls a file, or two bytes before a text, say it is that.</summary>
static class WideText
{
    /// <summary>Printable signs of ASCII one after the other that are a text: no script does anything with fewer.</summary>
    const int ShortestText = 8;

    /// <summary>The same text with a byte for each sign: ASCII as it is, 128 for all other letters, blanks for blanks, 1 for what is no part of a name.</summary>
    /// <param name="bytes">The text; a last odd byte is left out.</param>
    /// <param name="isBig">Whether the high byte comes first.</param>
    /// <param name="signs">Where it is put; what does not fit is left out.</param>
    public static ReadOnlySpan<byte> Narrow(ReadOnlySpan<byte> bytes, bool isBig, Span<byte> signs)
    {
        var count = Math.Min(bytes.Length / 2, signs.Length);
        for (int i = 0; i < count; i++) signs[i] = SignOf(isBig ? (char)(bytes[2 * i] << 8 | bytes[2 * i + 1]) : (char)(bytes[2 * i + 1] << 8 | bytes[2 * i]));
        return signs[..count];
    }

    static byte SignOf(char sign) =>
        sign < 0x80 ? (byte)sign
        : char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.ConnectorPunctuation ? (byte)0x80
        : sign is '\u2028' or '\u2029' ? (byte)'\n'
        : char.IsWhiteSpace(sign) || sign == '\uFEFF' ? (byte)' '
        : (byte)1;

    /// <summary>Whether there is a text of letters and signs of ASCII anywhere.</summary>
    public static bool IsIn(ReadOnlySpan<byte> piece, bool isBig)
    {
        // In each sign of two bytes, wherever it begins, the high one is zero.
        for (int at; (at = piece.IndexOf((byte)0)) >= 0; piece = piece[(at + 1)..])
        {
            var text = isBig ? piece[at..] : piece[Math.Max(at - 1, 0)..];
            if (text.Length < 2 * ShortestText) return false;
            int length = 0;
            while (length < ShortestText && text[2 * length + (isBig ? 0 : 1)] == 0 && text[2 * length + (isBig ? 1 : 0)] is >= (byte)' ' and <= (byte)'~') length++;
            if (length == ShortestText) return true;
        }
        return false;
    }
}
