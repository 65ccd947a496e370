using Chapar.Articles;
using Chapar.Authors;
using Chapar.Import.WordPress;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

public class WordPressImportTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_post_is_read_at_its_old_address()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            Author(1, "ann", "Ann Sample"),
            Item(7, "Bread &#8217;prices&#8217; rise", "First words.\n\nSecond.", slug: "bread", link: "https://courier.example/2024/03/Bread/",
                extra: Category("category", "economy", "Economy &amp; Trade") + Category("category", "kazakhstan", "Kazakhstan") + Category("post_tag", "bread", "Bread")));

        Assert.Equal(0, report.ExitCode);
        Article article = await site.ArticleAsync("Bread ’prices’ rise");
        Assert.Equal("/2024/03/bread", article.Path);
        Assert.Equal(new DateTime(2024, 3, 5, 10, 0, 0), article.FirstPublishedAt);
        Assert.Equal("Economy & Trade", article.Section!.Name["en"]);
        Assert.Equal(["Kazakhstan"], article.Places.Select(p => p.Name["en"]));
        Assert.Equal(["bread"], article.Topics.Select(t => t.Slug));
        Assert.Equal(["ann-sample"], article.Bylines.Select(b => b.Author!.Slug));
        Assert.Equal("Bread ’prices’ rise", (await site.Site.PageAsync("/2024/03/bread")).QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task Every_old_address_leads_to_the_article_in_one_step()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Author(1, "ann", "Ann Sample"),
            Item(7, slug: "bread", extra: Meta("_wp_old_slug", "bred") + Meta("_wp_old_slug", "") + Category("category", "economy", "Economy") + Category("post_tag", "corn", "Corn")),
            Item(8, "Photo", type: "attachment", status: "inherit", link: "https://courier.example/2024/03/bread/photo/", extra: "<wp:attachment_url>https://courier.example/wp-content/uploads/p.jpg</wp:attachment_url>").Replace("<wp:post_parent>0", "<wp:post_parent>7", StringComparison.Ordinal));

        foreach (string old in (string[])["/?p=7", "/2024/03/bread/", "/2024/03/BREAD", "/2024/03/bread/feed/", "/2024/03/bred/", "/index.php/2024/03/bread", "/2024/03/bread/photo/", "/?attachment_id=8", "/2024/03/bread/amp"])
            Assert.Equal(("/2024/03/bread", old), (await LocationAsync(site, old), old));
        Assert.Equal("/economy", await LocationAsync(site, "/category/economy/"));
        Assert.Equal("/topics/corn", await LocationAsync(site, "/tag/corn"));
        Assert.Equal("/authors/ann-sample", await LocationAsync(site, "/author/ann/"));
        Assert.Equal("/feed.xml", await LocationAsync(site, "/feed/"));
    }

    static async Task<string?> LocationAsync(ImportSite site, string old)
    {
        HttpResponseMessage answer = await site.Site.GetAsync(old);
        return (int)answer.StatusCode == 301 ? answer.Headers.Location?.ToString() : $"{(int)answer.StatusCode}";
    }

    [Fact]
    public async Task What_was_not_public_never_becomes_public()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            Item(1, "Draft", status: "draft"), Item(2, "Private", status: "private"), Item(3, "Future", status: "future", date: "2020-01-01 00:00:00"),
            Item(4, "Pending", status: "pending"), Item(5, "Trash", status: "trash"), Item(6, "Tomorrow", date: "2099-01-01 00:00:00"),
            Item(7, "Secret").Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password><![CDATA[open-sesame]]>", StringComparison.Ordinal),
            Item(8, "Hidden page", type: "page", status: "private"), Item(9, "Answer", type: "feedback", body: "my number is 1"), Item(10, "Status of a plugin", status: "dp-rewrite-republish"));

        Assert.Equal(0, await site.AskAsync(db => db.Articles.CountAsync(a => a.Status == ArticleStatus.Published, Stop)));
        Assert.Equal(0, await site.AskAsync(db => db.PlainPages.CountAsync(p => p.IsPublic, Stop)));
        Assert.Equal(0, await site.AskAsync(db => db.Articles.CountAsync(a => a.Headline == "Trash" || a.Headline == "Answer", Stop)));
        Assert.Equal(1, report.Times("kept as a draft: it asks for a password"));
        Assert.Equal(0, report.ExitCode);
    }

    [Fact]
    public async Task Nothing_secret_is_stored()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(
            Author(1, "ann", "Ann Sample"), Author(2, "harry@private.example", "Harry Potter"), Author(3, "nobody@private.example", "nobody@private.example"),
            Item(1, creator: "harry@private.example"), Item(2, "By nobody", creator: "nobody@private.example"), Item(3, "By a stranger", creator: "stranger@private.example"),
            Item(4, "Locked", extra: Meta("_edit_lock", "mail-7@private.example") + "<wp:comment><wp:comment_author_email>reader@private.example</wp:comment_author_email><wp:comment_author_IP>192.0.2.77</wp:comment_author_IP><wp:comment_content>Call 192.0.2.77</wp:comment_content></wp:comment>")
                .Replace("<wp:post_password><![CDATA[]]>", "<wp:post_password><![CDATA[open-sesame]]>", StringComparison.Ordinal),
            "<wp:category><wp:cat_name>News</wp:cat_name><wp:category_nicename>news</wp:category_nicename></wp:category>");

        string stored = await site.Site.StoredAsync();
        foreach (string secret in (string[])["private.example", "private-example", "open-sesame", "192.0.2.77"])
            Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        foreach (byte[]? original in await site.AskAsync(db => db.ImportedItems.Select(i => i.Original).ToListAsync(Stop)))
            if (original is not null)
                Assert.DoesNotContain("private.example", Packed.Open(original), StringComparison.Ordinal);
        Assert.Equal(["Ann Sample", "Harry Potter", "The Sample Courier"], await site.AskAsync(async db => (await db.Authors.ToListAsync(Stop)).Select(a => a.Name["en"]).Order().ToList()));
        Assert.Equal("The Sample Courier", (await site.ArticleAsync("By nobody")).Bylines.Single().Author!.Name["en"]);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_a_changed_item_only_itself()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string[] parts = [Author(1, "ann", "Ann Sample"), Item(1, "One", extra: Category("category", "osh", "Osh")), Item(2, "Two"), Item(3, "Page", type: "page", link: "https://courier.example/about/")];
        await site.TakeAsync(parts);
        string before = await DumpAsync(site);
        ImportReport again = await site.TakeAsync(parts);
        Assert.Equal(before, await DumpAsync(site));
        Assert.Equal((3, 0, 0), (again["items unchanged"], again["articles new"], again["articles updated"]));

        ImportReport third = await site.TakeAsync([.. parts[..2], Item(2, "Two, corrected"), parts[3]]);
        Assert.Equal((2, 1), (third["items unchanged"], third["articles updated"]));
        Assert.Equal("/2024/03/item-2", (await site.ArticleAsync("Two, corrected")).Path);
    }

    static async Task<string> DumpAsync(ImportSite site) => await site.AskAsync(async db => string.Join('\n',
        (await db.Articles.OrderBy(a => a.Id).Select(a => a.Id + a.Headline + a.Path + a.ChangedAt + a.RevisionCount).ToListAsync(Stop))
        .Concat(await db.Redirects.OrderBy(r => r.From).Select(r => r.From + r.To).ToListAsync(Stop))
        .Append($"{await db.Events.CountAsync(Stop)} {await db.Journal.CountAsync(Stop)} {await db.Authors.CountAsync(Stop)} {await db.Sections.CountAsync(Stop)} {await db.Places.CountAsync(Stop)} {await db.ImportedItems.CountAsync(Stop)} {await db.PlainPages.CountAsync(Stop)}")));

    [Fact]
    public async Task An_article_edited_here_is_not_overwritten()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(1, "One"));
        await site.Site.ChangeAsync(async db =>
        {
            Article article = await db.Articles.Include(a => a.Bylines).Include(a => a.Lead).SingleAsync(Stop);
            article.Write("One, by hand", "", article.Body, site.Site.Now);
            Assert.Null(article.Publish(article.Path!, "Editor", site.Site.Now));
        });
        ImportReport report = await site.TakeAsync(Item(1, "One, from the old site"));
        Assert.Equal(1, report.Times("changed here since it was imported: left as it is"));
        Assert.Equal("One, by hand", await site.AskAsync(db => db.Articles.Select(a => a.Headline).SingleAsync(Stop)));
    }

    [Fact]
    public async Task What_became_private_on_the_old_site_leaves_this_one()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(1, "One"));
        await site.TakeAsync(Item(1, "One", status: "private"));
        Assert.Equal(410, (int)(await site.Site.GetAsync("/2024/03/item-1")).StatusCode);
    }

    [Fact]
    public async Task A_killed_import_goes_on_where_it_was()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string file = site.Write("site.xml", WxrText.File([.. Enumerable.Range(1, 25).Select(id => Item(id, $"Story {id}"))]));
        using CancellationTokenSource kill = new();
        Killer killer = new(kill);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => site.RunAsync(new WordPressImportOptions { Files = [file], BatchSize = 10 }, killer, kill.Token));
        Assert.Equal(10, await site.AskAsync(db => db.Articles.CountAsync(Stop)));

        ImportReport report = await site.RunAsync(new WordPressImportOptions { Files = [file], BatchSize = 10 });
        Assert.Equal((15, 1), (report["articles new"], report.Times("an interrupted import went on")));
        Assert.Equal(25, await site.AskAsync(db => db.Articles.CountAsync(Stop)));
        Assert.Equal(25, (await site.RunAsync(file))["items unchanged"]);
    }

    sealed class Killer(CancellationTokenSource kill) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            // The second batch is being converted while the first one is written.
            if (value.Items > 10)
                kill.Cancel();
        }
    }

    [Fact]
    public async Task A_dry_run_tells_and_writes_nothing()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string file = site.Write("site.xml", WxrText.File(Author(1, "ann", "Ann Sample"), Item(1, "One", "[mystery a=\"1\"]"), Item(2, "Menu", type: "nav_menu_item")));
        ImportReport report = await site.RunAsync(new WordPressImportOptions { Files = [file], DryRun = true });
        Assert.Equal((1, 1, 1), (report["articles new"], report.Times("unknown shortcode, kept as text"), report.Times("menu entry")));
        Assert.Equal(0, await site.AskAsync(db => db.Articles.CountAsync(Stop)) + await site.AskAsync(db => db.Authors.CountAsync(Stop)) + await site.AskAsync(db => db.Redirects.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_bad_item_is_named_with_its_line_and_the_others_come()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(Item(1, "One"), "<item><wp:post_id>2</wp:post_id><title>x</titel></item>", Item(3, "Three"));
        Assert.Equal((1, 2), (report.ExitCode, report["articles new"]));
        ReportLine line = Assert.Single(report.Lines, line => line.Kind == ReportKind.Refused);
        Assert.Equal(("item 2", "site.xml"), (line.SourceId, line.File));
        Assert.Contains($"item 2 (site.xml:{line.Line})", report.ToText(), StringComparison.Ordinal);
        Assert.Contains("\"sourceId\": \"item 2\"", report.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Co_authors_sign_together_and_each_once()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Author(1, "ann", "Ann Sample"), Author(2, "bob.jones", "Bob Jones"),
            Item(1, "Together", extra: Category("author", "cap-ann", "ann") + Category("author", "cap-ann", "ann") + Category("author", "bob-jones", "Bob Jones") + Category("author", "cap-guest", "guest")),
            Item(50, "Guest", type: "guest-author", slug: "cap-guest", extra: Meta("cap-display_name", "Gulnara Guest") + Meta("cap-user_login", "guest") + Meta("cap-user_email", "g@private.example")),
            Item(2, "By the office", creator: "admin"));
        Assert.Equal(["Ann Sample", "Bob Jones", "Gulnara Guest"], (await site.ArticleAsync("Together")).Bylines.OrderBy(b => b.Position).Select(b => b.Author!.Name["en"]));
        Author house = (await site.ArticleAsync("By the office")).Bylines.Single().Author!;
        Assert.Equal((AuthorKind.House, "The Sample Courier"), (house.Kind, house.Name["en"]));
    }
}
