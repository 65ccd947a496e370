using System.Text;

namespace Chapar.Import.WordPress;

/// <summary>A start, end or empty tag as the scanner sees it: its name, and where it ends in the window.</summary>
readonly record struct Tag(string Prefix, string LocalName, bool IsEnd, bool IsEmpty, int End)
{
    public string FullName => Prefix.Length == 0 ? LocalName : $"{Prefix}:{LocalName}";

    /// <summary>Reads <c>&lt;name ...&gt;</c>; null when it is not a tag but a stray <c>&lt;</c>.</summary>
    public static Tag? Parse(ReadOnlySpan<byte> tag, int end)
    {
        bool isEnd = tag.Length > 1 && tag[1] == (byte)'/';
        ReadOnlySpan<byte> name = tag[(isEnd ? 2 : 1)..^1];
        bool isEmpty = !isEnd && name.EndsWith("/"u8);
        if (name.IndexOfAny(" \t\r\n/"u8) is int space and >= 0)
            name = name[..space];
        if (name.Length is 0 or > 200 || !IsNameStart(name[0]))
            return null;
        int colon = name.IndexOf((byte)':');
        return new Tag(
            colon < 0 ? "" : Encoding.UTF8.GetString(name[..colon]), Encoding.UTF8.GetString(name[(colon + 1)..]), isEnd, isEmpty, end);
    }

    static bool IsNameStart(byte b) => b is (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z') or (byte)'_' or >= 0x80;
}
