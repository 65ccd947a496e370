using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Chapar.Text;

namespace Chapar.Media;

/// <param name="Path">Where it lies on disk.</param>
/// <param name="IsShown">False: a browser is to save it, not to open it on our origin.</param>
public sealed record Download(string Path, string ContentType, bool IsShown);

/// <summary>
/// The files of the publication that are no pictures: documents, sound, video. Each lies under its digest and name, which are its
/// address. Nothing a browser would run is taken: the kind is told by the name's ending and must not be contradicted by the content.
/// </summary>
public sealed partial class Downloads(string mediaFolder)
{
    const int StartBytes = 1024;

    static readonly FrozenDictionary<string, string> kinds = new Dictionary<string, string>
    {
        ["pdf"] = "application/pdf",
        ["epub"] = "application/epub+zip",
        ["zip"] = "application/zip",
        ["rtf"] = "application/rtf",
        ["doc"] = "application/msword",
        ["xls"] = "application/vnd.ms-excel",
        ["ppt"] = "application/vnd.ms-powerpoint",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ["pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ["odt"] = "application/vnd.oasis.opendocument.text",
        ["ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        ["odp"] = "application/vnd.oasis.opendocument.presentation",
        ["txt"] = "text/plain; charset=utf-8",
        ["csv"] = "text/csv; charset=utf-8",
        ["srt"] = "text/plain; charset=utf-8",
        ["vtt"] = "text/vtt; charset=utf-8",
        ["mp3"] = "audio/mpeg",
        ["m4a"] = "audio/mp4",
        ["ogg"] = "audio/ogg",
        ["oga"] = "audio/ogg",
        ["opus"] = "audio/ogg",
        ["wav"] = "audio/wav",
        ["flac"] = "audio/flac",
        ["mp4"] = "video/mp4",
        ["m4v"] = "video/mp4",
        ["webm"] = "video/webm",
        ["ogv"] = "video/ogg",
        ["mov"] = "video/quicktime",
        ["avi"] = "video/x-msvideo",
        ["wmv"] = "video/x-ms-wmv",
        ["3gp"] = "video/3gpp",
    }.ToFrozenDictionary();

    /// <summary>Whether files named so are taken at all.</summary>
    public static bool IsKnown(string fileName) => kinds.ContainsKey(EndingOf(fileName));

    /// <summary>Copies a file in and answers its address here: "/media/files/{digest}/{name}". The same file again has the same address.</summary>
    /// <exception cref="InvalidDataException">It is of no kind that is taken; the message names it.</exception>
    public async Task<string> TakeInAsync(string file, CancellationToken stop)
    {
        string name = Path.GetFileName(file), ending = EndingOf(name);
        if (!kinds.ContainsKey(ending))
            throw new InvalidDataException($"{name}: files of this kind are not taken, since a browser might run them.");
        await using var content = File.OpenRead(file);
        var start = new byte[StartBytes];
        int read = await content.ReadAtLeastAsync(start, StartBytes, throwOnEndOfStream: false, stop);
        if (Contradicts(ending, start.AsSpan(0, read)))
            throw new InvalidDataException($"{name} is not what its name says: a web page, a script or a program.");
        content.Position = 0;
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, stop))[..16];
        var address = $"/media/files/{digest}/{(Slug.Of(Path.GetFileNameWithoutExtension(name)) is { Length: > 0 } slug ? slug : "file")}.{ending}";
        var at = PathOf(address);
        if (File.Exists(at)) return address;
        Directory.CreateDirectory(Path.GetDirectoryName(at)!);
        var incoming = at + ".part";
        File.Copy(file, incoming, overwrite: true);
        File.Move(incoming, at, overwrite: true);
        return address;
    }

    /// <summary>What lies at an address, or null.</summary>
    public Download? Find(string address)
    {
        if (!AddressPattern().IsMatch(address) || !kinds.TryGetValue(EndingOf(address), out var type) || PathOf(address) is var path && !File.Exists(path)) return null;
        return new Download(path, type, type is "application/pdf" || type.StartsWith("audio/", StringComparison.Ordinal) || type.StartsWith("video/", StringComparison.Ordinal));
    }

    string PathOf(string address) => Path.Combine([mediaFolder, .. address.Split('/')[2..]]);

    static string EndingOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    static bool Contradicts(string ending, ReadOnlySpan<byte> start)
    {
        if (ending == "pdf") return start.IndexOf("%PDF-"u8) < 0 || LooksLikeMarkup(start);
        if (ending is "txt" or "csv" or "srt" or "vtt") return false; // saved, and never as anything but text
        return LooksLikeMarkup(start) || start.StartsWith("#!"u8) || start.StartsWith("MZ"u8) || start.StartsWith("\u007FELF"u8);
    }

    static bool LooksLikeMarkup(ReadOnlySpan<byte> start) =>
        Encoding.Latin1.GetString(start).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n').StartsWith('<');

    [GeneratedRegex(@"^/media/files/[0-9a-f]{16}/[^/.\\]+\.[0-9a-z]{2,4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}
