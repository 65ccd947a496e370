using Chapar.Media;

namespace Chapar.Reader;

/// <summary>Pictures as the body of an article shows them.</summary>
static class Pictures
{
    const int UsualWidth = 800;

    /// <summary>The addresses of a picture in a text, uncut.</summary>
    public static Articles.Body.Picture InBody(PictureFace face)
    {
        var widths = Renditions.WidthsOf(face);
        // For browsers that know no srcset: wide enough for a column.
        var usual = widths.LastOrDefault(w => w <= UsualWidth, widths[0]);
        return new(
            Renditions.SourceSet(face, Shape.Whole, "avif"), Renditions.SourceSet(face, Shape.Whole, "webp"), Renditions.SourceSet(face, Shape.Whole, "jpg"),
            Renditions.Address(face, Shape.Whole, usual, "jpg"), widths[^1], Renditions.Height(face, Shape.Whole, widths[^1]));
    }
}
