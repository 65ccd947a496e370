using System.Collections.Concurrent;
using NetVips;

namespace Chapar.Media;

/// <summary>Makes renditions, each once: all of a picture in the background when it comes in, and any that is not there yet when it is asked for.</summary>
public sealed class Darkroom(PictureStore store, ILogger<Darkroom> log)
{
    readonly ConcurrentDictionary<string, Lazy<Task<bool>>> making = [];
    int made;

    /// <summary>How many renditions have been made since the program started.</summary>
    public int Made => Volatile.Read(ref made);

    /// <summary>The file of a rendition, made if it is not there yet; whoever asks for it meanwhile waits for the same one.</summary>
    /// <param name="picture">The picture that the address names, with the focal point that it names.</param>
    /// <param name="address">One that the picture has.</param>
    /// <returns>Null when the original is missing or cannot be read: the log says so.</returns>
    public async Task<string?> DevelopAsync(Picture picture, RenditionAddress address)
    {
        var file = store.RenditionOf(address);
        if (File.Exists(file)) return file;
        // Not cancelled with the request: others wait for it, and the next reader needs it too.
        var work = making.GetOrAdd(file, _ => new(() => MakeAsync(picture, [address])));
        try
        {
            return await work.Value ? file : null;
        }
        finally
        {
            making.TryRemove(KeyValuePair.Create(file, work));
        }
    }

    /// <summary>
    /// Makes all renditions of one shape that pages ask for and that are not there yet: the original is read once, and the smaller ones are made of the
    /// largest. Work of some seconds for a large photo.
    /// </summary>
    /// <returns>False when the original is missing or cannot be read: the log says so.</returns>
    public Task<bool> DevelopAllAsync(Picture picture, Shape shape, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return MakeAsync(picture, [.. Renditions.AllOf(picture.Face()).Where(address => address.Shape == shape)]);
    }

    /// <summary>Those of one shape that are not there.</summary>
    async Task<bool> MakeAsync(Picture picture, IReadOnlyList<RenditionAddress> addresses)
    {
        await store.AtWork.WaitAsync();
        try
        {
            // Made by another while this one waited for its turn.
            List<RenditionAddress> missing = [.. addresses.Where(address => !File.Exists(store.RenditionOf(address)))];
            if (missing.Count == 0) return true;
            var original = store.OriginalOf(picture);
            if (!File.Exists(original))
            {
                log.LogWarning("The original of picture {Key} ({FileName}) is missing: {Original}", picture.Key, picture.FileName, original);
                return false;
            }
            await Task.Run(() => Develop(original, picture.Face(), missing));
            return true;
        }
        catch (VipsException e)
        {
            log.LogError(e, "Picture {Key} ({FileName}) cannot be made into {Rendition}", picture.Key, picture.FileName, addresses[0].FileName);
            return false;
        }
        finally
        {
            store.Rest();
        }
    }

    void Develop(string original, PictureFace picture, IReadOnlyList<RenditionAddress> addresses)
    {
        Libvips.Require();
        Image? largest = null;
        try
        {
            foreach (var width in addresses.GroupBy(address => address.Width).OrderByDescending(width => width.Key))
            {
                var shape = width.First().Shape;
                // In memory, since it is read once for each smaller one.
                largest ??= Cut(original, picture, shape, width.Key).CopyMemory();
                using var ready = width.Key == largest.Width ? largest.Copy() : largest.ThumbnailImage(width.Key, height: Renditions.Height(picture, shape, width.Key), size: Enums.Size.Force).CopyMemory();
                foreach (var address in width) Put(store.RenditionOf(address), Compression.Write(ready, address.Type, Renditions.MostBytes(address.Type, address.Width)));
            }
        }
        finally
        {
            largest?.Dispose();
        }
    }

    void Put(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var part = $"{file}.{Guid.CreateVersion7():N}.part";
        File.WriteAllBytes(part, bytes);
        File.Move(part, file, overwrite: true);
        Interlocked.Increment(ref made);
    }

    /// <summary>The picture as a shape shows it: upright, cut, in sRGB.</summary>
    static Image Cut(string original, PictureFace picture, Shape shape, int width)
    {
        var box = Renditions.Crop(picture, shape);
        var height = Renditions.Height(picture, shape, width);
        var scale = width / box.Width;
        using var whole = Shrink(original, Math.Max(width, (int)Math.Round(picture.Width * scale)), Math.Max(height, (int)Math.Round(picture.Height * scale)));
        using var cut = whole.ExtractArea(
            Math.Clamp((int)Math.Round(box.Left * scale), 0, whole.Width - width),
            Math.Clamp((int)Math.Round(box.Top * scale), 0, whole.Height - height), width, height);
        return cut.Colourspace(Enums.Interpretation.Srgb);
    }

    static Image Shrink(string original, int width, int height)
    {
        try
        {
            return Image.Thumbnail(original, width, height: height, size: Enums.Size.Force, outputProfile: "srgb", intent: Enums.Intent.Relative);
        }
        catch (VipsException)
        {
            // A colour profile that does not fit its picture: better shown in slightly wrong colours than not at all.
            return Image.Thumbnail(original, width, height: height, size: Enums.Size.Force);
        }
    }
}
