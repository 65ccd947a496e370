using System.Text.RegularExpressions;
using Chapar.Text;
using NetVips;

namespace Chapar.Media;

/// <summary>What an image file itself says of its maker, its rights and what it shows; each empty when it says nothing.</summary>
public sealed partial record FileNotes(string Credit, string Copyright, string Caption)
{
    public static FileNotes None { get; } = new("", "", "");

    /// <summary>XMP is believed before IPTC, IPTC before EXIF: that is the order in which agencies keep them up to date.</summary>
    internal static FileNotes Of(Image image)
    {
        FileNotes[] found = [Xmp.Read(Blob(image, "xmp-data")), Iptc.Read(Blob(image, "iptc-data")), Exif(image)];
        return new(First(n => n.Credit), First(n => n.Copyright), First(n => n.Caption));

        string First(Func<FileNotes, string> part) => found.Select(n => Typography.Tidy(part(n))).FirstOrDefault(text => text.Length > 0, "");
    }

    /// <summary>"Aigul Sadyk / Steppe Agency"; one of them when the other is empty or the same.</summary>
    internal static string JoinCredit(string maker, string agency) =>
        maker.Length == 0 || agency.Contains(maker, StringComparison.OrdinalIgnoreCase) ? agency
        : agency.Length == 0 || maker.Contains(agency, StringComparison.OrdinalIgnoreCase) ? maker
        : $"{maker} / {agency}";

    // The description in EXIF is left: cameras write their own names there.
    static FileNotes Exif(Image image) => new(ExifText(image, "exif-ifd0-Artist"), ExifText(image, "exif-ifd0-Copyright"), "");

    static string ExifText(Image image, string field) =>
        image.Contains(field) && image.Get(field) is string text ? ExifTail().Replace(text, "") : "";

    static byte[] Blob(Image image, string field) => image.Contains(field) && image.Get(field) is byte[] bytes ? bytes : [];

    // libvips writes a value as "TEXT (TEXT, ASCII, 12 components, 12 bytes)".
    [GeneratedRegex(@" \([^()]*(?:\([^()]*\)[^()]*)*, \w+, \d+ components, \d+ bytes\)$")]
    private static partial Regex ExifTail();
}
