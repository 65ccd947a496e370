using Chapar.Articles;
using Chapar.Import.WordPress;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Import;

/// <summary>The real exports beside the repository, with the counts that its list of them gives.</summary>
public class RealExportsTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    sealed record Expected(int Published, int Drafts, int PublicPages, int DraftPages = 0);

    static readonly Dictionary<string, Expected> expected = new()
    {
        ["theme-unit-test.xml"] = new(48, 3, 21),
        ["blocks-64.xml"] = new(61, 0, 1),
        ["cc-labs.xml"] = new(219, 0, 5),
        ["pelican-wordpressexport.xml"] = new(7, 4, 2),
        ["nikola-german.xml"] = new(4, 0, 1),
        ["wordpress-com-2025.xml"] = new(7, 0, 1),
        ["wordpress-com-2022-blocks.xml"] = new(2, 0, 1),
        ["wordpress-com-polish.xml"] = new(3, 1, 1),
        ["edge-cases/small-export.xml"] = new(5, 1, 4, 1),
        ["wxr-1.0-2008-undeclared-namespace.wxr"] = new(4, 6, 0),
    };

    public static TheoryData<string> Files => [.. expected.Keys];

    [Theory, MemberData(nameof(Files))]
    public async Task A_real_export_comes_in_whole_and_twice_is_the_same(string file)
    {
        string path = WordPressFiles.Path(file);
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.RunAsync(path);
        Expected found = await CountAsync(site);
        Assert.Equal(expected[file], found);
        Assert.Equal(0, report.ExitCode);
        Assert.Equal(found.Published, report["articles new"]);

        ImportReport again = await site.RunAsync(path);
        Assert.Equal(found, await CountAsync(site));
        Assert.Equal(found.Published + found.Drafts + found.PublicPages + found.DraftPages, again["items unchanged"]);
        Assert.Equal(0, again["redirects new"] + again["authors new"] + again["sections new"] + again["topics new"]);
    }

    static Task<Expected> CountAsync(ImportSite site) => site.AskAsync(async db => new Expected(
        await db.Articles.CountAsync(a => a.Status == ArticleStatus.Published, Stop), await db.Articles.CountAsync(a => a.Status == ArticleStatus.Draft, Stop),
        await db.PlainPages.CountAsync(p => p.IsPublic, Stop), await db.PlainPages.CountAsync(p => !p.IsPublic, Stop)));

    [Fact]
    public async Task The_small_export_gives_its_users_categories_and_tags()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        string path = WordPressFiles.Path("edge-cases/small-export.xml");
        await site.RunAsync(path);
        await site.RunAsync(path);
        // "admin" is an account and no name: the site itself signs for it.
        Assert.Equal(["author", "editor", "trunk"], await site.AskAsync(async db => (await db.Authors.ToListAsync(Stop)).Select(a => a.Name["en"]).Order(StringComparer.Ordinal).ToList()));
        Assert.Equal((30, 3), (await site.AskAsync(db => db.ImportedItems.CountAsync(i => i.Kind == "category", Stop)), await site.AskAsync(db => db.ImportedItems.CountAsync(i => i.Kind == "tag", Stop))));
    }

    [Fact]
    public async Task The_thirty_authors_of_an_organisation_sign_their_posts()
    {
        await using ImportSite site = await ImportSite.StartAsync();
        await site.RunAsync(WordPressFiles.Path("cc-labs.xml"));
        Assert.Equal(30, await site.AskAsync(db => db.Bylines.Where(b => b.Author!.Kind == Authors.AuthorKind.Person).Select(b => b.AuthorId).Distinct().CountAsync(Stop)));
        Assert.Equal(219, await site.AskAsync(db => db.Articles.CountAsync(a => a.Bylines.Count == 1, Stop)));
    }

    [Fact]
    public async Task A_site_in_three_files_comes_in_with_its_attachments_known()
    {
        string[] files = [WordPressFiles.Path("wordpress-org-news/media.xml"), WordPressFiles.Path("wordpress-org-news/posts.xml"), WordPressFiles.Path("wordpress-org-news/podcasts.xml")];
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.RunAsync(files);
        Assert.Equal((97, 227, 14), (report["articles new"], report["attachments"], report.Times("type podcast")));
        Assert.Equal(97, await site.AskAsync(db => db.Articles.CountAsync(a => a.Status == ArticleStatus.Published && a.Path!.StartsWith("/news/20"), Stop)));
        Assert.False(await site.AskAsync(db => db.Topics.AnyAsync(t => t.Slug == "cbringmann", Stop)));
        Assert.Equal("/news/2020/01/wordpress-leaders-nominated-for-cmx-awards", await site.RedirectAsync("/news/2020/01/wordpress-leaders-nominated-for-cmx-awards/josepha_and_andrea"));
    }

    [Theory]
    [InlineData("edge-cases/malformed.xml", "Line 90")]
    [InlineData("edge-cases/malformed-simple.xml", "Line 14")]
    public async Task A_file_broken_as_a_whole_imports_nothing_and_says_where(string file, string where)
    {
        string path = WordPressFiles.Path(file);
        await using ImportSite site = await ImportSite.StartAsync();
        ImportReport report = await site.RunAsync(path);
        Assert.Equal(1, report.ExitCode);
        Assert.Contains(where, report.ToText(), StringComparison.Ordinal);
        Assert.Equal(0, await site.AskAsync(async db => await db.Articles.CountAsync(Stop) + await db.Authors.CountAsync(Stop) + await db.Sections.CountAsync(Stop)));
    }

    [Fact]
    public async Task Every_real_export_can_be_taken_in()
    {
        if (!Directory.Exists(WordPressFiles.Folder))
            Assert.Skip($"{WordPressFiles.Folder} is not here.");
        foreach (string file in Directory.EnumerateFiles(WordPressFiles.Folder, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".xml", StringComparison.Ordinal) || f.EndsWith(".wxr", StringComparison.Ordinal)))
        {
            if (Path.GetFileName(file).StartsWith("malformed", StringComparison.Ordinal) || new FileInfo(file).Length > 200_000)
                continue;
            await using ImportSite site = await ImportSite.StartAsync();
            ImportReport report = await site.RunAsync(file);
            Assert.True(report.ExitCode == 0, $"{file}: {report.ToText()}");
            Assert.Equal(0, await site.AskAsync(db => db.Articles.CountAsync(a => EF.Functions.Like(a.Path, "%@%"), Stop)));
        }
    }
}
