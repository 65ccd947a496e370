using System.Net;
using System.Net.Http.Headers;
using Chapar.Articles.Body;
using Chapar.Import.WordPress;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

/// <summary>Documents, sound and video of the old site, and the addresses its pictures had.</summary>
public class ImportedFilesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    const string Uploads = "https://courier.example/wp-content/uploads/";

    static string Attachment(int id, string file) => Item(id, "A file", type: "attachment", status: "inherit", slug: $"file-{id}", link: $"https://courier.example/file-{id}/",
        extra: $"<wp:attachment_url>{Uploads}{file}</wp:attachment_url>");

    static Task<ImportReport> TakeAsync(ImportSite site, params string[] parts) =>
        site.RunAsync(new WordPressImportOptions { Files = [site.Write("site.xml", WxrText.File(parts))], MediaFolder = site.Uploads });

    static async Task<HttpResponseMessage> FollowAsync(ImportSite site, string from)
    {
        HttpResponseMessage moved = await site.Site.GetAsync(from);
        Assert.True(moved.StatusCode == HttpStatusCode.MovedPermanently, $"{from} answered {(int)moved.StatusCode}");
        return await site.Site.GetAsync(moved.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("2019/05/Report of May.pdf", "%PDF-1.4 words", "application/pdf", false)]
    [InlineData("2019/05/song.mp3", "ID3 music", "audio/mpeg", false)]
    [InlineData("2019/05/walk.mp4", "video", "video/mp4", false)]
    [InlineData("2019/05/budget.xlsx", "PK table", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", true)]
    [InlineData("2019/05/list.csv", "a,b", "text/csv", true)]
    public async Task A_file_is_taken_over_and_its_old_address_leads_to_it(string name, string content, string type, bool isSaved)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WriteUpload(name, content);
        string old = Uploads + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
        await TakeAsync(site, Attachment(9, Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal)), Item(1, "One", $"<p>See <a href=\"{old}\">it</a>.</p>"));

        HttpResponseMessage file = await FollowAsync(site, new Uri(old).AbsolutePath);
        Assert.Equal((HttpStatusCode.OK, type, content), (file.StatusCode, file.Content.Headers.ContentType!.MediaType, await file.Content.ReadAsStringAsync(Stop)));
        Assert.Equal("nosniff", file.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(isSaved, file.Content.Headers.ContentDisposition?.DispositionType == "attachment");
        // Chromium shows a PDF under this policy as it does under none; "sandbox" would hide it. Sound and video are shown by media-src.
        string policy = file.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("media-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", policy, StringComparison.Ordinal);
        string page = await (await site.Site.GetAsync("/2024/03/item-1")).Content.ReadAsStringAsync(Stop);
        Assert.Contains("href=\"/media/files/", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/wp-content/", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await FollowAsync(site, "/?attachment_id=9")).StatusCode);
    }

    [Fact]
    public async Task Sound_in_the_text_is_a_file_of_ours_and_can_be_sought_in()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WriteUpload("2019/05/song.mp3", "0123456789");
        await TakeAsync(site,
            Item(1, "One", $"<!-- wp:audio --><figure class=\"wp-block-audio\"><audio controls src=\"{Uploads}2019/05/song.mp3\"></audio></figure><!-- /wp:audio -->"),
            Item(2, "Two", $"[audio mp3=\"{Uploads}2019/05/song.mp3\"]"),
            Item(3, "Three", $"<!-- wp:file {{\"id\":9}} --><div class=\"wp-block-file\"><a href=\"{Uploads}2019/05/song.mp3\">The song</a><a href=\"{Uploads}2019/05/song.mp3\" class=\"wp-block-file__button\" download>Download</a></div><!-- /wp:file -->"));
        string address = (await site.RedirectAsync("/wp-content/uploads/2019/05/song.mp3"))!;
        foreach (string headline in (string[])["One", "Two", "Three"])
            Assert.Equal([address], (await site.ArticleAsync(headline)).Body.Nodes.OfType<FileBlock>().Select(file => file.Href));

        using HttpRequestMessage part = new(HttpMethod.Get, address);
        part.Headers.Range = new RangeHeaderValue(2, 4);
        HttpResponseMessage answer = await site.Site.Http.SendAsync(part, Stop);
        Assert.Equal((HttpStatusCode.PartialContent, "234"), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
    }

    [Theory]
    [InlineData("page.html", "<p>words")]
    [InlineData("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")]
    [InlineData("shell.php", "<?php system('x');")]
    [InlineData("code.js", "alert(1)")]
    [InlineData("false.pdf", "<html><script>alert(1)</script>")]
    [InlineData("false.mp3", " \n<svg onload=alert(1)>")]
    [InlineData("false.doc", "MZ program")]
    public async Task What_a_browser_would_run_is_not_taken_over(string name, string content)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WriteUpload("2019/05/" + name, content);
        ImportReport report = await TakeAsync(site, Attachment(9, "2019/05/" + name), Item(1, "One", $"<p>See <a href=\"{Uploads}2019/05/{name}\">it</a>.</p>"));
        Assert.Equal((0, 1), (report.ExitCode, report["articles new"]));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Site.GetAsync("/wp-content/uploads/2019/05/" + name)).StatusCode);
        Assert.False(Directory.Exists(Path.Combine(site.Site.Folder, "media", "files")));
    }

    [Theory]
    [InlineData("/media/files/0123456789abcdef/../../../chapar.db")]
    [InlineData("/media/files/0123456789abcdef/%2e%2e%2fchapar.db")]
    [InlineData("/media/files/0123456789abcdef/song.html")]
    [InlineData("/media/files/0123456789abcdef/")]
    public async Task Nothing_but_files_is_answered_with(string path)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await site.Site.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_told_with_its_line_and_its_link_stays()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        Directory.CreateDirectory(site.Uploads);
        string[] parts = [Item(1, "One", $"<p>See <a href=\"{Uploads}2019/05/gone.pdf\">the report</a>.</p>")];
        ImportReport report = await TakeAsync(site, parts);
        Assert.Equal((0, 1), (report.ExitCode, report.Times("file missing")));
        Assert.Equal(1, (await TakeAsync(site, parts))["items unchanged"]);

        site.WriteUpload("2019/05/gone.pdf", "%PDF-1.4");
        Assert.Equal((1, 0), (await TakeAsync(site, parts) is var later ? later["articles updated"] : 0, later.Times("file missing")));
        Assert.Contains("/media/files/", await (await site.Site.GetAsync("/2024/03/item-1")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("melon.jpg")]
    [InlineData("Melon.jpg")]
    [InlineData("melon-300x200.jpg")]
    [InlineData("melon-1024x683.JPG")]
    [InlineData("melon-scaled.jpg")]
    [InlineData("melon-rotated.jpg")]
    [InlineData("melon-e1299000000-150x150.jpg")]
    public async Task A_picture_is_found_at_every_address_it_had(string name)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WritePicture("2024/03/melon.jpg");
        await TakeAsync(site, Attachment(20, "2024/03/melon.jpg"), Item(1, "One", $"<a href=\"{Uploads}2024/03/melon.jpg\"><img src=\"{Uploads}2024/03/melon-300x200.jpg\"></a>"));
        HttpResponseMessage moved = await site.Site.GetAsync("/wp-content/uploads/2024/03/" + name);
        Assert.Equal(HttpStatusCode.MovedPermanently, moved.StatusCode);
        Assert.Matches("^/media/[0-9a-f]{12}-[0-9a-f]{2}/w1200\\.jpg$", moved.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Site.GetAsync("/wp-content/uploads/2024/03/other-300x200.jpg")).StatusCode);
    }
}
