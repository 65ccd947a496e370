using System.Net;
using Chapar.Staff;
using Chapar.Tests.Media;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.House;

public class AuthorPagesTests
{
    [Fact]
    public async Task What_is_told_of_an_author_reaches_readers_at_once_and_the_old_address_leads_on()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The bridge opens");
        using var editor = await site.SignInAsync(Role.Editor);
        await site.GetAsync(article.Path!);
        await site.GetAsync("/authors/aigul-sadyk");

        var response = await editor.PostAsync($"/newsroom/authors/{world.Aigul.Id}", ("name.en", "Aigul Sadykova"), ("name.ru", "Айгуль Садыкова"), ("role.en", "Water correspondent"),
            ("description.en", "She has written about rivers since 2009."), ("links", "Telegram https://t.me/aigul\nhttps://aigul.example.org/"), ("slug", ""), ("kind", "Person"));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal(["/authors/aigul-sadyk → /authors/aigul-sadykova", "/ru/authors/aigul-sadyk → /ru/authors/aigul-sadykova"], await FilingPagesTests.LeadAsync(site, "/authors/aigul-sadyk", "/ru/authors/aigul-sadyk"));
        var page = (await site.PageAsync("/authors/aigul-sadykova")).Body!;
        Assert.Contains("She has written about rivers since 2009.", page.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='https://aigul.example.org/']"));
        Assert.Contains("Aigul Sadykova", (await site.PageAsync(article.Path!)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Editor 1: AuthorMoved: /authors/aigul-sadyk → /authors/aigul-sadykova", await site.JournalAsync());
    }

    [Fact]
    public async Task A_line_that_is_no_link_is_named_and_what_was_typed_stays_in_the_form()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var response = await editor.PostAsync($"/newsroom/authors/{world.Aigul.Id}", ("name.en", "Aigul"), ("links", "my site"), ("slug", "aigul"), ("kind", "Person"));
        var page = await editor.ReadAsync(response);
        Assert.Equal((HttpStatusCode.BadRequest, "my site"), (response.StatusCode, page.QuerySelector("#links")!.TextContent));
        Assert.Contains("“my site”", page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("aigul-sadyk", await site.ChangeAsync(db => db.Authors.Where(a => a.Id == world.Aigul.Id).Select(a => a.Slug).SingleAsync()));
    }

    [Fact]
    public async Task A_house_is_added_as_an_author_and_signs_nothing_yet()
    {
        await using var site = await Site.StartAsync();
        using var editor = await site.SignInAsync(Role.Editor);
        var added = await editor.PostAsync("/newsroom/authors", ("name.en", "Night desk"), ("kind", "House"));
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("/authors/night-desk", (await editor.PageAsync(added.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_from_the_device_comes_into_the_library_once()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var editor = await site.SignInAsync(Role.Editor);
        var bytes = Drawn.Jpeg(400, 500);
        for (var time = 0; time < 2; time++)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "aigul.jpg" }, { new StringContent("Photo: the sample house"), "credit" } };
            var response = await editor.PostPartsAsync($"/newsroom/authors/{world.Aigul.Id}?handler=Upload", form);
            Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        }
        var photo = await site.ChangeAsync(db => db.Pictures.AsNoTracking().SingleAsync(p => p.FileName == "aigul.jpg"));
        Assert.Equal(("Photo: the sample house", true), (photo.Credit, photo.Decorative));
        var page = await editor.PageAsync($"/newsroom/authors/{world.Aigul.Id}?picture=SAMPLE+hous");
        Assert.NotNull(page.QuerySelector($"button[name=picture][value='{photo.Id}'] img"));
        Assert.NotNull((await site.PageAsync("/authors/aigul-sadyk")).QuerySelector($"img[src*='{photo.Key}']"));
    }
}
