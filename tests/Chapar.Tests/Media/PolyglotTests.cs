using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Chapar.Media;

namespace Chapar.Tests.Media;

/// <summary>Files that are an image and something else at once, and those that only look so.</summary>
public sealed partial class PolyglotTests : IDisposable
{
    static readonly DateTime Now = new(2026, 11, 24, 6, 0, 0, DateTimeKind.Utc);

    readonly string folder = Directory.CreateTempSubdirectory("chapar-media-").FullName;
    readonly PictureStore store;

    public PolyglotTests() => store = new PictureStore(folder);

    async Task<string?> RefusalAsync(byte[] content) =>
        (await store.TakeInAsync(new MemoryStream(content), "two.jpg", Now, TestContext.Current.CancellationToken)).Refusal?.ToString();

    async Task RefusedAsync(byte[] content, string as_)
    {
        Assert.Equal($"two.jpg is an image and {as_} at once: save it anew with an image program.", await RefusalAsync(content));
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    async Task TakenAsync(byte[] content) => Assert.Null(await RefusalAsync(content));

    static byte[] Drawing(string format)
    {
        using var drawn = Drawn.Picture(64, 48);
        // Else a JPEG has a note of its resolution, as one of a camera has.
        return format == ".jpg" ? drawn.JpegsaveBuffer(keep: NetVips.Enums.ForeignKeep.None) : drawn.WriteToBuffer(format);
    }

    /// <summary>Nothing that any program knows.</summary>
    static byte[] Noise(int length, int seed = 1)
    {
        var noise = new byte[length];
        new Random(seed).NextBytes(noise);
        return noise;
    }

    /// <summary>A GIF with other bytes behind its signature; its picture is at the place it was.</summary>
    static byte[] Gif(string header, string behind = "")
    {
        var gif = Drawing(".gif");
        Encoding.Latin1.GetBytes(header).CopyTo(gif, 6);
        return [.. gif, .. Encoding.Latin1.GetBytes(behind)];
    }

    [Theory]
    [InlineData("/*")]
    [InlineData("=\t1/*")]
    [InlineData("=\t\"")]
    [InlineData(" \n='")]
    [InlineData("=(/x")]
    [InlineData("=[`")]
    [InlineData(";//")]
    [InlineData(":\r//")]
    [InlineData("=1;x=2;")]
    public async Task A_gif_that_runs_as_a_script_is_refused(string header) => await RefusedAsync(Gif(header), "a web page");

    [Fact]
    public async Task A_gif_that_is_a_template_is_refused_where_its_function_is_declared()
    {
        await RefusedAsync(Gif("`", "`;function GIF89a(){alert(1)}"), "a web page");
        // 96 or 352 pixels wide: a picture like others.
        using var wide = Drawn.Picture(352, 20);
        await TakenAsync(wide.WriteToBuffer(".gif"));
    }

    /// <summary>Widths and heights whose first byte is an operator, a letter or a quotation mark, as every tenth picture has.</summary>
    [Theory]
    [InlineData(61, 34)]
    [InlineData(317, 39)]
    [InlineData(96, 96)]
    [InlineData(2365, 20)]
    [InlineData(2621, 59)]
    [InlineData(40, 2351)]
    public async Task A_gif_of_any_size_is_taken(int width, int height)
    {
        using var drawn = Drawn.Picture(width, 20);
        var gif = drawn.WriteToBuffer(".gif");
        BinaryPrimitives.WriteUInt16LittleEndian(gif.AsSpan(8), (ushort)height);
        Assert.DoesNotContain("at once", await RefusalAsync(gif) ?? "", StringComparison.Ordinal);
    }

    /// <summary>A length that is an operator, in a segment that decoders leave out.</summary>
    [Theory]
    [InlineData("=\t1/*")]
    [InlineData("=\t\"x")]
    [InlineData("\n\n\"x\"//")]
    public async Task A_jpeg_that_runs_as_a_script_is_refused(string script)
    {
        var length = script[0] * 256 + script[1];
        byte[] segment = [0xFF, 0xD8, 0xFF, 0xE1, .. Encoding.ASCII.GetBytes(script.PadRight(length, 'x'))];
        await RefusedAsync([.. segment, .. Drawn.Jpeg(64, 48)[2..]], "a web page");
    }

    /// <summary>Notes of a camera and words about the picture, of a length that spells something.</summary>
    [Theory]
    [InlineData("=\t", "Exif\0\0II*\0")]
    [InlineData("=\"", "Exif\0\0II*\0")]
    [InlineData("=\t", "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")]
    public async Task A_jpeg_with_notes_of_any_length_is_taken(string length, string notes)
    {
        var segment = new byte[length[0] * 256 + length[1]];
        Encoding.ASCII.GetBytes(length + notes).CopyTo(segment, 0);
        await TakenAsync([0xFF, 0xD8, 0xFF, 0xE1, .. segment, .. Drawn.Jpeg(64, 48)[2..]]);
    }

    static byte[] Zip()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = new StreamWriter(zip.CreateEntry("a.txt").Open())) entry.Write("hidden");
        return packed.ToArray();
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".gif")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public async Task A_zip_is_found_whatever_stands_before_and_behind_it(string format)
    {
        var (image, zip) = (Drawing(format), Zip());
        await RefusedAsync([.. image, .. zip], "an archive");
        await RefusedAsync([.. image, .. zip, .. "\n\n"u8], "an archive");
        // Found from its end alone: before it stands another photo.
        await RefusedAsync([.. image, .. Drawn.Jpeg(40, 30), .. zip, .. new byte[60_000]], "an archive");
    }

    [Fact]
    public async Task The_sign_of_a_zips_end_without_a_zip_is_nothing()
    {
        byte[] sign = [.. "PK\u0005\u0006"u8, .. new byte[40]];
        sign[12] = 200;
        await TakenAsync([.. Drawn.JpegWithPlaceAndOrientation(64, 48, 1), .. Noise(300), .. sign]);
    }

    public static TheoryData<string, string> Hidden => new()
    {
        { "Rar!\u001A\u0007\u0001\0", "an archive" },
        { "7z\u00BC\u00AF\u0027\u001C\0\u0004", "an archive" },
        { "PK\u0003\u0004\u0014\0", "an archive" },
        { "\u001F\u008B\u0008\0", "an archive" },
        { "\u007FELF\u0002\u0001\u0001", "a program" },
        { "#!/bin/sh\nrm -r /\n", "a program" },
        { "%PDF-1.7\n", "a PDF document" },
        { "<!DOCTYPE html><p>", "a web page" },
    };

    [Theory, MemberData(nameof(Hidden))]
    public async Task What_is_known_behind_an_image_is_refused_also_of_a_phone(string start, string described)
    {
        var hidden = Encoding.Latin1.GetBytes(start);
        foreach (var image in new[] { Drawn.Jpeg(1200, 900), Drawn.JpegWithPlaceAndOrientation(1200, 900, 1), Drawing(".png"), Drawing(".gif"), Drawing(".webp"), Drawing(".avif") })
        {
            if (start[0] == '%' && image.Length < 1024) continue;
            await RefusedAsync([.. image, .. hidden, .. Noise(200)], described);
            await RefusedAsync([.. image, .. new byte[5000], .. hidden, .. Noise(200)], described);
        }
    }

    [Fact]
    public async Task A_program_for_windows_is_one_by_both_its_signs()
    {
        byte[] program = [.. "MZ"u8, .. new byte[58], 0x80, 0, 0, 0, .. new byte[64], .. "PE\0\0"u8, .. new byte[20]];
        await RefusedAsync([.. Drawn.Jpeg(64, 48), .. program], "a program");
        await TakenAsync([.. Drawn.Jpeg(64, 48), .. program[..100]]);
    }

    [Theory]
    [InlineData(".jpg")]
    [InlineData(".png")]
    [InlineData(".gif")]
    [InlineData(".webp")]
    [InlineData(".avif")]
    public async Task What_is_not_known_behind_an_image_of_no_camera_is_refused_when_it_is_much(string format)
    {
        var image = Drawing(format);
        await RefusedAsync([.. image, .. Noise(100_000)], "another file");
        await TakenAsync([.. image, .. Noise(2000)]);
        await TakenAsync([.. image, .. new byte[100_000]]);
    }

    /// <summary>As cameras and phones write them: a gain map, a film, a depth map, notes of the maker.</summary>
    [Fact]
    public async Task What_phones_have_behind_a_photo_is_taken()
    {
        var photo = Drawn.JpegWithPlaceAndOrientation(640, 480, 1);
        byte[] film = [0, 0, 0, 24, .. "ftypmp42\0\0\0\0isommp42"u8, .. Noise(200_000)];
        foreach (var image in new[] { photo, Drawing(".jpg") })
        {
            await TakenAsync([.. image, .. Drawn.Jpeg(320, 240), .. Noise(200_000)]);
            await TakenAsync([.. image, 0xFF, 0xFF, .. Drawn.Jpeg(320, 240), .. Noise(200_000)]);
            await TakenAsync([.. image, .. film]);
        }
        await TakenAsync([.. photo, .. Noise(16), .. "MotionPhoto_Data"u8, .. film, .. "SEFHd\0\0\0SEFT"u8]);
        await TakenAsync([.. photo, .. "vivo{\"AiInfo\":1}"u8, .. Noise(50_000)]);
        // A screenshot over a larger one.
        await TakenAsync([.. Drawing(".png"), .. Drawing(".png")[30..]]);
        var screenshot = Drawn.EnormousPng(2000, 2000);
        await TakenAsync([.. Drawing(".png"), .. Noise(9000), .. screenshot[^12..]]);
    }

    [Theory]
    [InlineData("<script/src=//x.example>")]
    [InlineData("<SCRIPT\f>")]
    [InlineData("<body onload=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<svg xmlns='>' OnLoad = 'alert(1)'>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<img src=\"x\"onerror=alert(1)>")]
    [InlineData("<iframe/src=x>")]
    [InlineData("<?=`$_GET[0]`?>")]
    [InlineData("<?= @system($_GET[0]);")]
    [InlineData("<?=$_GET[0]($_GET[1])?>")]
    [InlineData("<?php\nsystem($_GET[0]);")]
    [InlineData("<!DocType HTML>")]
    public async Task Markup_is_found_in_every_form_at_both_ends_and_amid(string markup)
    {
        var jpeg = Drawn.Jpeg(1600, 1200);
        var hidden = Encoding.Latin1.GetBytes(markup);
        await RefusedAsync(Remarked(jpeg, hidden), "a web page");
        await RefusedAsync([.. jpeg, .. hidden], "a web page");
        await RefusedAsync([.. jpeg, .. Drawn.Jpeg(2000, 2000), .. hidden, .. Drawn.Jpeg(40, 30)], "a web page");
    }

    /// <summary>XMP and words in a caption: what images say of themselves.</summary>
    [Theory]
    [InlineData("<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:Description xmp:online=\"1\" about='the on-ramp one=2 onload=3'>once=5 onload=1</rdf:Description></x:xmpmeta>")]
    [InlineData("<svg width='10' height='10'><path d='M0 0'/></svg>")]
    [InlineData("<b>x</b> <?=?>?@ABCDEFGHI;?> <?=@ABCDEF;?> <?= x <?php_x <scripted <bodyx on=1 a<b onx=1>")]
    public async Task What_an_image_says_of_itself_is_no_page(string remark) => await TakenAsync(Remarked(Drawn.Jpeg(64, 48), Encoding.UTF8.GetBytes(remark)));

    /// <summary>A remark in a segment of its own, which decoders leave out.</summary>
    static byte[] Remarked(byte[] jpeg, byte[] remark) => [0xFF, 0xD8, 0xFF, 0xFE, (byte)((remark.Length + 2) >> 8), (byte)(remark.Length + 2), .. remark, .. jpeg[2..]];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
