using System.Text;

namespace Chapar.Tests.Media;

public sealed partial class PolyglotTests
{
    static byte[] Wide(string text, bool isBig) => (isBig ? Encoding.BigEndianUnicode : Encoding.Unicode).GetBytes(text);

    public static TheoryData<string> Markup => [
        "<script>alert(1)</script>", "<!DOCTYPE html><p>", "<html>", "<img alt='Река' src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "\uFEFF<ScRiPt src=//a.example>", "<?php system('ls'); ?>"];

    [Theory, MemberData(nameof(Markup))]
    public async Task A_page_in_an_image_is_refused_in_UTF_16_too_in_either_order_and_wherever_it_begins(string markup)
    {
        foreach (var isBig in new[] { false, true })
            foreach (var padding in new[] { 1000, 1001 })
            {
                // Before the picture ends, where nothing else would refuse it: a JPEG's remark.
                var text = Wide(markup, isBig);
                byte[] remark = [.. new byte[padding], .. text, .. new byte[40]];
                await RefusedAsync([0xFF, 0xD8, 0xFF, 0xFE, (byte)((remark.Length + 2) >> 8), (byte)(remark.Length + 2), .. remark, .. Drawn.Jpeg(64, 48)[2..]], "a web page");
                await RefusedAsync([.. Drawing(".png"), .. text], "a web page");
            }
    }

    [Fact]
    public async Task A_page_in_UTF_16_is_found_across_the_pieces_in_which_a_file_is_read()
    {
        var image = Drawn.JpegWithPlaceAndOrientation(64, 48, 1);
        foreach (var isBig in new[] { false, true })
            for (int place = 256 * 1024 - 130; place < 256 * 1024 + 3; place += 19)
                await RefusedAsync([.. image, .. Noise(place - image.Length, place).Select(sign => sign == '<' ? (byte)'-' : sign), .. Wide("<b title='" + new string('x', 40) + "' onclick=x()>", isBig), .. new byte[2000]], "a web page");
    }

    /// <summary>Called as UTF-16, "GIF89a" is three Chinese letters, and width and height are a sign each.</summary>
    [Theory]
    [InlineData("/*")]
    [InlineData("=`")]
    [InlineData("=\"")]
    [InlineData("=a")]
    public async Task A_gif_that_runs_as_a_script_in_UTF_16_is_refused(string header)
    {
        foreach (var isBig in new[] { false, true })
        {
            var gif = Drawing(".gif");
            Wide(header, isBig).CopyTo(gif, 6);
            Wide(header[1] == 'a' ? "*/" : "//", isBig).CopyTo(gif, 10);
            await RefusedAsync([.. gif, .. Wide("*/=1;alert(document.cookie)//", isBig)], "a web page");
            // The same picture without a text, and with words in the other order.
            Assert.DoesNotContain("at once", await RefusalAsync(gif) ?? "", StringComparison.Ordinal);
        }
    }

    /// <summary>Words about a picture are UTF-16 in what Windows writes and in the names of colours.</summary>
    [Fact]
    public async Task A_picture_with_words_in_UTF_16_is_taken()
    {
        foreach (var isBig in new[] { false, true })
            foreach (var words in new[] { "Copyright 2026 The Steppe Courier, all rights reserved", "a < b, <3, <река> and <em>water</em>" })
            {
                var text = Wide(words, isBig);
                await TakenAsync([0xFF, 0xD8, 0xFF, 0xFE, 0, (byte)(text.Length + 2), .. text, .. Drawn.Jpeg(64, 48)[2..]]);
                await TakenAsync([.. Drawing(".gif"), .. text]);
                await TakenAsync([.. Drawing(".webp"), .. text]);
            }
    }
}
