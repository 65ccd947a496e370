using System.Net;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom;

/// <summary>The staff page: people come, change their role and go, at once and for all to see in the journal.</summary>
public class StaffPagesTests
{
    [Fact]
    public async Task An_administrator_adds_somebody_and_hands_them_a_link()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var page = await chief.ReadAsync(await chief.PostAsync("/newsroom/staff", ("name", " Aida S. "), ("email", "Aida@Example.org"), ("role", "Editor")));
        var link = new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        using var aida = site.Stranger();
        await aida.PageAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, (await aida.PostAsync(link)).StatusCode);
        Assert.Contains("Aida S.", (await aida.PageAsync("/newsroom")).Body!.TextContent, StringComparison.Ordinal);
        // Shown once.
        Assert.Null((await chief.PageAsync("/newsroom/staff")).QuerySelector("#link"));
        var by = chief.Member.Name;
        Assert.Equal([$"{by}: StaffAdded: Aida S., Editor", $"{by}: LinkMade: Aida S.", "Aida S.: SignedIn: Link, ?, ?"], (await site.JournalAsync()).Skip(1));
    }

    [Theory]
    [InlineData("", "a@example.org", "name is missing")]
    [InlineData("Contributor 1", "a@example.org", "has this name already")]
    [InlineData("Aida", "contributor1@EXAMPLE.org", "has this e-mail address already")]
    [InlineData("Aida", "nothing", "does not look like one")]
    public async Task What_cannot_be_added_is_said(string name, string email, string said)
    {
        await using var site = await Site.StartAsync();
        await site.AddStaffAsync(Role.Contributor);
        using var chief = await site.SignInAsync(Role.Administrator);
        var response = await chief.PostAsync("/newsroom/staff", ("name", name), ("email", email), ("role", "Writer"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, (await chief.ReadAsync(response)).QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_role_counts_at_once_where_its_holder_is_signed_in()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        using var other = await site.SignInAsync(Role.Administrator);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/newsroom/journal")).StatusCode);
        await chief.PostAsync($"/newsroom/staff/{other.Member.Id}?handler=Change", ("name", other.Member.Name), ("role", "Publisher"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync("/newsroom/journal")).StatusCode);
        Assert.Contains($"{chief.Member.Name}: RoleChanged: {other.Member.Name}, Administrator → Publisher", await site.JournalAsync());
    }

    [Fact]
    public async Task A_member_is_kept_to_sections()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        var member = await site.AddStaffAsync(Role.Editor);
        await chief.PostAsync($"/newsroom/staff/{member.Id}?handler=Change", ("name", member.Name), ("role", "Editor"), ("sections", world.Culture.Id.ToString()), ("sections", Guid.NewGuid().ToString()));
        var changed = await site.ChangeAsync(db => db.Staff.SingleAsync(m => m.Id == member.Id));
        Assert.Equal([world.Culture.Id], changed.OnlySections);
        var chosen = (await chief.PageAsync($"/newsroom/staff/{member.Id}")).QuerySelectorAll("input[name=sections][checked]");
        Assert.Equal([world.Culture.Id.ToString()], chosen.Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task Who_is_deactivated_is_out_at_once_and_stays_on_the_list()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        using var writer = await site.SignInAsync(Role.Writer);
        var link = await site.LinkForAsync(writer.Member);
        await chief.PostAsync($"/newsroom/staff/{writer.Member.Id}?handler=Deactivate");
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await writer.GetAsync(link)).StatusCode);
        Assert.Contains("deactivated", (await chief.PageAsync("/newsroom/staff")).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await chief.PostAsync($"/newsroom/staff/{writer.Member.Id}?handler=Link")).StatusCode);

        await chief.PostAsync($"/newsroom/staff/{writer.Member.Id}?handler=Reactivate");
        using var again = await site.SignInAsync(writer.Member);
        // What was ended stays ended.
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom")).StatusCode);
    }

    [Fact]
    public async Task An_administrator_does_not_shut_the_door_behind_themselves()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var me = $"/newsroom/staff/{chief.Member.Id}";
        foreach (var act in new[] { "Deactivate", "Reset" })
            Assert.Equal(HttpStatusCode.BadRequest, (await chief.PostAsync($"{me}?handler={act}")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await chief.PostAsync($"{me}?handler=Change", ("name", chief.Member.Name), ("role", "Writer"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await chief.PostAsync($"{me}?handler=Change", ("name", "Chief"), ("role", "Administrator"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await chief.GetAsync("/newsroom/staff")).StatusCode);
    }

    [Fact]
    public async Task A_reset_leaves_no_way_in_but_the_new_link()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        using var writer = await site.SignInAsync(Role.Writer);
        var old = await site.LinkForAsync(writer.Member);
        await site.ChangeAsync(async db =>
        {
            db.Add(new Passkey(writer.Member.Id, [1, 2, 3], [4], site.Now));
            (await db.Staff.SingleAsync(m => m.Id == writer.Member.Id)).UsePassword("hash", "secret");
        });
        var page = await chief.ReadAsync(await chief.PostAsync($"/newsroom/staff/{writer.Member.Id}?handler=Reset"));
        var link = new Uri(page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
        Assert.Equal(HttpStatusCode.Redirect, (await writer.GetAsync("/newsroom")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await writer.GetAsync(old)).StatusCode);
        Assert.Equal((0, true), await site.ChangeAsync(async db => (await db.Passkeys.CountAsync(), (await db.Staff.SingleAsync(m => m.Id == writer.Member.Id)).PasswordHash is null)));
        await writer.PageAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, (await writer.PostAsync(link)).StatusCode);
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_one_by_one_and_all_together()
    {
        await using var site = await Site.StartAsync();
        using var here = await site.SignInAsync(Role.Writer);
        using var there = await site.SignInAsync(here.Member);
        using var stranger = await site.SignInAsync(Role.Writer);
        var other = (await here.PageAsync("/newsroom/account")).QuerySelectorAll("form[action*=EndSession] input[name=id]").Single().GetAttribute("value")!;
        // Another's session is not theirs to end.
        await stranger.PostAsync("/newsroom/account?handler=EndSession", ("id", other));
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/newsroom")).StatusCode);
        await here.PostAsync("/newsroom/account?handler=EndSession", ("id", other));
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/newsroom")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/newsroom")).StatusCode);
        using var third = await site.SignInAsync(here.Member);
        await here.PostAsync("/newsroom/account?handler=EndAllSessions");
        Assert.Equal(HttpStatusCode.Redirect, (await here.GetAsync("/newsroom")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await third.GetAsync("/newsroom")).StatusCode);
    }

    [Fact]
    public async Task The_newsroom_speaks_the_language_of_its_member()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        foreach (var language in Languages.All)
        {
            await writer.PostAsync("/newsroom/account?handler=Language", ("language", language));
            var page = await writer.PageAsync("/newsroom");
            Assert.Equal((language, Words.In(language)["stories"]), (page.DocumentElement.GetAttribute("lang"), page.QuerySelector("h1")!.TextContent));
            Assert.Equal(Languages.OwnName(language), (await writer.PageAsync("/newsroom/account")).QuerySelector("#language option[selected]")!.TextContent);
        }
        Assert.Equal(HttpStatusCode.BadRequest, (await writer.PostAsync("/newsroom/account?handler=Language", ("language", "fr"))).StatusCode);
    }
}
