using Chapar.Articles;
using Chapar.Search;
using Chapar.Staff;
using Chapar.Suggestions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>An article beside the story, as the newsroom shows it.</summary>
/// <param name="Language">Where it is not the story's.</param>
/// <param name="IsPublic">One that was withdrawn is not shown to readers, and comes back with it.</param>
public sealed record Beside(Guid Id, string Headline, string? Language, DateTime? At, bool IsPublic);

/// <summary>What stands under "Suggested articles" beside the story, and what its editors pin and bar there.</summary>
public sealed partial class StoryModel
{
    /// <summary>Pinned, in their order.</summary>
    public IReadOnlyList<Beside> Pinned { get; private set; } = [];

    /// <summary>Found by the press, the best first.</summary>
    public IReadOnlyList<Beside> Suggested { get; private set; } = [];

    public IReadOnlyList<Beside> Barred { get; private set; } = [];

    /// <summary>Stories by the words that were asked for, to be pinned.</summary>
    public IReadOnlyList<Beside> ToPin { get; private set; } = [];

    /// <summary>What is looked for, to be pinned: words, or an address on the site.</summary>
    [BindProperty(SupportsGet = true, Name = "beside")]
    public string? WantedBeside { get; set; }

    public Task<IActionResult> OnPostPinAsync(Guid id, Guid other) => ChooseAsync(id, W["suggested.said.pin"], choices => choices.PinAsync(other, Stop));

    public Task<IActionResult> OnPostBarAsync(Guid id, Guid other) => ChooseAsync(id, W["suggested.said.bar"], choices => choices.BarAsync(other, Stop));

    public Task<IActionResult> OnPostFreeAsync(Guid id, Guid other) => ChooseAsync(id, W["suggested.said.free"], choices => choices.FreeAsync(other, Stop));

    public Task<IActionResult> OnPostRaiseAsync(Guid id, Guid other) => ChooseAsync(id, W["suggested.said.pin"], choices => choices.RaiseAsync(other, Stop));

    async Task<IActionResult> ChooseAsync(Guid id, string said, Func<SuggestionChoices, Task<Refusal?>> choose)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayHere(Right.Edit)) return StatusCode(StatusCodes.Status403Forbidden);
        try
        {
            if (await choose(new SuggestionChoices(Db, Article, Me.Name, Now)) is { } refusal) return await RefuseAsync(refusal);
        }
        catch (DbUpdateException)
        {
            Db.ChangeTracker.Clear();
            return await FindAsync(id) ?? await RefuseAsync(Refusal.Of("story.changed-meanwhile"));
        }
        Say(said);
        return RedirectToPage(null, null, new { id }, "suggested");
    }

    async Task ReadSuggestedAsync()
    {
        if (!MayHere(Right.Edit)) return;
        var choices = await Db.SuggestionChoices.AsNoTracking().Where(c => c.ArticleId == Article.Id).OrderBy(c => c.Position).ToListAsync(Stop);
        var stand = await Db.Suggestions.AsNoTracking().Where(s => s.ArticleId == Article.Id).OrderBy(s => s.Position).Select(s => s.SuggestedId).ToListAsync(Stop);
        List<Guid> pinned = [.. choices.Where(c => c.IsPinned).Select(c => c.SuggestedId)], barred = [.. choices.Where(c => !c.IsPinned).Select(c => c.SuggestedId)];
        var wanted = await WantedAsync();
        List<Guid> all = [.. pinned, .. barred, .. stand, .. wanted];
        var told = await Db.Articles.AsNoTracking().Where(a => all.Contains(a.Id)).Select(a => new { a.Id, a.TranslationGroup, a.Headline, a.Language, At = a.FirstPublishedAt, a.Status }).ToDictionaryAsync(a => a.Id, Stop);
        List<Beside> Tell(IEnumerable<Guid> ids) =>
            [.. ids.Where(told.ContainsKey).Select(id => told[id]).Select(a => new Beside(a.Id, a.Headline, a.Language == Article.Language ? null : a.Language, a.At, a.Status == ArticleStatus.Published))];
        Pinned = Tell(pinned);
        Barred = Tell(barred);
        Suggested = [.. Tell(stand.Except(pinned)).Where(a => a.IsPublic)];
        ToPin = Tell(wanted.Where(id => !pinned.Contains(id) && told[id].TranslationGroup != Article.TranslationGroup));
    }

    async Task<IReadOnlyList<Guid>> WantedAsync()
    {
        var asked = (WantedBeside ?? "").Trim();
        if (asked.Length == 0) return [];
        return asked.StartsWith('/') ? await Db.Articles.Published().Where(a => a.Path == asked).Select(a => a.Id).ToListAsync(Stop) : await SearchQuery.NewestAsync(Db, asked, MostFound, Stop);
    }
}
