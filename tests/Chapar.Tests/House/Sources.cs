namespace Chapar.Tests.House;

/// <summary>The files of this repository, found from the folder in which the tests run.</summary>
internal static class Sources
{
    /// <summary>The folder that holds Chapar.slnx, with no separator at its end.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Our C# and Razor files under <paramref name="folder"/> (relative to the root), without what tools generate.</summary>
    public static IEnumerable<SourceFile> Under(string folder, params string[] extensions) =>
        from path in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let relative = Path.GetRelativePath(Root, path).Replace('\\', '/')
        where extensions.Contains(Path.GetExtension(path))
        where !relative.Split('/').Any(part => part is "bin" or "obj" or "node_modules" or "Migrations" or "Compiled")
        orderby relative
        select new SourceFile(relative, File.ReadAllText(path));

    static string FindRoot(string from)
    {
        for (var folder = new DirectoryInfo(from); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chapar.slnx"))) return folder.FullName;
        }
        throw new InvalidOperationException($"No Chapar.slnx above {from}: the tests of the house read the sources.");
    }
}

/// <summary>One file of the repository: its path from the root, with slashes, and its text.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The first folder under src/Chapar ("Articles"), or the empty string for a file that lies directly in it.</summary>
    public string Folder => Path.Split('/') is ["src", "Chapar", var folder, _, ..] ? folder : "";

    /// <summary>The file's lines; a final line break does not begin another line.</summary>
    public string[] Lines => Text.TrimEnd('\n').Split('\n');
}
