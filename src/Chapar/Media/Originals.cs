using System.Security.Cryptography;
using NetVips;

namespace Chapar.Media;

/// <summary>The original image files of a publication, in one folder, each under its digest.</summary>
/// <param name="folder">"originals" in the media folder; made when it is missing.</param>
public sealed class Originals(string folder)
{
    /// <summary>Copies an image file in and answers its picture, not yet tracked by any context.</summary>
    /// <exception cref="InvalidDataException">The file is no JPEG, PNG, WebP, GIF or AVIF image.</exception>
    public async Task<Picture> AddAsync(string file, DateTime now, CancellationToken stop = default)
    {
        var bytes = await File.ReadAllBytesAsync(file, stop);
        var name = Path.GetFileName(file);
        var (type, ending, width, height) = Look(bytes, name);
        var picture = new Picture(Convert.ToHexStringLower(SHA256.HashData(bytes)), name, type, width, height, bytes.Length, now);
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(PathOf(picture.Digest, ending), bytes, stop);
        return picture;
    }

    string PathOf(string digest, string ending) => Path.Combine(folder, $"{digest}.{ending}");

    static (string Type, string Ending, int Width, int Height) Look(byte[] bytes, string name)
    {
        try
        {
            using var image = Image.NewFromBuffer(bytes);
            var (type, ending) = (string)image.Get("vips-loader") switch
            {
                "jpegload_buffer" => ("image/jpeg", "jpg"),
                "pngload_buffer" => ("image/png", "png"),
                "webpload_buffer" => ("image/webp", "webp"),
                "gifload_buffer" => ("image/gif", "gif"),
                "heifload_buffer" => ("image/avif", "avif"),
                var other => throw new InvalidDataException($"{name} is an image that is not accepted ({other}): give JPEG, PNG, WebP, GIF or AVIF."),
            };
            // Orientations 5 to 8 lie on their side.
            var turned = image.Contains("orientation") && image.Get("orientation") is int and >= 5;
            return turned ? (type, ending, image.Height, image.Width) : (type, ending, image.Width, image.Height);
        }
        catch (VipsException e)
        {
            throw new InvalidDataException($"{name} is no image: {e.Message.Trim()}", e);
        }
    }
}
