using Chapar.Articles;
using Chapar.Fronts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Fronts;

/// <summary>What is done with a front. Each act changes the plan and can be undone; readers see it when it is published.</summary>
public sealed partial class FrontPageModel
{
    bool isNew;

    /// <param name="at">The slot; the next free one when it is not given.</param>
    public Task<IActionResult> OnPostAddAsync(string? language, string? section, Guid story, int? at, int seen) => ArrangeAsync(language, section, seen, async () =>
    {
        if (at is not (null or (>= 0 and < FrontSlot.Count))) return W["front.no-slot"];
        if (!await Db.Articles.Published().AnyAsync(a => a.Id == story && a.Language == Of, Stop)) return W["front.not-published"];
        Plan.Arrange(Plan.Layout.With(story, at ?? Plan.Layout.NextFree), Me.Name, Now);
        return null;
    });

    public Task<IActionResult> OnPostMoveAsync(string? language, string? section, int from, int to, int seen) => ArrangeAsync(language, section, seen, () =>
    {
        if (from is < 0 or >= FrontSlot.Count || to is < 0 or >= FrontSlot.Count) return Done(W["front.no-slot"]);
        Plan.Arrange(Plan.Layout.Moved(from, to), Me.Name, Now);
        return Done(null);
    });

    public Task<IActionResult> OnPostRemoveAsync(string? language, string? section, int at, int seen) => ArrangeAsync(language, section, seen, () =>
    {
        if (at is < 0 or >= FrontSlot.Count) return Done(W["front.no-slot"]);
        Plan.Arrange(Plan.Layout.Without(at), Me.Name, Now);
        return Done(null);
    });

    /// <summary>The front's own headline, and until when the story is pinned.</summary>
    /// <param name="until">As <see cref="ZoneTime"/>; empty for no end.</param>
    public Task<IActionResult> OnPostDressAsync(string? language, string? section, int at, string? headline, string? until, int seen) => ArrangeAsync(language, section, seen, () =>
    {
        if (at is < 0 or >= FrontSlot.Count || Plan.Layout.Items[at] is not { } item) return Done(W["front.no-slot"]);
        var own = Chapar.Text.Typography.Tidy(headline);
        if (own.Length > FrontItem.LongestHeadline) return Done(W.Fill("picture.too-long", W["front.headline"], own.Length, FrontItem.LongestHeadline));
        DateTime? end = null;
        // A time that has passed is taken only while it is the one that stands there.
        if (!string.IsNullOrEmpty(until) && ((end = ZoneTime.Instant(until, Publication.Zone)) is null || (end <= Now && end != item.Until))) return Done(W.Fill("front.no-time", W["front.until"], until));
        Plan.Arrange(Plan.Layout.Set(at, item with { Headline = own.Length > 0 ? own : null, Until = end }), Me.Name, Now);
        return Done(null);
    });

    /// <param name="picture">Null for the story's own.</param>
    public Task<IActionResult> OnPostPictureAsync(string? language, string? section, int at, Guid? picture, int seen) => ArrangeAsync(language, section, seen, async () =>
    {
        if (at is < 0 or >= FrontSlot.Count || Plan.Layout.Items[at] is not { } item) return W["front.no-slot"];
        if (picture is { } id && !await Db.Pictures.AnyAsync(p => p.Id == id, Stop)) return W["picture.none"];
        Plan.Arrange(Plan.Layout.Set(at, item with { Picture = picture }), Me.Name, Now);
        return null;
    });

    public Task<IActionResult> OnPostUndoAsync(string? language, string? section, int seen) =>
        ArrangeAsync(language, section, seen, () => Done(Plan.Undo(Me.Name, Now) ? null : W["front.nothing-to-undo"]));

    /// <summary>Back to what readers have; that too can be undone.</summary>
    public Task<IActionResult> OnPostDiscardAsync(string? language, string? section, int seen) => ArrangeAsync(language, section, seen, () =>
    {
        Plan.Arrange(Published, Me.Name, Now);
        return Done(null);
    });

    /// <summary>Brings a front of before back on the desk; readers see it when it is published.</summary>
    public Task<IActionResult> OnPostRestoreAsync(string? language, string? section, int number, int seen) => ArrangeAsync(language, section, seen, async () =>
    {
        if (await Db.FrontEditions.AsNoTracking().FirstOrDefaultAsync(e => e.Front == Plan.Front && e.Number == number, Stop) is not { } edition) return W["front.no-edition"];
        Plan.Arrange(edition.Layout, Me.Name, Now);
        Say(W.Fill("front.restored", number));
        return null;
    });

    public Task<IActionResult> OnPostPublishAsync(string? language, string? section, int seen) => ArrangeAsync(language, section, seen, async () =>
    {
        if (Plan.Layout.Equals(Published)) return W["front.same"];
        var edition = await FrontPress.PublishAsync(Db, Plan, Name, Me.Name, Now, Stop);
        Say(W.Fill("front.published", edition.Number));
        return null;
    });

    /// <param name="seen">The version of the plan that stood on the page.</param>
    /// <param name="act">Answers why it was not done; null when it was.</param>
    async Task<IActionResult> ArrangeAsync(string? language, string? section, int seen, Func<Task<string?>> act)
    {
        if (language is null || !await FindAsync(language, section)) return NotFound();
        if (seen != Plan.Version) return await RefusedAsync(W.Fill("front.changed-meanwhile", Plan.ChangedBy));
        if (await act() is { } reason) return await RefusedAsync(reason);
        if (isNew) Db.Add(Plan);
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException)
        {
            // Another act came between: what it made stands.
            Db.ChangeTracker.Clear();
            return await FindAsync(language, section) ? await RefusedAsync(W.Fill("front.changed-meanwhile", Plan.ChangedBy)) : NotFound();
        }
        return Redirect(Here);
    }

    async Task<IActionResult> RefusedAsync(string reason)
    {
        await ShowAsync();
        return Refuse(reason);
    }

    static Task<string?> Done(string? reason) => Task.FromResult(reason);
}
