using System.Text.RegularExpressions;

namespace Chapar.Tests.House;

/// <summary>Dead code that no compiler sees: styles for nothing.</summary>
public partial class UnusedTests
{
    // Classes that the editor's library gives to what it makes.
    static readonly string[] OfTheLibrary = ["selectedCell", "is-editor-empty"];

    [Fact]
    public void Every_class_of_the_stylesheets_stands_in_some_page()
    {
        var pages = Sources.Under("src/Chapar", ".cs", ".cshtml", ".ts", ".js").ToList();
        if (!pages.Any(page => page.Path.EndsWith(".cshtml", StringComparison.Ordinal))) Assert.Skip("there are no pages yet");
        var words = pages.SelectMany(page => Word().Matches(page.Text)).Select(match => match.Value).ToHashSet();
        var unused = from sheet in Sources.Under("src/Chapar", ".css")
                     from name in ClassesOf(sheet.Text)
                     where !words.Contains(name) && !OfTheLibrary.Contains(name) && !name.StartsWith("ProseMirror-", StringComparison.Ordinal)
                     select $"{sheet.Path}: .{name}";
        Findings.None(unused);
    }

    [Fact]
    public void A_class_is_told_from_a_number_a_file_and_a_comment() =>
        Assert.Equal(["byline", "lead-photo"], ClassesOf("/* .old */ .byline > a:is(.lead-photo) { margin: .5rem; src: url(a.woff2) }"));

    static IEnumerable<string> ClassesOf(string sheet) =>
        ClassName().Matches(Declarations().Replace(Comment().Replace(sheet, ""), "{")).Select(match => match.Groups[1].Value).Distinct();

    // A block without blocks in it is one of declarations; what is left are selectors.
    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Declarations();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.([a-zA-Z][\w-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex(@"[a-zA-Z][\w-]*")]
    private static partial Regex Word();
}
