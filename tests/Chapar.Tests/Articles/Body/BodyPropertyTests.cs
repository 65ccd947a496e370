using AngleSharp.Html.Parser;
using Chapar.Articles.Body;
using CsCheck;

namespace Chapar.Tests.Articles.Body;

public class BodyPropertyTests
{
    static readonly HashSet<string> Elements =
    [
        "a", "aside", "blockquote", "br", "caption", "cite", "code", "div", "em", "figcaption", "figure", "h2", "h3", "h4", "hr", "img", "li", "ol", "p",
        "picture", "pre", "s", "small", "source", "span", "strong", "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul",
    ];

    static readonly HashSet<string> Attributes =
    [
        "alt", "aria-label", "class", "colspan", "data-alt", "data-article", "data-asof", "data-bytes", "data-decorative", "data-height", "data-media", "data-pair",
        "data-poster", "data-provider", "data-role", "data-speaker", "data-src", "data-url", "data-width", "decoding", "height", "href", "lang", "loading", "rel",
        "role", "rowspan", "scope", "sizes", "src", "srcset", "start", "tabindex", "title", "type", "width",
    ];

    static readonly string[] Pieces =
    [
        "<p>", "</p>", "<div>", "</div>", "<b>", "</b>", "<i style='font-weight:bold'>", "</i>", "<a href='javascript:alert(1)'>", "<a href=\"https://example.org/a b\">", "<a href='&#106;avascript:x'>",
        "</a>", "<ul>", "</ul>", "<ol start=-3>", "</ol>", "<li>", "</li>", "<table>", "</table>", "<tr>", "<td colspan=2 rowspan=0>", "<th>", "<thead>", "<caption>", "<h1>", "</h1>", "<h5>", "</h5>",
        "<blockquote>", "</blockquote>", "<blockquote class=pull>", "<cite>", "</cite>", "<figure>", "</figure>", "<figure class=embed data-url='javascript:1' data-provider=x>", "<figcaption>", "</figcaption>",
        "<img src=/a.png alt='x' onerror=alert(1)>", "<img src='javascript:x'>", "<img src=https://t.example/a.png width=40 height=30>", "<iframe src=//youtu.be/abcdefghijk>", "</iframe>", "<script>alert('<p>')</script>", "<style>", "</style>",
        "<svg onload=alert(1)><script>1</script>", "</svg>", "<math><mi>x</mi>", "</math>", "<template>", "</template>", "<noscript>", "</noscript>", "<pre>", "</pre>", "<code class=language-x>", "</code>", "<br>", "<hr>",
        "<div class=gallery>", "<div class=turn data-speaker='A' data-role=answer>", "<aside class=note>", "</aside>", "<a class=card data-article=lake href=/x>", "<a class=card>", "<span class=rate data-pair='usd-kgs'>", "<span lang=ky>", "</span>",
        "<p class=file>", "<p style='mso-list:l0 level3 lfo1'>", "<span style='display:none'>", "<sub>", "<sup>", "</sup>", "<del>", "<q>", "</q>", "<dl><dt>", "<dd>", "<video src=/v.mp4>", "<object><param name=movie value='https://youtube.com/v/abcdefghijk'>", "</object>",
        "text", " ", "\n", "&nbsp;", "қ", "— ", "12&nbsp;km", "&lt;script&gt;", "&#0;", "\u0001", "\ud83c", "🏔", "\u200b", "***", "https://t.me/channel/5", "<!-- c -->", "<![CDATA[x]]>", "<x-y>", "</x-y>", "<", "\"", "<form><input value=x><button>b</button>", "<select><option>o",
        "<details><summary>", "<small class=credit>", "</small>", "<p class=speaker>", "<p class=title>", "<center>", "<font color=red>", "<strong class=headline>", "<frameset>", "<body>", "<html>", "<plaintext",
    ];

    [Fact]
    public void Json_reads_back_as_the_same_body() =>
        Trees.Body.Sample(body => BodyTree.Parse(body.ToJson()) == body, iter: 300);

    [Fact]
    public void The_sites_html_reads_back_as_the_same_body() =>
        Trees.Body.Sample(body => Same(body, HtmlToBody.Convert(BodyHtml.Render(body, Sample.Context)).Body), iter: 400);

    [Fact]
    public void The_sites_html_holds_only_known_elements_and_attributes() =>
        Trees.Body.Sample(body => Clean(BodyHtml.Render(body, Sample.Context)), iter: 300);

    [Fact]
    public void No_html_makes_the_converter_fail_or_lets_a_script_through() =>
        Trees.OneOf(Pieces).List[0, 40].Select(string.Concat).Sample(html =>
        {
            var body = HtmlToBody.Convert(html, Sample.Options).Body;
            var rendered = BodyHtml.Render(body, Sample.Context);
            Clean(rendered);
            return BodyTree.Parse(body.ToJson()) == body;
        }, iter: 1000);

    [Fact]
    public void What_came_through_the_converter_comes_through_it_unchanged() =>
        Trees.OneOf(Pieces).List[0, 25].Select(string.Concat).Sample(html =>
        {
            var body = HtmlToBody.Convert(html, Sample.Options).Body;
            return Same(body, HtmlToBody.Convert(BodyHtml.Render(body, Sample.Context), Sample.Options).Body);
        }, iter: 400);

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>a<td>")]
    [InlineData("<b><i>")]
    [InlineData("<p style='mso-list:l0 level9'>")]
    [InlineData("<figure>")]
    [InlineData("<div class=turn>")]
    public void Endless_nesting_is_flattened(string piece)
    {
        var body = HtmlToBody.Convert(string.Concat(Enumerable.Repeat(piece, 2_000)) + "deep").Body;
        Assert.Contains("deep", BodyText.Of(BodyTree.Parse(body.ToJson())), StringComparison.Ordinal);
    }

    static bool Same(BodyTree before, BodyTree after)
    {
        Assert.Equal(before.ToJson(), after.ToJson());
        return true;
    }

    static bool Clean(string html)
    {
        using var document = new HtmlParser().ParseDocument("<body>" + html);
        foreach (var element in document.Body!.QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, Elements);
            foreach (var attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, Attributes);
                if (attribute.Name is "href" or "src")
                    Assert.DoesNotContain("script:", attribute.Value, StringComparison.OrdinalIgnoreCase);
            }
        }
        // Nothing was left open or nested as the parser would not have it.
        Assert.Equal(document.Body!.InnerHtml.Length, new HtmlParser().ParseDocument(document.Body!.InnerHtml).Body!.InnerHtml.Length);
        return true;
    }
}
