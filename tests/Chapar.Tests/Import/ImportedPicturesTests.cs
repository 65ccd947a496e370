using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Import.WordPress;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using static Chapar.Tests.Import.WxrText;

namespace Chapar.Tests.Import;

public class ImportedPicturesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    const string Body = "<!-- wp:image {\"id\":20} --><figure class=\"wp-block-image\"><img src=\"https://courier.example/wp-content/uploads/2024/03/melon-1024x683.jpg\" alt=\"Melons\" class=\"wp-image-20\"/><figcaption>At the bazaar. Photo: Ann Sample</figcaption></figure><!-- /wp:image --><!-- wp:paragraph --><p>Words.</p><!-- /wp:paragraph -->";

    static string Attachment(int id, string file, string alt = "", string caption = "", int parent = 0) =>
        Item(id, "A picture", type: "attachment", status: "inherit", slug: $"picture-{id}",
            extra: $"<wp:attachment_url>https://courier.example/wp-content/uploads/{file}</wp:attachment_url>" + Meta("_wp_attachment_image_alt", alt))
            .Replace("<excerpt:encoded><![CDATA[]]>", $"<excerpt:encoded><![CDATA[{caption}]]>", StringComparison.Ordinal)
            .Replace("<wp:post_parent>0", $"<wp:post_parent>{parent}", StringComparison.Ordinal);

    static WordPressImportOptions With(ImportSite site, params string[] files) => new() { Files = files, MediaFolder = site.Uploads };

    [Fact]
    public async Task A_featured_picture_stands_above_the_article_and_only_there()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WritePicture("2024/03/melon-scaled.jpg");
        string file = site.Write("site.xml", WxrText.File(Attachment(20, "2024/03/melon.jpg", "Melons on a stall", "Melons. Photo: Ann Sample"), Item(1, "One", Body, extra: Meta("_thumbnail_id", "20"))));
        ImportReport report = await site.RunAsync(With(site, file));

        Article article = await site.ArticleAsync("One");
        Assert.Equal(("Ann Sample", "Melons on a stall", "Melons."), (article.Lead!.Credit, article.Lead.AlternativeText["en"], article.Lead.Caption["en"]));
        Assert.Equal(["Words."], article.Body.Nodes.Select(node => BodyText.Line([node])));
        Assert.Equal((1, 0), (report["pictures new"], report.Times("picture file missing")));
    }

    [Fact]
    public async Task A_missing_file_is_told_and_comes_later()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string file = site.Write("site.xml", WxrText.File(Attachment(20, "2024/03/melon.jpg", "Melons"), Item(1, "One", Body, extra: Meta("_thumbnail_id", "20"))));
        ImportReport report = await site.RunAsync(file);
        Assert.Equal((0, 1, 1), (report.ExitCode, report["articles new"], report.Times("picture file missing")));
        Assert.Null((await site.ArticleAsync("One")).Lead);
        Assert.DoesNotContain("<img", await (await site.Site.GetAsync("/2024/03/item-1")).Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        Assert.Equal(1, (await site.RunAsync(file))["items unchanged"]);

        site.WritePicture("melon.jpg");
        ImportReport later = await site.RunAsync(With(site, file));
        Assert.Equal((1, 0), (later["articles updated"], later.Times("picture file missing")));
        Assert.NotNull((await site.ArticleAsync("One")).Lead);
        Assert.Equal(1, (await site.RunAsync(With(site, file)))["items unchanged"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Articles_and_attachments_may_come_in_two_files_in_any_order(bool mediaFirst)
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WritePicture("2024/03/melon.jpg");
        string media = site.Write("media.xml", WxrText.File(Attachment(20, "2024/03/melon.jpg", parent: 1), Attachment(21, "2024/03/gone.jpg", parent: 1)));
        string posts = site.Write("posts.xml", WxrText.File(Item(1, "One", "[gallery]\n\nWords.", extra: Meta("_thumbnail_id", "20"))));
        await site.RunAsync(With(site, mediaFirst ? media : posts));
        await site.RunAsync(With(site, mediaFirst ? posts : media));
        Article article = await site.ArticleAsync("One");
        Assert.NotNull(article.Lead);
        Assert.Equal(("Archive of The Sample Courier", true), (article.Lead.Credit, article.Lead.Decorative));
        Assert.Equal("/2024/03/item-1", await site.RedirectAsync("/?p=1"));
    }

    [Fact]
    public async Task The_same_original_is_one_picture_whatever_size_was_linked()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        site.WritePicture("2024/03/melon.jpg");
        string file = site.Write("site.xml", WxrText.File(
            Item(1, "One", "<img src=\"http://courier.example/wp-content/uploads/2024/03/melon-300x200.jpg\"> <img src=\"//courier.example/wp-content/uploads/2024/03/melon.jpg?resize=1\">")));
        await site.RunAsync(With(site, file));
        Article article = await site.ArticleAsync("One");
        Guid[] shown = [.. article.Body.Nodes.OfType<ImageBlock>().Select(image => image.Media!.Value)];
        Assert.Equal(2, shown.Length);
        Assert.Single(shown.Distinct());
        Assert.Equal(1, await site.AskAsync(db => db.Pictures.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("https://x.example/wp-content/uploads/2020/01/a-b-300x200.jpg", "2020/01/a-b.jpg")]
    [InlineData("https://x.example/wp-content/uploads/2020/01/a-b.jpg", "2020/01/a-b-scaled.jpg")]
    [InlineData("https://i0.wp.com/x.example/wp-content/uploads/2020/01/a-b.jpg?fit=1", "2020/01/a-b.jpg")]
    [InlineData("https://x.example/wp-content/uploads/2020/01/a%20b.jpg", "2020/01/a b.jpg")]
    [InlineData("https://x.example/files/a-b.jpg", "elsewhere/a-b.jpg")]
    [InlineData("https://x.example/wp-content/uploads/2020/01/a-b-e1299000000.jpg", "2020/01/a-b.jpg")]
    public void A_file_is_found_by_the_addresses_wordpress_gives_it(string address, string file)
    {
        string folder = Directory.CreateTempSubdirectory("chapar-media-").FullName;
        string path = Path.Combine(folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, "");
        Assert.Equal(path, new MediaFolder(folder).Find(address));
        Assert.Null(new MediaFolder(folder).Find("https://x.example/2020/01/other.jpg"));
        Directory.Delete(folder, recursive: true);
    }
}
