using Chapar.Articles.Body;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What comes from the clipboard becomes nodes of ours and nothing else. The HTML is as these programs put it there; the words are our own.</summary>
public class PasteTests
{
    const string Word = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{mso-style-parent:"";}</style></head><body lang=EN-GB>
        <h1>Water</h1><p class=MsoNormal style='mso-margin-top-alt:auto'><b style='mso-bidi-font-weight:normal'><span style='font-size:12.0pt;mso-fareast-font-family:"Times New Roman"'>The Naryn</span></b><span style='mso-spacerun:yes'>  </span>rose.<o:p></o:p></p>
        <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>      </span></span><![endif]>one</p>
        <p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>      </span></span><![endif]>two</p></body></html>
        """;

    const string GoogleDocs = """
        <meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0a1b2c3d"><p dir="ltr" style="line-height:1.38;"><span style="font-size:11pt;font-family:Arial;font-weight:700;">The Naryn</span><span style="font-size:11pt;font-weight:400;"> rose, </span><a href="https://example.org/a" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">they say</span></a></p>
        <ul><li dir="ltr" style="list-style-type:disc;"><p dir="ltr"><span style="font-style:italic">one</span></p></li></ul></b>
        """;

    const string Telegram = """<meta charset="utf-8"><strong>The Naryn</strong> rose<br><br>Second line <a href="https://t.me/example/12">source</a>""";

    const string WebPage = """
        <div class="post"><script>alert(1)</script><h3 onclick="x()">Water</h3><p style="color:red">The <em>Naryn</em> rose.</p><aside style="display:none">Subscribe!</aside>
        <p><a href="javascript:alert(1)">Click</a></p><table><tr><th>Day</th><td>1 m</td></tr></table><iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe></div>
        """;

    [Theory]
    [InlineData(Word, "## Water|**The Naryn** rose.|- one\n- two")]
    [InlineData(GoogleDocs, "**The Naryn** rose, [they say](https://example.org/a)|- *one*")]
    [InlineData(Telegram, "**The Naryn** rose|Second line [source](https://t.me/example/12)")]
    public async Task A_paste_gives_clean_text(string html, string markdown)
    {
        var body = await ConvertAsync(html);
        Assert.Equal(markdown.Split('|'), BodyMarkdown.Render(body, new BodyContext(), new Uri("https://courier.example")).Trim().Split("\n\n"));
    }

    [Fact]
    public async Task A_web_page_brings_no_script_no_hidden_words_and_no_frame()
    {
        var body = await ConvertAsync(WebPage);
        Assert.Equal(["Heading", "Paragraph", "Paragraph", "TableBlock", "Embed"], body.Nodes.Select(node => node.GetType().Name));
        Assert.DoesNotContain("alert", body.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain("Subscribe", body.ToJson(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p style='display:none'>Buy!</p>", "hidden text left out (display:none): Buy!", "не показывается")]
    [InlineData("<p hidden>Buy!</p>", "hidden text left out (hidden): Buy!", "спрятан")]
    [InlineData("<p style='position:absolute;left:-9999px'>Buy!</p>", "hidden text left out (off screen): Buy!", "за краем страницы")]
    [InlineData("<p style='mso-hide:all'>Buy!</p>", "hidden text left out (hidden in Word): Buy!", "скрыт в Word")]
    public async Task How_a_text_was_hidden_is_said_in_the_language_of_who_pastes(string html, string english, string russian)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var other = await site.SignInAsync(Role.Writer, "ru");
        Assert.Equal([english], await NotesAsync(writer));
        Assert.Contains($"({russian})", Assert.Single(await NotesAsync(other)), StringComparison.Ordinal);

        async Task<IEnumerable<string?>> NotesAsync(Staffer who)
        {
            var story = await Story.BeginAsync(site, who);
            var response = await who.PostJsonAsync($"{story.Path}?handler=Convert", System.Text.Json.JsonSerializer.Serialize(new { html }));
            return [.. (await Story.JsonAsync(response)).GetProperty("notes").EnumerateArray().Select(note => note.GetString())];
        }
    }

    static async Task<BodyTree> ConvertAsync(string html)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        var response = await writer.PostJsonAsync($"{story.Path}?handler=Convert", System.Text.Json.JsonSerializer.Serialize(new { html }));
        return BodyTree.Parse((await Story.JsonAsync(response)).GetProperty("body").GetRawText());
    }
}
