using Chapar.Articles.Body;
using Chapar.Import.WordPress;

namespace Chapar.Tests.Import;

public class WordPressBodyTests
{
    static readonly WordPressAttachment bazaar = new(7, 1, 0, "https://old.example/wp-content/uploads/bazaar.jpg", "Bazaar", "A stall of melons", "Melons at the bazaar");
    static readonly WordPressAttachment river = new(8, 1, 1, "https://old.example/wp-content/uploads/river.jpg", "River", "", "");
    static readonly Guid media = Guid.Parse("01910000-0000-7000-8000-000000000007");

    static readonly WordPressBodySource source = new()
    {
        Attachment = id => id == 7 ? bazaar : id == 8 ? river : null,
        Children = [bazaar, river],
        ReusableBlock = id => id == 40 ? "<!-- wp:paragraph --><p>Said again.</p><!-- /wp:paragraph -->" : id == 41 ? "<!-- wp:block {\"ref\":41} /-->" : null,
        Footnotes = """[{"id":"a","content":"The <em>first</em> note"}]""",
        Link = href => href == "https://old.example/?p=3" ? "/2020/three" : null,
    };

    static WordPressHtml Convert(string content) => WordPressBody.Convert(content, source);

    static string Html(string content)
    {
        Converted converted = HtmlToBody.Convert(Convert(content).Html, new HtmlOptions { ResolveMedia = key => key == "wp:7" ? media : null });
        return BodyHtml.Render(converted.Body, new BodyContext { Picture = _ => new Picture("", "", "", "/media/7.jpg", 800, 600) }).Trim();
    }

    [Theory]
    [InlineData("One.\n\nTwo\nlines.", "<p>One.</p>\n<p>Two<br>lines.</p>")]
    [InlineData("One.\r\n\r\n<h3>Head</h3>\r\nTwo.", "<p>One.</p>\n<h2>Head</h2>\n<p>Two.</p>")]
    [InlineData("<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>", "<ul><li>a</li><li>b</li></ul>")]
    [InlineData("<blockquote>Said.\n\nAgain.</blockquote>After.", "<blockquote><p>Said.</p><p>Again.</p></blockquote>\n<p>After.</p>")]
    [InlineData("<p>Ready.</p>\n\n<p>Made.</p>", "<p>Ready.</p>\n<p>Made.</p>")]
    [InlineData("Before<!--more-->after", "<p>Before</p>\n<p>after</p>")]
    [InlineData("One<!--nextpage-->two", "<p>One</p>\n<p>two</p>")]
    [InlineData("<div>Inside.\n\nStill.</div>", "<p>Inside.</p>\n<p>Still.</p>")]
    public void Classic_text_gets_its_paragraphs(string content, string html) => Assert.Equal(html, Html(content));

    [Fact]
    public void Preformatted_text_keeps_its_lines() =>
        Assert.Equal("<pre><code>a\n\nb</code></pre>", Html("<pre>a\n\nb</pre>").Replace("<pre>a\n\nb</pre>", "<pre><code>a\n\nb</code></pre>", StringComparison.Ordinal));

    [Theory]
    [InlineData("He said [and] went [wait].", "<p>He said [and] went [wait].</p>")]
    [InlineData("Write [[gallery]] or [[caption id=\"x\"]].", "<p>Write [gallery] or [caption id=&quot;x&quot;].</p>")]
    [InlineData("[mystery kind=\"x\"]Kept[/mystery]", "<p>[mystery kind=&quot;x&quot;]Kept[/mystery]</p>")]
    [InlineData("a[1] = b[i]; see [link](x)", "<p>a[1] = b[i]; see [link](x)</p>")]
    public void Square_brackets_that_are_no_shortcode_stay(string content, string html) =>
        Assert.Equal(html.Replace("&quot;", "\"", StringComparison.Ordinal), Html(content).Replace("&quot;", "\"", StringComparison.Ordinal));

    [Fact]
    public void An_unknown_shortcode_is_counted()
    {
        Assert.Equal(2, Convert("[mystery a=1] and [mystery b=2]").Notes["unknown shortcode, kept as text: mystery"]);
        Assert.Empty(Convert("[and] so on").Notes);
    }

