using System.Text.Json;
using Chapar.Articles;
using Chapar.Articles.Translations;
using Chapar.Database;
using Chapar.Newsroom.Translating;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>Translating: other languages of this story, and the desk of a story that is a translation itself.</summary>
public sealed partial class StoryModel
{
    sealed record GivenParts(IReadOnlyList<string>? Ids, Guid? Act);

    /// <summary>The languages of the publication but this one, with the story that stands there.</summary>
    public IReadOnlyList<(string Language, Guid? Id, string State)> Tongues { get; private set; } = [];

    /// <summary>The source beside which this story is written; null when it is no translation.</summary>
    public SourceDesk? SourceDesk { get; private set; }

    public bool HasMachine => machine.IsOn;

    /// <summary>Opens the translation into a language; begins it when there is none. Whoever may read the story may do so.</summary>
    public async Task<IActionResult> OnPostTranslateAsync(Guid id, string? language)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!Publication.Languages.Contains(language ?? "") || language == Article.Language) return await RefuseAsync(Refusal.Of("story.no-such-language", language ?? ""));
        var target = await TranslationStart.OpenAsync(Db, Article, IsAtWork ? Draft : null, language!, Me, Now, Stop);
        if (await StoryStanding.ReadAsync(Db, target, Stop) is { } standing && !standing.MayRead(Me)) return await RefuseAsync(Refusal.Of("translation.elsewhere"));
        return Redirect($"/newsroom/stories/{target}");
    }

    /// <summary>The source as it stands now; nothing when it is as the page knows it.</summary>
    public async Task<IActionResult> OnGetTranslationAsync(Guid id, string? stamp)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (await SourceDesk.ReadAsync(Db, id, Me, Now, Stop) is not { } desk) return NotFound();
        var units = desk.Units(Publication);
        return SourceDesk.Stamp(units) == stamp ? Answer(StatusCodes.Status200OK, JsonDocument.Parse("null").RootElement) : Answer(StatusCodes.Status200OK, Told(desk, units));
    }

    /// <summary>Paragraphs are done: those that are named, or all that were changed.</summary>
    public Task<IActionResult> OnPostPartDoneAsync(Guid id) => WithPartsAsync(id, (translation, given, target) =>
    {
        var act = Guid.CreateVersion7();
        translation.SayDone(given.Ids, act, target, Now);
        return act;
    });

    /// <summary>They are not, after all.</summary>
    public Task<IActionResult> OnPostPartUndoAsync(Guid id) => WithPartsAsync(id, (translation, given, target) =>
    {
        translation.TakeBack(given.Act ?? Guid.Empty, target, Now);
        return given.Act ?? Guid.Empty;
    });

    /// <summary>What a machine would write for paragraphs of the source. The page puts it in, marked; nothing of it is saved here.</summary>
    public async Task<IActionResult> OnPostSuggestAsync(Guid id)
    {
        var (given, refused) = await PartsAsync(id);
        if (given is null) return refused!;
        if (await SourceDesk.ReadAsync(Db, id, Me, Now, Stop) is not { } desk) return NotFound();
        var wanted = desk.Rows.Where(row => row.Node is not null && given.Ids?.Contains(row.Unit.Id) == true).Select(row => (row.Unit.Id, Lines: BlockWords.Lines(row.Node!))).ToList();
        List<string> lines = [.. wanted.SelectMany(unit => unit.Lines)];
        if (lines.Count is 0 or > TranslationMachine.MostTexts || lines.Sum(line => line.Length) > TranslationMachine.MostLetters) return Answer(StatusCodes.Status400BadRequest, new { reason = W["machine.too-much"] });
        var (texts, trouble) = await machine.AskAsync(desk.Source.Language, Article.Language, lines, Stop);
        if (trouble is not null) return Answer(StatusCodes.Status502BadGateway, new { reason = trouble.In(W) });
        var rest = new Queue<string>(texts);
        return Answer(StatusCodes.Status200OK, new { texts = wanted.ToDictionary(unit => unit.Id, unit => unit.Lines.Select(_ => rest.Dequeue()).ToList()) });
    }

    async Task<IActionResult> WithPartsAsync(Guid id, Func<Translation, GivenParts, TargetText, Guid> act)
    {
        var (given, refused) = await PartsAsync(id);
        if (given is null) return refused!;
        await using var transaction = await Db.Database.BeginTransactionAsync(Stop);
        if (await Db.Translations.FirstOrDefaultAsync(t => t.ArticleId == id, Stop) is not { } translation) return NotFound();
        var target = await FollowedSources.CatchUpAsync(Db, translation, Now, stop: Stop);
        var done = act(translation, given, target);
        await Db.SaveChangesAsync(Stop);
        await Db.CommitAsync(transaction);
        if (await SourceDesk.ReadAsync(Db, id, Me, Now, Stop) is not { } desk) return NotFound();
        return Answer(StatusCodes.Status200OK, Told(desk, desk.Units(Publication), done));
    }

    /// <summary>What the page sends, of somebody who may write here.</summary>
    async Task<(GivenParts? Given, IActionResult? Refused)> PartsAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return (null, refused);
        if (!MayWrite) return (null, Answer(StatusCodes.Status423Locked, new { reason = W["story.closed"] }));
        try
        {
            if (await JsonSerializer.DeserializeAsync<GivenParts>(Request.Body, JsonSerializerOptions.Web, Stop) is { } given) return (given, null);
        }
        catch (JsonException)
        {
            // Said below.
        }
        return (null, Answer(StatusCodes.Status400BadRequest, new { reason = "not what the editor sends" }));
    }

    object Told(SourceDesk desk, IReadOnlyList<object> units, Guid? act = null) => new { stamp = SourceDesk.Stamp(units), language = desk.Source.Language, hasMachine = HasMachine, units, act };

    /// <summary>The desk for the editor; null when this story is no translation.</summary>
    object? TranslationGiven => SourceDesk is { } desk ? Told(desk, desk.Units(Publication)) : null;

    async Task ReadTonguesAsync()
    {
        SourceDesk = await SourceDesk.ReadAsync(Db, Article.Id, Me, Now, Stop);
        var (group, own) = (Article.TranslationGroup, Article.Id);
        var siblings = await (from article in Db.Articles.AsNoTracking()
                              join draft in Db.Drafts.AsNoTracking() on article.Id equals draft.ArticleId into drafts
                              from draft in drafts.DefaultIfEmpty()
                              where article.TranslationGroup == @group && article.Id != own
                              orderby article.CreatedAt
                              select new { article.Id, article.Language, article.Status, Stage = (Stage?)draft.Stage }).ToListAsync(Stop);
        Tongues = [.. Publication.Languages.Where(language => language != Article.Language).Select(language => siblings.Find(s => s.Language == language) is { } there
            ? (language, there.Id, W[$"stage.{(there.Status == ArticleStatus.Draft ? (there.Stage ?? Stage.Writing).ToString() : there.Status.ToString()).ToLowerInvariant()}"])
            : (language, (Guid?)null, ""))];
    }

    /// <summary>What is shown of a block when nothing of it can be written: without scripts.</summary>
    public static string Plain(SourceRow row) => row.Node is { } node ? BlockWords.Whole(node) : row.Line ?? row.Unit.Old ?? "";

    /// <summary>The language's own name for itself.</summary>
    public static string Tongue(string language) => Languages.OwnName(language);
}
