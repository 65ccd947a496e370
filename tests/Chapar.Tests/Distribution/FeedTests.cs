using System.Net;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Database;
using Chapar.Distribution;
using Chapar.Rates;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Distribution;

public partial class FeedTests
{
    static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    static readonly XNamespace Media = "http://search.yahoo.com/mrss/";
    static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";
    static readonly XNamespace AtomSpace = "http://www.w3.org/2005/Atom";

    public static TheoryData<string> Lists => ["", "/ru", "/politics", "/places/osh", "/topics/water", "/authors/aigul-sadyk", "/ru/politics", "/ru/authors/aigul-sadyk"];

    [Theory, MemberData(nameof(Lists))]
    public async Task Three_readers_read_the_same_articles(string list)
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("Bread & butter </script> <b>");
        await world.PublishAsync("Second story");
        await world.PublishAsync("Река поднялась", "ru");

        var rss = await LoadAsync(site, $"{list}/feed.xml");
        var atom = await LoadAsync(site, $"{list}/atom.xml");
        var json = JsonDocument.Parse(await TextAsync(site, $"{list}/feed.json")).RootElement;

        var expected = list.StartsWith("/ru", StringComparison.Ordinal) ? new[] { "Река поднялась" } : ["Second story", "Bread & butter </script> <b>"];
        Assert.Equal(expected, rss.Items.Select(i => i.Title.Text));
        Assert.Equal(expected, atom.Items.Select(i => i.Title.Text));
        Assert.Equal(expected, json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("title").GetString()!));
        Assert.Equal(rss.Items.Select(i => i.Id), atom.Items.Select(i => i.Id));
        Assert.Equal(rss.Items.Select(i => i.Id), json.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
        Assert.Equal(rss.Items.Select(i => i.PublishDate), atom.Items.Select(i => i.PublishDate));
        var self = site.Publication.BaseUrl + list;
        Assert.Equal($"{self}/feed.xml", rss.Links.Single(l => l.RelationshipType == "self").Uri.OriginalString);
        Assert.Equal($"{self}/atom.xml", atom.Links.Single(l => l.RelationshipType == "self").Uri.OriginalString);
        Assert.Equal($"{self}/feed.json", json.GetProperty("feed_url").GetString());
    }

    [Fact]
    public async Task An_item_has_the_full_text_the_byline_and_where_it_is_filed()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises", text: "First paragraph.\n\nLast & least.");

        var item = (await ChannelAsync(site)).Element("item")!;

        Assert.Equal($"urn:uuid:{article.Id}", item.Element("guid")!.Value);
        Assert.Equal("false", item.Element("guid")!.Attribute("isPermaLink")!.Value);
        Assert.Equal("<p>First paragraph.</p><p>Last &amp; least.</p>", item.Element(Content + "encoded")!.Value.Replace("\n", "", StringComparison.Ordinal));
        Assert.Equal("Aigul Sadyk", item.Element(DublinCore + "creator")!.Value);
        Assert.Equal(["Politics", "Osh", "Water"], item.Elements("category").Select(c => c.Value));
        Assert.Equal(article.Deck, item.Element("description")!.Value);
    }

    [Fact]
    public async Task The_lead_picture_comes_with_its_credit_caption_and_alternative_text()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises", lead: await PhotoAsync(site));

        var channel = await ChannelAsync(site);

        var media = channel.Element("item")!.Element(Media + "content")!;
        Assert.StartsWith(site.Publication.BaseUrl + "/media/", media.Attribute("url")!.Value, StringComparison.Ordinal);
        Assert.Equal(("1200", "800"), (media.Attribute("width")!.Value, media.Attribute("height")!.Value));
        Assert.Equal("Photo: Timur Rahim", media.Element(Media + "credit")!.Value);
        Assert.Equal("The Ak-Buura on Tuesday", media.Element(Media + "description")!.Value);
        Assert.Equal("Brown water under a bridge", media.Element(Media + "text")!.Value);
        var html = channel.Element("item")!.Element(Content + "encoded")!.Value;
        Assert.Contains("alt=\"Brown water under a bridge\"", html, StringComparison.Ordinal);
        Assert.Contains("Photo: Timur Rahim", html, StringComparison.Ordinal);
        Assert.DoesNotContain("src=\"/", html, StringComparison.Ordinal);
        Assert.DoesNotContain("srcset", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rate_in_the_text_makes_the_feed_untrue_when_the_banks_next_day_begins()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        await world.PublishAsync("The som stands still");
        Assert.Null(await GoodUntilAsync());
        await site.ChangeAsync(async db =>
        {
            var article = await db.Articles.SingleAsync(TestContext.Current.CancellationToken);
            article.Write(article.Headline, article.Deck, new BodyTree([new Paragraph([new TextRun("A dollar costs "), new RateInline("usd-kgs"), new TextRun(" som.")])]), site.Now);
        });

        Assert.Equal(RateStatuses.NextChangeAt(site.Now), await GoodUntilAsync());

        async Task<DateTime?> GoodUntilAsync()
        {
            await using var scope = site.Services.CreateAsyncScope();
            var words = new FeedWords("Correction", "Clarification", at => $"{at}", "per {0}", new BodyWords());
            var reading = new FeedReading(scope.ServiceProvider.GetRequiredService<NewsDb>(), site.Publication, words, "en", site.Now);
            return (await reading.ReadAsync(FeedAbout.Everything, null, site.Services.GetRequiredService<Lines>(), TestContext.Current.CancellationToken))!.GoodUntil;
        }
    }

    [Fact]
    public async Task A_correction_stands_under_the_text_and_moves_only_the_update()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        await world.PublishAsync("Later story");
        var before = await LoadAsync(site, "/atom.xml");

        site.Clock.Advance(TimeSpan.FromHours(1));
        await site.ChangeAsync(async db =>
        {
            var stored = await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken);
            Assert.Null(stored.Correct("It rose by a foot.", CorrectionKind.Correction, "test", site.Now));
        });

        var after = await LoadAsync(site, "/atom.xml");
        Assert.Equal(before.Items.Select(i => i.Id), after.Items.Select(i => i.Id));
        Assert.Equal(before.Items.Select(i => i.PublishDate), after.Items.Select(i => i.PublishDate));
        Assert.Equal(site.Now, after.Items.Last().LastUpdatedTime.UtcDateTime);
        Assert.Equal(site.Now, after.LastUpdatedTime.UtcDateTime);
        Assert.Contains("Correction, 24 November 2026.</strong> It rose by a foot.", ((TextSyndicationContent)after.Items.Last().Content).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_keeps_the_name_of_the_item()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The river rises");
        var before = (await LoadAsync(site, "/feed.xml")).Items.Single();

        await site.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Id == article.Id, TestContext.Current.CancellationToken)).MoveTo("/2026/11/flood", "test", site.Now));

        var after = (await LoadAsync(site, "/feed.xml")).Items.Single();
        Assert.Equal(before.Id, after.Id);
        Assert.NotEqual(before.Links[0].Uri, after.Links[0].Uri);
    }

    internal static async Task<Picture> PhotoAsync(Site site)
    {
        var photo = new Picture(new string('a', 64), "river.jpg", "image/jpeg", 3000, 2000, 1_000_000, site.Now);
        photo.GiveCredit("Photo: Timur Rahim");
        photo.Describe(LocalText.Of("en", "Brown water under a bridge"), LocalText.Of("en", "The Ak-Buura on Tuesday"));
        await site.ChangeAsync(db => Task.FromResult(db.Add(photo)));
        return photo;
    }

    internal static async Task<string> TextAsync(Site site, string path)
    {
        var response = await site.GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {(int)response.StatusCode}");
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    static async Task<XElement> ChannelAsync(Site site)
    {
        var rss = XDocument.Parse(await TextAsync(site, "/feed.xml"));
        Assert.NotNull(rss.Root!.Element("channel")!.Element(AtomSpace + "link"));
        return rss.Root.Element("channel")!;
    }

    static async Task<SyndicationFeed> LoadAsync(Site site, string path)
    {
        using var reader = XmlReader.Create(new StringReader(await TextAsync(site, path)));
        return SyndicationFeed.Load(reader);
    }
}
