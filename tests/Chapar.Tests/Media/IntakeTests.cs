using System.Text;
using Chapar.Media;

namespace Chapar.Tests.Media;

/// <summary>What is taken in as a picture, and what is refused in which words.</summary>
public sealed class IntakeTests : IDisposable
{
    static readonly DateTime Now = new(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc);

    readonly string folder = Directory.CreateTempSubdirectory("chapar-media-").FullName;
    readonly PictureStore store;

    public IntakeTests() => store = new PictureStore(folder);

    [Theory]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".png", "image/png")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".gif", "image/gif")]
    [InlineData(".avif", "image/avif")]
    public async Task A_picture_is_taken_in_by_its_content(string format, string contentType)
    {
        using var drawn = Drawn.Picture(320, 200);
        var intake = await TakeAsync(drawn.WriteToBuffer(format), "holiday.exe");
        Assert.True(intake.IsTaken, intake.Refusal?.ToString());
        Assert.Equal((contentType, 320, 200, "holiday.exe"), (intake.Picture.ContentType, intake.Picture.Width, intake.Picture.Height, intake.Picture.FileName));
        Assert.Equal(intake.Picture.Bytes, new FileInfo(store.OriginalOf(intake.Picture)).Length);
    }

    [Fact]
    public async Task The_same_file_twice_is_one_original()
    {
        var file = Drawn.Jpeg(400, 300);
        var (first, second) = (await TakeAsync(file, "one.jpg"), await TakeAsync(file, "two.jpg"));
        Assert.Equal(first.Picture!.Digest, second.Picture!.Digest);
        Assert.NotEqual(first.Picture.Key, second.Picture.Key);
        Assert.Single(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData(1, 320, 200)]
    [InlineData(3, 320, 200)]
    [InlineData(6, 200, 320)]
    [InlineData(8, 200, 320)]
    public async Task Width_and_height_are_those_that_are_seen(int orientation, int width, int height)
    {
        var intake = await TakeAsync(Drawn.JpegWithPlaceAndOrientation(320, 200, orientation), "phone.jpg");
        Assert.Equal((width, height), (intake.Picture!.Width, intake.Picture.Height));
        Assert.Equal("Aigul Sadyk", intake.Notes.Credit);
    }

    /// <summary>A bomb that would take 110 MB of memory at one bit a pixel is a file of 110 KB; the second has 200 megapixels.</summary>
    [Theory]
    [InlineData(30_000, 30_000)]
    [InlineData(20_000, 10_000)]
    public async Task An_enormous_picture_is_refused_by_its_header(int width, int height)
    {
        var intake = await TakeAsync(Drawn.EnormousPng(width, height), "bomb.png");
        Assert.Equal($"bomb.png has {width} x {height} pixels: at most 100 megapixels are taken.", intake.Refusal?.ToString());
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("<script>alert(1)</script>", "a web page")]
    [InlineData("<?PHP system($_GET[0]);", "a web page")]
    [InlineData("<!doctype html><HTML ><body>", "a web page")]
    [InlineData("PK\u0005\u0006\0\0\0\0\u0001\0\u0001\00\0\0\0\0\0\0\0\u0004\0note", "an archive")]
    public async Task A_picture_that_is_something_else_too_is_refused(string more, string described)
    {
        var intake = await TakeAsync([.. Drawn.Jpeg(400, 300), .. Encoding.Latin1.GetBytes(more)], "two.jpg");
        Assert.Equal($"two.jpg is an image and {described} at once: save it anew with an image program.", intake.Refusal?.ToString());
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_picture_that_begins_as_a_document_or_a_script_is_refused()
    {
        var jpeg = Drawn.Jpeg(400, 300);
        // A remark in a segment of its own, which decoders leave out.
        byte[] document = [0xFF, 0xD8, 0xFF, 0xFE, 0, 11, .. "%PDF-1.7\n"u8, .. jpeg[2..]];
        Assert.Contains("a PDF document", (await TakeAsync(document, "two.jpg")).Refusal?.ToString(), StringComparison.Ordinal);
        using var drawn = Drawn.Picture(20, 20);
        var gif = drawn.WriteToBuffer(".gif");
        (gif[6], gif[7]) = ((byte)'/', (byte)'*');
        Assert.Contains("a web page", (await TakeAsync(gif, "two.gif")).Refusal?.ToString(), StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_photo_of_a_phone_with_another_photo_behind_it_is_taken()
    {
        var intake = await TakeAsync([.. Drawn.Jpeg(400, 300), .. Drawn.Jpeg(100, 75), .. "MotionPhoto_Data"u8], "phone.jpg");
        Assert.True(intake.IsTaken, intake.Refusal?.ToString());
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public async Task A_file_that_was_cut_short_is_refused(string format)
    {
        using var drawn = Drawn.Picture(640, 480);
        var whole = drawn.WriteToBuffer(format);
        foreach (var part in new[] { 0.1, 0.5, 0.95 })
        {
            var intake = await TakeAsync(whole[..(int)(whole.Length * part)], "cut" + format);
            // Nothing of what the image library says: it names this machine's folders, and files of others.
            Assert.Equal($"cut{format} is damaged or cut short: take the original file once more.", intake.Refusal?.ToString());
        }
        AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("<!doctype html><script>alert(1)</script>", "a web page")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "SVG or other XML")]
    [InlineData("\uFEFF<?xml version=\"1.0\"?><svg/>", "SVG or other XML")]
    [InlineData("%PDF-1.7", "a PDF document")]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic", "a HEIC image")]
    [InlineData("\0\0\0\u0018ftypisom\0\0\0\0isommp42", "a video")]
    [InlineData("GIF", "no image")]
    [InlineData("", "empty")]
    public async Task What_is_no_picture_is_refused_whatever_its_name(string content, string described)
    {
        var intake = await TakeAsync(Encoding.UTF8.GetBytes(content), "photo.jpg");
        Assert.Equal($"photo.jpg is {described}: give a JPEG, PNG, WebP, GIF or AVIF image.", intake.Refusal?.ToString());
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task The_sign_of_a_picture_before_a_web_page_is_not_enough()
    {
        var intake = await TakeAsync([0xFF, 0xD8, 0xFF, 0xE0, .. "<script>alert(1)</script>"u8], "photo.jpg");
        Assert.False(intake.IsTaken);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_file_larger_than_allowed_is_refused_while_it_is_read()
    {
        var intake = await store.TakeInAsync(new Endless(), "film.jpg", Now, TestContext.Current.CancellationToken);
        Assert.Equal("film.jpg is larger than 60 MB: make it smaller.", intake.Refusal?.ToString());
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_strip_is_refused()
    {
        using var drawn = Drawn.Picture(20, 400);
        Assert.Contains("a strip", (await TakeAsync(drawn.PngsaveBuffer(), "strip.png")).Refusal?.ToString(), StringComparison.Ordinal);
        using var line = Drawn.Picture(400, 3);
        Assert.True((await TakeAsync(line.PngsaveBuffer(), "line.png")).IsTaken);
    }

    [Fact]
    public async Task A_picture_of_one_pixel_is_taken()
    {
        using var drawn = Drawn.Picture(1, 1);
        Assert.True((await TakeAsync(drawn.PngsaveBuffer(), "dot.png")).IsTaken);
    }

    Task<Intake> TakeAsync(byte[] content, string name) =>
        store.TakeInAsync(new MemoryStream(content), name, Now, TestContext.Current.CancellationToken);

    void AssertNothingIsLeft() => Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Bytes without end that begin like a JPEG.</summary>
    sealed class Endless : Stream
    {
        long position;

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill(0xFF);
            if (position == 0) buffer[offset + 1] = 0xD8;
            position += count;
            return count;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => position; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
