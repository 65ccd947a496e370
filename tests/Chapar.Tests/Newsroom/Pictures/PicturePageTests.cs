using System.Net;
using Chapar.Media;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;

namespace Chapar.Tests.Newsroom.Pictures;

/// <summary>What is said of one picture, and what readers get of it at once.</summary>
public class PicturePageTests
{
    [Fact]
    public async Task What_is_said_of_a_picture_is_kept_in_every_language_and_told_to_the_journal_as_one_act()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();

        await writer.SayAsync(id, ("credit", "Photo: Aigul Sadyk"), ("licence", "CC BY 4.0"), ("source", "own archive"), ("until", "2026-12-31"),
            ("alt-en", "A bridge"), ("alt-ru", "Мост"), ("caption-en", "The bridge at Naryn"), ("x", "3"), ("y", "12"));

        var picture = await site.PictureAsync(id);
        // The last day ends with the midnight of the publication's zone.
        Assert.Equal(("Photo: Aigul Sadyk", "CC BY 4.0", "own archive", new DateTime(2026, 12, 31, 18, 0, 0, DateTimeKind.Utc), "A bridge", "Мост", "The bridge at Naryn", 3 / 15.0, 12 / 15.0),
            (picture.Credit, picture.Licence, picture.Source, picture.RightsEndAt, picture.AlternativeText["en"], picture.AlternativeText["ru"], picture.Caption["en"], picture.FocalX, picture.FocalY));
        var page = await writer.PageAsync(Album.PathOf(id));
        Assert.Equal("2026-12-31", page.QuerySelector("#until")!.GetAttribute("value"));
        await writer.SayAsync(id);
        Assert.Equal(["Writer 1: PictureChanged: bridge.jpg: credit, licence, source, rights end, alternative text, caption, focal point"],
            (await site.JournalAsync()).Where(line => line.Contains("PictureChanged", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Readers_get_a_changed_crop_and_caption_at_once()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var world = await World.MakeAsync(site);
        var id = await writer.BringAsync();
        await writer.SayAsync(id, ("credit", "Photo: Aigul Sadyk"), ("alt-en", "A bridge"), ("caption-en", "Before"));
        var article = await world.PublishAsync("The river rises", lead: await site.PictureAsync(id));
        Assert.Contains("Before", (await site.PageAsync(article.Path!)).QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        var before = (await site.PageAsync("/")).QuerySelector("article img")!.GetAttribute("src")!;

        await writer.SayAsync(id, ("caption-en", "After"), ("x", "15"));

        Assert.Contains("After", (await site.PageAsync(article.Path!)).QuerySelector("figcaption")!.TextContent, StringComparison.Ordinal);
        var after = (await site.PageAsync("/")).QuerySelector("article img")!.GetAttribute("src")!;
        Assert.NotEqual(before, after);
        Assert.Equal(after, (await site.GetAsync(before)).Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("until", "31.12.2026", "Last day on which it may be shown: “31.12.2026” is no day. Give it as year, month and day: 2026-12-31.")]
    [InlineData("x", "16", "Focal point: give two whole numbers from 0 to 15.")]
    [InlineData("y", "", "Focal point: give two whole numbers from 0 to 15.")]
    public async Task Bad_input_is_named_and_what_was_typed_stands_in_the_fields(string field, string value, string refusal)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        var page = await writer.PageAsync(Album.PathOf(id));

        var response = await writer.PostAsync(Album.PathOf(id), page.FieldsWith(("credit", "Typed at length"), (field, value)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var again = await writer.ReadAsync(response);
        Assert.Equal([refusal], again.Texts(".refusals li"));
        Assert.Equal("Typed at length", again.QuerySelector("#credit")!.GetAttribute("value"));
        Assert.Equal("", (await site.PictureAsync(id)).Credit);
    }

    [Fact]
    public async Task A_credit_that_is_too_long_is_refused_with_its_bound()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        var page = await writer.PageAsync(Album.PathOf(id));
        var again = await writer.ReadAsync(await writer.PostAsync(Album.PathOf(id), page.FieldsWith(("credit", new string('a', 301)))));
        Assert.Equal(["Credit: 301 characters are too many, at most 300 fit. Shorten it."], again.Texts(".refusals li"));
    }

    [Fact]
    public async Task Nobody_writes_over_what_they_have_not_seen()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var id = await writer.BringAsync();
        var page = await writer.PageAsync(Album.PathOf(id));
        await editor.SayAsync(id, ("credit", "Photo: the editor's"));

        var response = await writer.PostAsync(Album.PathOf(id), page.FieldsWith(("credit", "Photo: the writer's")));

        var again = await writer.ReadAsync(response);
        Assert.Contains("Credit is now: Photo: the editor's", again.Texts(".refusals li"));
        Assert.Equal("Photo: the editor's", (await site.PictureAsync(id)).Credit);
        Assert.Equal(HttpStatusCode.Redirect, (await writer.PostAsync(Album.PathOf(id), again.FieldsWith())).StatusCode);
        Assert.Equal("Photo: the writer's", (await site.PictureAsync(id)).Credit);
    }

    [Fact]
    public async Task Its_page_says_where_a_picture_is_shown()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var world = await World.MakeAsync(site);
        var id = await writer.BringAsync();
        await writer.SayAsync(id, ("credit", "Photo: Aigul Sadyk"), ("alt-en", "A bridge"));
        Assert.Equal(["Nowhere."], (await writer.PageAsync(Album.PathOf(id))).Texts("section[aria-labelledby=uses] p"));
        await world.PublishAsync("The river rises", lead: await site.PictureAsync(id));
        await site.ChangeAsync(async db => (await db.Authors.FindAsync(world.Aigul.Id))!.Portray(await db.Pictures.FindAsync(id)));
        var story = await Story.BeginAsync(site, writer);
        var shown = Guid.NewGuid();
        await story.SaveBodyAsync("A draft with a bridge", $$$"""{"type":"doc","content":[{"type":"image","attrs":{"media":"{{{id}}}"}}]}""", key: shown);

        async Task<string[]> UsesAsync() => (await writer.PageAsync(Album.PathOf(id))).Texts("section[aria-labelledby=uses] li");
        Assert.Equal(["A draft with a bridge working copy", "The river rises published story", "Aigul Sadyk author"], await UsesAsync());

        await story.SaveBodyAsync("A draft with a bridge", """{"type":"doc","content":[{"type":"paragraph"}]}""", seen: shown);
        Assert.Equal(["The river rises published story", "Aigul Sadyk author"], await UsesAsync());
    }

    [Fact]
    public async Task What_is_asked_on_drop_is_told_to_the_library()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        var story = await Story.BeginAsync(site, writer);

        var response = await writer.PostJsonAsync($"{story.Path}?handler=Describe", $$"""{"picture":"{{id}}","credit":"Photo: Aigul Sadyk","alt":"A bridge","caption":""}""");

        Assert.Equal("A bridge", (await Story.JsonAsync(response)).GetProperty("alt").GetString());
        Assert.Equal(("Photo: Aigul Sadyk", "A bridge"), ((await site.PictureAsync(id)).Credit, (await site.PictureAsync(id)).AlternativeText["en"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await writer.PostJsonAsync($"{story.Path}?handler=Describe", """{"picture":"x"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await writer.PostJsonAsync($"{story.Path}?handler=Describe", "null")).StatusCode);
    }

    [Fact]
    public async Task Staff_see_every_shape_also_when_readers_get_none()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var id = await writer.BringAsync();
        await writer.SayAsync(id, ("until", "2026-11-01"));
        var page = await writer.PageAsync(Album.PathOf(id));
        foreach (var image in page.QuerySelectorAll("#picture img").Select(image => image.GetAttribute("src")!))
            Assert.Equal("image/jpeg", (await writer.GetAsync(Album.PathOf(id) + image)).Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.Gone, (await site.GetAsync(Renditions.Address((await site.PictureAsync(id)).Face(), Shape.Whole, 320, "jpg"))).StatusCode);
    }
}
