namespace Chapar.Media;

/// <summary>
/// Tells an image whose first bytes are JavaScript too. "GIF89a", "RIFF" and the first bytes of a JPEG are names in that language; what follows, width
/// and height or a length, decides: between two names of a script no byte may stand that is neither letter, sign nor blank, but in a remark, a text or a
/// pattern any may.
/// </summary>
static class HiddenScript
{
    public enum Sign { None, IfDeclared, Sure }

    /// <summary>Signature, width, height, flags, background and shape of a GIF.</summary>
    const int GifHeader = 13;

    /// <summary>Where the first segment of a JPEG says what it is, and how much of a segment that is no usual one is read.</summary>
    const int Name = 6, Segment = 64;

    public static Sign In(ReadOnlySpan<byte> start)
    {
        if (start.Length < Segment) start = (byte[])[.. start, .. new byte[Segment - start.Length]];
        return start[0] switch
        {
            (byte)'G' => Read(start[6..GifHeader]),
            // The length of the segment, or of the file, may spell a remark by chance: one in 30,000 does.
            0xFF => IsRemark(start[4..]) ? Sign.Sure : IsUsual(start[Name..]) ? Sign.None : Read(start[4..Segment]),
            (byte)'R' => IsRemark(start[4..]) || IsRemark(start[5..]) ? Sign.Sure : start[4..7].Contains((byte)'`') ? Sign.IfDeclared : Sign.None,
            _ => Sign.None,
        };
    }

    /// <summary>What JPEGs begin with. An address is a remark to JavaScript, but no script goes on with an element.</summary>
    static bool IsUsual(ReadOnlySpan<byte> segment) =>
        segment.StartsWith("Exif\0"u8) || segment.StartsWith("JFIF\0"u8) || segment.StartsWith("http://ns.adobe.com/xap/1.0/\0<"u8) || segment.StartsWith("ICC_PROFILE\0"u8) || segment.StartsWith("Photoshop 3.0\0"u8);

    /// <summary>A template behind a name calls the function of that name, which must then be declared somewhere: by a word that cannot be escaped.</summary>
    public static bool Declares(ReadOnlySpan<byte> piece) => piece.IndexOf("function"u8) >= 0 || piece.IndexOf("import"u8) >= 0;

    /// <summary>
    /// Whether the first bytes are a script to who is told that it is UTF-16. Each two bytes of the signature of a GIF or a WebP are then a Chinese letter, and
    /// the numbers behind it an operator or a remark far more often: so that alone says nothing, but a script has a text (<see cref="WideText.IsIn"/>). The
    /// other kinds have no such beginning: JPEG and AVIF begin with no letter, PNG has two zero bytes soon.
    /// </summary>
    public static bool IsWide(ReadOnlySpan<byte> start, bool isBig)
    {
        var name = start[0] switch { (byte)'G' => 6, (byte)'R' => 4, _ => 0 };
        return name > 0 && Read(WideText.Narrow(start[Math.Min(name, start.Length)..Math.Min(Segment, start.Length)], isBig, stackalloc byte[Segment / 2])) != Sign.None;
    }

    /// <summary>
    /// In a GIF the high byte of a width or a height under 2,304 is no letter, and the shape hardly ever: so a real picture is taken for a script only if it is
    /// larger than that in both, and its numbers spell an operator and a quotation mark.
    /// </summary>
    static Sign Read(ReadOnlySpan<byte> header)
    {
        var isAfterName = true;
        for (int i = 0; i < header.Length; i++)
        {
            var sign = header[i];
            if (IsRemark(header[i..])) return Sign.Sure;
            if (sign is (byte)'`') return isAfterName ? Sign.IfDeclared : Sign.Sure;
            if (!isAfterName && sign is (byte)'"' or (byte)'\'' or (byte)'/') return Sign.Sure;
            if (sign is < 9 or > 13 and < 32 or 127) return Sign.None;
            // Behind a blank the name is still the last word; a new line ends the sentence.
            if (sign is not ((byte)' ' or (byte)'\t' or 11 or 12)) isAfterName = sign >= 0x80 || char.IsAsciiLetterOrDigit((char)sign) || sign is (byte)'_' or (byte)'$';
        }
        return Sign.Sure;
    }

    static bool IsRemark(ReadOnlySpan<byte> bytes) => bytes.StartsWith("/*"u8) || bytes.StartsWith("//"u8);
}
