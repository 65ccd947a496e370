using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>The log of a text that several write at once: who may, in which order, and what is kept.</summary>
public class TogetherTests
{
    [Fact]
    public async Task What_one_types_reaches_the_others_in_the_order_of_the_log_and_who_comes_later_gets_it_whole()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        using var hers = await Page.OpenAsync(site, writer, story.Id);
        await hers.BringInAsync(story.Seen, "empty");
        using var his = await Page.OpenAsync(site, editor, story.Id);
        Assert.Contains("1: empty", his.Heard);

        Assert.Equal(2, (await hers.TypeAsync("river")).GetProperty("sequence").GetInt64());
        Assert.Equal("2: river", await his.UntilAsync("river"));
        Assert.Equal(3, (await his.TypeAsync("bank")).GetProperty("sequence").GetInt64());
        Assert.Equal("3: bank", await hers.UntilAsync("bank"));

        using var late = await Page.OpenAsync(site, editor, story.Id, through: 1);
        Assert.Equal(["2: river", "3: bank"], late.Heard.Where(line => line[0] != '{'));
        Assert.Contains(writer.Member.Name, late.Heard[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no session", HttpStatusCode.Unauthorized)]
    [InlineData("no right", HttpStatusCode.Forbidden)]
    [InlineData("other origin", HttpStatusCode.Forbidden)]
    [InlineData("no origin", HttpStatusCode.Forbidden)]
    [InlineData("no story", HttpStatusCode.NotFound)]
    public async Task The_socket_opens_to_nobody_else(string who, HttpStatusCode refused)
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var contributor = await site.SignInAsync(Role.Contributor);
        var story = await Story.BeginAsync(site, writer);
        var cookies = who switch { "no session" => new CookieContainer(), "no right" => contributor.Cookies, _ => writer.Cookies };
        var origin = who switch { "other origin" => "https://elsewhere.example", "no origin" => "", _ => null };

        var (page, status) = await Page.TryOpenAsync(site.Http.BaseAddress!, cookies, who == "no story" ? Guid.NewGuid() : story.Id, origin);

        Assert.Equal(refused, status);
        page.Dispose();
    }

    [Fact]
    public async Task Who_reads_only_is_told_and_not_heard()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var colleague = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        using var hers = await Page.OpenAsync(site, writer, story.Id);
        await hers.BringInAsync(story.Seen, "empty");
        using var theirs = await Page.OpenAsync(site, colleague, story.Id);

        await hers.TypeAsync("river");
        Assert.Equal("2: river", await theirs.UntilAsync("river"));
        Assert.Equal("refused", (await theirs.TypeAsync("mine")).GetProperty("kind").GetString());
        Assert.Equal(2, await site.ChangeAsync(db => db.SharedChanges.CountAsync()));
    }

    [Fact]
    public async Task A_story_that_is_called_ready_closes_to_its_writer_at_once()
    {
        await using var site = await Site.StartAsync();
        var world = await World.MakeAsync(site);
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.WriteAsync(site, world, writer);
        using var hers = await Page.OpenAsync(site, writer, story.Id);
        await hers.BringInAsync(story.Seen, "text");
        await hers.TypeAsync("a word");

        await story.DoAsync(editor, "Ready");

        Assert.Equal("refused", (await hers.TypeAsync("one more")).GetProperty("kind").GetString());
        await hers.ToldAsync("\"mayWrite\":false");
    }

