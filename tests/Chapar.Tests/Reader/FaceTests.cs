using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Tests.Reader;

/// <summary>One page of every kind, fetched once.</summary>
public sealed class EveryKind : IAsyncLifetime
{
    static readonly string[] Kinds = ["/", "/politics", "/places/osh", "/places/osh/page/1", "/topics/water", "/authors/aigul-sadyk", "/formats/opinion",
        "/archive", "/archive/2026", "/search", "/search?q=river", "/rates", "/corrections", "/never-was-here", "/ru"];

    public Dictionary<string, IHtmlDocument> Pages { get; } = [];
    public Site Site { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var site = Site = await Tests.Site.StartAsync();
        var world = await World.MakeAsync(site);
        var photo = new Picture(new string('a', 64), "river.jpg", "image/jpeg", 1600, 1067, 100_000, site.Now);
        photo.GiveCredit("Photo: Timur Rahim");
        photo.Describe(LocalText.Of([new("en", "A river between hills"), new("ru", "Река между холмами")]), LocalText.Of("en", "The river on Monday."));
        await site.ChangeAsync(db => { db.Add(photo); return Task.CompletedTask; });
        for (var i = 0; i < 24; i++)
            await world.PublishAsync($"The river rises day {i}", format: (Format)(i % 8), section: i % 3 == 0 ? world.Culture : world.Politics, lead: i % 2 == 0 ? photo : null);
        var article = await world.PublishAsync("The river falls", author: world.Timur, lead: photo);
        await world.PublishAsync("Река мелеет", "ru", translationOf: article.TranslationGroup);
        await site.ChangeAsync(db =>
        {
            var stored = db.Articles.Single(a => a.Id == article.Id);
            Assert.Null(stored.Correct("It fell by a metre, not by two.", CorrectionKind.Correction, "test", site.Now));
            return Task.CompletedTask;
        });
        foreach (var kind in Kinds.Append(article.Path!))
        {
            var response = await site.GetAsync(kind);
            Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{kind} answered {(int)response.StatusCode}");
            Pages[kind] = await Tests.Site.ParseAsync(response);
        }
    }

    public ValueTask DisposeAsync() => Site.DisposeAsync();
}

/// <summary>What holds on every kind of page, whatever stands on it.</summary>
public sealed class FaceTests(EveryKind kinds) : IClassFixture<EveryKind>
{
    readonly Dictionary<string, IHtmlDocument> pages = kinds.Pages;

    [Fact]
    public void Every_page_has_one_headline_one_main_part_and_a_title_of_its_own()
    {
        Assert.All(pages, page => Assert.Single(page.Value.QuerySelectorAll("h1")));
        Assert.All(pages, page => Assert.Single(page.Value.QuerySelectorAll("main")));
        Assert.All(pages, page => Assert.NotEmpty(page.Value.Title!));
        Assert.Distinct(pages.Values.Select(page => (page.DocumentElement.GetAttribute("lang"), page.Title)));
    }

    [Fact]
    public void The_first_stop_of_the_keyboard_leads_past_the_furniture() => Assert.All(pages, page =>
    {
        var skip = page.Value.QuerySelector("a[href], button, input")!;
        Assert.Equal("#main", skip.GetAttribute("href"));
        Assert.NotNull(page.Value.QuerySelector("#main"));
    });

    [Fact]
    public void No_heading_skips_a_level() => Assert.All(pages, page =>
    {
        var levels = page.Value.QuerySelectorAll("main h1, main h2, main h3, main h4").Select(h => h.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, string.Join(' ', levels)));
    });

    [Fact]
    public void Every_picture_has_its_size_and_its_words() => Assert.All(pages.Values.SelectMany(page => page.QuerySelectorAll("img")), image =>
        Assert.All(["width", "height", "alt"], name => Assert.True(image.HasAttribute(name), image.OuterHtml)));

    [Fact]
    public void Every_time_can_be_read_by_a_machine() =>
        Assert.All(pages.Values.SelectMany(page => page.QuerySelectorAll("time")), time => Assert.Matches(@"^\d{4}-\d\d-\d\d", time.GetAttribute("datetime")));

    [Fact]
    public void No_style_and_no_script_stands_in_a_page() => Assert.All(pages, page =>
        Assert.Empty(page.Value.QuerySelectorAll("[style], style, script:not([type='application/ld+json'], [src][defer])")));

    [Fact]
    public void No_heading_stands_without_content() => Assert.All(pages.Values.SelectMany(page => page.QuerySelectorAll("h1, h2, h3")), heading =>
        Assert.True(heading.TextContent.Trim().Length > 0 && (heading.LocalName == "h1" || heading.ParentElement!.Children.Length > 1), heading.ParentElement!.OuterHtml));

    [Fact]
    public async Task The_stylesheet_of_the_page_is_there_and_kept_for_ever()
    {
        var address = Assert.Single(pages["/"].QuerySelectorAll<IHtmlLinkElement>("link[rel=stylesheet]")).GetAttribute("href")!;
        var response = await kinds.Site.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_byline_and_its_links_have_spaces_between_them()
    {
        var byline = pages.Values.Select(page => page.QuerySelector(".byline")).OfType<IElement>().Single();
        Assert.Equal("By Timur Rahim", string.Join(' ', byline.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
    }

    [Fact]
    public void Opinion_is_marked_as_such_on_lists() =>
        Assert.All(pages["/formats/opinion"].QuerySelectorAll("article.teaser"), teaser => Assert.Equal("opinion", teaser.GetAttribute("data-format")));
}
