using AngleSharp.Dom;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Authors;
using Chapar.Tests.Import;
using Chapar.Text;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Reader;

public sealed partial class DefectTests
{
    [Fact]
    public async Task D8_an_authors_address_is_never_made_from_mail_and_a_desk_is_no_person()
    {
        await using var import = await ImportSite.StartAsync();
        await import.TakeAsync(
            WxrText.Author(1, "jane.doe@mail.example", "jane.doe@mail.example"), WxrText.Author(2, "editor", "Editor"), WxrText.Author(3, "ann", "Ann Sample"),
            WxrText.Item(1, "By a mailbox", creator: "jane.doe@mail.example"), WxrText.Item(2, "By a desk", creator: "editor"), WxrText.Item(3, "By a person", creator: "ann"));

        foreach (var (headline, kind) in new[] { ("By a mailbox", AuthorKind.House), ("By a desk", AuthorKind.House), ("By a person", AuthorKind.Person) })
        {
            var article = await import.ArticleAsync(headline);
            var author = Assert.Single(article.Bylines).Author!;
            Assert.Equal((headline, kind), (headline, author.Kind));
            var html = (await import.Site.PageAsync(article.Path!)).DocumentElement.OuterHtml;
            foreach (var part in (string[])["jane", "mail.example", "mail-example"]) Assert.DoesNotContain(part, html, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task D9_D10_a_teaser_is_the_first_sentences_without_shortcodes_captions_and_headings()
    {
        await using var import = await ImportSite.StartAsync();
        await import.TakeAsync(WxrText.Author(1, "ann", "Ann Sample"), WxrText.Item(1, "The dam", extra: WxrText.Category("category", "economy", "Economy"), body: """
            [caption id="attachment_22909" align="alignnone" width="300"]<img src="https://courier.example/wp-content/uploads/dam.jpg" width="300" /> Workers at the dam[/caption]
            <h3>What was built</h3>
            The dam is ready. It holds water for a year.

            <strong>Who paid?</strong>

            The province paid.<!--more-->[gallery ids="1,2"]
            """));
        var deck = Text((await import.Site.PageAsync("/economy")).QuerySelector(".list .deck"));
        Assert.StartsWith("The dam is ready.", deck, StringComparison.Ordinal);
        foreach (var foreign in (string[])["[", "attachment", "Workers", "What was built", "gallery"]) Assert.DoesNotContain(foreign, deck, StringComparison.Ordinal);
        Assert.True(deck.Length <= 320, deck);
    }

    [Theory]
    [InlineData("<div style=\"position:absolute; left:-9999px\">{0}</div>")]
    [InlineData("<p style=\"display: none\">{0}</p>")]
    [InlineData("<span style=\"font-size:0\">{0}</span>")]
    [InlineData("<div hidden>{0}</div>")]
    [InlineData("<div style=\"height:0;overflow:hidden\">{0}</div>")]
    public async Task D13_hidden_foreign_text_is_left_out_of_what_is_imported_and_said(string hiding)
    {
        var spam = string.Format(System.Globalization.CultureInfo.InvariantCulture, hiding, "<a href=\"https://spam.example\">kredi kartı taksit</a>");
        Assert.Contains(HtmlToBody.Convert($"{spam}<p>The river rose.</p>").Notes, note => note.ToString().Contains("hidden text left out", StringComparison.Ordinal));

        await using var import = await ImportSite.StartAsync();
        await import.TakeAsync(WxrText.Author(1, "ann", "Ann Sample"), WxrText.Item(1, "The dam", $"{spam}<p>The river rose.</p>"));
        var html = (await import.Site.PageAsync((await import.ArticleAsync("The dam")).Path!)).DocumentElement.OuterHtml;
        Assert.Contains("The river rose.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("kredi", html, StringComparison.Ordinal);
        Assert.DoesNotContain("spam.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D16_there_is_a_space_in_the_text_and_not_only_in_the_styling()
    {
        await LoadAsync("nbkr", Rates.RatesWorld.Kyrgyz("23.11.2026", "87,4400"), Rates.RatesWorld.Kyrgyz("24.11.2026", "87,9435"));
        var first = await world.PublishAsync("The river rises");
        await world.PublishAsync("A report", format: Format.Opinion);
        await site.ChangeAsync(async db =>
            Assert.Null((await db.Articles.FindAsync([first.Id], Stop))!.Correct("It was a lake.", CorrectionKind.Correction, "test", site.Now)));
        var page = await site.PageAsync(first.Path!);
        Assert.Equal("More articles by Aigul Sadyk", Text(page.QuerySelector(".box h3")));
        foreach (var address in (string[])["/", first.Path!, "/politics", "/rates", "/corrections", "/archive/2026", "/search?q=report", "/authors/aigul-sadyk"])
        {
            var joined = (await site.PageAsync(address)).QuerySelectorAll("a, b, span, time, small").Where(e => e.TextContent.Length > 0
                && e.PreviousSibling is IElement { LocalName: "a" or "b" or "span" or "time" or "small" } before && before.TextContent.Length > 0
                && !char.IsWhiteSpace(before.TextContent[^1]) && !char.IsWhiteSpace(e.TextContent[0]));
            Assert.Equal((address, ""), (address, string.Join(" | ", joined.Select(e => $"{e.PreviousElementSibling!.TextContent}{e.TextContent}"))));
        }
    }

    [Fact]
    public async Task D17_a_lone_article_has_no_heading_without_content()
    {
        var article = await world.PublishAsync("The river rises", author: world.Timur);
        await site.DispatchAsync();
        var page = await site.PageAsync(article.Path!);
        Assert.Empty(page.QuerySelectorAll("aside, .more, .box"));
        Assert.DoesNotContain("Sidebar", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.All(page.QuerySelectorAll("main h2, main h3, dt"), h => Assert.NotEqual("", Text(h.NextElementSibling)));
        foreach (var empty in (string[])["/", "/culture", "/authors/timur-rahim", "/corrections", "/rates"])
            Assert.All((await site.PageAsync(empty)).QuerySelectorAll("h2, h3"), h => Assert.NotEqual((empty, ""), (empty, Text(h.NextElementSibling ?? h.ParentElement!.NextElementSibling))));
    }

    [Fact]
    public async Task D18_an_authors_name_stands_once_in_the_box_and_ornaments_are_silent()
    {
        await site.ChangeAsync(async db =>
        {
            var photo = new Picture(new string('d', 64), "timur.jpg", "image/jpeg", 800, 800, 1000, site.Now);
            db.Add(photo);
            var timur = (await db.Authors.FindAsync([world.Timur.Id], Stop))!;
            timur.Introduce(LocalText.Of("en", "Water reporter"), LocalText.Of("en", "Writes about canals."));
            timur.Portray(photo);
        });
        var article = await world.PublishAsync("The river rises", author: world.Timur);
        foreach (var address in (string[])[article.Path!, "/authors/timur-rahim"])
        {
            var box = (await site.PageAsync(address)).QuerySelector(".box, header.top")!;
            Assert.Equal(2, Text(box).Split("Timur Rahim").Length);
            Assert.Equal("", Assert.Single(box.QuerySelectorAll("img")).GetAttribute("alt"));
            Assert.DoesNotContain("avatar", box.OuterHtml, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task D19_each_date_of_an_article_has_its_label_and_its_zone()
    {
        var article = await world.PublishAsync("The river rises");
        await site.ChangeAsync(async db =>
            Assert.Null((await db.Articles.FindAsync([article.Id], Stop))!.Correct("It was a lake.", CorrectionKind.Correction, "test", site.Now)));
        foreach (var (address, labels) in new[] { (article.Path!, new[] { "Published", "Updated" }) })
        {
            var times = (await site.PageAsync(address)).QuerySelectorAll(".rail time");
            Assert.Equal(labels, times.Select(t => Text(t.ParentElement).Split(' ')[0]));
            Assert.All(times, t =>
            {
                Assert.Matches(@"^\d{4}-\d\d-\d\dT.*[+]06:00$", t.GetAttribute("datetime"));
                Assert.EndsWith("(UTC+6)", Text(t), StringComparison.Ordinal);
            });
        }
    }

    [Fact]
    public async Task D24_spaces_are_put_right_when_a_text_is_saved()
    {
        var article = await world.PublishAsync(" The  river\u00A0rises \t");
        Assert.Equal(("The river rises", "/2026/11/the-river-rises"), (article.Headline, article.Path));
        Assert.Equal("The river rises", (await site.PageAsync(article.Path!)).QuerySelector("h1")!.TextContent);

        var body = HtmlToBody.Convert("<p> One  two&nbsp; three\n four&nbsp;&nbsp;five </p>").Body;
        Assert.Equal("One two three four five", BodyText.Of(body).Trim());
    }
}
