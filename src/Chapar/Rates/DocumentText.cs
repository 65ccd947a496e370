using System.Text;

namespace Chapar.Rates;

/// <summary>From the bytes of a bank's document to its characters. What the bytes say goes before what anybody says about them, since
/// three of the seven banks declare an encoding that is missing in .NET or not the one they used.</summary>
public static class DocumentText
{
    /// <summary>The largest document of one day that is read: 256 KB. The largest real one has 26 KB.</summary>
    public const int OneDay = 256 * 1024;

    /// <summary>The largest history that is read: 16 MB. The European Central Bank's from 1999 on has about 8 MB.</summary>
    public const int History = 16 * 1024 * 1024;

    static readonly UTF8Encoding strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    static readonly Encoding windows1251 = CodePagesEncodingProvider.Instance.GetEncoding(1251)!;

    /// <summary>Decodes by byte order mark, then XML declaration, then strict UTF-8, then windows-1251. With
    /// <paramref name="trustsBytes"/> strict UTF-8 is tried even before the declaration: the National Bank of Tajikistan has been seen to
    /// declare windows-1251 over UTF-8.</summary>
    /// <exception cref="RateDocumentException">Too large, UTF-16, an encoding no bank uses, or bytes that are not what is declared.</exception>
    public static string Decode(string source, ReadOnlySpan<byte> bytes, int cap, bool trustsBytes = false)
    {
        if (bytes.Length > cap)
            throw new RateDocumentException(source, $"the document has {bytes.Length} bytes, more than the {cap} that are read");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Utf8(bytes[3..]) ?? throw new RateDocumentException(source, "the bytes after a UTF-8 mark are not UTF-8");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            throw new RateDocumentException(source, "the document is UTF-16, which no bank sends");

        string? declared = DeclaredEncoding(bytes);
        return declared switch
        {
            null => Utf8(bytes) ?? windows1251.GetString(bytes),
            "utf-8" or "us-ascii" => Utf8(bytes)
                ?? throw new RateDocumentException(source, $"the bytes are not the {declared} the document declares"),
            "windows-1251" => (trustsBytes ? Utf8(bytes) : null) ?? windows1251.GetString(bytes),
            _ => throw new RateDocumentException(source, $"the declared encoding \"{declared}\" is not one the banks use"),
        };
    }

    static string? Utf8(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return strictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>The encoding of an XML declaration in lower case, or null where there is none.</summary>
    static string? DeclaredEncoding(ReadOnlySpan<byte> bytes)
    {
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, 200)]);
        int end = start.IndexOf("?>", StringComparison.Ordinal);
        if (!start.StartsWith("<?xml", StringComparison.Ordinal) || end < 0)
            return null;
        int name = start.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        if (name < 0)
            return null;
        int open = start.IndexOfAny(['"', '\''], name, end - name);
        int close = open < 0 ? -1 : start.IndexOf(start[open], open + 1, end - open - 1);
        return close < 0 ? null : start[(open + 1)..close].ToLowerInvariant();
    }
}
