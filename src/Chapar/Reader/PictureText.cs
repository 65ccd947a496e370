using Chapar.Media;
using Chapar.Text;

namespace Chapar.Reader;

/// <summary>What the text edition says in the place of a picture: what is to be seen there, a link to it, and what following the link costs.</summary>
/// <param name="Size">"480 × 320, at most 60 KB".</param>
public sealed record PictureText(string Address, int Width, int Height, string Said, string Size)
{
    /// <summary>Enough for a phone.</summary>
    const int Usual = 480;

    /// <param name="alternativeText">Empty of a picture that only decorates.</param>
    public static PictureText Of(PictureFace face, string alternativeText, Words words)
    {
        var widths = Renditions.WidthsOf(face);
        var width = widths.Where(w => w <= Usual).DefaultIfEmpty(widths[0]).Max();
        return new(Renditions.Address(face, Shape.Whole, width, "jpg"), width, Renditions.Height(face, Shape.Whole, width),
            alternativeText.Length > 0 ? $"{words["photo"]}: {alternativeText}" : words["photo"],
            words.Fill("picture-size", width, Renditions.Height(face, Shape.Whole, width), Renditions.MostBytes("jpg", width) / 1000));
    }
}
