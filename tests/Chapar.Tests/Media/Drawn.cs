using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetVips;

namespace Chapar.Tests.Media;

/// <summary>Small images made for the tests.</summary>
static class Drawn
{
    /// <summary>A slope of grey with noise: nothing that an encoder makes vanish.</summary>
    public static Image Picture(int width, int height)
    {
        using var x = Image.Xyz(width, height);
        using var noise = Image.Gaussnoise(width, height, sigma: 12, mean: 0, seed: 7);
        using var grey = (x[0] * (180.0 / width)) + noise + 40;
        return grey.Bandjoin([grey, grey]).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>A photo of 12 megapixels in which every part is unlike its neighbour, on a phone's screen too: grass, a crowd, a shingle.</summary>
    public static byte[] Busy()
    {
        using var one = Image.Gaussnoise(800, 600, sigma: 55, mean: 128, seed: 1);
        using var two = Image.Gaussnoise(800, 600, sigma: 55, mean: 128, seed: 2);
        using var three = Image.Gaussnoise(800, 600, sigma: 55, mean: 128, seed: 3);
        using var busy = one.Bandjoin([two, three]).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb).Zoom(5, 5);
        return busy.JpegsaveBuffer(q: 92);
    }

    public static byte[] Jpeg(int width, int height)
    {
        using var picture = Picture(width, height);
        return picture.JpegsaveBuffer();
    }

    /// <summary>A JPEG that says where it was taken, by whom, and that it lies on its side.</summary>
    public static byte[] JpegWithPlaceAndOrientation(int width, int height, int orientation)
    {
        using var picture = Picture(width, height);
        using var tagged = picture.Mutate(m =>
        {
            m.Set(GValue.GIntType, "orientation", orientation);
            m.Set(GValue.GStrType, "exif-ifd0-Artist", "Aigul Sadyk");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", "42/1 52/1 0/1");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", "N");
        });
        return tagged.JpegsaveBuffer();
    }

    /// <summary>The header of an enormous PNG, all black, in a few bytes.</summary>
    public static byte[] EnormousPng(int width, int height)
    {
        using var png = new MemoryStream();
        png.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1;
        Chunk(png, "IHDR", header);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var line = new byte[1 + (width + 7) / 8];
            for (int y = 0; y < height; y++) zlib.Write(line);
        }
        Chunk(png, "IDAT", packed.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    static void Chunk(Stream to, string type, byte[] data)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, data.Length);
        to.Write(four);
        byte[] content = [.. Encoding.ASCII.GetBytes(type), .. data];
        to.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(four, Crc(content));
        to.Write(four);
    }

    /// <summary>CRC-32 as PNG wants it (ISO 15948, annex D).</summary>
    static uint Crc(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var b in content)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }
        return ~crc;
    }
}
