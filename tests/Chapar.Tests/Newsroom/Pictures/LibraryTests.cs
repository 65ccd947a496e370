using System.Net;
using Chapar.Database;
using Chapar.Media;
using Chapar.Staff;
using Chapar.Tests.Media;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;
using Picture = Chapar.Media.Picture;

namespace Chapar.Tests.Newsroom.Pictures;

/// <summary>How pictures come into the library, and how they are found there.</summary>
public class LibraryTests
{
    [Fact]
    public async Task Many_files_come_in_at_once_and_what_is_refused_is_named_with_its_bound()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);

        var response = await writer.PostFilesAsync("/newsroom/pictures?handler=Upload",
            ("one.jpg", Drawn.Jpeg(900, 600)), ("two.png", Drawn.EnormousPng(20_000, 20_000)), ("three.jpg", "<svg onload=alert(1)>"u8.ToArray()), ("four.jpg", Drawn.Jpeg(640, 640)));

        var page = await writer.ReadAsync(response);
        Assert.Equal(
            ["one.jpg In the library. Open it to say what it shows and who made it. No credit No alternative text",
             "two.png has 20000 x 20000 pixels: at most 100 megapixels are taken.",
             "three.jpg is SVG or other XML: give a JPEG, PNG, WebP, GIF or AVIF image.",
             "four.jpg In the library. Open it to say what it shows and who made it. No credit No alternative text"],
            page.Texts("#arrivals > li").Select(text => text.Replace(" Looks like one.jpg", "", StringComparison.Ordinal)));
        Assert.Equal(["four.jpg", "one.jpg"], page.Texts(".pictures li a"));
        Assert.Contains("Writer 1: PictureAdded", await site.JournalAsync());
    }

    [Fact]
    public async Task A_file_sent_by_script_is_answered_by_its_line()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var response = await writer.PostFileAsync("/newsroom/pictures?handler=File&name=C%3A%5Cphotos%5Cbridge.jpg", Drawn.Jpeg(640, 480));
        Assert.Equal("bridge.jpg", (await writer.ReadAsync(response)).Texts("li > a")[0]);
        Assert.Equal(["bridge.jpg"], (await writer.PageAsync("/newsroom/pictures")).Texts(".pictures li a"));
    }

    [Fact]
    public async Task The_same_file_again_is_the_picture_that_is_there()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var first = await writer.BringAsync("first.jpg");

        var page = await writer.ReadAsync(await writer.PostFilesAsync("/newsroom/pictures?handler=Upload", ("second.jpg", Drawn.Jpeg(900, 600))));

        Assert.Equal($"/newsroom/pictures/{first}", page.QuerySelector("#arrivals a")!.GetAttribute("href"));
        Assert.Contains("in the library already", page.Texts("#arrivals li")[0], StringComparison.Ordinal);
        Assert.Equal(1, await site.ChangeAsync(db => db.Pictures.CountAsync()));
    }

    [Fact]
    public async Task A_smaller_copy_of_a_picture_looks_like_it_and_another_picture_does_not()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        byte[] FileOf(NetVips.Image image, int quality) { using (image) return image.JpegsaveBuffer(q: quality); }
        var demo = Path.Combine(Chapar.Tests.House.Sources.Root, "src/Chapar/Database/Demo/pictures");
        await writer.BringAsync("glacier.jpg", await File.ReadAllBytesAsync(Path.Combine(demo, "glacier.jpg"), TestContext.Current.CancellationToken));
        await writer.BringAsync("bazaar.jpg", await File.ReadAllBytesAsync(Path.Combine(demo, "bazaar.jpg"), TestContext.Current.CancellationToken));

        var copy = await writer.BringAsync("copy.jpg", FileOf(NetVips.Image.Thumbnail(Path.Combine(demo, "glacier.jpg"), 500), 50));

        Assert.Equal(["glacier.jpg"], (await writer.PageAsync(Album.PathOf(copy))).Texts("section[aria-labelledby=alike] li a"));
    }

    [Fact]
    public async Task A_picture_is_found_by_folded_words_of_its_file_credit_and_captions()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        await site.ChangeAsync(db =>
        {
            var bridge = New("a", "IMG_0042.jpg", site.Now);
            bridge.GiveCredit("Фото: Айгүл Садык");
            bridge.Describe(LocalText.Of("en", "A bridge"), LocalText.Of([new("en", "The bridge at Naryn"), new("ru", "Мост в Нарыне")]));
            db.AddRange(bridge, New("b", "goat_market-2.jpg", site.Now));
            return Task.CompletedTask;
        });
        async Task<string[]> FoundAsync(string words) => (await writer.PageAsync($"/newsroom/pictures?q={Uri.EscapeDataString(words)}")).Texts(".pictures li a");

        Assert.Equal(["The bridge at Naryn"], await FoundAsync("айгул"));
        Assert.Equal(["The bridge at Naryn"], await FoundAsync("NARYN bridge"));
        Assert.Equal(["The bridge at Naryn"], await FoundAsync("мост"));
        Assert.Equal(["The bridge at Naryn"], await FoundAsync("0042"));
        Assert.Equal(["goat_market-2.jpg"], await FoundAsync("market"));
        Assert.Empty(await FoundAsync("glacier"));
        Assert.Empty(await FoundAsync("ridge"));
    }

    [Fact]
    public async Task The_library_is_looked_through_for_what_is_to_be_done()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var world = await World.MakeAsync(site);
        var pictures = new[] { "ending", "ended", "lasting", "bare", "used" }.Select((name, i) => New($"{i}", $"{name}.jpg", site.Now)).ToList();
        await site.ChangeAsync(db =>
        {
            foreach (var picture in pictures.Where(p => p.FileName != "bare.jpg"))
            {
                DateTime? end = picture.FileName switch { "ending.jpg" => site.Now.AddDays(13), "ended.jpg" => site.Now.AddDays(-1), "lasting.jpg" => site.Now.AddDays(15), _ => null };
                picture.Revise(picture.Details with { Credit = "Photo: Desk", AlternativeText = LocalText.Of("en", "A view"), RightsEndAt = end }, "test", site.Now);
            }
            db.AddRange(pictures);
            return Task.CompletedTask;
        });
        await world.PublishAsync("The river rises", lead: pictures[4]);
        async Task<string[]> FoundAsync(string sieve) => [.. (await writer.PageAsync($"/newsroom/pictures?sieve={sieve}")).Texts(".pictures li a").Order(StringComparer.Ordinal)];

        Assert.Equal(["bare.jpg", "ended.jpg", "ending.jpg", "lasting.jpg", "used.jpg"], await FoundAsync("All"));
        Assert.Equal(["ending.jpg"], await FoundAsync("Ending"));
        Assert.Equal(["ended.jpg"], await FoundAsync("Ended"));
        Assert.Equal(["bare.jpg"], await FoundAsync("NoCredit"));
        Assert.Equal(["bare.jpg"], await FoundAsync("NoText"));
        Assert.Equal(["bare.jpg", "ended.jpg", "ending.jpg", "lasting.jpg"], await FoundAsync("Unused"));
        Assert.Equal(["Rights end: 7 December 2026 is the last day."], (await writer.PageAsync("/newsroom/pictures?sieve=Ending")).Texts(".flag"));
    }

    [Fact]
    public async Task What_the_file_says_of_itself_stands_in_the_fields()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync("river.jpg", Drawn.JpegWithPlaceAndOrientation(900, 600, 1));
        Assert.Equal("Aigul Sadyk", (await writer.PageAsync(Album.PathOf(id))).QuerySelector("#credit")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_it_was_taken_stays_in_the_original_which_only_staff_get()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var file = Drawn.JpegWithPlaceAndOrientation(900, 600, 1);
        var id = await writer.BringAsync("river.jpg", file);
        var face = (await site.PictureAsync(id)).Face();
        Assert.Equal(file, await (await writer.GetAsync($"{Album.PathOf(id)}?handler=Original")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var stranger = site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync($"{Album.PathOf(id)}?handler=Original")).StatusCode);
        var digest = (await site.PictureAsync(id)).Digest;
        foreach (var guess in new[] { $"/media/originals/{digest[..2]}/{digest}.jpg", $"/media/{digest}.jpg" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync(guess)).StatusCode);
        foreach (var shape in Enum.GetValues<Shape>())
            foreach (var width in Renditions.WidthsOf(face).Append(Renditions.SocialWidth).Where(width => Renditions.Has(face, shape, width)))
                foreach (var type in Renditions.Types)
                {
                    using var rendition = NetVips.Image.NewFromBuffer(await (await site.GetAsync(Renditions.Address(face, shape, width, type))).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                    Assert.DoesNotContain(rendition.GetFields(), field => field.StartsWith("exif", StringComparison.Ordinal) || field.StartsWith("iptc", StringComparison.Ordinal) || field.StartsWith("xmp", StringComparison.Ordinal));
                }
    }

    internal static Picture New(string digest, string fileName, DateTime now) => new(digest.PadRight(64, '0'), fileName, "image/jpeg", 1200, 800, 1, now);

    [Fact]
    public async Task What_a_database_of_before_the_library_lacks_is_made_once_also_of_a_picture_without_words()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var bridge = await writer.BringAsync("bridge.jpg");
        await writer.SayAsync(bridge, ("credit", "Photo: the sample house"), ("alt-en", "A bridge"));
        var nameless = await writer.BringAsync("dots.jpg", Drawn.Jpeg(640, 640));
        await world.PublishAsync("The river rises", lead: await site.PictureAsync(bridge));
        await site.ChangeAsync(async db =>
        {
            await db.PictureUses.ExecuteDeleteAsync();
            await db.Pictures.ExecuteUpdateAsync(set => set.SetProperty(p => p.FoldedWords, ""));
            await db.Pictures.Where(p => p.Id == nameless).ExecuteUpdateAsync(set => set.SetProperty(p => p.FileName, "…"));
            await ShownPictures.MakeMissingAsync(db, TestContext.Current.CancellationToken);
            return 0;
        });
        Assert.Equal(["bridge.jpg"], (await writer.PageAsync("/newsroom/pictures?q=bridge")).Texts(".pictures li a"));
        Assert.Equal(["The river rises published story"], (await writer.PageAsync(Album.PathOf(bridge))).Texts("section[aria-labelledby=uses] li"));
    }
}
