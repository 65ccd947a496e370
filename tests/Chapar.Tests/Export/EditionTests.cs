using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Hosting;
using Chapar.Settings;

namespace Chapar.Tests.Export;

/// <summary>The site as files: all of it, nothing else, and no more written than has changed.</summary>
public sealed class EditionTests : ExportTests
{
    [Fact]
    public async Task Every_kind_of_page_feed_and_style_is_a_file()
    {
        var english = await world.PublishAsync("The river rises");
        await world.PublishAsync("Река поднимается", "ru", translationOf: english.TranslationGroup);
        await site.ChangeAsync(async db => (await db.Articles.FindAsync(english.Id))!.Correct("The river is the Naryn.", CorrectionKind.Correction, "editor", site.Now));
        await printed.ExportAsync();

        string[] kinds = ["index.html", "2026/11/the-river-rises/index.html", "ru/index.html", "politics/index.html", "places/osh/index.html", "topics/water/index.html",
            "authors/aigul-sadyk/index.html", "archive/index.html", "corrections/index.html", "rates/index.html", "edition/index.html", "ru/edition/index.html", "404.html",
            "feed.xml", "atom.xml", "feed.json", "politics/feed.xml", "authors/aigul-sadyk/feed.json", "ru/feed.xml", "sitemap.xml", "sitemaps/pages.xml", "sitemaps/2026-11.xml", "news-sitemap.xml",
            "robots.txt", "icon.svg", "SHA256SUMS", "SHA256SUMS.minisig"];
        Assert.Empty(kinds.Except(printed.Files()));
        Assert.Contains(printed.Files(), file => file.StartsWith("reader.", StringComparison.Ordinal) && file.EndsWith(".css", StringComparison.Ordinal));
        Assert.Contains(printed.Files(), file => file.StartsWith("history/2026/11/the-river-rises", StringComparison.Ordinal));
        Assert.Equal(["SHA256SUMS", "SHA256SUMS.minisig"], printed.Files().Except(File.ReadLines(printed.List).Where(line => !line.StartsWith('#')).Select(line => line[66..])));
    }

