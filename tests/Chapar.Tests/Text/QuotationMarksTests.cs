using System.Text.RegularExpressions;
using Chapar.Articles.Body;
using Chapar.Tests.House;
using Chapar.Text;

namespace Chapar.Tests.Text;

public partial class QuotationMarksTests
{
    [Theory]
    [InlineData("en", "“a ‘b’ c”")]
    [InlineData("ru", "«a „b“ c»")]
    [InlineData("kk", "«a “b” c»")]
    [InlineData("ky", "«a „b“ c»")]
    [InlineData("uz", "“a ‘b’ c”")]
    [InlineData("tg", "«a „b“ c»")]
    [InlineData("tk", "“a “b” c”")]
    public void A_quotation_of_a_foreign_page_takes_the_marks_of_the_story(string language, string expected) =>
        Assert.Equal(expected, BodyLines.Of(HtmlToBody.Convert("<p><q>a <q>b</q> c</q></p>", new HtmlOptions { Language = language }).Body, ""));

    [Fact]
    public void The_editor_has_the_same_marks()
    {
        var table = Table().Match(File.ReadAllText(Path.Combine(Sources.Root, "src/Chapar/Newsroom/Editor/typography.ts"))).Groups[1].Value;
        Assert.Equal(Languages.All.Select(language => (language, Written(language))).Order(), Row().Matches(table).Select(row => (row.Groups[1].Value, row.Groups[2].Value)).Order());
    }

    [Fact]
    public void The_interface_quotes_as_its_language_does()
    {
        // A mark by itself is spoken of: "«»".
        var strange = from language in Languages.All
                      let marks = Written(language)
                      from word in WordsTests.WordsOf(language)
                      where Mark().Matches(word.Value).Any(mark => !marks.Contains(mark.Value, StringComparison.Ordinal))
                      select $"{language}: {word.Key}: {word.Value}";
        Findings.None(strange);
    }

    static string Written(string language) => QuotationMarks.Of(language) is var marks ? marks.Open + marks.Close + marks.InnerOpen + marks.InnerClose : "";

    [GeneratedRegex("quotationMarks[^{]*{([^}]*)}")]
    private static partial Regex Table();

    [GeneratedRegex("(\\w\\w): \"([^\"]*)\"")]
    private static partial Regex Row();

    [GeneratedRegex("[«»“”„\"]")]
    private static partial Regex Mark();
}
