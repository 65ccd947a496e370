using System.Net;
using System.Text;
using Chapar.Pages;
using Chapar.Staff;
using Chapar.Tests.Media;

namespace Chapar.Tests.Newsroom.House;

/// <summary>The logo that is brought in with the settings, and the settings as another process on the same database has them.</summary>
public class LogoTests
{
    const string Svg = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 40"><path d="M0 0h240v40H0z"/></svg>""";

    [Fact]
    public async Task A_logo_is_looked_at_by_who_brings_it_then_saved_for_readers_and_taken_away_again()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);

        var looked = await chief.ReadAsync(await PostAsync(chief, "/newsroom/settings?handler=Preview", "courier.SVG", Encoding.UTF8.GetBytes(Svg)));
        var name = looked.QuerySelector("input[name=logoName]")!.GetAttribute("value")!;
        Assert.Matches("^logo-[0-9a-f]{8}[.]svg$", name);
        Assert.Equal(Svg, await TextAsync(await chief.GetAsync("/newsroom/settings?handler=Logo")));
        Assert.Equal(HttpStatusCode.NotFound, (await site.GetAsync("/logo.svg")).StatusCode);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(chief, "/newsroom/settings", null, [], ("logoName", name))).StatusCode);
        Assert.Equal(Svg, await TextAsync(await site.GetAsync("/logo.svg")));
        var shown = (await site.PageAsync("/")).QuerySelector("img[src='/logo.svg']")!;
        Assert.Equal(("240", "40", "The Test Courier"), (shown.GetAttribute("width"), shown.GetAttribute("height"), shown.GetAttribute("alt")));

        await PostAsync(chief, "/newsroom/settings", null, [], ("noLogo", "true"));
        Assert.Null((await site.PageAsync("/")).QuerySelector("img[src='/logo.svg']"));
    }

    [Fact]
    public async Task What_is_no_logo_is_refused_with_what_to_do_and_readers_keep_theirs()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        foreach (var (name, content) in new[] { ("photo.jpg", Drawn.Jpeg(40, 40)), ("courier.svg", Encoding.UTF8.GetBytes("<svg")), ("courier.png", Encoding.UTF8.GetBytes("no picture")), ("courier.png", new byte[300_001]) })
        {
            var refused = await PostAsync(chief, "/newsroom/settings", name, content);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.NotEmpty((await chief.ReadAsync(refused)).QuerySelectorAll(".refusals li"));
        }
        Assert.Equal("", site.Publication.Logo);
        Assert.Null((await site.PageAsync("/")).QuerySelector("header img[src^='/logo']"));
    }

    [Fact]
    public async Task Settings_saved_in_one_process_are_those_of_another_within_a_second()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        await using var other = await site.NeighbourAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        Assert.Null((await other.PageAsync("/")).QuerySelector("img[src='/logo.svg']"));

        await PostAsync(chief, "/newsroom/settings", "courier.svg", Encoding.UTF8.GetBytes(Svg), ("tagline", "News of the valley"), ("bars", "no-lead"));

        // The watch looks ten times a second in real time; ten seconds are for a very busy machine.
        for (int look = 0; look < 100 && other.Publication.Tagline.Length == 0; look++) await Task.Delay(EditionWatch.Look, TestContext.Current.CancellationToken);
        Assert.Equal(("News of the valley", "The Test Courier"), (other.Publication.Tagline, other.Publication.Name));
        Assert.Equal(["no-lead"], other.Publication.Bars);
        for (int look = 0; look < 100 && (await other.PageAsync("/")).QuerySelector("img[src='/logo.svg']") is null; look++) await Task.Delay(EditionWatch.Look, TestContext.Current.CancellationToken);
        Assert.NotNull((await other.PageAsync("/")).QuerySelector("img[src='/logo.svg']"));
        Assert.Equal(Svg, await TextAsync(await other.GetAsync("/logo.svg")));
    }

    static Task<HttpResponseMessage> PostAsync(Staffer chief, string path, string? logo, byte[] content, params (string Name, string Value)[] more)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("accent", "#0b6068"), ("accentDark", "#63c3c6"), ("timeZone", "Asia/Bishkek") }.Concat(more)) form.Add(new StringContent(value), name);
        if (logo is not null) form.Add(new ByteArrayContent(content), "logo", logo);
        return chief.PostPartsAsync(path, form);
    }

    static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
