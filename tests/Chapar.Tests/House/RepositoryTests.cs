using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>What must never be committed.</summary>
public partial class RepositoryTests
{
    [Fact]
    public void What_fetches_packages_names_no_host()
    {
        // A lock file, a package setting or a script that names a registry works only where that one is reached.
        var named = from file in Tracked()
                    where Fetches().IsMatch(file.Path)
                    from line in file.Lines
                    where Host().IsMatch(line)
                    select $"{file.Path}: {line.Trim()}";
        Findings.None(named);
    }

    [Fact]
    public void No_document_of_the_studies_beside_the_repository_is_committed()
    {
        var shared = Path.GetFullPath(Path.Combine(Sources.Root, "..", "shared"));
        if (!Directory.Exists(shared)) Assert.Skip("../shared is not there: nothing to compare with");
        var studies = Directory.EnumerateFiles(shared, "*", SearchOption.AllDirectories)
            .Select(path => new FileInfo(path)).Where(file => file.Length > 200).ToLookup(file => file.Length);
        var copies = from file in Tracked()
                     let length = new FileInfo(Path.Combine(Sources.Root, file.Path)).Length
                     from study in studies[length]
                     where File.ReadAllText(study.FullName) == file.Text
                     select $"{file.Path} is {study.FullName}";
        Findings.None(copies);
    }

    [Fact]
    public void Each_package_version_is_named_in_one_place()
    {
        var elsewhere = from file in Sources.Under("src", ".csproj").Concat(Sources.Under("tests", ".csproj"))
                        where VersionOfPackage().IsMatch(file.Text)
                        select file.Path;
        Findings.None(elsewhere);
    }

    static IEnumerable<SourceFile> Tracked()
    {
        var start = new ProcessStartInfo("git", ["-C", Sources.Root, "ls-files"]) { RedirectStandardOutput = true };
        string[] paths;
        try
        {
            using var git = Process.Start(start)!;
            paths = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            git.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            paths = [];
        }
        if (paths.Length == 0) Assert.Skip("git or its index is not there: which files are committed is not known");
        return from path in paths
               let full = Path.Combine(Sources.Root, path)
               where File.Exists(full) && new FileInfo(full).Length < 5_000_000
               select new SourceFile(path, File.ReadAllText(full));
    }

    [GeneratedRegex(@"(\.lock\.json|package-lock\.json|package\.json|dotnet-tools\.json|\.npmrc|(?i:nuget\.config)|^run|^test|^chapar|^\.ci/run)$")]
    private static partial Regex Fetches();

    // Our own server on this machine is no registry, and neither is whom a lock file asks to fund.
    [GeneratedRegex(@"(?<!""url"": "")https?://(?!localhost|127\.0\.0\.1|\$|%)")]
    private static partial Regex Host();

    [GeneratedRegex("<PackageReference [^>]*Version=")]
    private static partial Regex VersionOfPackage();
}
