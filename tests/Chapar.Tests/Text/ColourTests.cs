using Chapar.Text;

namespace Chapar.Tests.Text;

public class ColourTests
{
    [Theory]
    [InlineData("#000000", "#ffffff", 21)]
    [InlineData("#777777", "#ffffff", 4.48)]
    [InlineData("#ffffff", "#ffffff", 1)]
    public void Contrast_is_that_of_the_standard(string ink, string paper, double ratio)
    {
        Assert.True(Colour.TryParse(ink, out var a));
        Assert.True(Colour.TryParse(paper, out var b));
        Assert.Equal(ratio, a.ContrastWith(b), 2);
        Assert.Equal(a.ContrastWith(b), b.ContrastWith(a), 9);
    }

    [Theory]
    [InlineData("")]
    [InlineData("red")]
    [InlineData("#fff")]
    [InlineData("#+00000")]
    [InlineData("#12345g")]
    public void What_is_no_colour_is_refused(string text) => Assert.False(Colour.TryParse(text, out _));
}
