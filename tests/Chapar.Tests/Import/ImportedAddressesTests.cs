using System.Globalization;
using System.Net;
using Chapar.Import.WordPress;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

/// <summary>Every address the old site answered under ends, in one step, at a page that answers.</summary>
public class ImportedAddressesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    static string Attachment(int id, int parent, string status = "inherit") =>
        Item(id, "A photo", type: "attachment", status: status, slug: $"photo-{id}", link: $"https://courier.example/2024/03/photo-{id}/",
            extra: $"<wp:attachment_url>https://courier.example/wp-content/uploads/p-{id}.jpg</wp:attachment_url>")
            .Replace("<wp:post_parent>0", $"<wp:post_parent>{parent}", StringComparison.Ordinal);

    static async Task<string> LocationAsync(ImportSite site, string old)
    {
        using HttpResponseMessage answer = await site.Site.GetAsync(old);
        if (answer.StatusCode != HttpStatusCode.MovedPermanently)
            return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        string to = answer.Headers.Location!.OriginalString;
        using HttpResponseMessage arrived = await site.Site.GetAsync(to);
        // The form with a slash at its end leads to the one without, also where nothing stands.
        return arrived.StatusCode == HttpStatusCode.OK ? to : ((int)arrived.StatusCode).ToString(CultureInfo.InvariantCulture);
    }

    static async Task LeadAsync(ImportSite site, string to, params string[] old)
    {
        foreach (string from in old)
            Assert.Equal((from, to), (from, await LocationAsync(site, from)));
    }

    [Fact]
    public async Task An_article_is_found_by_its_id_its_feeds_and_its_further_pages()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(7, slug: "bread", body: "One<!--nextpage-->two", extra: "<wp:comment><wp:comment_id>1</wp:comment_id></wp:comment>"), Attachment(8, 7));
        await LeadAsync(site, "/2024/03/bread", "/?p=7", "/index.php?p=7", "/?p=7&preview=true", "/?p=7&utm_source=mail", "/2024/03/bread/", "/2024/03/bread?replytocom=3", "/2024/03/bread/feed/",
            "/2024/03/bread/feed/atom/", "/2024/03/bread/comment-page-2/", "/2024/03/bread/trackback/", "/2024/03/bread/embed/", "/2024/03/bread/amp/", "/2024/03/bread/2/",
            "/2024/03/bread/page/2/", "/?attachment_id=8", "/2024/03/photo-8/", "/?page_id=7", "/?attachment_id=7");
        Assert.Equal("404", await LocationAsync(site, "/2024/03/butter/feed"));
    }

    [Fact]
    public async Task A_story_stands_under_its_language_and_its_old_address_leads_there()
    {
        await using ImportSite site = await ImportSite.StartAsync([new("publication:languages", "en,ru")]);
        ImportReport report = await site.RunAsync(new WordPressImportOptions
        {
            Files = [site.Write("site.xml", File(
                Item(7, "Хлеб", slug: "bread", body: "<p><a href=\"https://courier.example/2024/03/tea/\">Чай</a></p>"),
                Item(8, "Чай", slug: "tea", link: "https://courier.example/ru/2024/03/tea/"),
                Item(9, "Milk", slug: "milk", link: "https://courier.example/ru/2024/03/milk/", extra: Category("language", "en", "English")),
                Item(10, "О нас", type: "page", slug: "about", link: "https://courier.example/about/")))],
            Language = "ru",
        });
        Assert.Null(report.Fatal);
        await LeadAsync(site, "/ru/2024/03/bread", "/2024/03/bread/", "/?p=7", "/2024/03/bread/feed/");
        await LeadAsync(site, "/ru/2024/03/tea", "/?p=8");
        await LeadAsync(site, "/2024/03/milk", "/ru/2024/03/milk", "/?p=9");
        await LeadAsync(site, "/ru/about", "/about", "/?page_id=10");
        string page = await site.Site.Http.GetStringAsync("/ru/2024/03/bread", Stop);
        Assert.Contains("<html lang=\"ru\"", page, StringComparison.Ordinal);
        Assert.Contains("\"inLanguage\":\"ru\"", page, StringComparison.Ordinal);
        // A second run leaves all where it is.
        await site.RunAsync(new WordPressImportOptions { Files = [Path.Combine(site.Site.Folder, "site.xml")], Language = "ru" });
        await LeadAsync(site, "/ru/2024/03/bread", "/2024/03/bread/");
    }

    [Fact]
    public async Task What_every_old_site_had_leads_to_what_is_here_instead()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(7, slug: "bread", extra: Category("category", "kitchen", "Kitchen") + Category("post_tag", "rye", "Rye")));
        await LeadAsync(site, "/search?q=black%20bread", "/?s=black+bread", "/index.php?s=black%20bread&submit=Go", "/search/black%20bread/");
        await LeadAsync(site, "/search?q=%D1%85%D0%BB%D0%B5%D0%B1", "/?s=%D1%85%D0%BB%D0%B5%D0%B1");
        await LeadAsync(site, "/ru/search?q=bread", "/ru/?s=bread");
        await LeadAsync(site, "/archive", "/page/2/", "/page/17", "/?paged=3");
        await LeadAsync(site, "/sitemap.xml", "/wp-sitemap.xml", "/sitemap_index.xml");
        // Their pages counted from the newest: page 2 of the old list is no page of ours.
        await LeadAsync(site, "/kitchen", "/category/kitchen/", "/category/kitchen/page/2/");
        await LeadAsync(site, "/topics/rye", "/tag/rye/page/9");
        await LeadAsync(site, "/archive/2024/03", "/2024/03/page/2/");
        Assert.Equal("404", await LocationAsync(site, "/?page_id=4711"));
    }

    [Fact]
    public async Task A_renamed_article_is_found_under_all_its_names()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(7, slug: "bread", extra: Meta("_wp_old_slug", "bred") + Meta("_wp_old_slug", "%d1%85%d0%bb%d0%b5%d0%b1") + Meta("_wp_old_slug", "butter")), Item(8, "Butter", slug: "butter"));
        await LeadAsync(site, "/2024/03/bread", "/2024/03/bred/", "/2024/03/bred/feed/", "/2024/03/%D1%85%D0%BB%D0%B5%D0%B1/", "/2024/03/%d1%85%d0%bb%d0%b5%d0%b1");
        Assert.Equal("200", await LocationAsync(site, "/2024/03/butter"));
    }

    [Fact]
    public async Task An_address_in_another_script_is_kept_however_it_is_encoded()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(Item(7, "Хлеб", slug: "%d1%85%d0%bb%d0%b5%d0%b1", link: "https://courier.example/2024/03/%d1%85%d0%bb%d0%b5%d0%b1/"), Item(8, "Old", link: "https://courier.example/stories/old-story.html"),
            Item(9, "Under a word of ours", slug: "older-story", link: "https://courier.example/archive/older-story.html"));
        Assert.Equal("Хлеб", (await site.Site.PageAsync("/2024/03/%D1%85%D0%BB%D0%B5%D0%B1")).QuerySelector("h1")!.TextContent.Trim());
        await LeadAsync(site, "/2024/03/%D1%85%D0%BB%D0%B5%D0%B1", "/?p=7", "/2024/03/%d1%85%d0%bb%d0%b5%d0%b1/", "/2024/03/%D0%A5%D0%9B%D0%95%D0%91/");
        await LeadAsync(site, "/stories/old-story.html", "/?p=8", "/stories/Old-Story.html");
        await LeadAsync(site, "/2024/03/older-story-html", "/?p=9", "/archive/older-story.html");
    }

    [Fact]
    public async Task A_site_of_ids_only_gets_addresses_and_keeps_its_ids()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.TakeAsync(
            Item(7, "Bread", "See <a href=\"https://courier.example/?p=8\">butter</a>.", slug: "bread", link: "https://courier.example/?p=7"), Item(8, "Butter", slug: "", link: "https://courier.example/?p=8"),
            Item(9, "About", type: "page", slug: "about", link: "https://courier.example/?page_id=9"));
        await LeadAsync(site, "/2024/03/bread", "/?p=7");
        await LeadAsync(site, "/2024/03/post-8", "/?p=8");
        await LeadAsync(site, "/about", "/?page_id=9", "/?p=9");
        Assert.Equal("/2024/03/post-8", (await site.Site.PageAsync("/2024/03/bread")).QuerySelector(".body a")!.GetAttribute("href"));
        Assert.All(report.Lines.Where(line => line.Reason.StartsWith("address could not be kept", StringComparison.Ordinal)), line => Assert.True(line.Line > 0));
        Assert.Equal(3, report.Times("address could not be kept; the old one leads here"));
    }

    [Fact]
    public async Task The_lists_of_the_old_site_lead_to_ours()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.TakeAsync(
            "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>economy</wp:category_nicename><wp:cat_name><![CDATA[Economy]]></wp:cat_name></wp:category>",
            "<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>trade</wp:category_nicename><wp:category_parent>economy</wp:category_parent><wp:cat_name><![CDATA[Trade]]></wp:cat_name></wp:category>",
            Author(5, "ann", "Ann Sample"),
            Item(7, slug: "bread", extra: Category("category", "economy", "Economy") + Category("post_tag", "corn", "Corn")), Item(8, slug: "salt", extra: Category("category", "trade", "Trade")));
        await LeadAsync(site, "/economy", "/category/economy/", "/?cat=3");
        await LeadAsync(site, "/economy/feed.xml", "/category/economy/feed/");
        await LeadAsync(site, "/trade", "/category/economy/trade/", "/category/trade", "/?cat=4");
        await LeadAsync(site, "/topics/corn", "/tag/corn/", "/?tag=corn");
        await LeadAsync(site, "/authors/ann-sample", "/author/ann/", "/?author=5");
        await LeadAsync(site, "/archive/2024", "/2024/", "/?m=2024");
        await LeadAsync(site, "/archive/2024/03", "/2024/03/", "/2024/03/05/", "/?m=202403", "/?m=20240305");
        await LeadAsync(site, "/feed.xml", "/feed/", "/feed/rss2/", "/comments/feed/", "/?feed=rss2");
        await LeadAsync(site, "/atom.xml", "/feed/atom/", "/?feed=atom");
        Assert.Equal("404", await LocationAsync(site, "/2023/11/"));
    }

    [Fact]
    public async Task An_id_used_twice_names_the_first_and_both_keep_their_addresses()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string[] parts = [Item(7, "First", slug: "first"), Item(7, "Second", slug: "second"), Item(7, "First", slug: "first")];
        ImportReport report = await site.TakeAsync(parts);
        Assert.Equal((2, 1), (report["articles new"], report.Times("the same item once more in the export")));
        await LeadAsync(site, "/2024/03/first", "/?p=7");
        Assert.Equal("Second", (await site.Site.PageAsync("/2024/03/second")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal(2, (await site.TakeAsync(parts))["items unchanged"]);
    }

    [Fact]
    public async Task A_site_in_a_folder_with_a_second_domain_keeps_one_set_of_addresses()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string file = site.Write("site.xml", WxrText.File(
            Item(7, "One", "<a href=\"http://www.courier.example/news/2024/03/two/#end\">a</a> <a href=\"//old.example/news/?p=8\">b</a>", slug: "one", link: "https://courier.example/news/2024/03/one/"),
            Item(8, "Two", slug: "two", link: "http://old.example/news/2024/03/two/")).Replace("blog_url>https://courier.example<", "blog_url>https://courier.example/news<", StringComparison.Ordinal));
        await site.RunAsync(file);
        await LeadAsync(site, "/news/2024/03/one", "/news?p=7", "/news/?p=7", "/news/2024/03/one/feed/");
        Assert.Equal(["/news/2024/03/two#end", "/news/2024/03/two"], (await site.Site.PageAsync("/news/2024/03/one")).QuerySelectorAll(".body a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("draft", "")]
    [InlineData("private", "")]
    [InlineData("pending", "")]
    [InlineData("future", "")]
    [InlineData("trash", "")]
    [InlineData("auto-draft", "")]
    [InlineData("publish", "open-sesame")]
    public async Task What_was_closed_has_no_address_and_neither_have_its_pictures(string status, string password)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WritePicture("p-8.jpg");
        site.WriteUpload("r-9.pdf", "%PDF-1.4 words");
        string closed = Item(7, "Zanzibar", "<p>Zanzibar.</p>", status: status, slug: "bread", extra: Meta("_wp_old_slug", "bred") + Meta("_thumbnail_id", "8"))
            .Replace("<wp:post_password><![CDATA[]]>", $"<wp:post_password><![CDATA[{password}]]>", StringComparison.Ordinal);
        string report = Attachment(9, 7).Replace("p-9.jpg", "r-9.pdf", StringComparison.Ordinal);
        string[] parts = [Attachment(8, 7), closed, report, Item(10, "Open"), Attachment(11, 10, "private"), Attachment(12, 10, "trash")];
        await site.RunAsync(new WordPressImportOptions { Files = [site.Write("site.xml", WxrText.File(parts))], MediaFolder = site.Uploads });
        await site.Site.DispatchAsync();

        string[] addresses = ["/?p=7", "/?page_id=7", "/2024/03/bread/", "/2024/03/bred/", "/2024/03/bread/feed/", "/?attachment_id=8", "/2024/03/photo-8/", "/wp-content/uploads/p-8.jpg", "/wp-content/uploads/p-8-300x200.jpg",
            "/?attachment_id=9", "/2024/03/photo-9/", "/wp-content/uploads/r-9.pdf", "/?attachment_id=11", "/2024/03/photo-11/", "/?attachment_id=12", "/2024/03/photo-12/"];
        foreach (string address in addresses)
            Assert.Equal((address, "404"), (address, await LocationAsync(site, address)));
        foreach (string list in (string[])["/", "/feed.xml", "/atom.xml", "/feed.json", "/sitemap.xml", "/news-sitemap.xml", "/archive", "/archive/2024/03", "/search?q=zanzibar"])
        {
            string page = await (await site.Site.GetAsync(list)).Content.ReadAsStringAsync(Stop);
            Assert.DoesNotContain("Zanzibar", page, StringComparison.Ordinal);
            Assert.DoesNotContain("/bread", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_picture_of_a_draft_that_an_article_shows_has_its_old_address()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        foreach (int id in (int[])[8, 9])
            site.WritePicture($"p-{id}.jpg");
        string[] parts = [Item(7, "Draft", status: "draft"), Attachment(8, 7), Attachment(9, 7),
            Item(10, "Open", "<img src=\"https://courier.example/wp-content/uploads/p-8-300x200.jpg\"> Words.", extra: Meta("_thumbnail_id", "9"))];
        await site.RunAsync(new WordPressImportOptions { Files = [site.Write("site.xml", WxrText.File(parts))], MediaFolder = site.Uploads });
        foreach (int id in (int[])[8, 9])
            Assert.StartsWith("/media/", await site.RedirectAsync($"/wp-content/uploads/p-{id}.jpg"), StringComparison.Ordinal);
        Assert.Equal("404", await LocationAsync(site, "/?attachment_id=8"));
    }
}
