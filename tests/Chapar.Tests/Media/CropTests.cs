using Chapar.Media;
using CsCheck;

namespace Chapar.Tests.Media;

/// <summary>What a crop shows, for any picture and any focal point.</summary>
public sealed class CropTests
{
    static readonly Gen<PictureFace> AnyFace =
        from width in Gen.Int[20, 8000]
        from proportion in Gen.Double[0.2, 5]
        from x in Gen.Double[0, 1]
        from y in Gen.Double[0, 1]
        select new PictureFace(Guid.Empty, "0123456789ab", width, Math.Max(1, (int)(width / proportion)), x, y);

    [Theory]
    [InlineData(Shape.Whole)]
    [InlineData(Shape.Card)]
    [InlineData(Shape.Social)]
    public void A_crop_keeps_the_focal_point_and_lies_in_the_picture(Shape shape) => AnyFace.Sample(face =>
    {
        var box = Renditions.Crop(face, shape);
        var (x, y) = (face.FocalX * face.Width, face.FocalY * face.Height);
        const double Rounding = 1e-6;
        Assert.InRange(box.Left, -Rounding, face.Width - box.Width + Rounding);
        Assert.InRange(box.Top, -Rounding, face.Height - box.Height + Rounding);
        Assert.InRange(x, box.Left - Rounding, box.Left + box.Width + Rounding);
        Assert.InRange(y, box.Top - Rounding, box.Top + box.Height + Rounding);
    });

    [Theory]
    [InlineData(Shape.Card, 1.5)]
    [InlineData(Shape.Social, 1200 / 630.0)]
    public void A_crop_has_its_proportion_and_is_as_large_as_fits(Shape shape, double proportion) => AnyFace.Sample(face =>
    {
        var box = Renditions.Crop(face, shape);
        Assert.Equal(proportion, box.Width / box.Height, 6);
        Assert.True(Math.Abs(box.Width - face.Width) < 1e-6 || Math.Abs(box.Height - face.Height) < 1e-6);
    });

    [Fact]
    public void An_address_that_is_written_can_be_read() => Gen.Select(AnyFace, Gen.Int[0, 2], Gen.Int[0, 2]).Sample((face, shape, type) =>
    {
        foreach (var width in Renditions.WidthsOf(face))
        {
            Assert.True(RenditionAddress.TryParse(Renditions.Address(face, (Shape)shape, width, Renditions.Types[type]), out var read));
            Assert.Equal(new RenditionAddress(face.Key, Renditions.Focus(face), (Shape)shape, width, Renditions.Types[type]), read);
        }
    });
}
