using System.Text;
using Chapar.Text;

namespace Chapar.Media;

/// <summary>The kinds of image file that are taken, told by their first bytes; a file's name and declared type say nothing.</summary>
public sealed record PictureKind(string ContentType, string Ending)
{
    /// <summary>How many first bytes are enough to tell.</summary>
    public const int Start = 64;

    static readonly PictureKind Jpeg = new("image/jpeg", "jpg");
    static readonly PictureKind Png = new("image/png", "png");
    static readonly PictureKind Gif = new("image/gif", "gif");
    static readonly PictureKind Webp = new("image/webp", "webp");
    static readonly PictureKind Avif = new("image/avif", "avif");

    /// <summary>The kind, or null for everything that is not taken.</summary>
    public static PictureKind? Of(ReadOnlySpan<byte> start) =>
        start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg
        : start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? Png
        : start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8) ? Gif
        : start.StartsWith("RIFF"u8) && start.Length >= 12 && start[8..12].SequenceEqual("WEBP"u8) ? Webp
        : HasBrand(start, "avif") || HasBrand(start, "avis") ? Avif
        : null;

    /// <summary>What a file that is not taken seems to be, for the sentence that refuses it.</summary>
    public static Sentence Describe(ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty) return new("picture.kind.empty");
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return new(Starts("%PDF") ? "picture.kind.pdf"
            : Starts("<svg") || Starts("<?xml") ? "picture.kind.svg"
            : Starts("<") ? "picture.kind.page"
            : Starts("II*") || Starts("MM\0*") ? "picture.kind.tiff"
            : Starts("BM") ? "picture.kind.bmp"
            : Starts("8BPS") ? "picture.kind.photoshop"
            : text.Length > 8 && text[4..].StartsWith("ftyphei", StringComparison.Ordinal) ? "picture.kind.heic"
            : text.Length > 8 && text[4..].StartsWith("ftyp", StringComparison.Ordinal) ? "picture.kind.video"
            : "picture.kind.none");

        bool Starts(string sign) => text.StartsWith(sign, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>ISO 14496-12: a box "ftyp" with a main brand, a version, then the compatible brands, four bytes each.</summary>
    static bool HasBrand(ReadOnlySpan<byte> start, string brand)
    {
        if (start.Length < 16 || !start[4..8].SequenceEqual("ftyp"u8)) return false;
        var end = Math.Min(start.Length, (start[2] << 8) + start[3]);
        for (int at = 8; at + 4 <= end; at += at == 8 ? 8 : 4)
            if (Encoding.ASCII.GetString(start.Slice(at, 4)) == brand) return true;
        return false;
    }
}
