using Chapar.Articles.Body;

namespace Chapar.Tests.Articles.Body;

public class BodyTreeTests
{
    [Fact]
    public void A_body_reads_and_writes_the_editors_json()
    {
        const string json = """{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","marks":[{"type":"bold"}],"text":"Бишкек ғқңөұүһі 🏔 \"so\" & <so>"}]}]}""";
        var body = BodyTree.Parse(json);
        Assert.Equal(BodyTree.Parse(body.ToJson()), body);
        Assert.Contains("Бишкек ғқңөұүһі", body.ToJson(), StringComparison.Ordinal);
        Assert.Contains("& <so>", body.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_nodes_and_marks_survive_a_round_trip_and_are_named()
    {
        const string json = """{"type":"doc","content":[{"type":"poll","attrs":{"ends":"2026-01-01"},"content":[{"type":"paragraph","content":[{"type":"text","marks":[{"type":"glow","attrs":{"hue":3}}],"text":"Yes?"}]}]}]}""";
        var body = BodyTree.Parse(json);
        Assert.Equal(json, body.ToJson());
        Assert.Equal(["mark glow", "node poll"], body.Unknown);
        Assert.Equal("<p>Yes?</p>\n", BodyHtml.Render(body, new BodyContext()));
        Assert.Equal("Yes?", BodyText.Of(body));
    }

    [Theory]
    [InlineData("""{"type":"doc","content":[{"type":"heading","attrs":{"level":7}}]}""", "content[0].attrs.level: must be a whole number from 2 to 4")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph"},{"type":"text","text":"x"}]}""", "content[1]: text may not stand here")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link"}]}]}]}""", "content[0].content[0].marks[0].attrs.href: must be given")]
    [InlineData("""{"type":"doc","content":[{"type":"image","attrs":{"media":"cat"}}]}""", "content[0].attrs.media: must be an id")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"\ud800"}]}]}""", "content[0].content[0].text: must be whole letters (it ends in half a surrogate pair)")]
    [InlineData("""{"type":"doc","content":{}}""", "content: must be a list")]
    [InlineData("""{"type":"doc","content":[{"type":"orderedList","content":[{"type":"paragraph"}]}]}""", "content[0].content[0]: paragraph may not stand here")]
    [InlineData("""{"type":"page"}""", "type: a body is an object of type doc")]
    public void A_wrong_body_is_refused_with_the_place(string json, string message) =>
        Assert.Equal(message, Assert.Throws<BodyException>(() => BodyTree.Parse(json)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"type\":\"doc\",")]
    public void What_is_no_body_is_refused(string json) => Assert.Throws<BodyException>(() => BodyTree.Parse(json));

    [Fact]
    public void Nesting_ends_at_32()
    {
        static string Nest(int quotes) => """{"type":"doc","content":[""" + string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", quotes))
            + """{"type":"paragraph","content":[{"type":"text","text":"x"}]}""" + string.Concat(Enumerable.Repeat("]}", quotes)) + "]}";
        Assert.Equal("x", BodyText.Of(BodyTree.Parse(Nest(30))));
        Assert.Throws<BodyException>(() => BodyTree.Parse(Nest(31)));
        Assert.Throws<BodyException>(() => BodyTree.Parse(Nest(5000)));
    }

    [Fact]
    public void A_body_knows_what_its_page_depends_on()
    {
        Guid photo = Guid.CreateVersion7(), poster = Guid.CreateVersion7(), article = Guid.CreateVersion7();
        var body = new BodyTree([
            new Gallery([new ImageBlock(photo, null, "a"), new ImageBlock(photo, null, "b")]), new Embed("youtube", "https://youtu.be/abcdefghijk", null, poster),
            new LinkCard(article, null, null), new Paragraph([new RateInline("usd-kgs")])]);
        Assert.Equal([photo, poster], body.Media());
        Assert.Equal([article], body.Articles());
        Assert.True(body.QuotesLiveRates());
    }
}
