using System.Security.Cryptography;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Pages;

public sealed class PageStoreTests
{
    readonly Editions editions = new();
    readonly TestClock clock = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    PageStore Store(int megabytes = 16) => new(editions, new PageSettings { MemoryMegabytes = megabytes }, clock);

    static KeptPage Put(PageStore store, Rendering rendering, string address = "/", byte[]? body = null)
    {
        rendering.Keep();
        return store.Put(address, body ?? "page"u8.ToArray(), "text/html", rendering);
    }

    Rendering About(string name)
    {
        var rendering = new Rendering(editions.Turn);
        rendering.DependOn(name);
        return rendering;
    }

    [Fact]
    public async Task Who_asks_for_a_page_that_is_being_made_waits_for_it()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => site.Http.GetStringAsync(new Uri("/politics", UriKind.Relative), Stop)));
        Assert.Single(answers.Distinct());
        Assert.Equal((1, 1), (site.Pages.Misses, site.Pages.Count));
    }

    [Fact]
    public async Task Who_makes_a_page_is_alone_and_the_others_learn_whether_it_was_kept()
    {
        var store = Store();
        Assert.Null(store.Begin("/"));
        var first = store.Begin("/");
        var second = store.Begin("/");
        Assert.Null(store.Begin("/other"));
        Assert.False(first!.IsCompleted);
        store.Finish("/", kept: true);
        Assert.True(await first);
        Assert.True(await second!);
        Assert.Null(store.Begin("/"));
        var third = store.Begin("/");
        store.Finish("/", kept: false);
        Assert.False(await third!);
    }

    [Fact]
    public void A_page_is_true_until_something_it_depends_on_changes()
    {
        var store = Store();
        Put(store, About("section:1"));
        editions.Raise(["section:2"]);
        Assert.NotNull(store.Find("/"));
        editions.Raise(["section:1"]);
        Assert.Null(store.Find("/"));
        Put(store, About("section:1"));
        Assert.NotNull(store.Find("/"));
    }

    [Fact]
    public void A_change_that_commits_while_the_page_is_being_made_makes_it_untrue()
    {
        var store = Store();
        var before = new Rendering(editions.Turn);
        editions.Raise(["section:1"]);
        // Only after its data was read does the page know what it depends on.
        before.DependOn("section:1");
        Put(store, before);
        Assert.Null(store.Find("/"));
    }

    [Fact]
    public void Of_two_pages_of_one_address_the_one_begun_before_the_change_is_never_shown()
    {
        var store = Store();
        var old = About("section:1");
        editions.Raise(["section:1"]);
        Put(store, About("section:1"), body: "young"u8.ToArray());
        Assert.Equal("young"u8.ToArray(), store.Find("/")!.Identity.Bytes);
        Put(store, old, body: "old"u8.ToArray());
        Assert.Null(store.Find("/"));
    }

    [Fact]
    public void Memory_is_bounded_and_what_was_asked_for_longest_ago_goes_first()
    {
        var store = Store(megabytes: 1);
        for (int i = 0; i < 500; i++)
        {
            var page = Put(store, About("x"), FormattableString.Invariant($"/{i}"), RandomNumberGenerator.GetBytes(4000));
            Assert.Equal(("gzip", "br"), (page.Gzip.ContentEncoding, page.Brotli.ContentEncoding));
            // Asked for long ago, and each later than the one before.
            page.UsedAt = Environment.TickCount64 - 100_000 + i;
        }
        Assert.InRange(store.Size, 1, 1024 * 1024);
        Assert.Null(store.Find("/0"));
        Assert.NotNull(store.Find("/499"));
        Assert.InRange(store.Count, 16, 90);
    }

    [Fact]
    public async Task A_page_ends_at_midnight_because_its_date_line_does()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        Assert.Equal("Tuesday, 24 November 2026", await DateAsync());
        site.Clock.Advance(new TimeSpan(11, 59, 59));
        Assert.Equal("Tuesday, 24 November 2026", await DateAsync());
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("Wednesday, 25 November 2026", await DateAsync());

        async Task<string> DateAsync() => (await site.PageAsync("/politics")).QuerySelector(".strip time")!.TextContent;
    }

    [Fact]
    public async Task What_another_process_changes_is_seen_without_a_word_from_it()
    {
        Assert.SkipUnless(Postgres.ConnectionString is null, "Other processes are watched on SQLite.");
        await using var site = await Site.StartAsync(background: true);
        await World.MakeAsync(site);
        Assert.Equal("Politics", await TitleAsync());

        var options = new DbContextOptionsBuilder<SqliteNewsDb>();
        options.UseSqliteFile(Path.Combine(site.Folder, "chapar.db"));
        await using (var elsewhere = new SqliteNewsDb(options.Options, new Editions()))
        {
            (await elsewhere.Sections.SingleAsync(s => s.Slug == "politics", Stop)).Rename(Chapar.Text.LocalText.Of("en", "Public affairs"));
            await elsewhere.SaveChangesAsync(Stop);
        }
        // The watch looks ten times a second in real time; ten seconds are for a very busy machine.
        for (int look = 0; look < 100 && await TitleAsync() != "Public affairs"; look++) await Task.Delay(EditionWatch.Look, Stop);
        Assert.Equal("Public affairs", await TitleAsync());

        async Task<string> TitleAsync() => (await site.PageAsync("/politics")).QuerySelector("h1")!.TextContent;
    }
}
