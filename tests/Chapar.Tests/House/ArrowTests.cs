using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>Who may use whom between the folders of src/Chapar (docs/architecture.md). Razor files count like C#.</summary>
public partial class ArrowTests
{
    static readonly string[] Nouns =
        ["Articles", "Authors", "Fronts", "Media", "Names", "Rates", "Sections", "Spellings", "Staff", "Suggestions"];

    // The entities are mapped by the database, record events, and are the subject of jobs: one rank with both.
    static readonly string[] Rank = [.. Nouns, "Database", "Events"];
    static readonly string[] RankAndText = [.. Rank, "Text"];
    // Settings stand under the trades: entities never see them.
    static readonly string[] BelowTrades = [.. RankAndText, "Settings"];
    static readonly string[] BelowPages = [.. BelowTrades, "Search", "Distribution", "Import", "Export", "Pages"];

    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Text"] = [],
        ["Settings"] = ["Text"],
        ["Database"] = RankAndText,
        ["Events"] = RankAndText,
        // Between the nouns only these arrows: a story knows who wrote it and where it is filed, not the other way round.
        ["Articles"] = ["Authors", "Sections", "Media", "Staff", "Database", "Events", "Text"],
        ["Authors"] = ["Media", "Database", "Events", "Text"],
        ["Fronts"] = ["Articles", "Database", "Events", "Text"],
        ["Media"] = ["Database", "Events", "Text"],
        ["Names"] = ["Database", "Events", "Text"],
        ["Rates"] = ["Database", "Events", "Text"],
        ["Sections"] = ["Database", "Events", "Text"],
        ["Spellings"] = ["Articles", "Database", "Events", "Text"],
        ["Staff"] = ["Database", "Events", "Text"],
        ["Suggestions"] = ["Articles", "Search", "Database", "Events", "Text"],
        ["Search"] = BelowTrades,
        ["Distribution"] = BelowTrades,
        ["Import"] = BelowTrades,
        ["Export"] = BelowTrades,
        ["Pages"] = BelowTrades,
        ["Reader"] = BelowPages,
        ["Newsroom"] = BelowPages,
        ["Hosting"] = [.. BelowPages, "Reader", "Newsroom"],
    };

    [Fact]
    public void A_folder_uses_only_the_folders_it_may_use()
    {
        var wrong = from file in Sources.Under("src/Chapar", ".cs", ".cshtml")
                    where MayUse.ContainsKey(file.Folder)
                    from used in Uses(file.Text)
                    where used != file.Folder && MayUse.ContainsKey(used) && !MayUse[file.Folder].Contains(used)
                    select $"{file.Path}: {file.Folder} may not use {used}";
        Findings.None(wrong);
    }

    [Fact]
    public void Every_folder_of_the_program_has_its_place()
    {
        var folders = Sources.Under("src/Chapar", ".cs", ".cshtml").Select(file => file.Folder).Where(folder => folder != "").Distinct();
        Findings.None(folders.Except(MayUse.Keys));
    }

    [Fact]
    public void A_file_lies_in_the_folder_of_its_namespace()
    {
        var wrong = from file in Sources.Under("src/Chapar", ".cs")
                    let declared = Declaration().Match(file.Text)
                    let expected = string.Join('.', ["Chapar", .. file.Path.Split('/')[2..^1]])
                    where declared.Success && declared.Groups[1].Value != expected
                    select $"{file.Path}: says {declared.Groups[1].Value}, lies in {expected}";
        Findings.None(wrong);
    }

    [Fact]
    public void A_use_is_seen_in_a_using_a_qualified_name_and_a_Razor_file()
    {
        Assert.Equal(["Articles"], Uses("using Chapar.Articles.Body;"));
        Assert.Equal(["Media"], Uses("global::Chapar.Media.Photo photo"));
        Assert.Equal(["Rates"], Uses("@inject Chapar.Rates.Ticker Ticker"));
        Assert.Empty(Uses("/// <see cref=\"Chapar.Reader.ArticlePage\"/>\n// like Chapar.Reader"));
        Assert.Empty(Uses("namespace Chapar.Articles;"));
    }

    static IEnumerable<string> Uses(string text) =>
        from line in text.Split('\n')
        let code = line.TrimStart()
        where !code.StartsWith("//", StringComparison.Ordinal) && !code.StartsWith("namespace ", StringComparison.Ordinal)
        from Match match in Use().Matches(code)
        select match.Groups[1].Value;

    [GeneratedRegex(@"\bChapar\.(\w+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
