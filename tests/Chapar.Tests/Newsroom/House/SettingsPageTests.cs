using System.Net;
using System.Text.Json;
using Chapar.Settings;
using Chapar.Staff;

namespace Chapar.Tests.Newsroom.House;

/// <summary>The publication's settings over HTTP. Name and languages are given by flags in all tests, and cannot be changed here.</summary>
public class SettingsPageTests
{
    static (string, string)[] Fields(string tagline = "", string accent = "#0b6068", string dark = "#63c3c6", params (string, string)[] more) =>
        [("tagline", tagline), ("accent", accent), ("accentDark", dark), ("timeZone", "Asia/Bishkek"), ("email", ""), .. more];

    [Fact]
    public async Task Each_label_names_its_own_field()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var page = await chief.PageAsync("/newsroom/settings");
        Assert.Equal(page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct(), page.QuerySelectorAll("[id]").Select(e => e.Id));
        var label = page.QuerySelectorAll("label").Single(l => l.TextContent.StartsWith("Main language", StringComparison.Ordinal));
        Assert.Equal("main", page.GetElementById(label.GetAttribute("for")!)!.GetAttribute("name"));
    }

    [Fact]
    public async Task Saved_settings_reach_readers_at_once_stand_in_the_file_and_are_undone_in_one_click()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var article = await world.PublishAsync("The bridge opens");
        using var chief = await site.SignInAsync(Role.Administrator);
        var before = await TextAsync(site, article.Path!);

        var saved = await chief.PostAsync("/newsroom/settings", Fields("News of the valley", "#7a1f1f", more: [("nav.culture", "1")]));
        Assert.True(saved.StatusCode == HttpStatusCode.Redirect, (await chief.ReadAsync(saved)).QuerySelector(".refusals")?.TextContent);
        var after = await TextAsync(site, article.Path!);
        Assert.Contains("News of the valley", after, StringComparison.Ordinal);
        Assert.Contains("--accent:#7a1f1f", await StyleAsync(site, after), StringComparison.Ordinal);
        Assert.Equal(["/culture"], (await site.PageAsync("/")).QuerySelectorAll("header nav a[href='/culture'], header nav a[href='/politics']").Select(a => a.GetAttribute("href")).Distinct());
        var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(site.Folder, "chapar.json"), TestContext.Current.CancellationToken)).RootElement.GetProperty("publication");
        Assert.Equal("News of the valley", file.GetProperty("tagline").GetString());
        Assert.False(file.TryGetProperty("name", out _), "what a flag says was written into the file");
        Assert.Equal("#7a1f1f", ChaparSettings.Read(site.Folder).Publication.Accent);

        var undo = (await chief.PageAsync("/newsroom/settings")).QuerySelector("form[action*=Restore] input[name=id]")!.GetAttribute("value")!;
        await chief.PostAsync("/newsroom/settings?handler=Restore", ("id", undo));
        Assert.Equal(before, await TextAsync(site, article.Path!));
        Assert.Equal(2, (await site.JournalAsync()).Count(l => l == "Administrator 1: SettingsSaved"));
    }

    [Fact]
    public async Task Each_language_has_its_line_under_the_name_or_says_that_it_is_the_main_ones()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        await chief.PostAsync("/newsroom/settings", Fields("News of the valley"));
        Assert.Equal(("News of the valley", null), await LineAsync("/"));
        Assert.Equal(("News of the valley", "en"), await LineAsync("/ru"));

        await chief.PostAsync("/newsroom/settings", Fields("News of the valley", more: ("tagline.ru", "Новости долины")));
        Assert.Equal(("News of the valley", null), await LineAsync("/"));
        Assert.Equal(("Новости долины", null), await LineAsync("/ru"));
        var form = await chief.PageAsync("/newsroom/settings");
        Assert.Equal("Новости долины", form.QuerySelector("input[name='tagline.ru']")!.GetAttribute("value"));
        // Each says of which language it is, and an empty one what its readers see instead.
        Assert.Equal(["One line under the name: English ()", "One line under the name: Русский (News of the valley)"], form.QuerySelectorAll("input[name^=tagline]").Select(line =>
            $"{line.Closest("fieldset")!.QuerySelector("legend")!.TextContent}: {form.QuerySelector($"label[for='{line.Id}']")!.TextContent} ({line.GetAttribute("placeholder")})"));
        Assert.Contains("<description>Новости долины</description>", await TextAsync(site, "/ru/feed.xml"), StringComparison.Ordinal);

        async Task<(string, string?)> LineAsync(string front)
        {
            var line = (await site.PageAsync(front)).QuerySelector("footer p.name + p")!;
            return (line.TextContent, line.GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Languages_whose_words_no_native_reader_has_gone_over_are_marked()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var marked = (await chief.PageAsync("/newsroom/settings")).QuerySelectorAll("label:has(input[name=languages]):has(small) input").Select(i => i.GetAttribute("value")!);
        Assert.Equal(Chapar.Text.Languages.All.Where(language => Chapar.Text.Words.In(language).AwaitsReview), marked);
    }

    [Theory]
    [InlineData("#c0a060", "#63c3c6", "On the light page: the contrast is 2.2 : 1, and small text needs 4.5 : 1.")]
    [InlineData("#0b6068", "#205050", "On the dark page: the contrast is 1.8 : 1")]
    public async Task A_colour_that_cannot_be_read_is_refused_with_the_measured_contrast(string accent, string dark, string said)
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var response = await chief.PostAsync("/newsroom/settings", Fields("Kept in the form", accent, dark));
        var page = await chief.ReadAsync(response);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(said, page.QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Kept in the form", accent), (page.QuerySelector("#tagline")!.GetAttribute("value"), page.QuerySelector("#accent")!.GetAttribute("value")));
        Assert.False(File.Exists(Path.Combine(site.Folder, "chapar.json")));
    }

    [Fact]
    public async Task A_zone_that_is_none_is_refused_by_its_name()
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        var response = await chief.PostAsync("/newsroom/settings", [.. Fields().Where(f => f.Item1 != "timeZone"), ("timeZone", "Asia/Nowhere")]);
        Assert.Contains("Asia/Nowhere", (await chief.ReadAsync(response)).QuerySelector(".refusals")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsaved_settings_are_previewed_by_who_typed_them_and_by_nobody_else()
    {
        await using var site = await Site.StartAsync();
        await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        using var other = await site.SignInAsync(Role.Administrator);
        var front = await TextAsync(site, "/");
        var looked = await chief.ReadAsync(await chief.PostAsync("/newsroom/settings?handler=Preview", Fields("Only a thought", "#5b2a86")));
        Assert.Equal("Only a thought", looked.QuerySelector("#tagline")!.GetAttribute("value"));

        var preview = await (await chief.GetAsync("/newsroom/settings/preview")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Only a thought", preview, StringComparison.Ordinal);
        Assert.Contains("--accent:#5b2a86", await StyleAsync(site, preview), StringComparison.Ordinal);
        Assert.Equal(front, await TextAsync(site, "/"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/newsroom/settings/preview")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Stranger().GetAsync("/newsroom/settings/preview")).StatusCode);
    }

    static async Task<string> TextAsync(Site site, string path) => await (await site.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The stylesheet that a page links to.</summary>
    static async Task<string> StyleAsync(Site site, string page)
    {
        var start = page.IndexOf("/reader.", StringComparison.Ordinal);
        return await TextAsync(site, page[start..page.IndexOf('"', start)]);
    }
}
