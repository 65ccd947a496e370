using System.Text.Json;
using Chapar.Staff;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Finding;

/// <summary>The box that Ctrl-K opens: "kind: text (path)" for what it answers.</summary>
public class FindTests
{
    [Fact]
    public async Task A_story_is_found_in_any_state_by_the_beginnings_of_its_words_in_any_case_and_alphabet()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var published = await world.PublishAsync("Мост открыт в Ёлкино", "ru");
        var withdrawn = await world.PublishAsync("Bridge that never was");
        await site.ChangeAsync(async db => (await db.Articles.SingleAsync(a => a.Id == withdrawn.Id)).Withdraw("It was wrong.", "test", site.Now));
        await site.DispatchAsync();
        using var publisher = await site.SignInAsync(Role.Publisher);
        var draft = await Story.WriteAsync(site, world, publisher, "A new bridge");

        Assert.Equal([$"Story: A new bridge (/newsroom/stories/{draft.Id})", $"Story: Bridge that never was (/newsroom/stories/{withdrawn.Id})"], await AskAsync(publisher, "BRID"));
        Assert.Equal([$"Story: Мост открыт в Ёлкино (/newsroom/stories/{published.Id})"], await AskAsync(publisher, "елкин мост"));
    }

    [Fact]
    public async Task People_topics_places_sections_and_commands_are_found_by_who_may_change_them()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var chief = await site.SignInAsync(Role.Administrator);
        Assert.Equal([$"Topic: Water (/newsroom/topics/{world.Water.Id})"], await AskAsync(chief, "вода"));
        Assert.Equal([$"Author: Aigul Sadyk (/newsroom/authors/{world.Aigul.Id})"], await AskAsync(chief, "aig"));
        Assert.Equal([$"Staff: Administrator 1 (/newsroom/staff/{chief.Member.Id})"], await AskAsync(chief, "administrator1"));
        Assert.Contains("Go: Held rates (/newsroom/held-rates)", await AskAsync(chief, "held"));
        using var writer = await site.SignInAsync(Role.Writer, "ru");
        Assert.Equal(["Перейти: Новый материал (/newsroom)"], await AskAsync(writer, "new"));
        Assert.Empty(await AskAsync(writer, "held"));
        Assert.Empty(await AskAsync(writer, "aig"));
    }

    [Fact]
    public async Task A_contributor_does_not_find_the_drafts_of_others()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        await Story.WriteAsync(site, world, writer, "A secret bridge");
        using var contributor = await site.SignInAsync(Role.Contributor);
        Assert.Empty(await AskAsync(contributor, "secret"));
        Assert.DoesNotContain("secret", (await contributor.PageAsync("/newsroom/find?q=secret")).QuerySelector("main ul")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("*")]
    [InlineData("NOT AND OR NEAR(")]
    [InlineData("headline:x")]
    [InlineData("%_%")]
    public async Task Nothing_that_is_typed_is_an_error(string typed)
    {
        await using var site = await Site.StartAsync();
        using var chief = await site.SignInAsync(Role.Administrator);
        await AskAsync(chief, typed);
    }

    /// <summary>What words in headlines come before is what has them in the text; the newest comes first.</summary>
    [Fact]
    public async Task A_headline_comes_before_a_text_and_the_new_before_the_old()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        var texts = new[] { await world.PublishAsync("Dams of old"), await world.PublishAsync("Something else", text: "A dam broke."), await world.PublishAsync("Dams anew") };
        await site.DispatchAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        Assert.Equal(["Story: Dams anew", "Story: Dams of old", "Story: Something else"], (await AskAsync(writer, "dam")).Select(a => a[..a.IndexOf(" (", StringComparison.Ordinal)]));
        Assert.Equal(3, texts.Length);
    }

    static async Task<List<string>> AskAsync(Staffer staffer, string words)
    {
        var response = await staffer.GetAsync($"/newsroom/find?handler=Answers&q={Uri.EscapeDataString(words)}");
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        var answers = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return [.. answers.EnumerateArray().Select(a => $"{a.GetProperty("kind")}: {a.GetProperty("text")} ({a.GetProperty("path")})")];
    }
}
