using System.Net;
using Chapar.Staff;
using Chapar.Tests.Media;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>What is put into a text: links to our own stories, pictures of the library and of the device.</summary>
public class FindingTests
{
    [Fact]
    public async Task A_link_and_a_picture_are_found_by_their_words()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        var article = await world.PublishAsync("The river rises");
        await site.DispatchAsync();
        await site.ChangeAsync(db =>
        {
            var picture = new Chapar.Media.Picture(new string('a', 64), "bridge.jpg", "image/jpeg", 1200, 800, 1, site.Now);
            picture.Describe(Chapar.Text.LocalText.Of("en", "A bridge"), Chapar.Text.LocalText.Of("en", "The bridge at Naryn"));
            picture.GiveCredit("Photo: Aigul Sadyk");
            db.Add(picture);
            return Task.CompletedTask;
        });
        async Task<string[]> FoundAsync(string handler, string words) =>
            [.. (await Story.JsonAsync(await writer.GetAsync($"{story.Path}?handler={handler}&q={words}"))).EnumerateArray().Select(f => f.GetProperty("value").GetString()!)];

        Assert.Equal([article.Path!], await FoundAsync("Stories", "river"));
        Assert.Equal([article.Path!], await FoundAsync("Stories", article.Path!));
        Assert.Equal(["bridge.jpg"], await FoundAsync("Pictures", "Naryn"));
        Assert.Empty(await FoundAsync("Pictures", "glacier"));
    }

    [Fact]
    public async Task A_picture_of_the_device_comes_into_the_library_and_is_shown()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);

        var response = await writer.PostFileAsync($"{story.Path}?handler=Upload&name=bridge.jpg", Drawn.Jpeg(640, 480));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var picture = (await Story.JsonAsync(response)).GetProperty("picture");
        Assert.Equal("bridge.jpg", picture.GetProperty("value").GetString());
        var thumbnail = await writer.GetAsync($"{story.Path}?handler=Picture&picture={picture.GetProperty("id").GetString()}");
        Assert.Equal("image/jpeg", (await site.GetAsync(thumbnail.Headers.Location!.OriginalString)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_whatever_it_is_called()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var contributor = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        var response = await writer.PostFileAsync($"{story.Path}?handler=Upload&name=bridge.jpg", "<script>alert(1)</script>"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("bridge.jpg", (await Story.JsonAsync(response)).GetProperty("reason").GetString(), StringComparison.Ordinal);
        var own = await Story.BeginAsync(site, contributor);
        Assert.Equal(HttpStatusCode.Forbidden, (await contributor.PostFileAsync($"{own.Path}?handler=Upload&name=bridge.jpg", Drawn.Jpeg(64, 48))).StatusCode);
    }
}
