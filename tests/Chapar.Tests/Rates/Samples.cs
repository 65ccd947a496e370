namespace Chapar.Tests.Rates;

/// <summary>The recorded documents of the banks, which are not part of the repository: <c>../shared/fx/samples</c> beside it.</summary>
static class Samples
{
    static readonly string? folder = Find();

    public static string Folder
    {
        get
        {
            Assert.SkipWhen(folder is null, "The recorded documents of the banks (../shared/fx/samples) are not on this machine.");
            return folder!;
        }
    }

    public static bool AreHere => folder is not null;

    public static byte[] Read(string file) => File.ReadAllBytes(Path.Combine(Folder, file));

    static string? Find()
    {
        DirectoryInfo? at = new(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Chapar.slnx")))
            at = at.Parent;
        string samples = Path.GetFullPath(Path.Combine(at?.FullName ?? "/", "..", "shared", "fx", "samples"));
        return Directory.Exists(samples) ? samples : null;
    }
}
