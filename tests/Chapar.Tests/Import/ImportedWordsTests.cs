using Chapar.Articles;
using Chapar.Authors;
using Chapar.Import.WordPress;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

/// <summary>Names, dates, terms and damaged words, from the file to the reader's page.</summary>
public class ImportedWordsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string WithDates(string item, string local, string utc, string feed = "") => item
        .Replace("<wp:post_date><![CDATA[2024-03-05 10:00:00]]>", $"<wp:post_date><![CDATA[{local}]]>", StringComparison.Ordinal)
        .Replace("<wp:post_date_gmt><![CDATA[2024-03-05 10:00:00]]>", $"<wp:post_date_gmt><![CDATA[{utc}]]>", StringComparison.Ordinal)
        .Replace("<description>", $"<pubDate>{feed}</pubDate><description>", StringComparison.Ordinal);

    [Fact]
    public async Task A_date_is_the_one_in_utc_and_without_it_the_local_one_by_the_sites_clock()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            WithDates(Item(1, "Both"), "2024-03-05 16:00:00", "2024-03-05 10:00:00", "Wed, 01 Jan 2020 00:00:00 +0000"),
            WithDates(Item(2, "Summer"), "2024-07-05 16:00:00", "2024-07-05 10:00:00"),
            WithDates(Item(3, "Local"), "2024-03-06 16:00:00", "0000-00-00 00:00:00"),
            WithDates(Item(4, "Feed"), "0000-00-00 00:00:00", "0000-00-00 00:00:00", "Thu, 07 Mar 2024 16:00:00 +0600"),
            WithDates(Item(5, "None"), "0000-00-00 00:00:00", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000"));
        foreach ((string headline, int day) in ((string, int)[])[("Both", 5), ("Local", 6), ("Feed", 7)])
            Assert.Equal((headline, new DateTime(2024, 3, day, 10, 0, 0)), (headline, (await site.ArticleAsync(headline)).FirstPublishedAt));
        Assert.Equal(site.Site.Now, (await site.ArticleAsync("None")).FirstPublishedAt);
        Assert.Equal(["post 5"], report.Lines.Where(line => line.Reason.StartsWith("no date", StringComparison.Ordinal)).Select(line => line.SourceId));
        Assert.Equal("2024-03-06T16:00:00+06:00", (await site.Site.PageAsync("/2024/03/item-3")).QuerySelector(".rail time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_zone_that_was_asked_for_counts()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string file = site.Write("site.xml", WxrText.File(WithDates(Item(3, "Local"), "2024-07-06 16:00:00", "0000-00-00 00:00:00")));
        await site.RunAsync(new WordPressImportOptions { Files = [file], Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });
        Assert.Equal(new DateTime(2024, 7, 6, 14, 0, 0), (await site.ArticleAsync("Local")).FirstPublishedAt);
    }

    [Fact]
    public async Task Co_authors_of_both_plugins_sign_whoever_has_an_account()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Author(1, "ann sample", "Ann Sample"), Author(2, "harry@private.example", "Harry Potter"),
            Item(1, "Plus", creator: "ann sample", extra: Category("author", "cap-harryprivate-example", "harry@private.example") + Category("author", "cap-ann-sample", "ann sample")),
            Item(2, "Press", extra: Category("ppma_author", "gulnara", "Gulnara Guest") + Category("ppma_author", "ann-sample", "Ann Sample")),
            Item(3, "Strange", extra: Category("author", "cap-strangerprivate-example", "stranger@private.example")),
            Item(4, "Twice", extra: Category("author", "cap-gulnara", "Gulnara Guest") + Category("author", "gulnara-guest", "Gulnara Guest")));
        async Task<string[]> Signed(string headline) => [.. (await site.ArticleAsync(headline)).Bylines.OrderBy(b => b.Position).Select(b => b.Author!.Name["en"])];
        Assert.Equal(["Harry Potter", "Ann Sample"], await Signed("Plus"));
        Assert.Equal(["Gulnara Guest", "Ann Sample"], await Signed("Press"));
        Assert.Equal(["The Sample Courier"], await Signed("Strange"));
        Assert.Equal(["Gulnara Guest"], await Signed("Twice"));
        Assert.Equal(0, await site.AskAsync(db => db.Topics.CountAsync(Stop)));
        Assert.Equal(0, await site.AskAsync(db => db.Redirects.CountAsync(r => r.From.Contains("private-example"), Stop)));
    }

    [Fact]
    public async Task A_real_export_with_co_authors_names_them_all_in_order()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.RunAsync(WordPressFiles.Path("ghost-migrate-fixtures/co-authors-plus.xml"));
        List<Article> articles = await site.AskAsync(db => db.Articles.Include(a => a.Bylines).ThenInclude(b => b.Author).OrderBy(a => a.FirstPublishedAt).ThenBy(a => a.Id).ToListAsync(Stop));
        string[] signed = [.. articles.Select(a => string.Join(", ", a.Bylines.OrderBy(b => b.Position).Select(b => b.Author!.Name["en"]))).Order(StringComparer.Ordinal)];
        Assert.Equal(["Alice Smith, Bob Jones", "Alice Smith, Bob Jones", "Alice Smith, Bob Jones, Carol White", "Bob Jones"], signed);
    }

    [Fact]
    public async Task Terms_that_only_items_name_are_taken_and_those_of_machines_are_not()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            "<wp:category><wp:category_nicename>soft</wp:category_nicename><wp:category_parent>trade</wp:category_parent><wp:cat_name><![CDATA[Food &amp;amp; Drink]]></wp:cat_name></wp:category>",
            "<wp:category><wp:category_nicename>trade</wp:category_nicename><wp:cat_name><![CDATA[Trade]]></wp:cat_name></wp:category>",
            Item(1, "One", extra: Category("category", "soft", "Food &amp;amp; Drink") + Category("category", "trade", "Trade") + Category("post_tag", "trade", "Trade talks")
                + Category("post_format", "post-format-aside", "Aside") + Category("nav_menu", "main", "Main menu") + Category("mentions", "someone", "someone")));
        Article article = await site.ArticleAsync("One");
        Assert.Equal("Food & Drink", article.Section!.Name["en"]);
        Assert.Equal(["Trade talks"], article.Topics.Select(t => t.Name["en"]));
        Assert.Equal((1, 1, 1), (report.Times("terms of the taxonomy post_format"), report.Times("terms of the taxonomy nav_menu"), report.Times("terms of the taxonomy mentions")));
    }

    [Fact]
    public async Task Damaged_words_are_read_and_told()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            Item(1, "Ka\0zakh\u0002stan", "Bo\0dy a]]]]><![CDATA[>b.", extra: "<foo:bar x:y='1'>z</foo:bar><wp:attachment_url>https://x.example/?a=1&b=2</wp:attachment_url>" + Meta("_data", "a\0b")),
            Item(2, "Padded", status: "\n publish \n").Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password>\n <![CDATA[ ]]>\n", StringComparison.Ordinal),
            Item(3, "", "Its first words say what it is about, and more."));
        Assert.Equal((0, 3), (report.ExitCode, report["articles new"]));
        Assert.Equal("Body a]]>b.", (await site.Site.PageAsync("/2024/03/item-1")).QuerySelector(".body p")!.TextContent.Trim());
        Assert.Equal("Kazakhstan", (await site.Site.PageAsync("/2024/03/item-1")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("Its first words say what it is about, …", (await site.Site.PageAsync("/2024/03/item-3")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(["post 1"], report.Lines.Where(line => line.Reason == "control characters removed").Select(line => line.SourceId));
    }

    [Fact]
    public async Task Translations_know_each_other_also_when_they_come_in_two_runs()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string Told(int id, string title, string language) => Item(id, title, extra: Category("language", language, language) + Category("post_translations", "pll_5f1", "pll_5f1"));
        await site.TakeAsync(Told(1, "Bread", "en"));
        await site.TakeAsync(Told(1, "Bread", "en"), Told(2, "Хлеб", "ru"));
        Article english = await site.ArticleAsync("Bread"), russian = await site.ArticleAsync("Хлеб");
        Assert.Equal(("en", "ru", english.TranslationGroup), (english.Language, russian.Language, russian.TranslationGroup));
        Assert.Equal(["en", "ru"], (await site.Site.PageAsync("/2024/03/item-1")).QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")).Where(l => l != "x-default").Order());
    }

    [Fact]
    public async Task What_readers_and_writers_told_the_old_site_is_not_stored()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        const string comment = "<wp:comment><wp:comment_id>1</wp:comment_id><wp:comment_author><![CDATA[Rosalind Commenter]]></wp:comment_author><wp:comment_author_email>r@private.example</wp:comment_author_email>"
            + "<wp:comment_author_url>https://rosalind.private.example</wp:comment_author_url><wp:comment_author_IP>192.0.2.77</wp:comment_author_IP><wp:comment_content><![CDATA[Unprinted words]]></wp:comment_content>"
            + "<wp:commentmeta><wp:meta_key>agent</wp:meta_key><wp:meta_value>Browser 7</wp:meta_value></wp:commentmeta></wp:comment>";
        ImportReport report = await site.TakeAsync(
            Author(1, "harry@private.example", "harry@private.example"),
            "<wp:term><wp:term_taxonomy>category</wp:term_taxonomy><wp:term_slug>news</wp:term_slug><wp:term_name>News</wp:term_name><wp:termmeta><wp:meta_key>owner</wp:meta_key><wp:meta_value>owner@private.example</wp:meta_value></wp:termmeta></wp:term>",
            Item(1, "Said", creator: "harry@private.example", extra: comment + Meta("_session_tokens", "token-5e55") + Meta("_api_key", "key-5ec2e7") + Category("author", "cap-harryprivate-example", "harry@private.example")),
            Item(2, "Locked", "Behind.").Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password><![CDATA[open-sesame]]>", StringComparison.Ordinal),
            Item(3, "Form answer", "From Rosalind Commenter", type: "feedback"),
            Item(4, "Guest", type: "guest-author", slug: "cap-gulnara", extra: Meta("cap-display_name", "Gulnara Guest") + Meta("cap-user_email", "g@private.example")));
        string stored = await site.Site.StoredAsync();
        string kept = string.Concat((await site.AskAsync(db => db.ImportedItems.Select(i => i.Original).ToListAsync(Stop))).Where(o => o is not null).Select(o => Packed.Open(o!)));
        foreach (string secret in (string[])["private.example", "private-example", "privateexample", "Rosalind", "192.0.2.77", "Unprinted", "Browser 7", "token-5e55", "key-5ec2e7", "open-sesame"])
            foreach ((string where, string text) in ((string, string)[])[("the database", stored), ("the originals", kept), ("the report", report.ToText()), ("the report for machines", report.ToJson())])
                Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{secret} stands in {where}");
        Assert.Equal(AuthorKind.House, (await site.ArticleAsync("Said")).Bylines.Single().Author!.Kind);
        Assert.Equal(1, report["comments not imported"]);
    }
}
