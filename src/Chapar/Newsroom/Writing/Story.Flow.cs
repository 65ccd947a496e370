using Chapar.Articles;
using Chapar.Staff;
using Chapar.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What people do with a story, each act a handler with its own right.</summary>
public sealed partial class StoryModel
{
    /// <summary>A publication can be taken back for so long; nothing of it has left the house then.</summary>
    TimeSpan Hold => TimeSpan.FromSeconds(settings.HoldSeconds);

    [Needs(Right.SendToReview)]
    public Task<IActionResult> OnPostReviewAsync(Guid id) => ActAsync(id, Right.SendToReview, W["story.said.review"], draft => draft.SendToReview(Me.Name, Now), own: true);

    [Needs(Right.Edit)]
    public Task<IActionResult> OnPostClaimAsync(Guid id) => ActAsync(id, Right.Edit, W["story.said.claim"], draft => draft.Claim(Me.Id, Me.Name, Now));

    [Needs(Right.Edit)]
    public Task<IActionResult> OnPostReturnAsync(Guid id, string? note) => ActAsync(id, Right.Edit, W["story.said.return"], draft => draft.Return(note ?? "", Me.Name, Now));

    [Needs(Right.Edit)]
    public Task<IActionResult> OnPostReadyAsync(Guid id) => ActAsync(id, Right.Edit, W["story.said.ready"], draft => draft.Approve(Me.Name, Now));

    [Needs(Right.Publish)]
    public Task<IActionResult> OnPostPublishAsync(Guid id, ReleaseKind kind, string? note)
    {
        var right = kind is ReleaseKind.Correction or ReleaseKind.Clarification ? Right.Correct : Right.Publish;
        return ActAsync(id, right, W["story.said.publish"], draft => draft.Publish(Kind(kind), note, Hold, Me.Name, Now), checks: true);
    }

    /// <param name="at">In the publication's zone, as a browser writes it: "2026-11-24T14:05".</param>
    [Needs(Right.Schedule)]
    public Task<IActionResult> OnPostScheduleAsync(Guid id, string? at, ReleaseKind kind, string? note) => ActAsync(id, Right.Schedule, W["story.said.schedule"],
        draft => Instant(at) is { } instant ? draft.Schedule(instant, Kind(kind), note, Me.Name, Now) : Refusal.Of("story.no-time"), checks: true);

    [Needs(Right.Publish)]
    public Task<IActionResult> OnPostTakeBackAsync(Guid id) => ActAsync(id, Right.Publish, W["story.said.take-back"], draft => draft.TakeBack(Me.Name, Now));

    /// <param name="until">As in <see cref="OnPostScheduleAsync"/>; empty lifts the embargo.</param>
    [Needs(Right.Schedule)]
    public Task<IActionResult> OnPostEmbargoAsync(Guid id, string? until) => ActAsync(id, Right.Schedule, W["story.said.embargo"],
        draft => string.IsNullOrEmpty(until) ? draft.Embargo(null, Me.Name, Now)
            : Instant(until) is { } instant ? draft.Embargo(instant, Me.Name, Now) : Refusal.Of("story.no-time"));

    /// <summary>Takes the published article off the site, at once: what is wrong does not wait half a minute.</summary>
    [Needs(Right.Withdraw)]
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, string? reason)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayHere(Right.Withdraw)) return StatusCode(StatusCodes.Status403Forbidden);
        if (Article.Withdraw(reason ?? "", Me.Name, Now) is { } refusal) return await RefuseAsync(refusal);
        // An update that waits to go out would bring the article back.
        if (Draft.Stage == Stage.Scheduled) Draft.TakeBack(Me.Name, Now);
        return await SaveAsync(W["story.said.withdraw"]);
    }

    /// <summary>Gives up the changes since the article was published; they stay as a revision.</summary>
    public async Task<IActionResult> OnPostDiscardAsync(Guid id)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!MayWrite) return StatusCode(StatusCodes.Status403Forbidden);
        if (!IsAtWork || Article.Path is null) return await RefuseAsync(Refusal.Of("story.nothing-to-discard"));
        Draft.Keep(Article, new Sentence("story.discarded"), Now);
        Db.Drafts.Remove(Draft);
        return await SaveAsync(W["story.said.discard"]);
    }

    /// <param name="own">Whether the story's owner may do it with the right alone; for others they must be able to write in it.</param>
    /// <param name="checks">Whether the bars of the checklist stand in its way.</param>
    async Task<IActionResult> ActAsync(Guid id, Right right, string said, Func<Draft, Refusal?> act, bool own = false, bool checks = false)
    {
        if (await FindAsync(id) is { } refused) return refused;
        if (!(own ? May(right) && (IsMine || MayHere(Right.WriteAny)) : MayHere(right))) return StatusCode(StatusCodes.Status403Forbidden);
        if (checks)
        {
            var bars = StoryChecks.BarsOf(await CheckAsync());
            await FindAsync(id);
            if (bars.Reasons.Count > 0) return await RefuseAsync(bars);
        }
        if (act(Draft) is { } refusal) return await RefuseAsync(refusal);
        if (!IsAtWork) Db.Add(Draft);
        return await SaveAsync(said);
    }

    async Task<IActionResult> SaveAsync(string said)
    {
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException)
        {
            // What was read on the page is not what stands here now.
            Db.ChangeTracker.Clear();
            return await FindAsync(Article.Id) ?? await RefuseAsync(Refusal.Of("story.changed-meanwhile"));
        }
        return Done(said);
    }

    async Task<IActionResult> RefuseAsync(Refusal refusal)
    {
        await ShowAsync();
        return Refuse(refusal.Reasons.Select(reason => reason.In(W)));
    }

    RedirectToPageResult Done(string said)
    {
        Say(said);
        return RedirectToPage(new { id = RouteData.Values["id"] });
    }

    /// <summary>The first time it is a publication whatever was asked, later an update.</summary>
    ReleaseKind Kind(ReleaseKind asked) => Article.FirstPublishedAt is null ? ReleaseKind.Publication : asked == ReleaseKind.Publication ? ReleaseKind.Update : asked;

    DateTime? Instant(string? local) => ZoneTime.Instant(local, Publication.Zone);
}
