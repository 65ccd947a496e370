using NetVips;

namespace Chapar.Media;

/// <summary>Writes renditions in the formats of the web.</summary>
static class Compression
{
    /// <summary>Where a picture is compressed harder to fit, it is small enough at this part of what is allowed.</summary>
    const double Enough = 0.85;

    /// <summary>The bytes of an image that is ready to be shown, at the usual quality or, where it would have more bytes, at the highest that fits.</summary>
    /// <param name="type">"avif", "webp" or "jpg".</param>
    /// <param name="mostBytes">Null for whatever the usual quality gives.</param>
    public static byte[] Write(Image image, string type, int? mostBytes)
    {
        var (worst, best) = (1, Usual(type));
        var bytes = Write(image, type, best);
        if (mostBytes is not { } most || bytes.Length <= most) return bytes;
        byte[]? fitting = null;
        for (best--; worst <= best && !(fitting?.Length > most * Enough);)
        {
            var quality = (worst + best) / 2;
            bytes = Write(image, type, quality);
            if (bytes.Length <= most) (fitting, worst) = (bytes, quality + 1);
            else best = quality - 1;
        }
        return fitting ?? bytes;
    }

    static int Usual(string type) => type switch { "avif" => 50, "webp" => 72, _ => 76 };

    static byte[] Write(Image image, string type, int quality)
    {
        switch (type)
        {
            case "avif":
                // Effort 3 costs a fifth of effort 4 and gives a tenth more bytes (DEPENDENCIES: Images).
                return image.HeifsaveBuffer(q: quality, effort: 3, bitdepth: 8, compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None);
            case "webp":
                return image.WebpsaveBuffer(q: quality, keep: Enums.ForeignKeep.None);
            default:
                using (var opaque = image.HasAlpha() ? image.Flatten(background: [255]) : image.Copy())
                    return opaque.JpegsaveBuffer(q: quality, interlace: true, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        }
    }
}
