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

    /// <inheritdoc cref="Write"/>
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
