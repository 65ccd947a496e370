using System.IO.Enumeration;
using System.Runtime.InteropServices;
using System.Text;

namespace Chapar.Export;

/// <summary>What stands in a folder under a name; nothing is opened to find out.</summary>
enum Standing
{
    Nothing,
    File,
    /// <summary>A file without a byte.</summary>
    EmptyFile,
    Folder,
    Link,
    Pipe,
    Socket,
    Device,
}

static class Standings
{
    /// <summary>As messages call it.</summary>
    public static string Word(this Standing standing) => standing switch
    {
        Standing.Folder => "a folder",
        Standing.Link => "a link",
        Standing.Pipe => "a pipe",
        Standing.Socket => "a socket",
        Standing.Device => "a device",
        _ => "a file",
    };

    public static bool IsFile(this Standing standing) => standing is Standing.File or Standing.EmptyFile;

    public static Standing Of(string path)
    {
        var there = new FileInfo(path);
        var attributes = there.Attributes;
        return (int)attributes == -1 ? Standing.Nothing : Of(path, attributes, attributes.HasFlag(FileAttributes.Directory) ? 0 : there.Length);
    }

    /// <summary>All that stands in a folder and below, by its path with "/" between the parts; links are not followed.</summary>
    public static Dictionary<string, Standing> In(string folder)
    {
        var root = Path.GetFullPath(folder);
        var all = new FileSystemEnumerable<(string Path, Standing Standing)>(root, (ref FileSystemEntry entry) =>
        {
            var path = entry.ToFullPath();
            return (Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'), Of(path, entry.Attributes, entry.IsDirectory ? 0 : entry.Length));
        }, new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        {
            ShouldRecursePredicate = (ref FileSystemEntry entry) => !entry.Attributes.HasFlag(FileAttributes.ReparsePoint),
        };
        return all.ToDictionary(one => one.Path, one => one.Standing, StringComparer.Ordinal);
    }

    static Standing Of(string path, FileAttributes attributes, long length) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) ? Standing.Link
        : attributes.HasFlag(FileAttributes.Directory) ? Standing.Folder
        // Pipes, sockets and devices have no length: only what has none is looked at once more.
        : length > 0 ? Standing.File : WithoutLength(path);

    static Standing WithoutLength(string path)
    {
        var about = new byte[256];
        if (!OperatingSystem.IsLinux() || statx(Here, Encoding.UTF8.GetBytes(path + "\0"), 0x100, 1, about) != 0) return Standing.EmptyFile;
        return (BitConverter.ToUInt16(about, ModeAt) & 0xF000) switch
        {
            0x1000 => Standing.Pipe,
            0x2000 or 0x6000 => Standing.Device,
            0xC000 => Standing.Socket,
            _ => Standing.EmptyFile,
        };
    }

    // The numbers of statx(2), which are the same on each processor: no folder but the present one, and where the kind of a file stands.
    const int Here = -100, ModeAt = 28;

    [DllImport("libc")]
    static extern int statx(int folder, byte[] path, int flags, uint wanted, [Out] byte[] about);
}
