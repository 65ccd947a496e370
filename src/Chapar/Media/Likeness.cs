using System.Numerics;
using NetVips;

namespace Chapar.Media;

/// <summary>
/// Tells pictures that look the same, whatever their size, format and compression: a "difference hash". The picture is shrunk to
/// 9 x 8 grey pixels; each bit says whether a pixel is brighter than its neighbour to the right.
/// </summary>
public static class Likeness
{
    /// <summary>Bits of 64 that may differ; a crop or another picture of the same scene differs in more.</summary>
    public const int MostApart = 8;

    const int Across = 9, Down = 8;

    public static int Distance(long one, long other) => BitOperations.PopCount((ulong)(one ^ other));

    /// <summary>Reads the whole file in the cheapest way, so that one cut short is found now and not by a reader.</summary>
    /// <returns>Null of a picture without light and shade, which would be like every other such.</returns>
    /// <exception cref="VipsException">The file is damaged.</exception>
    internal static long? Of(string file)
    {
        using var small = Image.Thumbnail(file, Across, height: Down, size: Enums.Size.Force, failOn: Enums.FailOn.Truncated);
        using var opaque = small.HasAlpha() ? small.Flatten(background: [255]) : small.Copy();
        using var grey = opaque.Colourspace(Enums.Interpretation.Bw).Cast(Enums.BandFormat.Uchar);
        using var one = grey.ExtractBand(0);
        var pixels = one.WriteToMemory<byte>();
        ulong bits = 0;
        for (int y = 0; y < Down; y++)
            for (int x = 0; x + 1 < Across; x++)
                bits = bits << 1 | (pixels[y * Across + x] > pixels[y * Across + x + 1] ? 1UL : 0);
        return bits is 0 or ulong.MaxValue ? null : (long)bits;
    }
}
