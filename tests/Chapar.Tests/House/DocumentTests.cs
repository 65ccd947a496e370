using System.Reflection;
using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>Documents state what the code does, or they fail.</summary>
public partial class DocumentTests
{
    [Fact]
    public void Operations_lists_every_setting_and_no_other()
    {
        var settings = Assembly.Load("chapar").GetType("Chapar.Settings.ChaparSettings");
        if (settings is null) Assert.Skip("there are no settings yet");
        var known = from section in settings.GetProperties()
                    where section.PropertyType is { IsClass: true, Namespace: "Chapar.Settings" }
                    from setting in section.PropertyType.GetProperties()
                    where setting.CanWrite
                    select $"{Camel(section.Name)}:{Camel(setting.Name)}";
        var written = SettingOfTable().Matches(Read("docs/operations.md")).Select(match => match.Groups[1].Value);
        Assert.Equal(known.Order(), written.Order());
    }

    [Fact]
    public void A_link_in_a_document_leads_to_a_file()
    {
        var broken = from file in Sources.Under(".", ".md")
                     where !file.Path.Contains("Database/Demo", StringComparison.Ordinal) && !file.Path.StartsWith("artifacts", StringComparison.Ordinal)
                     from Match link in Link().Matches(file.Text)
                     let target = Path.Combine(Sources.Root, Path.GetDirectoryName(file.Path)!, link.Groups[1].Value)
                     where !Path.Exists(target)
                     select $"{file.Path}: {link.Groups[1].Value}";
        Findings.None(broken);
    }

    [Fact]
    public void A_class_of_tests_that_a_document_names_is_there()
    {
        var classes = Sources.Under("tests", ".cs").Select(file => Path.GetFileNameWithoutExtension(file.Path).Split('.')[0]).ToHashSet();
        var gone = from Match name in TestClass().Matches(Read("docs/newsroom.md")) where !classes.Contains(name.Value) select name.Value;
        Findings.None(gone);
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap()
    {
        var numbers = Directory.EnumerateFiles(Path.Combine(Sources.Root, "docs/decisions"), "*.md", SearchOption.AllDirectories)
            .Select(path => int.Parse(Path.GetFileName(path)[..3], System.Globalization.CultureInfo.InvariantCulture)).Order().ToList();
        Assert.Equal(Enumerable.Range(0, numbers.Count), numbers);
    }

    static string Read(string path) => File.ReadAllText(Path.Combine(Sources.Root, path));

    static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    [GeneratedRegex(@"^\| `(\w+:\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingOfTable();

    [GeneratedRegex(@"(?<![.\w])[A-Z]\w*Tests\b")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)")]
    private static partial Regex Link();
}
