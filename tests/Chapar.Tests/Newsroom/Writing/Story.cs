using System.Net;
using System.Text.Json;
using Chapar.Articles;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Writing;

/// <summary>One story, worked on over HTTP as the editor's page does.</summary>
sealed class Story(Site site, Staffer writer, Guid id)
{
    public Guid Id => id;
    public string Path => $"/newsroom/stories/{id}";

    /// <summary>The state that this author saw last.</summary>
    public Guid Seen { get; set; }

    public static async Task<Story> BeginAsync(Site site, Staffer writer, string language = "en")
    {
        var response = await writer.PostAsync("/newsroom", ("language", language));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var story = new Story(site, writer, Guid.Parse(response.Headers.Location!.OriginalString.Split('/')[^1]));
        story.Seen = (await story.StateAsync()).GetProperty("key").GetGuid();
        return story;
    }

    /// <summary>A story with all that a publication needs.</summary>
    public static async Task<Story> WriteAsync(Site site, World world, Staffer writer, string headline = "The river rises", string text = "It rose by a metre overnight.")
    {
        var story = await BeginAsync(site, writer);
        await story.SavedAsync(headline, text, world);
        return story;
    }

    /// <summary>The same story in another's browser.</summary>
    public async Task<Story> OpenedByAsync(Staffer other)
    {
        var opened = new Story(site, other, id);
        opened.Seen = (await opened.StateAsync()).GetProperty("key").GetGuid();
        return opened;
    }

    public async Task<JsonElement> StateAsync() => await JsonAsync(await writer.GetAsync($"{Path}?handler=State"));

    public Task<HttpResponseMessage> SaveAsync(string headline, string text, World? world = null, Guid? key = null, params IEnumerable<Guid> seen) =>
        SaveBodyAsync(headline, World.Body(text).ToJson(), world, key, seen);

    public Task<HttpResponseMessage> SaveBodyAsync(string headline, string body, World? world = null, Guid? key = null, params IEnumerable<Guid> seen)
    {
        var particulars = world is null ? Particulars.None : new Particulars
        {
            Section = world.Politics.Id,
            Bylines = [new Signing(world.Aigul.Id, BylineRole.Writer)],
            Places = [world.Osh.Id],
            Topics = [world.Water.Id],
        };
        var all = seen.ToList() is { Count: > 0 } given ? given : [Seen];
        return writer.PostJsonAsync($"{Path}?handler=Save", JsonSerializer.Serialize(new
        {
            key = key ?? Guid.NewGuid(),
            seen = all,
            headline,
            deck = "What is known.",
            body = JsonSerializer.Deserialize<JsonElement>(body),
            particulars = JsonSerializer.Deserialize<JsonElement>(particulars.ToJson()),
        }));
    }

    /// <summary>A save that must be taken.</summary>
    public async Task SavedAsync(string headline, string text, World? world = null)
    {
        var key = Guid.NewGuid();
        var response = await SaveAsync(headline, text, world, key);
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Seen = key;
    }

    /// <summary>An act that must be done.</summary>
    public async Task DoAsync(Staffer by, string handler, params (string, string)[] fields)
    {
        var response = await TryAsync(by, handler, fields);
        Assert.True(response.StatusCode == HttpStatusCode.Redirect, $"{handler} answered {(int)response.StatusCode}: {string.Join(' ', await RefusalsAsync(by, response))}");
    }

    public Task<HttpResponseMessage> TryAsync(Staffer by, string handler, params (string, string)[] fields) => by.PostAsync($"{Path}?handler={handler}", fields);

    /// <summary>What a refused act says.</summary>
    public static async Task<IReadOnlyList<string>> RefusalsAsync(Staffer by, HttpResponseMessage response) =>
        [.. (await by.ReadAsync(response)).QuerySelectorAll(".refusals li").Select(li => li.TextContent)];

    public Task<Article> ArticleAsync() => site.ChangeAsync(db => db.Articles.AsNoTracking().Include(a => a.Corrections).SingleAsync(a => a.Id == id));

    public Task<Draft?> DraftAsync() => site.ChangeAsync(db => db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.ArticleId == id));

    public async Task<List<string>> RevisionsAsync(string language = "en") =>
        [.. (await site.ChangeAsync(db => db.Revisions.AsNoTracking().Where(r => r.ArticleId == id).OrderBy(r => r.Number).ToListAsync()))
            .Select(r => $"{r.Number} {r.By}: {r.Headline} ({RevisionNote.In(Chapar.Text.Words.In(language), r.Note)})")];

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage response) =>
        JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
