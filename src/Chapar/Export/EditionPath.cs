using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Chapar.Export;

/// <summary>
/// Where the things of the site stand in its static edition. A page is a folder with an <c>index.html</c>, so that its address answers
/// on every file server; links name that file, so that they also lead somewhere on a stick.
/// </summary>
static class EditionPath
{
    /// <summary>UTF-8 bytes of one part of a path: file systems take 255, and a signature's or a temporary name adds some.</summary>
    const int LongestPart = 180;

    static readonly HashSet<string> FileTypes = new(
        ["html", "htm", "xml", "json", "css", "js", "csv", "txt", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "webmanifest", "pdf", "mp3", "m4a", "ogg", "opus",
         "wav", "mp4", "webm", "mov", "zip", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "epub", "vtt", "woff2"], StringComparer.OrdinalIgnoreCase);

    /// <summary>What stands in a link as it is (RFC 3986, unreserved), and what parts folders.</summary>
    static readonly SearchValues<char> Plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/");

    /// <summary>Names that Windows keeps for itself.</summary>
    static readonly HashSet<string> Reserved = new(["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.OrdinalIgnoreCase);

    /// <summary>The file of an address, from the edition's folder, with "/" between its parts.</summary>
    /// <param name="address">A path of the site, decoded: "/", "/2026/11/bread", "/feed.xml".</param>
    public static string FileOf(string address)
    {
        var parts = address.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return "index.html";
        var path = string.Join('/', parts.Select(Safe));
        return IsFile(parts[^1]) ? path : path + "/index.html";
    }

    /// <summary>Whether what has this address or name is a file and no page, which has no type at its end.</summary>
    public static bool IsFile(string address) => Path.GetExtension(address) is { Length: > 1 } type && FileTypes.Contains(type[1..]);

    /// <summary>How one file names another in a link: "../11/bread/index.html".</summary>
    public static string Link(string from, string to)
    {
        // What both have in common, up to the last folder.
        var same = from.AsSpan(0, from.AsSpan().CommonPrefixLength(to)).LastIndexOf('/') + 1;
        var up = from.AsSpan(same).Count('/');
        var down = to[same..];
        if (down.AsSpan().ContainsAnyExcept(Plain)) down = string.Join('/', down.Split('/').Select(Uri.EscapeDataString));
        return string.Create(up * 3 + down.Length, (up, down), static (link, way) =>
        {
            for (int i = 0; i < way.up; i++) "../".CopyTo(link[(i * 3)..]);
            way.down.CopyTo(link[(way.up * 3)..]);
        });
    }

    /// <summary>The part itself where every file system takes it; else what they take of it, with a digest that tells it from others.</summary>
    static string Safe(string part)
    {
        if (part is not ("." or "..") && Encoding.UTF8.GetByteCount(part) <= LongestPart && !part.Any(IsRefused) && part[^1] is not ('.' or ' ') && !Reserved.Contains(part.Split('.')[0])) return part;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(part)).AsSpan(0, 5));
        var kept = new StringBuilder();
        int bytes = 0;
        foreach (var rune in part.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > LongestPart / 2) break;
            if (rune.IsBmp && IsRefused((char)rune.Value)) continue;
            kept.Append(rune.ToString());
        }
        // The type stays at the end: file servers go by it.
        return $"{kept.ToString().TrimEnd('.', ' ')}~{digest}{(IsFile(part) ? Path.GetExtension(part) : "")}";
    }

    /// <summary>Removes a file of an edition, and the folders that are empty without it; false when there was none.</summary>
    /// <param name="folder">Of the edition.</param>
    /// <param name="file">From there.</param>
    public static bool Remove(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        var isThere = File.Exists(path);
        if (isThere) File.Delete(path);
        // Also where there is none: a run can be cut off between a folder and its first file.
        for (var parent = Path.GetDirectoryName(path)!; parent.Length > folder.Length && (!Directory.Exists(parent) || !Directory.EnumerateFileSystemEntries(parent).Any()); parent = Path.GetDirectoryName(parent)!)
            if (Directory.Exists(parent)) Directory.Delete(parent);
        return isThere;
    }

    static bool IsRefused(char c) => c < ' ' || c == '\u007f' || "<>:\"|?*\\".Contains(c, StringComparison.Ordinal);
}
