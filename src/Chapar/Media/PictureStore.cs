using System.Security.Cryptography;
using Chapar.Text;
using NetVips;

namespace Chapar.Media;

/// <summary>The image files of the publication: originals under their digest, renditions under the picture's key.</summary>
public sealed class PictureStore
{
    /// <summary>Most bytes of an original: 60 MB.</summary>
    public const long MostBytes = 60_000_000;

    /// <summary>What is said of a file that has more.</summary>
    public static Sentence TooLarge(string fileName) => new("picture.too-large", fileName, MostBytes / 1_000_000);

    /// <summary>Most pixels of an original: 100 megapixels, known from its header before any pixel is read.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>A picture higher than this many times its width would outgrow what AVIF and WebP can hold.</summary>
    public const int MostTall = 10;

    readonly string folder;
    readonly ILogger? log;

    /// <param name="folder">The media folder; made when the first file comes.</param>
    /// <param name="log">Told, for who looks for a fault, what the image library says of files that are refused.</param>
    /// <exception cref="PlatformNotSupportedException">There is no image library; the message is for the operator.</exception>
    public PictureStore(string folder, ILogger<PictureStore>? log = null)
    {
        Libvips.LookFor();
        (this.folder, this.log) = (folder, log);
    }

    /// <summary>Decoding takes memory by the pixel: only this many pictures are at work at once.</summary>
    internal SemaphoreSlim AtWork { get; } = new(MostAtWork);

    const int MostAtWork = 2;

    /// <summary>After each picture at work: when it was the last one, its memory goes back to the system.</summary>
    internal void Rest()
    {
        AtWork.Release();
        if (AtWork.CurrentCount == MostAtWork) Libvips.GiveBack();
    }

    /// <summary>Where the original of a picture lies, whether or not it is there.</summary>
    public string OriginalOf(Picture picture) => Original(picture.Digest, EndingOf(picture.ContentType));

    /// <summary>Where a rendition lies, whether or not it has been made.</summary>
    internal string RenditionOf(RenditionAddress address) =>
        Path.Combine(folder, "renditions", address.Key[..2], $"{address.Key}-{address.Focus}", address.FileName);

    /// <summary>Takes a file in; see the other way of calling it.</summary>
    public async Task<Intake> TakeInAsync(string file, DateTime now, CancellationToken stop = default)
    {
        await using var content = File.OpenRead(file);
        return await TakeInAsync(content, Path.GetFileName(file), now, stop);
    }

    /// <summary>Takes a file in that nobody in particular brings; see the other way of calling it.</summary>
    public Task<Intake> TakeInAsync(Stream content, string fileName, DateTime now, CancellationToken stop = default) => TakeInAsync(content, fileName, Picture.Nobody, now, stop);

    /// <summary>
    /// Checks a file by its content and keeps it as an original. The picture is not saved anywhere: the caller adds it to its
    /// database. The same file taken in twice is one original and two pictures.
    /// </summary>
    /// <param name="content">Read to its end, or to the most that is allowed.</param>
    /// <param name="fileName">The name it had where it came from; only kept and named in a refusal.</param>
    /// <param name="by">Who brings it in.</param>
    /// <param name="now">The present instant, UTC.</param>
    public async Task<Intake> TakeInAsync(Stream content, string fileName, string by, DateTime now, CancellationToken stop = default)
    {
        var incoming = Path.Combine(folder, "incoming", $"{Guid.CreateVersion7():N}.part");
        Directory.CreateDirectory(Path.GetDirectoryName(incoming)!);
        try
        {
            if (await CopyAsync(content, incoming, stop) is not { } copy)
                return Intake.Refused(TooLarge(fileName));
            if (PictureKind.Of(copy.Start) is not { } kind)
                return Intake.Refused("picture.wrong-kind", fileName, PictureKind.Describe(copy.Start));
            if (await Polyglot.FindAsync(incoming, stop) is { } other)
                return Intake.Refused("picture.polyglot", fileName, other);
            var original = Original(copy.Digest, kind.Ending);
            await AtWork.WaitAsync(stop);
            try
            {
                return await Task.Run(() => Look(incoming, original, fileName, kind, copy.Digest, copy.Bytes, by, now), stop);
            }
            finally
            {
                Rest();
            }
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    Intake Look(string incoming, string original, string fileName, PictureKind kind, string digest, long bytes, string by, DateTime now)
    {
        Libvips.Require();
        try
        {
            using var image = Image.NewFromFile(incoming, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated);
            if ((long)image.Width * image.Height > MostPixels)
                return Intake.Refused("picture.too-many-pixels", fileName, image.Width, image.Height, MostPixels / 1_000_000);
            // Orientations 5 to 8 lie on their side.
            var turned = image.Contains("orientation") && image.Get("orientation") is int and >= 5;
            var (width, height) = turned ? (image.Height, image.Width) : (image.Width, image.Height);
            if (height > width * MostTall)
                return Intake.Refused("picture.strip", fileName, width, height, MostTall);
            var likeness = Likeness.Of(incoming);
            if (!File.Exists(original))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(original)!);
                File.Move(incoming, original, overwrite: true);
            }
            return new(new Picture(digest, fileName, kind.ContentType, width, height, bytes, now, by, likeness), FileNotes.Of(image), null);
        }
        catch (VipsException e)
        {
            // Not what the library says: it names paths of this machine and, since it collects what it has to say in one place, files of others.
            log?.LogDebug(e, "The image library refuses {FileName}", fileName);
            return Intake.Refused("picture.damaged", fileName);
        }
    }

    /// <returns>Null when there is more than is allowed.</returns>
    static async Task<(string Digest, long Bytes, byte[] Start)?> CopyAsync(Stream from, string file, CancellationToken stop)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var to = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[80 * 1024];
        byte[] start = [];
        while (await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, stop) is var read and > 0)
        {
            if (to.Position + read > MostBytes) return null;
            if (start.Length == 0) start = buffer[..Math.Min(read, PictureKind.Start)];
            digest.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), stop);
        }
        return (Convert.ToHexStringLower(digest.GetHashAndReset()), to.Position, start);
    }

    string Original(string digest, string ending) => Path.Combine(folder, "originals", digest[..2], $"{digest}.{ending}");

    static string EndingOf(string contentType) => contentType == "image/jpeg" ? "jpg" : contentType[(contentType.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
