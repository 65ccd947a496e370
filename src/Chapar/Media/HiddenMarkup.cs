using System.Buffers;
using System.Text;

namespace Chapar.Media;

/// <summary>
/// Tells a page or a PHP program among the bytes of an image, wherever it stands: what an image says of itself is XML too (XMP), but has none of these
/// elements and no attribute that runs a script. By chance they stand in no photo (one in 100,000). UTF-16 is read as well, whether or not anything says that
/// it is that, and wherever it begins.
/// </summary>
static class HiddenMarkup
{
    /// <summary>Signs of an element that are looked at.</summary>
    const int Longest = 512;

    /// <summary>The bytes of them, in UTF-16.</summary>
    public const int LongestBytes = 2 * Longest + 2;

    /// <summary>Signs of the shortest expression that does anything: "$_GET[0]()".</summary>
    const int ShortestPhrase = 6;

    /// <summary>Letters of the shortest event behind "on": "oncut".</summary>
    const int ShortestEvent = 3;

    static readonly HashSet<string> elements = new(["script", "html", "body", "iframe", "object", "embed"], StringComparer.OrdinalIgnoreCase);

    static readonly SearchValues<byte> word = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_\\"u8);

    static readonly int longestName = elements.Max(name => name.Length);

    public static bool IsIn(ReadOnlySpan<byte> piece)
    {
        Span<byte> signs = stackalloc byte[Longest];
        for (int from = 0, at; (at = piece[from..].IndexOf((byte)'<')) >= 0;)
        {
            from += at + 1;
            var tag = piece[from..];
            if (Begins(tag[..Math.Min(tag.Length, Longest)])) return true;
            if (tag is [0, ..] && Begins(WideText.Narrow(tag[1..], isBig: false, signs))) return true;
            if (from > 1 && piece[from - 2] == 0 && Begins(WideText.Narrow(tag, isBig: true, signs))) return true;
        }
        return false;
    }

    static bool Begins(ReadOnlySpan<byte> tag)
    {
        if (tag.IsEmpty) return false;
        if (tag[0] == '?') return IsPhp(tag[1..]);
        if (tag[0] == '!') return Starts(tag, "!doctype html");
        return IsLetter(tag[0]) && IsElement(tag);
    }

    static bool IsPhp(ReadOnlySpan<byte> program)
    {
        if (Starts(program, "php")) return program.Length > 3 && IsBlank(program[3]);
        return program.StartsWith("="u8) && IsPhrase(program[1..].TrimStart(" \t\r\n"u8));
    }

    /// <summary>
    /// A variable, a call, a command or a text, and printable to its end. Its signs alone say little: the tables of colour profiles climb from byte to byte,
    /// past "&lt;?=?&gt;?@AB".
    /// </summary>
    static bool IsPhrase(ReadOnlySpan<byte> phrase)
    {
        phrase = phrase.TrimStart("@!\\"u8);
        var name = phrase.IndexOfAnyExcept(word);
        if (name < 0 || !(name == 0 ? "$`\"'(["u8 : "(:"u8).Contains(phrase[name])) return false;
        for (int i = 0; i < phrase.Length; i++)
        {
            if (i >= ShortestPhrase && (phrase[i] == ';' || phrase[i..].StartsWith("?>"u8))) return true;
            if (phrase[i] is < (byte)' ' or > (byte)'~' && !IsBlank(phrase[i])) return false;
        }
        return false;
    }

    static bool IsElement(ReadOnlySpan<byte> tag)
    {
        int end = 0;
        while (end < tag.Length && (IsLetter(tag[end]) || tag[end] is >= (byte)'0' and <= (byte)'9' or (byte)':' or (byte)'-')) end++;
        if (end == tag.Length || !(IsBlank(tag[end]) || tag[end] is (byte)'>' or (byte)'/')) return false;
        return (end <= longestName && elements.Contains(Encoding.ASCII.GetString(tag[..end]))) || HasHandler(tag[end..]);
    }

    /// <summary>"onerror=" and the like, as an attribute: up to the end of the element, and not in the value of another.</summary>
    static bool HasHandler(ReadOnlySpan<byte> attributes)
    {
        byte quote = 0;
        for (int i = 0; i < attributes.Length; i++)
        {
            var sign = attributes[i];
            if (quote != 0) { if (sign == quote) quote = 0; }
            else if (sign is (byte)'"' or (byte)'\'') quote = sign;
            else if (sign == '>') return false;
            else if (i > 0 && (IsBlank(attributes[i - 1]) || attributes[i - 1] is (byte)'/' or (byte)'"' or (byte)'\'') && IsHandler(attributes[i..])) return true;
        }
        return false;
    }

    static bool IsHandler(ReadOnlySpan<byte> attribute)
    {
        if (!Starts(attribute, "on")) return false;
        int end = 2;
        while (end < attribute.Length && IsLetter(attribute[end])) end++;
        if (end < 2 + ShortestEvent) return false;
        while (end < attribute.Length && IsBlank(attribute[end])) end++;
        return end < attribute.Length && attribute[end] == '=';
    }

    static bool Starts(ReadOnlySpan<byte> bytes, string sign) => bytes.Length >= sign.Length && Ascii.EqualsIgnoreCase(bytes[..sign.Length], sign);

    static bool IsLetter(byte sign) => char.IsAsciiLetter((char)sign);

    static bool IsBlank(byte sign) => sign is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}