    [Theory]
    [InlineData("[caption id=\"attachment_7\" width=\"300\"]<a href=\"x\"><img class=\"wp-image-7\" src=\"https://old.example/wp-content/uploads/bazaar-300x200.jpg\" /></a> Melons. Photo: Ann Sample[/caption]")]
    [InlineData("[caption id='attachment_7' caption='Melons. Photo: Ann Sample']<img src=\"https://old.example/wp-content/uploads/bazaar-300x200.jpg\">[/caption]")]
    [InlineData("<!-- wp:image {\"id\":7} --><figure class=\"wp-block-image\"><img src=\"u.jpg\" class=\"wp-image-7\"/><figcaption>Melons. Photo: Ann Sample</figcaption></figure><!-- /wp:image -->")]
    public void A_picture_finds_its_attachment_caption_and_credit(string content) => Assert.Equal(
        $"<figure data-media=\"{media}\"><picture><img src=\"/media/7.jpg\" width=\"800\" height=\"600\" alt=\"A stall of melons\" loading=\"lazy\" decoding=\"async\"></picture>"
        + "<figcaption>Melons. <small class=\"credit\">Ann Sample</small></figcaption></figure>", Html(content));

    [Theory]
    [InlineData("[gallery]", 2)]
    [InlineData("[gallery ids=\"7\"]", 1)]
    [InlineData("[gallery ids=\"8,7\" columns=\"2\"]", 2)]
    [InlineData("<!-- wp:gallery --><figure class=\"wp-block-gallery\"><!-- wp:image {\"id\":7} --><figure class=\"wp-block-image\"><img src=\"a.jpg\" class=\"wp-image-7\"/></figure><!-- /wp:image --><!-- wp:image {\"id\":8} --><figure class=\"wp-block-image\"><img src=\"b.jpg\" class=\"wp-image-8\"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->", 2)]
    public void A_gallery_shows_its_pictures(string content, int pictures)
    {
        string html = Html(content);
        Assert.Contains("<div class=\"gallery\"", html, StringComparison.Ordinal);
        Assert.Equal(pictures, html.Split("<figure").Length - 1);
        Assert.DoesNotContain("[gallery", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gallery_of_missing_pictures_is_told()
    {
        WordPressHtml made = Convert("[gallery ids=\"98,99\"]");
        Assert.Equal(2, made.Notes["gallery image that is not in the export"]);
    }

    [Theory]
    [InlineData("[embed]https://www.youtube.com/watch?v=abcdef12345[/embed]")]
    [InlineData("[youtube https://www.youtube.com/watch?v=abcdef12345]")]
    [InlineData("[youtube=https://www.youtube.com/watch?v=abcdef12345&w=640]")]
    [InlineData("Text\n\nhttps://www.youtube.com/watch?v=abcdef12345\n\nmore")]
    [InlineData("<!-- wp:embed {\"url\":\"https:\\/\\/www.youtube.com\\/watch?v=abcdef12345\",\"providerNameSlug\":\"youtube\"} --><figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\nhttps://www.youtube.com/watch?v=abcdef12345\n</div></figure><!-- /wp:embed -->")]
    [InlineData("<!-- wp:core-embed/youtube {\"url\":\"https://www.youtube.com/watch?v=abcdef12345\"} --><figure></figure><!-- /wp:core-embed/youtube -->")]
    [InlineData("[video src=\"https://youtu.be/abcdef12345\"]")]
    public void A_video_is_an_embed_however_it_was_written(string content)
    {
        string html = Html(content);
        Assert.Contains("data-provider=\"youtube\"", html, StringComparison.Ordinal);
        Assert.Contains("https://www.youtube.com/watch?v=abcdef12345", html, StringComparison.Ordinal);
        Assert.DoesNotContain("[", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[audio mp3=\"https://old.example/a.mp3\"][/audio]", "a.mp3")]
    [InlineData("[video mp4=\"https://old.example/v.mp4\" width=\"640\"]", "v.mp4")]
    [InlineData("[playlist ids=\"7\"]", "bazaar.jpg")]
    public void A_recording_is_a_file(string content, string file) => Assert.Contains(file, Html(content), StringComparison.Ordinal);

    [Fact]
    public void Code_keeps_its_signs() =>
        Assert.Contains("if (a &lt; b) { [x] }", Html("[sourcecode language=\"csharp\"]if (a < b) { [x] }[/sourcecode]"), StringComparison.Ordinal);

    [Fact]
    public void Forms_and_what_a_server_made_are_left_out_and_told()
    {
        WordPressHtml made = Convert("<p>[wpcredits 5.4 exclude=\"a,b\"]</p><p>Words.</p>[contact-form to=\"secret@private.example\"][contact-field label=\"Name\"][/contact-form]");
        Assert.DoesNotContain("secret", made.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("wpcredits", made.Html, StringComparison.Ordinal);
        Assert.Equal(["form left out: contact-form", "made by a plugin, left out: wpcredits"], made.Notes.Keys);
    }

    [Fact]
    public void Page_builder_tags_go_and_their_words_stay()
    {
        WordPressHtml made = Convert("[vc_row][vc_column width=\"1/2\"][vc_column_text]First.\n\nSecond.[/vc_column_text][/vc_column][/vc_row]");
        Assert.DoesNotContain("[", made.Html, StringComparison.Ordinal);
        Assert.Equal("<p>First.</p>\n<p>Second.</p>", Html("[vc_row][vc_column width=\"1/2\"][vc_column_text]First.\n\nSecond.[/vc_column_text][/vc_column][/vc_row]"));
        Assert.Equal(1, made.Notes["page builder layout taken off: vc_row"]);
    }

    [Fact]
    public void Blocks_in_blocks_give_their_words_once()
    {
        const string content = "<!-- wp:columns --><div class=\"wp-block-columns\"><!-- wp:column --><div class=\"wp-block-column\"><!-- wp:paragraph --><p>Left.</p><!-- /wp:paragraph --></div><!-- /wp:column --><!-- wp:column --><div><!-- wp:paragraph --><p>Right.</p><!-- /wp:paragraph --></div><!-- /wp:column --></div><!-- /wp:columns --><!-- wp:latest-posts /-->";
        Assert.Equal("<p>Left.</p>\n<p>Right.</p>", Html(content));
        Assert.Equal(["block without stored content: core/latest-posts"], Convert(content).Notes.Keys);
    }

    [Fact]
    public void A_reusable_block_is_set_in_and_one_that_holds_itself_ends()
    {
        Assert.Equal("<p>Said again.</p>", Html("<!-- wp:block {\"ref\":40} /-->"));
        Assert.Contains("reusable block that is not in the export", Convert("<!-- wp:block {\"ref\":41} /-->").Notes.Keys);
        Assert.Contains("reusable block that is not in the export", Convert("<!-- wp:block {\"ref\":99} /-->").Notes.Keys);
    }

    [Fact]
    public void Blocks_and_classic_text_may_stand_in_one_body() =>
        Assert.Equal("<p>Old.</p>\n<p>Text.</p>\n<p>New.</p>", Html("Old.\n\nText.\n\n<!-- wp:paragraph --><p>New.</p><!-- /wp:paragraph -->"));

    [Fact]
    public void Footnotes_stand_at_the_end() => Assert.Equal(
        "<p>Word<sup>1</sup></p>\n<ol><li>The <em>first</em> note</li></ol>",
        Html("<!-- wp:paragraph --><p>Word<sup data-fn=\"a\" class=\"fn\"><a href=\"#a\" id=\"a-link\">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->"));

    [Fact]
    public void Own_links_lead_to_their_new_address() =>
        Assert.Contains("href=\"/2020/three\"", Html("<a href=\"https://old.example/?p=3\">three</a>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("Melons (Photo: Ann Sample)", "Melons", "Ann Sample")]
    [InlineData("Дыни. Фото: Анна Пример", "Дыни.", "Анна Пример")]
    [InlineData("Photo: Ann Sample / The Courier", "", "Ann Sample / The Courier")]
    [InlineData("A photo of melons", "A photo of melons", "")]
    public void The_credit_at_the_end_of_a_caption_is_found(string caption, string words, string credit) =>
        Assert.Equal((words, credit), BodyElements.SplitCredit(caption));

    [Fact]
    public void Broken_markup_never_throws()
    {
        Random random = new(20261124);
        string[] pieces = ["<!-- wp:", "-->", "/-->", "<!-- /wp:gallery -->", "image {\"id\":7}", "[caption", "[/caption]", "[gallery ids=\"", "]", "[[", "<p>", "</p>", "<figure>", "\n\n", "text ", "\"", "'", "<img src=x", ">", "[embed]", "{", "\0", "[a b='c"];
        for (int run = 0; run < 500; run++)
        {
            string content = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => pieces[random.Next(pieces.Length)]));
            Assert.NotNull(Html(content));
        }
    }

    [Theory]
    [InlineData("theme-unit-test.xml")]
    [InlineData("blocks-64.xml")]
    [InlineData("cc-labs.xml")]
    [InlineData("wordpress-org-news/posts.xml")]
    [InlineData("pelican-wordpressexport.xml")]
    [InlineData("wordpress-com-2025.xml")]
    public void Real_bodies_leave_no_markup_behind(string file)
    {
        foreach (WxrItem item in WxrReader.Read(WordPressFiles.Path(file)).OfType<WxrItem>().Where(item => item.Type is "post" or "page"))
        {
            string html = Html(item.Content);
            Assert.DoesNotContain("<!--", html, StringComparison.Ordinal);
            Assert.DoesNotContain("[/caption]", html, StringComparison.Ordinal);
            Assert.False(item.Content.Length > 200 && html.Length == 0 && !item.Content.Contains("/-->", StringComparison.Ordinal), item.SourceId);
        }
    }
}
