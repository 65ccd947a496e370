using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Articles.Translations;
using Chapar.Tests.Newsroom.Writing;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Tests.Newsroom.Translating;

/// <summary>A translation, worked on over HTTP as its page does.</summary>
sealed class Pair(Site site, World world, Staffer translator, Guid id)
{
    public Story Story { get; } = new(site, translator, id);

    /// <summary>Opens the translation of a story from its page.</summary>
    public static async Task<Pair> OpenAsync(Site site, World world, Staffer translator, Guid source, string language = "ru")
    {
        var response = await translator.PostAsync($"/newsroom/stories/{source}?handler=Translate", ("language", language));
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var pair = new Pair(site, world, translator, Guid.Parse(response.Headers.Location!.OriginalString.Split('/')[^1]));
        pair.Story.Seen = (await pair.Story.StateAsync()).GetProperty("key").GetGuid();
        return pair;
    }

    /// <summary>Writes into each empty block.</summary>
    /// <param name="words">What is written for a block of this number; nothing when null.</param>
    public async Task WriteAsync(Func<int, string?> words, bool machine = false, string headline = "Река поднялась")
    {
        var body = JsonNode.Parse((await Story.StateAsync()).GetProperty("body").GetRawText())!;
        foreach (var (index, block) in body["content"]!.AsArray().Index())
        {
            if (block!["content"] is not null || words(index) is not { } said) continue;
            block["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = said });
            if (machine) block["attrs"]!["machine"] = true;
        }
        await SaveAsync(body.ToJsonString(), headline);
    }

    public async Task SaveAsync(string body, string headline = "Река поднялась")
    {
        Story.Seen = (await Story.StateAsync()).GetProperty("key").GetGuid();
        var response = await translator.PostJsonAsync($"{Story.Path}?handler=Save", JsonSerializer.Serialize(new
        {
            key = Guid.NewGuid(),
            seen = new[] { Story.Seen },
            headline,
            deck = "Что известно.",
            body = JsonSerializer.Deserialize<JsonElement>(body),
            particulars = JsonSerializer.Deserialize<JsonElement>(new Particulars { Section = world.Politics.Id, Bylines = [new Signing(world.Aigul.Id, BylineRole.Writer)], Topics = [world.Water.Id] }.ToJson()),
        }));
        Assert.True(response.StatusCode == HttpStatusCode.OK, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What is to be done, by the text of the source.</summary>
    public Task<List<string>> OpenPartsAsync() => site.ChangeAsync(async db =>
    {
        var translation = await db.Translations.AsNoTracking().SingleAsync(t => t.ArticleId == id);
        var target = new TargetText(SourceText.Written(await db.Articles.AsNoTracking().SingleAsync(a => a.Id == id), await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.ArticleId == id)));
        return translation.Units.Where(unit => target.StateOf(unit) != UnitState.Done).Select(unit => $"{unit.Text ?? unit.Old}: {target.StateOf(unit)}").ToList();
    });

    public Task<Translation> RowAsync() => site.ChangeAsync(db => db.Translations.AsNoTracking().SingleAsync(t => t.ArticleId == id));

    public async Task<JsonElement> DeskAsync() => await Story.JsonAsync(await translator.GetAsync($"{Story.Path}?handler=Translation"));

    /// <summary>Says that parts are done (their ids; all changed ones when null).</summary>
    public async Task<JsonElement> DoneAsync(params string[]? ids)
    {
        var response = await translator.PostJsonAsync($"{Story.Path}?handler=PartDone", JsonSerializer.Serialize(new { ids }));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await Story.JsonAsync(response);
    }

    public async Task<(HttpStatusCode Status, JsonElement Answer)> SuggestAsync(params string[] ids)
    {
        var response = await translator.PostJsonAsync($"{Story.Path}?handler=Suggest", JsonSerializer.Serialize(new { ids }));
        return (response.StatusCode, await Story.JsonAsync(response));
    }

    public async Task<BodyTree> BodyAsync() => (await Story.DraftAsync())?.Body ?? (await Story.ArticleAsync()).Body;
}
