using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace Chapar.Tests.Media;

/// <summary>Renditions as readers get them: made once, kept for ever, with nothing of the original's metadata.</summary>
public sealed class RenditionTests : IAsyncLifetime
{
    Site site = null!;

    public async ValueTask InitializeAsync() => site = await Site.StartAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Every_address_of_a_picture_answers_in_its_size_and_format()
    {
        var face = (await AddAsync(Drawn.Jpeg(900, 700))).Face();
        foreach (var type in Renditions.Types)
            foreach (var (shape, width) in new[] { (Shape.Whole, 320), (Shape.Whole, 800), (Shape.Card, 480), (Shape.Social, 1200) })
            {
                var address = Renditions.Address(face, shape, width, type);
                var response = await site.GetAsync(address);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address} answered {(int)response.StatusCode}");
                Assert.Equal(type == "jpg" ? "image/jpeg" : $"image/{type}", response.Content.Headers.ContentType!.ToString());
                Assert.Equal("public, max-age=31536000, immutable", response.Headers.CacheControl!.ToString().Replace("immutable, public, max-age=31536000", "public, max-age=31536000, immutable", StringComparison.Ordinal));
                Assert.Empty(response.Content.Headers.ContentEncoding);
                using var image = Image.NewFromBuffer(await BytesAsync(response));
                Assert.Equal((width, Renditions.Height(face, shape, width)), (image.Width, image.Height));
            }
    }

    [Theory]
    [InlineData("/media/{0}-88/w321.avif")]
    [InlineData("/media/{0}-88/w1200.avif")]
    [InlineData("/media/{0}-88/s800.jpg")]
    [InlineData("/media/{0}-88/w320.png")]
    [InlineData("/media/{0}-88/x320.jpg")]
    [InlineData("/media/{0}-88/w0320.jpg")]
    [InlineData("/media/{0}-88/w99999999999.jpg")]
    [InlineData("/media/000000000000-88/w320.jpg")]
    [InlineData("/media/{0}-88/..%2f..%2fchapar.db")]
    [InlineData("/media/originals/{0}.jpg")]
    public async Task An_address_that_no_page_writes_is_not_found(string pattern)
    {
        var picture = await AddAsync(Drawn.Jpeg(900, 700));
        var response = await site.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, picture.Key));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, site.Services.GetRequiredService<Darkroom>().Made);
    }

    [Fact]
    public async Task A_picture_narrower_than_all_widths_has_its_own()
    {
        var face = (await AddAsync(Drawn.Jpeg(200, 100))).Face();
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Renditions.Address(face, Shape.Whole, 200, "webp"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(Renditions.Address(face, Shape.Whole, 320, "webp"))).StatusCode);
    }

    [Fact]
    public async Task The_address_of_an_old_focal_point_leads_to_the_new_one()
    {
        var picture = await AddAsync(Drawn.Jpeg(900, 400));
        var old = Renditions.Address(picture.Face(), Shape.Card, 320, "jpg");
        await site.ChangeAsync(async db => (await db.Pictures.SingleAsync(TestContext.Current.CancellationToken)).Focus(1, 0.2));
        var response = await site.GetAsync(old);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal($"/media/{picture.Key}-f3/c320.jpg", response.Headers.Location!.OriginalString);
        Assert.True(response.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(response.Headers.Location.OriginalString)).StatusCode);
    }

    [Fact]
    public async Task A_rendition_answers_HEAD_and_304_and_nothing_else_but_GET()
    {
        var address = Renditions.Address((await AddAsync(Drawn.Jpeg(400, 300))).Face(), Shape.Whole, 320, "jpg");
        var got = await site.GetAsync(address);
        var bytes = await BytesAsync(got);
        var head = await SendAsync(HttpMethod.Head, address);
        Assert.Equal((HttpStatusCode.OK, bytes.Length), (head.StatusCode, head.Content.Headers.ContentLength));
        Assert.Empty(await BytesAsync(head));
        Assert.Equal(got.Headers.ETag, head.Headers.ETag);
        var again = await SendAsync(HttpMethod.Get, address, got.Headers.ETag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(TimeSpan.FromDays(365), again.Headers.CacheControl!.MaxAge);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(HttpMethod.Post, address)).StatusCode);
    }

    [Fact]
    public async Task Many_readers_at_once_make_one_file()
    {
        var address = Renditions.Address((await AddAsync(Drawn.Jpeg(1600, 1000))).Face(), Shape.Whole, 1600, "avif");
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => site.GetAsync(address)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, site.Services.GetRequiredService<Darkroom>().Made);
        Assert.Single(Directory.GetFiles(Path.Combine(site.Folder, "media", "renditions"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_missing_original_is_not_found()
    {
        var picture = await AddAsync(Drawn.Jpeg(400, 300));
        File.Delete(site.Services.GetRequiredService<PictureStore>().OriginalOf(picture));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(Renditions.Address(picture.Face(), Shape.Whole, 320, "jpg"))).StatusCode);
    }

    [Fact]
    public async Task No_rendition_says_where_or_by_whom_the_picture_was_taken()
    {
        var file = Drawn.JpegWithPlaceAndOrientation(900, 700, orientation: 6);
        Assert.Contains("Aigul Sadyk", Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        var face = (await AddAsync([.. file, .. "MotionPhoto of Osh"u8])).Face();
        Assert.Equal((700, 900), (face.Width, face.Height));
        foreach (var type in Renditions.Types)
        {
            var bytes = await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, 480, type)));
            var text = Encoding.Latin1.GetString(bytes);
            foreach (var trace in new[] { "Aigul", "Exif", "GPS", "MotionPhoto" }) Assert.DoesNotContain(trace, text, StringComparison.Ordinal);
            using var image = Image.NewFromBuffer(bytes);
            Assert.Equal((480, 617), (image.Width, image.Height));
            Assert.DoesNotContain(image.GetFields(), field => field.StartsWith("exif-", StringComparison.Ordinal) || field is "xmp-data" or "iptc-data" or "icc-profile-data");
            // Turned upright: the slope of grey ran from left to right and now runs from top to bottom.
            using var top = image.ExtractArea(0, 0, 480, 60);
            using var bottom = image.ExtractArea(0, 557, 480, 60);
            Assert.True(bottom.Avg() - top.Avg() > 80);
        }
    }

    [Theory]
    [InlineData(Enums.Interpretation.Cmyk)]
    [InlineData(Enums.Interpretation.Rgb16)]
    [InlineData(Enums.Interpretation.Bw)]
    public async Task Every_colour_space_becomes_sRGB(Enums.Interpretation space)
    {
        using var drawn = Drawn.Picture(400, 300);
        using var turned = drawn.Colourspace(space);
        var file = space == Enums.Interpretation.Rgb16 ? turned.PngsaveBuffer() : turned.JpegsaveBuffer();
        var face = (await AddAsync(file)).Face();
        foreach (var type in Renditions.Types)
        {
            using var image = Image.NewFromBuffer(await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, 320, type))));
            Assert.Equal((3, Enums.Interpretation.Srgb), (image.Bands, image.Interpretation));
            Assert.InRange(image.Avg() - drawn.Avg(), -12, 12);
        }
    }

    [Fact]
    public async Task A_transparent_picture_stands_on_white_where_the_format_has_no_transparency()
    {
        using var clear = Image.Black(400, 300, bands: 4).Copy(interpretation: Enums.Interpretation.Srgb);
        var face = (await AddAsync(clear.PngsaveBuffer())).Face();
        using var jpeg = Image.NewFromBuffer(await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, 320, "jpg"))));
        Assert.Equal(255, jpeg.Avg());
        using var webp = Image.NewFromBuffer(await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, 320, "webp"))));
        Assert.True(webp.HasAlpha());
    }

    /// <summary>A phone of 360 pixels takes 480 on a plain screen, and 800 on a fine one.</summary>
    [Fact]
    public async Task The_busiest_photo_of_twelve_megapixels_is_compressed_until_a_phone_gets_little()
    {
        var face = (await AddAsync(Drawn.Busy())).Face();
        Assert.Equal(12_000_000, face.Width * face.Height);
        foreach (var (width, type, most) in new[] { (480, "avif", 45_000), (800, "avif", 45_000), (480, "webp", 60_000), (480, "jpg", 60_000) })
        {
            var bytes = await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, width, type)));
            Assert.InRange(bytes.Length, most / 3, most);
            using var image = Image.NewFromBuffer(bytes);
            Assert.Equal(width, image.Width);
        }
    }

    [Fact]
    public async Task What_the_newsroom_brings_in_is_made_in_the_background_and_not_made_again()
    {
        var picture = await AddAsync(Drawn.Jpeg(900, 700), by: "Aigul Sadyk");
        await site.DispatchAsync();
        var darkroom = site.Services.GetRequiredService<Darkroom>();
        // Three widths in three formats, whole and as a card, and one for networks.
        Assert.Equal(19, darkroom.Made);
        foreach (var address in Renditions.AllOf(picture.Face()))
            Assert.Equal(HttpStatusCode.OK, (await site.GetAsync(Renditions.Address(picture.Face(), address.Shape, address.Width, address.Type))).StatusCode);
        Assert.Equal(19, darkroom.Made);

        // A new focal point is a new address; the whole picture has it too.
        await site.ChangeAsync(async db => Move(await db.Pictures.SingleAsync(TestContext.Current.CancellationToken)));
        await site.DispatchAsync();
        Assert.Equal(38, darkroom.Made);

        void Move(Picture kept) => kept.Revise(kept.Details with { FocalX = 1 }, "Aigul Sadyk", site.Now);
    }

    [Fact]
    public async Task What_a_restart_cut_off_is_gone_on_with()
    {
        var picture = await AddAsync(Drawn.Jpeg(500, 400), by: "Aigul Sadyk");
        var darkroom = site.Services.GetRequiredService<Darkroom>();
        Assert.True(await darkroom.DevelopAllAsync(picture, Shape.Card, TestContext.Current.CancellationToken));
        // The program ended here: the delivery is there still.
        await using var next = await site.NeighbourAsync();
        await next.DispatchAsync();
        Assert.Equal((6, 7), (darkroom.Made, next.Services.GetRequiredService<Darkroom>().Made));
    }

    [Fact]
    public async Task The_pictures_of_an_import_are_made_when_somebody_asks()
    {
        await AddAsync(Drawn.Jpeg(500, 400));
        await site.DispatchAsync();
        Assert.Equal(0, site.Services.GetRequiredService<Darkroom>().Made);
    }

    /// <summary>The budget of an article page with its lead photo at 360 px is 80 KB in all.</summary>
    [Fact]
    public async Task A_lead_photo_of_the_samples_weighs_little_on_a_phone()
    {
        List<string> heavy = [];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(House.Sources.Root, "src/Chapar/Database/Demo/pictures"), "*.jpg"))
        {
            var face = (await AddAsync(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))).Face();
            if (face.Width < 480) continue;
            var bytes = await BytesAsync(await site.GetAsync(Renditions.Address(face, Shape.Whole, 480, "avif")));
            if (bytes.Length is 0 or > 45_000) heavy.Add($"{Path.GetFileName(file)}: {bytes.Length} bytes");
        }
        House.Findings.None(heavy);
    }

    async Task<Picture> AddAsync(byte[] file, string by = Picture.Nobody)
    {
        var intake = await site.Services.GetRequiredService<PictureStore>().TakeInAsync(new MemoryStream(file), "test", by, site.Now, TestContext.Current.CancellationToken);
        Assert.True(intake.IsTaken, intake.Refusal?.ToString());
        await site.ChangeAsync(db => { db.Add(intake.Picture); return Task.CompletedTask; });
        return intake.Picture;
    }

    Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, EntityTagHeaderValue? known = null)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return site.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    static Task<byte[]> BytesAsync(HttpResponseMessage response) => response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
}
