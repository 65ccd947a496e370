using System.Text.RegularExpressions;

namespace Chapar.Media;

/// <summary>
/// The files of the old site's uploads folder, found by the addresses under which WordPress showed them: by path, by name, and
/// without what it adds to names (<c>-300x200</c>, <c>-scaled</c>, <c>-rotated</c>, <c>-e1299</c> of an edit).
/// </summary>
public sealed partial class MediaFolder
{
    readonly Dictionary<string, string> byPath = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, List<string>> byName = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="folder">Where to look, with all folders in it; null for none. Links out of it are not followed.</param>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    public MediaFolder(string? folder)
    {
        if (folder is null)
            return;
        string root = Path.GetFullPath(folder);
        if (!Directory.Exists(root))
            throw new DirectoryNotFoundException($"The media folder {folder} does not exist.");
        EnumerationOptions options = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.System };
        foreach (string file in Directory.EnumerateFiles(root, "*", options))
        {
            byPath[Path.GetRelativePath(root, file).Replace('\\', '/')] = file;
            string name = Path.GetFileName(file);
            if (!byName.TryGetValue(name, out List<string>? same))
                byName[name] = same = [];
            same.Add(file);
        }
    }

    public bool IsEmpty => byPath.Count == 0;

    /// <summary>The best file for an address: the original before a smaller copy; null when there is none.</summary>
    public string? Find(string address)
    {
        if (byPath.Count == 0 || address.Length == 0)
            return null;
        string path = Uri.UnescapeDataString(address.Split('?', '#')[0]);
        foreach (string variant in Variants(path))
            if (ByPath(variant) is { } file)
                return file;
        foreach (string variant in Variants(path))
            // A name alone says which file only when there is one of it.
            if (byName.GetValueOrDefault(variant[(variant.LastIndexOf('/') + 1)..]) is [var only])
                return only;
        return null;
    }

    /// <summary>Tries the path's end, longest first: the folder may be "uploads", or one above or below it.</summary>
    string? ByPath(string path)
    {
        string[] parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        for (int from = 0; from < parts.Length - 1; from++)
            if (byPath.TryGetValue(string.Join('/', parts[from..]), out string? file))
                return file;
        return parts.Length > 0 && byPath.TryGetValue(parts[^1], out string? flat) && path.Count(c => c == '/') <= 1 ? flat : null;
    }

    static IEnumerable<string> Variants(string path)
    {
        string plain = SizePattern().Replace(path, "${ending}");
        string original = MadePattern().Replace(plain, "${ending}");
        yield return original;
        if (plain != original)
            yield return plain;
        yield return MadePattern().IsMatch(plain) ? path : EndingPattern().Replace(plain, "-scaled${ending}");
        if (path != plain)
            yield return path;
    }

    /// <summary>The address of the original that a sized copy was made of: for recognising the same picture.</summary>
    public static string Original(string address) =>
        MadePattern().Replace(SizePattern().Replace(address.Split('?', '#')[0], "${ending}"), "${ending}");

    [GeneratedRegex(@"-\d{1,5}x\d{1,5}(?<ending>\.[a-zA-Z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"-(?:scaled|rotated|e\d{9,})(?<ending>\.[a-zA-Z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex MadePattern();

    [GeneratedRegex(@"(?<ending>\.[a-zA-Z0-9]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex EndingPattern();
}
