using System.Globalization;
using Chapar.Text;
using NetVips;

namespace Chapar.Reader;

/// <summary>
/// The mark of a publication without a logo of its own: a courier's horse, white on the accent colour. Drawn here from its
/// outline, because the image library is not allowed to read SVG and a server may have no fonts.
/// </summary>
static class Mark
{
    const int Side = 64;

    /// <summary>Closed outlines on a square of 64; where two lie over each other is a hole (head, eye, mane).</summary>
    static readonly (double X, double Y)[][] Outlines =
    [
        [(29, 9), (33, 14), (37, 11), (38, 15), (44, 19), (48, 25), (50, 33), (50, 44), (49, 54), (24, 54), (25, 48), (29, 42), (34, 37),
            (35, 33), (30, 36), (25, 38), (22, 42), (18, 43), (14, 40), (13, 36), (17, 30), (20, 22), (24, 17), (28, 14)],
        [(25, 24), (28, 22), (29, 25), (26, 26)],
        [(40, 21), (44, 26), (46, 34), (46, 45), (45, 50), (43, 50), (43, 42), (42, 33), (40, 27), (37, 22)],
    ];

    /// <param name="colour">"#rrggbb".</param>
    public static string Svg(string colour)
    {
        var path = string.Concat(Outlines.Select(o => $"M{string.Join('L', o.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X} {p.Y}")))}Z"));
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Side} {Side}"><rect width="{Side}" height="{Side}" rx="10" fill="{colour}"/><path fill="#fff" fill-rule="evenodd" d="{path}"/></svg>""";
    }

    /// <param name="colour">"#rrggbb".</param>
    /// <param name="size">Width and height in pixels.</param>
    public static byte[] Png(string colour, int size)
    {
        if (!Colour.TryParse(colour, out var ground)) throw new ArgumentException("Give a colour as #rrggbb.", nameof(colour));
        var pixels = new byte[size * size * 3];
        var cover = Cover(size);
        for (int i = 0; i < cover.Length; i++)
        {
            pixels[i * 3] = Mix(ground.Red, cover[i]);
            pixels[i * 3 + 1] = Mix(ground.Green, cover[i]);
            pixels[i * 3 + 2] = Mix(ground.Blue, cover[i]);
        }
        using var raw = Image.NewFromMemory(pixels, size, size, 3, Enums.BandFormat.Uchar);
        using var image = raw.Copy(interpretation: Enums.Interpretation.Srgb);
        return image.PngsaveBuffer(compression: 9);
    }

    /// <summary>An ICO file that holds one PNG, as every browser since 2006 reads it.</summary>
    public static byte[] Ico(string colour)
    {
        const int size = 32;
        const int head = 22;
        var png = Png(colour, size);
        return [0, 0, 1, 0, 1, 0, size, size, 0, 0, 1, 0, 32, 0, .. BitConverter.GetBytes(png.Length), head, 0, 0, 0, .. png];
    }

    static byte Mix(byte ground, double white) => (byte)Math.Round(ground + (255 - ground) * white);

    /// <summary>How much of each pixel lies within the outlines, 0 to 1, from four by four points in it.</summary>
    static double[] Cover(int size)
    {
        const int points = 4;
        var cover = new double[size * size];
        for (int row = 0; row < size * points; row++)
        {
            double[] crossings = [.. Crossings((row + 0.5) * Side / (size * points))];
            for (int column = 0; column < size * points; column++)
            {
                var x = (column + 0.5) * Side / (size * points);
                if (crossings.Count(c => c < x) % 2 == 1) cover[row / points * size + column / points] += 1.0 / (points * points);
            }
        }
        return cover;
    }

    /// <summary>Where the outlines cross a horizontal line.</summary>
    static IEnumerable<double> Crossings(double y)
    {
        foreach (var outline in Outlines)
            for (int i = 0; i < outline.Length; i++)
            {
                var (a, b) = (outline[i], outline[(i + 1) % outline.Length]);
                if (a.Y <= y != b.Y <= y) yield return a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X);
            }
    }
}
