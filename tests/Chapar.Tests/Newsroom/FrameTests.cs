using System.Net;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom;

/// <summary>What is true of every page of the newsroom.</summary>
public class FrameTests
{
    [Fact]
    public async Task Who_is_not_signed_in_is_led_to_the_sign_in_page()
    {
        await using var site = await Site.StartAsync();
        using var stranger = site.Stranger();
        var response = await stranger.GetAsync("/newsroom");
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/newsroom/sign-in?to=%2Fnewsroom", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_one_time_link_signs_in_once()
    {
        await using var site = await Site.StartAsync();
        var member = await site.AddStaffAsync(Role.Writer);
        var link = await site.LinkForAsync(member);
        using var browser = site.Stranger();
        Assert.Contains(member.Name, (await browser.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // Looking does not use it up.
        await browser.PageAsync(link);
        Assert.Equal("/newsroom/account", (await browser.PostAsync(link)).Headers.Location?.OriginalString);
        Assert.Contains(member.Name, (await browser.PageAsync("/newsroom")).Body!.TextContent, StringComparison.Ordinal);

        using var other = site.Stranger();
        Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await other.PostAsync(link)).StatusCode);
        Assert.Equal([$"{member.Name}: SignedIn: Link, ?, ?"], await site.JournalAsync());
    }

    [Fact]
    public async Task A_link_expires()
    {
        await using var site = await Site.StartAsync();
        var link = await site.LinkForAsync(await site.AddStaffAsync(Role.Writer));
        site.Clock.Advance(SignInLink.Life);
        using var browser = site.Stranger();
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await browser.PostAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_not_only_the_cookie()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var twin = await site.SignInAsync(writer.Member);
        await writer.PostAsync("/newsroom/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await twin.GetAsync("/newsroom")).StatusCode);
        var sessions = await site.ChangeAsync(db => Task.FromResult(db.Sessions.Where(s => s.StaffId == writer.Member.Id).Select(s => s.EndedAt != null).ToList()));
        Assert.Equal([false, true], sessions.Order());
    }

    [Fact]
    public async Task A_page_of_the_newsroom_is_kept_nowhere_and_runs_nothing_but_our_own_files()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var response = await writer.GetAsync("/newsroom");
        Assert.True(response.Headers.CacheControl is { NoStore: true });
        var policy = string.Join(' ', response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var page = await writer.ReadAsync(response);
        Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
        var style = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Contains("immutable", (await writer.GetAsync(style)).Headers.CacheControl?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_stay_in_the_newsroom()
    {
        await using var site = await Site.StartAsync([new("publication:baseUrl", "https://courier.example")]);
        var link = await site.LinkForAsync(await site.AddStaffAsync(Role.Writer));
        var cookies = (await site.GetAsync(link)).Headers.GetValues("Set-Cookie").ToList();
        Assert.All(cookies, cookie => Assert.Matches("^chapar-(form|notice)=.*; path=/newsroom; secure; samesite=lax; httponly$", cookie));
        Assert.NotEmpty(cookies);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var response = await writer.PostBareAsync("/newsroom/sign-out");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("too old", (await writer.ReadAsync(response)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await writer.GetAsync("/newsroom")).StatusCode);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_said_in_the_newsroom()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer, "ru");
        var response = await writer.GetAsync("/newsroom/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("Такой страницы нет", (await writer.ReadAsync(response)).QuerySelector("h1")!.TextContent);
        foreach (var path in new[] { "/Newsroom/Start", "/newsroom/Link", "/ru/newsroom" })
            Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_rested_too_long_has_ended()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        site.Clock.Advance(Session.LongestRest - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await writer.GetAsync("/newsroom")).StatusCode);
        site.Clock.Advance(Session.LongestRest);
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom")).StatusCode);
    }

    [Fact]
    public async Task A_restart_signs_nobody_out()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        // Another program on the same folder and database: cookies know no port.
        await using var restarted = await site.TwinAsync([]);
        Assert.Equal(HttpStatusCode.OK, (await writer.GetAsync(new Uri(restarted.Http.BaseAddress!, "/newsroom").AbsoluteUri)).StatusCode);
    }

    [Fact]
    public async Task An_act_that_a_page_has_not_and_a_story_that_is_not_there_are_not_found()
    {
        await using var site = await Site.StartAsync();
        using var publisher = await site.SignInAsync(Role.Publisher);
        var nobody = $"/newsroom/stories/{Guid.CreateVersion7()}";
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync(nobody)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.GetAsync($"{nobody}/revisions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.PostAsync($"{nobody}?handler=Publish")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.PostAsync($"{nobody}?handler=Juggle")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.PostAsync($"{nobody}/revisions?handler=Juggle")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await publisher.PostAsync("/newsroom/account?handler=Juggle")).StatusCode);
    }
}
