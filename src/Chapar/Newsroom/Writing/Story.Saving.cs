using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Body;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What the editor asks for while somebody writes; all answers are JSON.</summary>
public sealed partial class StoryModel
{
    /// <summary>A state of the story as the editor reads it.</summary>
    sealed record StoryVersion(Guid Key, string By, DateTime At, string Headline, string Deck, JsonElement Body, JsonElement Particulars);

    sealed record PastedHtml(string Html);

    /// <summary>
    /// Takes over what was typed, if its author has seen what it replaces: 200 with the time and the checklist, else 409 with the state that
    /// stands there. 423 when the text is closed, 400 when it is none.
    /// </summary>
    public async Task<IActionResult> OnPostSaveAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayWrite) return Answer(StatusCodes.Status423Locked, new { reason = W["story.closed"] });
        SavedText saved;
        try
        {
            saved = await SavedText.ReadAsync(Request);
        }
        catch (BodyException error)
        {
            return Answer(StatusCodes.Status400BadRequest, new { reason = error.Message });
        }
        if (saved.Through is { } place) return await SaveSharedAsync(saved, place);
        if (!saved.Seen.Contains(Draft.Key)) return Answer(StatusCodes.Status409Conflict, Version(Draft));
        // What the browser did not know of before it asked a second time is another's work, whoever's name it has.
        if (IsAtWork && (Draft.IsWorthKeeping(Me.Name, Now) || saved.Seen[0] != Draft.Key)) Draft.Keep(Article, new Sentence("story.kept"), Now);
        Draft.Save(saved.Key, saved.Headline, saved.Deck, saved.Body, saved.Particulars, Me.Name, Now);
        if (!IsAtWork) Db.Add(Draft);
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException)
        {
            // Another save came between: that one stands, and this one is asked about.
            Db.ChangeTracker.Clear();
            return await FindAsync(id) ?? Answer(StatusCodes.Status409Conflict, Version(Draft));
        }
        rooms.Look(id);
        return await SavedAsync();
    }

    /// <summary>What stands is what was sent: its key, its time, and what the checklist says of it.</summary>
    async Task<ContentResult> SavedAsync(long? through = null) =>
        Answer(StatusCodes.Status200OK, new { Draft.Key, at = Draft.ChangedAt, through, checks = Told(await CheckAsync()) });

    /// <summary>Keeps, as a revision, a text that its author gave up for another's.</summary>
    public async Task<IActionResult> OnPostAsideAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayWrite) return Answer(StatusCodes.Status423Locked, new { reason = W["story.closed"] });
        SavedText saved;
        try
        {
            saved = await SavedText.ReadAsync(Request);
        }
        catch (BodyException error)
        {
            return Answer(StatusCodes.Status400BadRequest, new { reason = error.Message });
        }
        var aside = new Draft(Article, Me.Name, Now);
        aside.Save(saved.Key, saved.Headline, saved.Deck, saved.Body, saved.Particulars, Me.Name, Now);
        aside.Keep(Article, new Sentence("story.aside"), Now);
        await Db.SaveChangesAsync(Stop);
        return Answer(StatusCodes.Status200OK, new { at = Now });
    }

    /// <summary>The state that stands here now.</summary>
    public async Task<IActionResult> OnGetStateAsync(Guid id) => await FindAsync(id) ?? Answer(StatusCodes.Status200OK, Version(Draft));

    /// <summary>The page is open: who else has it open, and which state stands here.</summary>
    public async Task<IActionResult> OnPostHereAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        return Answer(StatusCodes.Status200OK, new { others = presence.Here(id, Me.Id, Me.Name), key = Draft.Key, by = Draft.ChangedBy, comments = await Db.Comments.StampAsync(id, Stop) });
    }

    /// <summary>HTML from the clipboard as nodes of a body, with what was left out.</summary>
    public async Task<IActionResult> OnPostConvertAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        PastedHtml? pasted = null;
        try
        {
            pasted = await JsonSerializer.DeserializeAsync<PastedHtml>(Request.Body, JsonSerializerOptions.Web, Stop);
        }
        catch (JsonException)
        {
            // Said below.
        }
        if (pasted?.Html is not { } html) return Answer(StatusCodes.Status400BadRequest, new { reason = "html: must be given" });
        var converted = HtmlToBody.Convert(html, new HtmlOptions { Language = Article.Language });
        return Answer(StatusCodes.Status200OK, new { body = Element(converted.Body.ToJson()), notes = converted.Notes.Select(note => note.In(W)) });
    }

    static StoryVersion Version(Draft draft) =>
        new(draft.Key, draft.ChangedBy, draft.ChangedAt, draft.Headline, draft.Deck, Element(draft.Body.ToJson()), Element(draft.Particulars.ToJson()));

    static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = (2 * BodyTree.MaxDepth) + 64 });
        return document.RootElement.Clone();
    }

    static ContentResult Answer(int status, object answer) => new()
    {
        StatusCode = status,
        ContentType = "application/json; charset=utf-8",
        Content = JsonSerializer.Serialize(answer, Written),
    };

    static readonly JsonSerializerOptions Written = new(JsonSerializerOptions.Web) { MaxDepth = (2 * BodyTree.MaxDepth) + 64 };
}
