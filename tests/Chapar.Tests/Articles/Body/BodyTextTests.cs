using Chapar.Articles.Body;

namespace Chapar.Tests.Articles.Body;

public class BodyTextTests
{
    static readonly Uri Site = new("https://news.example/");

    static readonly Markdig.MarkdownPipeline Tables = Markdig.MarkdownExtensions.UsePipeTables(new Markdig.MarkdownPipelineBuilder()).Build();

    static BodyTree Html(string html) => HtmlToBody.Convert(html, Sample.Options).Body;

    [Fact]
    public void Plain_text_keeps_blocks_apart() =>
        Assert.Equal("Head\n\nOne\ntwo\n\na\nb\n\nCaption\nCredit\n\nDesk: Why?\n\n1\t2\n3\t4",
            BodyText.Of(Html("<h2>Head</h2><p>One<br>two</p><ul><li>a</li><li>b</li></ul><figure><img src=/x.png><figcaption>Caption <small class=credit>Credit</small></figcaption></figure>"
                + "<div class=turn data-speaker=Desk><p>Why?</p></div><table><tr><td>1<td>2<tr><td>3<td>4</table>")));

    [Fact]
    public void Words_are_counted_in_every_script() =>
        Assert.Equal(7, BodyText.WordCount(Html("<p>It's 12.5 per-cent, Өзбекстан — oʻzbek</p><p>so (there)!</p>")));

    [Theory]
    [InlineData("<h2>Head</h2><figure><img src=/x.png><figcaption>Caption.</figcaption></figure><p>First one. Second one.</p><h2>Sub</h2><p>Later.</p>", "First one. Second one.")]
    [InlineData("<p><b>A sub-head</b></p><p>Mr. Abaev met A. B. Tokaev on 5 May. He left.</p>", "Mr. Abaev met A. B. Tokaev on 5 May. He left.")]
    [InlineData("<p>One sentence that fits. Another sentence that is far too long to fit into the sixty characters.</p>", "One sentence that fits.")]
    [InlineData("<p>One sentence that is all by itself far too long to fit into the sixty characters of this deck.</p>", "One sentence that is all by itself far too long to fit into…")]
    [InlineData("<div class=turn data-speaker=Desk><p>Why so?</p></div><div class=turn data-speaker=Guest><p>Because.</p></div>", "Why so?")]
    [InlineData("<p>В 2025 г. Бишкек рос. «Да!» — сказал он.</p>", "В 2025 г. Бишкек рос. «Да!» — сказал он.")]
    [InlineData("<h2>Only a heading</h2>", "")]
    public void D10_A_deck_is_the_first_sentences_and_no_heading_or_caption(string html, string deck) =>
        Assert.Equal(deck, BodyText.FirstSentences(Html(html), 60));

    [Fact]
    public void A_feed_gets_whole_addresses_and_nothing_that_waits_for_a_stylesheet()
    {
        var html = BodyFeed.Render(Html("<p><a href='/x'>x</a></p><figure data-media='lake.jpg'><img alt='A'><figcaption>C <small class=credit>D</small></figcaption></figure>"
            + "<iframe src='https://youtu.be/abcdefghijk'></iframe><a class=card data-article=lake></a><aside class=note><h4>T</h4>n</aside>"), Sample.Context, Site);
        Assert.Equal("""
            <p><a href="https://news.example/x">x</a></p>
            <figure><img src="https://news.example/m/1-640.jpg" width="640" height="427" alt="A"><figcaption>C D</figcaption></figure>
            <p><a href="https://www.youtube.com/watch?v=abcdefghijk">Watch on YouTube</a></p>
            <p><a href="https://news.example/2026/01/lake">The lake &amp; the town</a></p>
            <blockquote><p><strong>T</strong></p><p>n</p></blockquote>

            """, html);
    }

    [Fact]
    public void A_mail_has_no_figures_and_no_wide_pictures() =>
        Assert.Equal("<p><img src=\"https://news.example/m/1-640.jpg\" width=\"600\" height=\"400\" alt=\"A\"><br><small>C</small></p>\n",
            BodyMail.Render(Html("<figure data-media='lake.jpg'><img alt='A'><figcaption>C</figcaption></figure>"), Sample.Context, Site));

    [Fact]
    public void A_Telegram_message_has_only_what_Telegram_knows() =>
        Assert.Equal(["<b>Head</b>\n\nA <b>b</b> &lt; <a href=\"https://news.example/x\">c</a>\n\n1. one\n   • two\n2. three\n\n<blockquote>Said</blockquote>\n\n<a href=\"https://www.youtube.com/watch?v=abcdefghijk\">Watch on YouTube</a>"],
            BodyTelegram.Messages(Html("<h2>Head</h2><p>A <b>b</b> &lt; <a href='/x'>c</a></p><ol><li>one<ul><li>two</li></ul></li><li>three</li></ol><blockquote>Said</blockquote><iframe src='https://youtu.be/abcdefghijk'></iframe>"), Sample.Context, Site));

    [Fact]
    public void A_long_story_becomes_several_Telegram_messages()
    {
        var long_ = string.Concat(Enumerable.Repeat("word & ", 2000));
        var messages = BodyTelegram.Messages(Html($"<p>{string.Concat(Enumerable.Repeat("short ", 300))}</p><p>{string.Concat(Enumerable.Repeat("second ", 400))}</p><p>{long_}</p>"), Sample.Context, Site);
        Assert.All(messages, message => Assert.InRange(message.Length, 1, BodyTelegram.MaxLength));
        Assert.Equal(2000, string.Join(' ', messages).Split("&amp;").Length - 1);
        Assert.StartsWith("second", messages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_reads_back_as_the_same_words()
    {
        var body = Html("<h2>Head *x*</h2><p>1. not a list, <b>bold </b>and <i>it</i> [x] a_b_c <a href='/a (b)'>link</a> <code>a*b</code></p><ul><li>one<ol><li>two</li></ol></li></ul><blockquote><p>q</p><p>r</p></blockquote><table><tr><th>a|b<th>c<tr><td>1<td>2</table>");
        var markdown = BodyMarkdown.Render(body, Sample.Context, Site);
        var back = HtmlToBody.Convert(Markdig.Markdown.ToHtml(markdown, Tables)).Body;
        Assert.Equal(BodyText.Of(body), BodyText.Of(back));
        Assert.Contains("(https://news.example/a%20%28b%29)", markdown, StringComparison.Ordinal);
    }
}
