namespace Chapar.Media;

/// <summary>Whole keeps the picture's proportions; Card is cut to 3:2 and Social to 1200 x 630 round the focal point.</summary>
public enum Shape { Whole, Card, Social }

/// <summary>A part of a picture in its own pixels, from the top left.</summary>
public readonly record struct CropBox(double Left, double Top, double Width, double Height);

/// <summary>What is needed of a picture to write its addresses.</summary>
public sealed record PictureFace(Guid Id, string Key, int Width, int Height, double FocalX, double FocalY);

/// <summary>
/// The derived files of a picture and their addresses: <c>/media/{key}-{focus}/{shape}{width}.{type}</c>. The focal point
/// is part of the address, so that every address keeps its content for ever and may be cached for ever.
/// </summary>
public static class Renditions
{
    /// <summary>Widths in pixels; a picture narrower than one of them has none wider than itself.</summary>
    public static IReadOnlyList<int> Widths { get; } = [320, 480, 800, 1200, 1600];

    /// <summary>The one width of <see cref="Shape.Social"/>: networks want all of it, so that a smaller picture is enlarged.</summary>
    public const int SocialWidth = 1200;

    /// <summary>Best first: what a browser takes when it can.</summary>
    public static IReadOnlyList<string> Types { get; } = ["avif", "webp", "jpg"];

    /// <summary>
    /// Most bytes of a rendition; null where its quality alone decides. What a phone of 360 pixels takes, on a plain or a fine screen (twice the
    /// pixels), is given: a picture that would have more is compressed harder.
    /// </summary>
    public static int? MostBytes(string type, int width) => width > 800 ? null : type == "avif" ? 45_000 : width <= 480 ? 60_000 : null;

    public static PictureFace Face(this Picture picture) => new(picture.Id, picture.Key, picture.Width, picture.Height, picture.FocalX, picture.FocalY);

    public static string Address(PictureFace picture, Shape shape, int width, string type) =>
        $"/media/{picture.Key}-{Focus(picture)}/{Letter(shape)}{width}.{type}";

    /// <summary>The widths made of this picture: all that fit, or its own when none does.</summary>
    public static IReadOnlyList<int> WidthsOf(PictureFace picture)
    {
        int[] fitting = [.. Widths.Where(w => w <= picture.Width)];
        return fitting.Length > 0 ? fitting : [picture.Width];
    }

    /// <summary>Whether this picture has a rendition of this shape and width: all others are 404.</summary>
    public static bool Has(PictureFace picture, Shape shape, int width) =>
        shape == Shape.Social ? width == SocialWidth : WidthsOf(picture).Contains(width);

    /// <summary>All that pages and their heads ask for: the preview for networks, which want it so, as JPEG only.</summary>
    public static IEnumerable<RenditionAddress> AllOf(PictureFace picture) =>
        (from shape in new[] { Shape.Whole, Shape.Card }
         from width in WidthsOf(picture)
         from type in Types
         select new RenditionAddress(picture.Key, Focus(picture), shape, width, type)).Append(new(picture.Key, Focus(picture), Shape.Social, SocialWidth, "jpg"));

    public static int Height(PictureFace picture, Shape shape, int width) => shape switch
    {
        Shape.Card => Math.Max(1, (int)Math.Round(width / 1.5)),
        Shape.Social => Math.Max(1, (int)Math.Round(width * 630 / 1200.0)),
        _ => Math.Max(1, (int)Math.Round((double)width * picture.Height / picture.Width)),
    };

    /// <summary>The value of a srcset attribute.</summary>
    public static string SourceSet(PictureFace picture, Shape shape, string type) =>
        string.Join(", ", WidthsOf(picture).Select(w => $"{Address(picture, shape, w, type)} {w}w"));

    /// <summary>Two hex digits: the focal point in sixteenths across and down.</summary>
    public static string Focus(PictureFace picture) => $"{Sixteenths(picture.FocalX):x}{Sixteenths(picture.FocalY):x}";

    /// <summary>
    /// The part of the picture that a shape shows: as much as fits, with the focal point in its middle or, near an edge, as
    /// close to it as the picture allows. The point is taken as the address says it, or one address could have two contents.
    /// </summary>
    public static CropBox Crop(PictureFace picture, Shape shape)
    {
        if (shape == Shape.Whole) return new(0, 0, picture.Width, picture.Height);
        var proportion = shape == Shape.Card ? 1.5 : 1200 / 630.0;
        var width = Math.Min(picture.Width, picture.Height * proportion);
        var height = width / proportion;
        return new(
            Math.Clamp(Sixteenths(picture.FocalX) / 15.0 * picture.Width - width / 2, 0, picture.Width - width),
            Math.Clamp(Sixteenths(picture.FocalY) / 15.0 * picture.Height - height / 2, 0, Math.Max(0, picture.Height - height)),
            width, height);
    }

    internal static string Letter(Shape shape) => shape switch { Shape.Card => "c", Shape.Social => "s", _ => "w" };

    static int Sixteenths(double part) => (int)Math.Round(part * 15);
}
