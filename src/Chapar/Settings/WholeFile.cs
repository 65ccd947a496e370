using Microsoft.Win32.SafeHandles;

namespace Chapar.Settings;

/// <summary>Writes a file in one piece: who reads it meanwhile, or after a crash, finds the old one or the new one, never a part.</summary>
public static class WholeFile
{
    /// <summary>What the name of a file ends in until it is whole.</summary>
    public const string Unfinished = ".new";

    /// <param name="path">The file; folders that lead to it are made.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        using (var stream = Begin(path)) write(stream);
        End(path);
    }

    /// <param name="path">The file; folders that lead to it are made.</param>
    /// <param name="content">All of it.</param>
    /// <returns>When it was written, UTC: what the file system says of it until somebody touches it.</returns>
    public static DateTime Write(string path, ReadOnlySpan<byte> content)
    {
        DateTime at;
        using (var file = Make(path + Unfinished))
        {
            RandomAccess.Write(file, content, 0);
            at = File.GetLastWriteTimeUtc(file);
        }
        End(path);
        return at;
    }

    /// <summary>A new one: a file that is emptied first, though it be empty, is written to the disk when it is closed, and an edition has thousands.</summary>
    static SafeFileHandle Make(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Left by a run that was cut off.
            File.Delete(path);
            return File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        }
    }

    /// <inheritdoc cref="Write(string, Action{Stream})"/>
    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        await using (var stream = Begin(path)) await write(stream);
        End(path);
    }

    static FileStream Begin(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.Create(path + Unfinished);
    }

    static void End(string path) => File.Move(path + Unfinished, path, overwrite: true);
}
