using System.Buffers.Binary;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>
/// Judges what stands in a file behind its image. Phones put a second photo there, a film, depths and notes of their makers, under signs that nobody
/// has a list of: so a photo of a camera may have anything there but what is known for a program, a document or an archive.
/// </summary>
static class Behind
{
    /// <summary>Bytes that are of no use for anything: what an image without a word of a camera may have there.</summary>
    const int Scraps = 4096;

    /// <summary>Enough for the signs, and for where the header of a program for Windows is told.</summary>
    const int Start = 1024;

    static readonly byte[][] archives = [[.. "PK\u0003\u0004"u8], [0x1F, 0x8B, 8], [.. "BZh"u8], [0xFD, .. "7zXZ"u8], [0x28, 0xB5, 0x2F, 0xFD], [.. "MSCF\0\0\0\0"u8]];

    static readonly byte[][] programs = [[0x7F, .. "ELF"u8], [.. "#!/"u8], [.. "dex\n"u8], [0xCA, 0xFE, 0xBA, 0xBE], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE]];

    /// <summary>Whether the image says of itself what cameras and phones say: Exif, XMP, or a list of the photos in the file (CIPA DC-007).</summary>
    /// <param name="start">Its first bytes, as many as there are at hand.</param>
    public static bool IsOfCamera(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) && (start.IndexOf("Exif\0\0"u8) >= 0 || start.IndexOf("http://ns."u8) >= 0 || start.IndexOf("MPF\0"u8) >= 0);

    /// <summary>What stands there that is to be refused, or null.</summary>
    /// <param name="content">The file.</param>
    /// <param name="end">Where its image ends.</param>
    /// <param name="isOfCamera">See <see cref="IsOfCamera"/>.</param>
    public static Sentence? Find(FileStream content, long end, bool isOfCamera)
    {
        var at = PassFilling(content, end);
        var start = new byte[Math.Min(Start, content.Length - at)];
        content.Position = at;
        content.ReadExactly(start);
        if (start.AsSpan().StartsWith("%PDF-"u8)) return new("picture.kind.pdf");
        if (archives.Any(sign => start.AsSpan().StartsWith(sign)) || start.AsSpan().IndexOf("ustar"u8) == 257) return new("picture.kind.archive");
        if (programs.Any(sign => start.AsSpan().StartsWith(sign)) || IsForWindows(start)) return new("picture.kind.program");
        return isOfCamera || content.Length - at <= Scraps || IsPicture(start) || EndsAsPng(content) ? null : new("picture.kind.file");
    }

    /// <summary>Some fill up a file to a round number of bytes.</summary>
    static long PassFilling(FileStream content, long at)
    {
        content.Position = at;
        int last = 0, next;
        while ((next = content.ReadByte()) is 0 or '\t' or '\n' or '\r' or ' ' or 0xFF)
        {
            at++;
            last = next;
        }
        // The last 255 of many may be the first byte of another JPEG.
        return last == 0xFF && next == 0xD8 ? at - 1 : at;
    }

    /// <summary>Another JPEG, or a film, of whose length the noughts before it may have been passed as filling.</summary>
    static bool IsPicture(ReadOnlySpan<byte> start) => start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || start[..Math.Min(start.Length, 8)].IndexOf("ftyp"u8) >= 0;

    /// <summary>The rest of a larger screenshot, which some phones wrote a smaller one over: nothing but a picture.</summary>
    static bool EndsAsPng(FileStream content)
    {
        var end = new byte[8];
        content.Position = content.Length - end.Length;
        content.ReadExactly(end);
        return end.AsSpan().StartsWith("IEND"u8);
    }

    static bool IsForWindows(ReadOnlySpan<byte> start)
    {
        if (start.Length < 0x40 || !start.StartsWith("MZ"u8)) return false;
        var header = BinaryPrimitives.ReadUInt32LittleEndian(start[0x3C..]);
        return header <= start.Length - 4 && start[(int)header..].StartsWith("PE\0\0"u8);
    }
}
