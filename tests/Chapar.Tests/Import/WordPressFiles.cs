using System.Runtime.CompilerServices;

namespace Chapar.Tests.Import;

/// <summary>Real exports kept beside the repository (see the README of that folder); where they are absent the test is skipped.</summary>
static class WordPressFiles
{
    public static string Path(string name)
    {
        string path = System.IO.Path.Combine(Folder, name);
        if (!File.Exists(path))
            Assert.Skip($"{path} is not here: the real exports are kept beside the repository.");
        return path;
    }

    public static string Folder { get; } = Find();

    static string Find([CallerFilePath] string here = "")
    {
        string? folder = System.IO.Path.GetDirectoryName(here);
        while (folder is not null && !Directory.Exists(System.IO.Path.Combine(folder, "shared", "imports", "wordpress")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return System.IO.Path.Combine(folder ?? "..", "shared", "imports", "wordpress");
    }
}
