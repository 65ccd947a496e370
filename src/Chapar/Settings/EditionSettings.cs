namespace Chapar.Settings;

/// <summary>The static edition. Settings "edition:NAME".</summary>
public sealed class EditionSettings
{
    /// <summary>Where copies of the edition are kept up to date.</summary>
    public IReadOnlyList<MirrorSettings> Mirrors { get; init; } = [];

    internal IEnumerable<string> Problems()
    {
        foreach (var problem in Mirrors.Select((mirror, i) => mirror.Problems($"edition:mirrors:{i}")).SelectMany(all => all)) yield return problem;
        foreach (var twice in Mirrors.GroupBy(m => m.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key))
            yield return $"edition:mirrors: two are named '{twice}': give each a name of its own.";
    }

    /// <summary>What is wrong with an address at which files are to be served; null when nothing is.</summary>
    public static string? ProblemOfAddress(string setting, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && !address.Any(IsRefused) && IsStraight(address) ? null
            : $"{setting} is '{address}': give http:// or https://, host and, if need be, a path, without a slash at the end, such as https://mirror.example.org/courier; no blanks, quotes or password, and no empty part or '..' between slashes.";

    /// <summary>What a browser or a feed reader would read as another address, or as the end of it.</summary>
    static bool IsRefused(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || "\"<>\\^`{|}?#".Contains(c, StringComparison.Ordinal);

    /// <summary>Whether no part of the path is empty or leads back, and so none stands behind its last slash.</summary>
    static bool IsStraight(string address) =>
        address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..].Split('/').Select(Uri.UnescapeDataString).All(part => part is not ("" or "." or ".."));
}

/// <summary>One mirror: a folder, a bucket of an S3-compatible store, or a command that takes the files away.</summary>
public sealed class MirrorSettings
{
    const int LongestName = 40;

    /// <summary>Lower-case letters, digits and hyphens: in the newsroom, in the data folder, in the environment of the command.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where readers reach it, without a slash at the end.</summary>
    public string Address { get; init; } = "";

    /// <summary>A folder, such as the root of a file server or a stick.</summary>
    public string Folder { get; init; } = "";

    /// <summary>A command line for the shell, such as one of rsync.</summary>
    public string Command { get; init; } = "";

    /// <summary>Most seconds that the command may take, 1 to 86400.</summary>
    public int CommandSeconds { get; init; } = 900;

    /// <summary>A bucket.</summary>
    public string Bucket { get; init; } = "";

    /// <summary>The address of the store of the bucket, without it.</summary>
    public string Endpoint { get; init; } = "";

    /// <summary>The region of the bucket, which is signed with each request.</summary>
    public string Region { get; init; } = "us-east-1";

    public string AccessKey { get; init; } = "";
    public string SecretKey { get; init; } = "";

    internal IEnumerable<string> Problems(string setting)
    {
        if (Name.Length is 0 or > LongestName || !Name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            yield return $"{setting}:name is '{Name}': allowed are 1 to {LongestName} lower-case letters, digits and hyphens.";
        if (EditionSettings.ProblemOfAddress($"{setting}:address", Address) is { } problem) yield return problem;
        if (new[] { Folder, Command, Bucket }.Count(way => way.Length > 0) != 1)
            yield return $"{setting} needs one of folder, command and bucket: it says where the files go.";
        if (Folder.Length > 0 && !Path.IsPathFullyQualified(Folder)) yield return $"{setting}:folder is '{Folder}': give a full path.";
        if (CommandSeconds is < 1 or > 86400) yield return $"{setting}:commandSeconds is {CommandSeconds}: allowed are 1 to 86400.";
        if (Bucket.Length == 0) yield break;
        if (EditionSettings.ProblemOfAddress($"{setting}:endpoint", Endpoint) is { } wrong) yield return wrong;
        if (AccessKey.Length == 0) yield return $"{setting}:accessKey is missing: give the key of the bucket's store.";
        if (SecretKey.Length == 0) yield return $"{setting}:secretKey is missing: give the secret of the key.";
        if (Region.Length == 0) yield return $"{setting}:region is empty: leave it out or give the bucket's region.";
    }
}
