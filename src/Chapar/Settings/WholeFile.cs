namespace Chapar.Settings;

/// <summary>Writes a file in one piece: who reads it meanwhile, or after a crash, finds the old one or the new one, never a part.</summary>
public static class WholeFile
{
    /// <param name="path">The file; folders that lead to it are made.</param>
    /// <param name="write">Writes the content.</param>
    public static void Write(string path, Action<Stream> write)
    {
        using (var stream = Begin(path)) write(stream);
        End(path);
    }

    /// <param name="path">The file; folders that lead to it are made.</param>
    /// <param name="content">All of it.</param>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.OpenHandle(path + ".new", FileMode.Create, FileAccess.Write)) RandomAccess.Write(file, content, 0);
        End(path);
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
        return File.Create(path + ".new");
    }

    static void End(string path) => File.Move(path + ".new", path, overwrite: true);
}
