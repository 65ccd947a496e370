namespace Chapar.Tests;

/// <summary>Folders for tests, all in one that goes when the tests end, whatever became of them.</summary>
static class TestFolder
{
    static readonly string Root = MakeRoot();

    /// <summary>A new empty one; its path.</summary>
    public static string Make(string name) => Directory.CreateDirectory(Path.Combine(Root, $"{name}-{Guid.NewGuid():N}")).FullName;

    static string MakeRoot()
    {
        var root = Directory.CreateTempSubdirectory("chapar-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    }
}
