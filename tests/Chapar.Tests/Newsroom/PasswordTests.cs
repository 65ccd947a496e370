using System.Net;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom;

/// <summary>Password and code: one way in of two halves, which tells nobody who is on the staff.</summary>
public class PasswordTests
{
    const string Password = "four herds cross the pass";

    [Fact]
    public async Task Password_and_code_sign_in_together_and_neither_alone()
    {
        await using var site = await Site.StartAsync();
        var (member, secret, _) = await WithPasswordAsync(site);
        using var browser = site.Stranger();
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, member.Email, Password, "")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, member.Email, "another herd crosses", TimeCode.At(secret, site.Now))).StatusCode);
        var response = await TryAsync(browser, member.Email.ToUpperInvariant(), Password, TimeCode.At(secret, site.Now));
        Assert.Equal("/newsroom", response.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/newsroom")).StatusCode);
    }

    [Fact]
    public async Task A_code_is_taken_once()
    {
        await using var site = await Site.StartAsync();
        var (member, secret, _) = await WithPasswordAsync(site);
        using var first = site.Stranger();
        using var second = site.Stranger();
        var code = TimeCode.At(secret, site.Now);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(first, member.Email, Password, code)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(second, member.Email, Password, code)).StatusCode);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(second, member.Email, Password, TimeCode.At(secret, site.Now))).StatusCode);
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_the_app_once()
    {
        await using var site = await Site.StartAsync();
        var (member, _, codes) = await WithPasswordAsync(site);
        Assert.Equal(10, codes.Distinct().Count());
        using var browser = site.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(browser, member.Email, Password, codes[3].ToUpperInvariant())).StatusCode);
        Assert.Contains("9 recovery codes", (await browser.PageAsync("/newsroom/account")).Body!.TextContent, StringComparison.Ordinal);
        using var other = site.Stranger();
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(other, member.Email, Password, codes[3])).StatusCode);

        // New ones make the old ones void.
        var page = await browser.ReadAsync(await browser.PostAsync("/newsroom/account/password?handler=RecoveryCodes"));
        Assert.Equal(10, page.QuerySelectorAll(".codes code").Length);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(other, member.Email, Password, codes[4])).StatusCode);
    }

    [Fact]
    public async Task What_is_answered_does_not_tell_who_is_on_the_staff_or_that_it_was_tried_too_often()
    {
        await using var site = await Site.StartAsync();
        var (member, secret, _) = await WithPasswordAsync(site);
        using var browser = site.Stranger();
        HashSet<string> answers = [];
        foreach (var email in new[] { member.Email, "nobody@example.org" })
            for (var time = 0; time <= Doorkeeper.MostTries; time++)
                answers.Add(await MainAsync(browser, await TryAsync(browser, email, "a wrong guess it is", "000000"), email));
        // Now both are shut, and the right words are answered like wrong ones.
        answers.Add(await MainAsync(browser, await TryAsync(browser, member.Email, Password, TimeCode.At(secret, site.Now)), member.Email));
        Assert.Single(answers);

        site.Clock.Advance(Doorkeeper.Memory);
        Assert.Equal(HttpStatusCode.Redirect, (await TryAsync(browser, member.Email, Password, TimeCode.At(secret, site.Now))).StatusCode);
    }

    [Fact]
    public async Task One_network_cannot_try_every_address()
    {
        await using var site = await Site.StartAsync();
        var (member, secret, _) = await WithPasswordAsync(site);
        using var browser = site.Stranger();
        for (var time = 0; time < Doorkeeper.MostTriesOfNetwork; time++) await TryAsync(browser, $"nobody{time}@example.org", "guess", "000000");
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(browser, member.Email, Password, TimeCode.At(secret, site.Now))).StatusCode);
    }

    [Fact]
    public async Task A_weak_password_or_a_wrong_code_changes_nothing()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var secret = await SecretAsync(writer);
        foreach (var weak in new[] { "short", "aaaaaaaaaaaaaaaa", "my " + writer.Member.Email.Split('@')[0] + " and more" })
            Assert.Equal(HttpStatusCode.BadRequest, (await SetAsync(writer, secret, weak, TimeCode.At(secret, site.Now))).StatusCode);
        var response = await SetAsync(writer, secret, Password, "000000");
        // The same secret again: the app that has it already need not be set up twice.
        Assert.Equal(secret, (await writer.ReadAsync(response)).QuerySelector("input[name=secret]")!.GetAttribute("value"));
        Assert.Null(await site.ChangeAsync(db => Task.FromResult(db.Staff.Single().PasswordHash)));
    }

    [Fact]
    public async Task Ways_in_are_changed_only_soon_after_signing_in()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        foreach (var act in new[] { "AddPasskey", "RemovePasskey", "ForgetPassword" })
            Assert.Equal("/newsroom/sign-in?to=%2Fnewsroom%2Faccount", (await writer.PostAsync($"/newsroom/account?handler={act}")).Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom/account/password")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.PostAsync("/newsroom/account?handler=PasskeyQuestion")).StatusCode);
    }

    [Fact]
    public async Task The_last_way_in_is_not_taken_away()
    {
        await using var site = await Site.StartAsync();
        var (member, _, _) = await WithPasswordAsync(site);
        using var browser = await site.SignInAsync(member);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/newsroom/account?handler=ForgetPassword")).StatusCode);
        Assert.NotNull(await site.ChangeAsync(db => Task.FromResult(db.Staff.Single().PasswordHash)));
    }

    [Fact]
    public async Task Signing_in_leads_back_to_the_page_that_was_asked_for_and_to_no_other_site()
    {
        await using var site = await Site.StartAsync();
        var (member, secret, _) = await WithPasswordAsync(site);
        foreach (var (to, leads) in new[] { ("/newsroom/journal?by=x", "/newsroom/journal?by=x"), ("https://evil.example/newsroom", "/newsroom"), ("//evil.example", "/newsroom"), ("/newsroom/../x", "/newsroom/../x"), ("/newsroomx", "/newsroom") })
        {
            site.Clock.Advance(TimeSpan.FromSeconds(60));
            using var browser = site.Stranger();
            var page = await browser.PageAsync("/newsroom/sign-in?to=" + Uri.EscapeDataString(to));
            var action = page.QuerySelector("form[action*=Password]")!.GetAttribute("action")!;
            var response = await browser.PostAsync(action, ("email", member.Email), ("password", Password), ("code", TimeCode.At(secret, site.Now)));
            Assert.Equal(leads, response.Headers.Location?.OriginalString);
        }
    }

    static Task<HttpResponseMessage> TryAsync(Staffer browser, string email, string password, string code) =>
        browser.PostAsync("/newsroom/sign-in?handler=Password", ("email", email), ("password", password), ("code", code));

    static Task<HttpResponseMessage> SetAsync(Staffer browser, string secret, string password, string code) =>
        browser.PostAsync("/newsroom/account/password", ("secret", secret), ("password", password), ("code", code));

    static async Task<string> SecretAsync(Staffer browser) =>
        (await browser.PageAsync("/newsroom/account/password")).QuerySelector("input[name=secret]")!.GetAttribute("value")!;

    /// <summary>What the page says, without what was typed into it and the proof that differs each time.</summary>
    static async Task<string> MainAsync(Staffer browser, HttpResponseMessage response, string email)
    {
        var page = await browser.ReadAsync(response);
        foreach (var proof in page.QuerySelectorAll("input[name=form]")) proof.Remove();
        return $"{response.StatusCode} {page.QuerySelector("main")!.InnerHtml.Replace(email, "", StringComparison.Ordinal)}";
    }

    static async Task<(StaffMember Member, string Secret, IReadOnlyList<string> Codes)> WithPasswordAsync(Site site)
    {
        using var writer = await site.SignInAsync(Role.Writer);
        var secret = await SecretAsync(writer);
        var page = await writer.ReadAsync(await SetAsync(writer, secret, Password, TimeCode.At(secret, site.Now)));
        return (writer.Member, secret, [.. page.QuerySelectorAll(".codes code").Select(code => code.TextContent)]);
    }
}
