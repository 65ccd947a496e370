using System.Net;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Settings;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.AspNetCore.Http;

namespace Chapar.Tests.Newsroom.Translating;

/// <summary>A machine can propose a translation; nothing of it is published before somebody has seen it.</summary>
public class MachineTests
{
    static Task<Site> StartAsync(string address, params KeyValuePair<string, string?>[] more) =>
        Site.StartAsync([new("newsroom:translation", address), new("newsroom:translationInside", "true"), .. more]);

    /// <summary>Says of each text which it is, and what it was told to do with it.</summary>
    static async Task AnswerAsync(HttpContext context)
    {
        var asked = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var texts = asked.GetProperty("texts").EnumerateArray().Select(text => $"{asked.GetProperty("source")}>{asked.GetProperty("target")}: {text.GetString()} ({context.Request.Headers.Authorization})");
        await context.Response.WriteAsJsonAsync(new { texts });
    }

    [Fact]
    public async Task A_real_machine_is_asked_for_paragraphs_and_what_it_wrote_is_handed_to_the_page()
    {
        await using var elsewhere = await Elsewhere.StartAsync(AnswerAsync);
        await using var site = await StartAsync(elsewhere.Address + "/translate", new KeyValuePair<string, string?>("newsroom:translationKey", "secret"));
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var source = await world.PublishAsync("The river rises", text: "It rose.\n\nNobody was hurt.");
        var pair = await Pair.OpenAsync(site, world, writer, source.Id);
        var desk = await pair.DeskAsync();
        Assert.True(desk.GetProperty("hasMachine").GetBoolean());
        string[] ids = [.. desk.GetProperty("units").EnumerateArray().Skip(2).Select(unit => unit.GetProperty("id").GetString()!)];

        var (status, answer) = await pair.SuggestAsync(ids);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["en>ru: It rose. (Bearer secret)", "en>ru: Nobody was hurt. (Bearer secret)"], ids.Select(id => answer.GetProperty("texts").GetProperty(id)[0].GetString()));
        Assert.Equal(["POST /translate"], elsewhere.Asked);
        // The server writes nothing of it into the text.
        Assert.Equal(4, (await pair.OpenPartsAsync()).Count(part => part.EndsWith("Missing", StringComparison.Ordinal)));
        using var other = await site.SignInAsync(Role.Writer);
        Assert.Equal(HttpStatusCode.Locked, (await other.PostJsonAsync($"{pair.Story.Path}?handler=Suggest", JsonSerializer.Serialize(new { ids }))).StatusCode);
    }

    [Theory]
    [InlineData("error", "The machine for translations answered with the error 503. Try again later.")]
    [InlineData("few", "The machine for translations was given 1 texts and sent back 0: nothing of it was taken.")]
    [InlineData("html", "What the machine for translations answered cannot be read: nothing of it was taken.")]
    [InlineData("elsewhere", "The machine for translations answered with the error 302. Try again later.")]
    [InlineData("charset", "What the machine for translations answered cannot be read: nothing of it was taken.")]
    [InlineData("long", "The machine for translations answered far more than it was asked for: nothing of it was taken.")]
    [InlineData("huge", "The machine for translations answered far more than it was asked for: nothing of it was taken.")]
    [InlineData("unseen", "The machine for translations was given 1 texts and sent back 1: nothing of it was taken.")]
    [InlineData("cut", "The machine for translations cannot be reached. Try again later.")]
    public async Task What_goes_wrong_with_it_is_said_in_words_and_takes_nothing(string wrong, string said)
    {
        await using var elsewhere = await Elsewhere.StartAsync(async context =>
        {
            switch (wrong)
            {
                case "error": context.Response.StatusCode = 503; break;
                case "few": await context.Response.WriteAsJsonAsync(new { texts = Array.Empty<string>() }); break;
                case "html": context.Response.ContentType = "application/json"; await context.Response.WriteAsync("<p>no"); break;
                case "elsewhere": context.Response.Redirect("http://127.0.0.1:1/"); break;
                case "charset": context.Response.ContentType = "application/json; charset=no-such"; await context.Response.WriteAsync("{}"); break;
                case "long": await context.Response.WriteAsJsonAsync(new { texts = new[] { new string('a', 3_000) } }); break;
                case "huge": await context.Response.WriteAsJsonAsync(new { texts = new[] { new string('a', 1_100_000) } }); break;
                case "unseen": await context.Response.WriteAsJsonAsync(new { texts = new[] { "\u200b\u00ad" } }); break;
                default: context.Abort(); break;
            }
        });
        await using var site = await StartAsync(elsewhere.Address);
        Assert.Equal((HttpStatusCode.BadGateway, said), await FirstAsync(site));
    }

    [Fact]
    public async Task It_is_off_by_default_and_a_private_address_is_not_connected_to_unless_it_is_allowed()
    {
        await using var off = await Site.StartAsync();
        Assert.Equal((HttpStatusCode.BadGateway, "No machine for translations is set up."), await FirstAsync(off));
        await using var elsewhere = await Elsewhere.StartAsync(AnswerAsync);
        await using var site = await Site.StartAsync([new("newsroom:translation", elsewhere.Address)]);
        Assert.Equal((HttpStatusCode.BadGateway, "The address of the machine for translations lies in a private network, which the settings do not allow."), await FirstAsync(site));
        Assert.Empty(elsewhere.Asked);
    }

    [Fact]
    public async Task Signs_that_nobody_sees_are_left_out_of_what_it_wrote()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context => context.Response.WriteAsJsonAsync(new { texts = new[] { "Она\u202e под\u00adня\u200bлась.\u0007" } }));
        await using var site = await StartAsync(elsewhere.Address);
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var pair = await Pair.OpenAsync(site, world, writer, (await world.PublishAsync("The river rises", text: "It rose.")).Id);
        var id = (await pair.DeskAsync()).GetProperty("units")[2].GetProperty("id").GetString()!;
        Assert.Equal("Она поднялась.", (await pair.SuggestAsync(id)).Answer.GetProperty("texts").GetProperty(id)[0].GetString());
    }

    [Fact]
    public async Task It_is_waited_for_only_so_long()
    {
        await using var elsewhere = await Elsewhere.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        await using var site = await StartAsync(elsewhere.Address, new KeyValuePair<string, string?>("newsroom:translationSeconds", "2"));
        Assert.Equal((HttpStatusCode.BadGateway, "The machine for translations did not answer within 2 seconds. Try again, or translate by hand."), await FirstAsync(site));
    }

    [Theory]
    [InlineData("translation", "translate.example.org", "newsroom:translation is 'translate.example.org'")]
    [InlineData("translation", "ftp://translate.example.org", "newsroom:translation is 'ftp://translate.example.org'")]
    [InlineData("translation", "https://me:secret@translate.example.org", "newsroom:translation is ")]
    [InlineData("translationKey", "secret", "newsroom:translationKey is given without newsroom:translation.")]
    [InlineData("translationSeconds", "0", "newsroom:translationSeconds is 0: allowed are 1 to 120.")]
    public void A_wrong_setting_is_an_error_that_names_it(string name, string value, string said) =>
        Assert.StartsWith(said, Assert.Throws<SettingsException>(() => ChaparSettings.Read(TestFolder.Make("settings"), [new($"newsroom:{name}", value)])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task What_a_machine_wrote_and_nobody_accepted_is_published_in_no_way()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var publisher = await site.SignInAsync(Role.Publisher);
        var source = await world.PublishAsync("The river rises", text: "It rose.\n\nNobody was hurt.");
        var pair = await Pair.OpenAsync(site, world, publisher, source.Id);
        await pair.WriteAsync(index => index == 0 ? "Она поднялась." : null);
        await pair.WriteAsync(_ => "Никто не пострадал.", machine: true);
        const string Bar = "A machine wrote this paragraph and nobody has accepted it: “Никто не пострадал.”";
        Assert.Contains((await publisher.PageAsync(pair.Story.Path)).QuerySelectorAll("#checks li[data-bar]"), li => li.TextContent.EndsWith(Bar, StringComparison.Ordinal));
        Assert.Equal((1, 1), ((await pair.RowAsync()).Unseen, (await pair.OpenPartsAsync()).Count(part => part.EndsWith("Machine", StringComparison.Ordinal))));

        Assert.Equal([Bar], await Story.RefusalsAsync(publisher, await pair.Story.TryAsync(publisher, "Publish", ("kind", "Publication"))));
        Assert.Equal([Bar], await Story.RefusalsAsync(publisher, await pair.Story.TryAsync(publisher, "Schedule", ("at", "2026-11-25T14:00"), ("kind", "Publication"))));
        // Also where it came into the text after the time was set, and by whoever calls the entity itself.
        await site.ChangeAsync(async db =>
        {
            var draft = (await db.Drafts.FindAsync([pair.Story.Id], TestContext.Current.CancellationToken))!;
            Assert.Null(draft.Schedule(site.Now.AddMinutes(5), ReleaseKind.Publication, null, "test", site.Now));
        });
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(0, await site.ReleaseAsync());
        Assert.Equal(ArticleStatus.Draft, (await pair.Story.ArticleAsync()).Status);
        var article = new Article("ru", Format.News, site.Now);
        article.Write("Река", "", await pair.BodyAsync(), site.Now);
        Assert.Contains("missing.machine", article.Publish("/ru/a", "test", site.Now)!.Reasons.Select(reason => reason.Key));

        var accepted = (await pair.BodyAsync()).ToJson().Replace(",\"machine\":true", "", StringComparison.Ordinal);
        await pair.SaveAsync(accepted);
        await pair.Story.DoAsync(publisher, "Publish", ("kind", "Publication"));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await site.ReleaseAsync());
    }

    /// <summary>Asks for the first paragraph of a new translation.</summary>
    static async Task<(HttpStatusCode, string?)> FirstAsync(Site site)
    {
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        var pair = await Pair.OpenAsync(site, world, writer, (await world.PublishAsync("The river rises", text: "It rose.")).Id);
        var (status, answer) = await pair.SuggestAsync((await pair.DeskAsync()).GetProperty("units")[2].GetProperty("id").GetString()!);
        return (status, answer.GetProperty("reason").GetString());
    }
}
