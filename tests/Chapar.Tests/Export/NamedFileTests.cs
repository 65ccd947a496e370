using System.Text.RegularExpressions;
using Chapar.Media;
using Chapar.Tests.Distribution;
using Chapar.Tests.Media;
using Chapar.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Chapar.Tests.Export;

/// <summary>What previews, feeds and sitemaps name by the whole address is in the edition, or it is said that it is not.</summary>
public sealed partial class NamedFileTests
{
    /// <summary>With signs that HTML and JSON write otherwise.</summary>
    const string Address = "https://mirror.example.org/river+news/it's";

    [Fact]
    public async Task Every_picture_that_is_named_by_the_whole_address_is_a_file()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        await using var site = await Site.StartAsync();
        using var printed = new Printed(site);
        var story = await (await World.MakeAsync(site)).PublishAsync("The river rises", lead: await PhotoAsync(site));
        await printed.ExportAsync("--base-url", Address);

        var social = Renditions.Address(story.Lead!.Face(), Shape.Social, 1200, "jpg");
        Assert.Superset(new HashSet<string>(["/icon-512.png", social]), NamedIn(printed, "2026/11/the-river-rises/index.html").ToHashSet());
        foreach (var file in printed.Files().Where(file => Path.GetExtension(file) is ".html" or ".xml" or ".json"))
            Assert.All(NamedIn(printed, file), named => Assert.True(File.Exists(printed.PathOf(named[1..])), $"{file} names {named}"));
        Assert.Contains(NamedIn(printed, "feed.xml"), IsPicture);
        Assert.Contains(NamedIn(printed, "feed.json"), IsPicture);
        Assert.Contains(NamedIn(printed, "sitemaps/2026-11.xml"), IsPicture);
        Assert.Contains("0 files written", await printed.ExportAsync("--base-url", Address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_for_previews_that_is_not_there_is_told()
    {
        if (Postgres.ConnectionString is not null) Assert.Skip("the command line is tried on SQLite");
        await using var site = await Site.StartAsync();
        using var printed = new Printed(site);
        // A picture whose original is lost.
        var story = await (await World.MakeAsync(site)).PublishAsync("The river rises", lead: await FeedTests.PhotoAsync(site));
        var (code, output) = await printed.RunAsync(["export", "site", printed.Folder]);
        Assert.Equal(1, code);
        Assert.Contains($"dead link: /2026/11/the-river-rises leads to {Renditions.Address(story.Lead!.Face(), Shape.Social, 1200, "jpg")}, where nothing stands\n", output, StringComparison.Ordinal);
        Assert.Contains("dead link: /feed.json leads to /media/", output, StringComparison.Ordinal);
        Assert.Contains("dead link: /sitemaps/2026-11.xml leads to /media/", output, StringComparison.Ordinal);
    }

    static bool IsPicture(string named) => named.StartsWith("/media/", StringComparison.Ordinal);

    /// <summary>Read from the text, and not as the program does.</summary>
    static IEnumerable<string> NamedIn(Printed printed, string file)
    {
        var text = printed.Read(file).Replace("&#x2B;", "+", StringComparison.Ordinal).Replace("\\u002B", "+", StringComparison.Ordinal).Replace("&#x27;", "'", StringComparison.Ordinal).Replace("\\u0027", "'", StringComparison.Ordinal);
        return Whole().Matches(text).Select(found => found.Groups["path"].Value).Where(path => path.StartsWith("/media/", StringComparison.Ordinal) || path.StartsWith("/icon", StringComparison.Ordinal)).Distinct();
    }

    static async Task<Picture> PhotoAsync(Site site)
    {
        var intake = await site.Services.GetRequiredService<PictureStore>().TakeInAsync(new MemoryStream(Drawn.Jpeg(1300, 900)), "test", Picture.Nobody, site.Now, TestContext.Current.CancellationToken);
        intake.Picture!.GiveCredit("Photo: Timur Rahim");
        intake.Picture.Describe(LocalText.Of("en", "Brown water under a bridge"), LocalText.Of("en", "The Ak-Buura on Tuesday"));
        await site.ChangeAsync(db => Task.FromResult(db.Add(intake.Picture)));
        return intake.Picture;
    }

    [GeneratedRegex("""https://mirror\.example\.org/river\+news/it's(?<path>/[A-Za-z0-9./_-]+)""")]
    private static partial Regex Whole();
}
