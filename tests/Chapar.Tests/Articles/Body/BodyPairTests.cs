using Chapar.Articles.Body;

namespace Chapar.Tests.Articles.Body;

public class BodyPairTests
{
    public static TheoryData<string> Rendered => [.. Pairs.Names("rendered.md")];

    public static TheoryData<string> Read => [.. Pairs.Names("html.md")];

    [Theory, MemberData(nameof(Rendered))]
    public void A_tree_becomes_html(string name)
    {
        var json = Pairs.Read("rendered.md", name, out var html, out _);
        var body = BodyTree.Parse(json);
        Assert.Equal(html.Trim(), BodyHtml.Render(body, Sample.Context).Trim());
        Assert.Equal(body, BodyTree.Parse(body.ToJson()));
    }

    [Theory, MemberData(nameof(Read))]
    public void Html_becomes_a_tree(string name)
    {
        var html = Pairs.Read("html.md", name, out var json, out var notes);
        var converted = HtmlToBody.Convert(html, Sample.Options);
        Assert.Equal(BodyTree.Parse(json).ToJson(), converted.Body.ToJson());
        Assert.Equal(notes.Trim(), string.Join('\n', converted.Notes));
        Assert.Equal(converted.Body, BodyTree.Parse(converted.Body.ToJson()));
    }
}
