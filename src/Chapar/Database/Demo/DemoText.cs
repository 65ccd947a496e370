namespace Chapar.Database.Demo;

/// <summary>One text of the sample publication: lines of "key: value", a line of three hyphens, then Markdown.</summary>
sealed class DemoText
{
    readonly Dictionary<string, string> fields;

    DemoText(string file, Dictionary<string, string> fields, string markdown)
    {
        File = file;
        this.fields = fields;
        Markdown = markdown;
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    public string Markdown { get; }

    /// <summary>The value of a line that must be there.</summary>
    /// <exception cref="InvalidDataException">It is missing or empty.</exception>
    public string this[string key] => Find(key) ?? throw new InvalidDataException($"{File}: the line '{key}:' is missing or empty.");

    /// <summary>The value of a line, or null when it is missing or empty.</summary>
    public string? Find(string key) => fields.TryGetValue(key, out var value) && value.Length > 0 ? value : null;

    /// <summary>The values of a line that are parted by commas.</summary>
    public IReadOnlyList<string> List(string key) =>
        Find(key)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <exception cref="InvalidDataException">A line above the hyphens has no colon, or there are no hyphens.</exception>
    public static DemoText Read(string path)
    {
        var file = Path.GetFileName(path);
        var lines = System.IO.File.ReadAllLines(path);
        var end = Array.IndexOf(lines, "---");
        if (end < 0) throw new InvalidDataException($"{file}: the line of three hyphens under the keys is missing.");
        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (var line in lines[..end])
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 1) throw new InvalidDataException($"{file}: '{line}' is not 'key: value'.");
            fields[line[..colon]] = line[(colon + 1)..].Trim();
        }
        return new DemoText(file, fields, string.Join('\n', lines[(end + 1)..]));
    }
}