    [Fact]
    public async Task Every_link_leads_from_file_to_file_whatever_stands_before_them()
    {
        for (int i = 0; i < 35; i++) await world.PublishAsync($"Story {i} of the river");
        await world.PublishAsync("Одна история", "ru");
        Assert.Contains("links checked", await printed.ExportAsync("--base-url", "https://mirror.example.org/below/here"), StringComparison.Ordinal);

        var pages = printed.Files().Where(file => file.EndsWith(".html", StringComparison.Ordinal) && file != "404.html").ToList();
        var broken = from page in pages
                     from link in printed.LinksOf(page)
                     where link.Link.StartsWith('/') || !File.Exists(printed.PathOf(link.File))
                     select $"{page}: {link.Link}";
        Assert.Equal([], broken);
        Assert.All(pages, page => Assert.DoesNotContain("href=\"/", printed.Read(page), StringComparison.Ordinal));
        Assert.Contains("<link>https://mirror.example.org/below/here/2026/11/", printed.Read("feed.xml"), StringComparison.Ordinal);
        Assert.Contains("href=\"https://mirror.example.org/below/here/reader.", printed.Read("404.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_file_cannot_do_is_not_offered()
    {
        await world.PublishAsync("The river rises");
        await printed.ExportAsync();
        foreach (var page in printed.Files().Where(file => file.EndsWith(".html", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("<form action", printed.Read(page), StringComparison.Ordinal);
            Assert.DoesNotContain("<script src", printed.Read(page), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_export_writes_nothing_and_an_edit_only_what_it_changed()
    {
        await world.PublishAsync("Bread is dearer", section: world.Culture, author: world.Timur);
        var story = await world.PublishAsync("The river rises");
        await printed.ExportAsync();
        var first = printed.Times();
        Assert.Contains("0 files written", await printed.ExportAsync(), StringComparison.Ordinal);
        Assert.Equal(first, printed.Times());

        await site.ChangeAsync(async db =>
        {
            var article = (await db.Articles.FindAsync(story.Id))!;
            article.Write(article.Headline, article.Deck, World.Body("The river fell again."), site.Now);
        });
        await printed.ExportAsync();
        var changed = printed.Times().Where(file => first.GetValueOrDefault(file.Key) != file.Value).Select(file => file.Key).ToList();
        Assert.Contains("The river fell again.", printed.Read("2026/11/the-river-rises/index.html"), StringComparison.Ordinal);
        Assert.Contains("2026/11/the-river-rises/index.html", changed);
        Assert.Contains("feed.xml", changed);
        Assert.DoesNotContain("2026/11/bread-is-dearer/index.html", changed);
        Assert.DoesNotContain("culture/index.html", changed);
        Assert.DoesNotContain("ru/index.html", changed);
    }

    [Fact]
    public async Task After_edits_the_edition_is_byte_for_byte_what_a_new_one_is()
    {
        List<Guid> stories = [];
        for (int i = 0; i < 45; i++) stories.Add((await world.PublishAsync($"Story {i} of the river", section: i % 3 == 0 ? world.Culture : world.Politics, author: i % 2 == 0 ? world.Aigul : world.Timur)).Id);
        await printed.ExportAsync();
        await site.ChangeAsync(async db =>
        {
            var edited = (await db.Articles.FindAsync(stories[7]))!;
            edited.Write("Story 7 has another name", edited.Deck, World.Body("The river fell again."), site.Now);
            (await db.Articles.FindAsync(stories[3]))!.Withdraw("It was another river.", "editor", site.Now);
            (await db.Articles.FindAsync(stories[40]))!.Correct("The river is the Naryn.", CorrectionKind.Correction, "editor", site.Now);
        });
        await world.PublishAsync("A story more", author: world.Timur);
        await world.PublishAsync("Река поднимается", "ru");
        await printed.ExportAsync();

        using var anew = new Printed(site);
        await anew.ExportAsync();
        Assert.Equal(anew.Files(), printed.Files());
        string[] signed = ["SHA256SUMS", "SHA256SUMS.minisig"];
        foreach (var file in anew.Files().Except(signed)) Assert.Equal((file, anew.Read(file)), (file, printed.Read(file)));
        Assert.Equal(Digests(anew), Digests(printed));

        static IEnumerable<string> Digests(Printed edition) => File.ReadLines(edition.List).Where(line => !line.StartsWith('#'));
    }

    [Fact]
    public async Task A_file_that_somebody_changed_is_written_again()
    {
        await world.PublishAsync("The river rises");
        await printed.ExportAsync();
        var was = printed.Read("2026/11/the-river-rises/index.html");
        await File.WriteAllTextAsync(printed.PathOf("2026/11/the-river-rises/index.html"), was.Replace("rises", "falls", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Contains("1 files written", await printed.ExportAsync(), StringComparison.Ordinal);
        Assert.Equal(was, printed.Read("2026/11/the-river-rises/index.html"));
    }

    [Fact]
    public async Task A_withdrawn_article_leaves_the_edition_and_a_draft_never_enters_it()
    {
        await world.PublishAsync("Bread is dearer");
        var story = await world.PublishAsync("The river rises");
        await site.ChangeAsync(db =>
        {
            db.AttachRange(world.Politics);
            var draft = new Article("en", Format.News, site.Now);
            draft.Write("Nobody may read this yet", "A secret.", World.Body("A secret."), site.Now);
            db.Add(draft);
            return Task.CompletedTask;
        });
        await printed.ExportAsync();
        Assert.Contains("2026/11/the-river-rises/index.html", printed.Files());

        await site.ChangeAsync(async db => (await db.Articles.FindAsync(story.Id))!.Withdraw("It was another river.", "editor", site.Now));
        await printed.ExportAsync();
        Assert.DoesNotContain(printed.Files(), file => file.Contains("the-river-rises", StringComparison.Ordinal));
        Assert.All(printed.Files(), file =>
        {
            Assert.DoesNotContain("Nobody may read this yet", printed.Read(file), StringComparison.Ordinal);
            Assert.DoesNotContain("The river rises", printed.Read(file), StringComparison.Ordinal);
        });
        Assert.DoesNotContain(printed.Files(), file => file.StartsWith("newsroom", StringComparison.Ordinal) || file.StartsWith("api", StringComparison.Ordinal) || file.StartsWith("health", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_to_what_is_not_there_is_named_and_leads_to_the_newspaper_itself()
    {
        var story = await world.PublishAsync("The river rises");
        await site.ChangeAsync(async db =>
        {
            var article = (await db.Articles.FindAsync(story.Id))!;
            article.Write(article.Headline, article.Deck, new([new Paragraph([new TextRun("Before", [new LinkMark("/2026/11/never-written")])])]), site.Now);
        });
        var (code, output) = await printed.RunAsync(["export", "site", printed.Folder]);
        Assert.Equal(1, code);
        Assert.Contains("dead link: /2026/11/the-river-rises leads to /2026/11/never-written, where nothing stands", output, StringComparison.Ordinal);
        Assert.Contains("href=\"http://localhost:5080/2026/11/never-written\"", printed.Read("2026/11/the-river-rises/index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_stands_in_each_feed_as_in_the_feed_of_the_site()
    {
        for (int i = 0; i < 4; i++) await world.PublishAsync($"Story {i} <of> the \"river\" & more", section: i % 2 == 0 ? world.Politics : world.Culture, author: i < 2 ? world.Aigul : world.Timur, text: $"The river rose by {i} metres & fell.");
        var corrected = await world.PublishAsync("The river rises");
        await world.PublishAsync("Река поднимается", "ru", translationOf: corrected.TranslationGroup);
        await site.ChangeAsync(async db => (await db.Articles.FindAsync(corrected.Id))!.Correct("The river is the Naryn.", CorrectionKind.Correction, "editor", site.Now));
        await printed.ExportAsync("--base-url", site.Publication.BaseUrl);

        var feeds = printed.Files().Where(file => Path.GetFileName(file) is "feed.xml" or "atom.xml" or "feed.json").ToList();
        Assert.Superset(new HashSet<string>(["feed.xml", "culture/atom.xml", "topics/water/feed.json", "places/osh/feed.xml", "authors/timur-rahim/atom.xml", "ru/feed.json", "ru/topics/water/feed.xml"]), feeds.ToHashSet());
        foreach (var feed in feeds) Assert.Equal((feed, await site.Http.GetStringAsync("/" + feed, TestContext.Current.CancellationToken)), (feed, printed.Read(feed)));
    }

    [Fact]
    public async Task Pages_that_are_asked_for_one_after_the_other_share_one_connection()
    {
        var story = await world.PublishAsync("The river rises");
        await using var inner = await InnerSite.OpenAsync(ChaparSettings.Read(site.Folder), [], site.Clock);
        string[] pages = ["/", story.Path!, "/politics", "/feed.xml", "/topics/water", "/history" + story.Path, "/nowhere"];
        foreach (var page in pages) await inner.AskAsync(page, new MemoryStream(), TestContext.Current.CancellationToken);
        var open = Open();
        foreach (var page in pages.Concat(pages)) await inner.AskAsync(page, new MemoryStream(), TestContext.Current.CancellationToken);
        Assert.Equal(open, Open());

        int Open() => new DirectoryInfo("/proc/self/fd").EnumerateFileSystemInfos().Count(file => file.LinkTarget?.StartsWith(site.Folder, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_folder_with_something_else_in_it_is_refused()
    {
        Directory.CreateDirectory(printed.Folder);
        await File.WriteAllTextAsync(printed.PathOf("thesis.txt"), "Years of work.", TestContext.Current.CancellationToken);
        var (code, output) = await printed.RunAsync(["export", "site", printed.Folder]);
        Assert.Equal(2, code);
        Assert.Contains("holds no edition: give another folder, or empty it", output, StringComparison.Ordinal);
        Assert.Equal(["thesis.txt"], printed.Files());
        (code, output) = await printed.RunAsync(["export", "site", printed.Folder, "--base-url", "mirror.example.org/"]);
        Assert.Equal(2, code);
        Assert.Contains("--base-url is 'mirror.example.org/'", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://x.example/a b")]
    [InlineData("https://x.example/../y")]
    [InlineData("https://x.example/%2e%2e/y")]
    [InlineData("https://x.example/a//b")]
    [InlineData(" https://x.example")]
    [InlineData("https://x.example/a?")]
    [InlineData("https://me:secret@x.example/a")]
    [InlineData("https://x.example/\"a")]
    public async Task An_address_that_others_would_read_otherwise_is_refused(string address)
    {
        var (code, output) = await printed.RunAsync(["export", "site", printed.Folder, "--base-url", address]);
        Assert.Equal(2, code);
        Assert.StartsWith($"--base-url is '{address}': give ", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(printed.Folder));
    }
}