    [Fact]
    public async Task Who_is_signed_out_leaves_the_room()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        using var page = await Page.OpenAsync(site, writer, story.Id);
        await site.ChangeAsync(db => db.Sessions.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, site.Now)));

        Assert.Contains("4401", await page.UntilAsync("dismissed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_of_the_shared_text_says_through_what_it_goes_and_an_older_one_never_replaces_it()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        using var hers = await Page.OpenAsync(site, writer, story.Id);
        await hers.BringInAsync(story.Seen, "empty");
        await hers.TypeAsync("river");
        using var his = await Page.OpenAsync(site, editor, story.Id);
        await his.TypeAsync("rises");

        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(site, writer, story, "The river rises", 3)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(site, editor, story, "The river", 2)).StatusCode);

        var draft = (await story.DraftAsync())!;
        Assert.Equal(("The river rises", $"{editor.Member.Name}, {writer.Member.Name}"), (draft.Headline, draft.ChangedBy));
        await his.ToldAsync("\"savedThrough\":3");
    }

    [Fact]
    public async Task What_was_changed_by_another_way_is_brought_in_before_anything_is_saved()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        using var editor = await site.SignInAsync(Role.Editor);
        var story = await Story.BeginAsync(site, writer);
        using var hers = await Page.OpenAsync(site, writer, story.Id);
        await hers.BringInAsync(story.Seen, "empty");
        await hers.TypeAsync("river");
        // A browser without a socket.
        var apart = await story.OpenedByAsync(editor);
        await apart.SavedAsync("The Naryn rises", "By a metre.");

        Assert.Equal(HttpStatusCode.PreconditionFailed, (await SaveAsync(site, writer, story, "The river rises", 2)).StatusCode);
        await hers.ToldAsync($"\"standing\":\"{apart.Seen}\"");
        Assert.Equal("refused", (await hers.BringInAsync(Guid.NewGuid(), "a state that does not stand")).GetProperty("kind").GetString());
        Assert.Equal("kept", (await hers.BringInAsync(apart.Seen, "Naryn")).GetProperty("kind").GetString());
        // Another page that does the same is told that it is done.
        Assert.Equal("refused", (await hers.BringInAsync(apart.Seen, "Naryn")).GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.OK, (await SaveAsync(site, writer, story, "The Naryn rises", 3)).StatusCode);
    }

    [Fact]
    public async Task A_log_that_is_folded_is_one_change_and_those_after_it()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        using var page = await Page.OpenAsync(site, writer, story.Id);
        await page.BringInAsync(story.Seen, "empty");
        for (var word = 2; word <= SharedText.WorthFolding; word++) await page.TypeAsync($"word {word}");
        await page.FoldAsync(50, "of what is not saved");
        await SaveAsync(site, writer, story, "A hundred words", SharedText.WorthFolding);
        await page.ToldAsync("\"fold\":true");

        await page.FoldAsync(SharedText.WorthFolding, "all words");
        await page.TypeAsync("one more");

        Assert.Equal([SharedText.WorthFolding, SharedText.WorthFolding + 1], await site.ChangeAsync(db => db.SharedChanges.OrderBy(c => c.Sequence).Select(c => c.Sequence).ToListAsync()));
        Assert.Equal("all words".Length + "one more".Length, await site.ChangeAsync(db => db.SharedTexts.Select(t => t.Bytes).SingleAsync()));
        using var late = await Page.OpenAsync(site, writer, story.Id);
        Assert.Equal([$"{SharedText.WorthFolding}: all words", $"{SharedText.WorthFolding + 1}: one more"], late.Heard.Where(line => line[0] != '{'));
    }

    [Fact]
    public async Task Too_much_at_once_ends_the_socket_and_keeps_what_came_before()
    {
        await using var site = await Site.StartAsync();
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        using var page = await Page.OpenAsync(site, writer, story.Id);
        await page.BringInAsync(story.Seen, "empty");
        var flood = Task.Run(async () =>
        {
            // Until the line is cut: what is on its way when it is cut is swallowed by buffers, of any size.
            for (uint n = 1; n < 1_000_000; n++) await page.SendAsync(2, n, new byte[100]);
        }, TestContext.Current.CancellationToken);

        try
        {
            Assert.Contains("4429", await page.UntilAsync("dismissed"), StringComparison.Ordinal);
        }
        catch (WebSocketException)
        {
            // Cut off while the flood still filled the line: the reason, sent last, can be lost with it.
        }
        await Assert.ThrowsAnyAsync<Exception>(() => flood);
        Assert.Equal(1, await site.ChangeAsync(db => db.SharedChanges.CountAsync()));
    }

    [Fact]
    public async Task Two_processes_on_one_database_give_each_number_once()
    {
        await using var site = await Site.StartAsync();
        await using var other = await site.TwinAsync([]);
        using var writer = await site.SignInAsync(Role.Writer);
        var story = await Story.BeginAsync(site, writer);
        using var here = await Page.OpenAsync(site, writer, story.Id);
        await here.BringInAsync(story.Seen, "empty");
        using var there = await Page.OpenAsync(other, writer, story.Id);

        await Task.WhenAll(TypeAsync(here, "here"), TypeAsync(there, "there"));

        Assert.Equal(21, await site.ChangeAsync(db => db.SharedChanges.Select(c => c.Sequence).Distinct().CountAsync()));
        // Told by the other process, it may have come already.
        if (!here.Heard.Exists(line => line.EndsWith(": the end", StringComparison.Ordinal))) await here.UntilAsync("the end");
        static async Task TypeAsync(Page page, string words)
        {
            for (var n = 0; n < 10; n++) await page.TypeAsync(n == 9 && words == "there" ? "the end" : $"{words} {n}");
        }
    }

    static async Task<HttpResponseMessage> SaveAsync(Site site, Staffer by, Story story, string headline, long through) =>
        await by.PostJsonAsync($"{story.Path}?handler=Save", JsonSerializer.Serialize(new
        {
            lineage = await site.ChangeAsync(db => db.SharedTexts.Where(t => t.ArticleId == story.Id).Select(t => t.Lineage).SingleAsync()),
            through,
            headline,
            deck = "",
            body = new { type = "doc", content = Array.Empty<object>() },
            particulars = new { },
        }));
}
