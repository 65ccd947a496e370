using System.Text.Json;
using Chapar.Articles;
using Chapar.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>What is said about the story; whoever may read it may say something. Every answer is the comments as they stand then.</summary>
public sealed partial class StoryModel
{
    /// <summary>What the page sends: a new comment (text, passage), an answer (text, comment), or the comment that something is done with.</summary>
    sealed record GivenComment(Guid? Comment, string? Text, string? Quote, string? Anchor);

    /// <summary>All comments, for a page that was told that they have changed.</summary>
    public async Task<IActionResult> OnGetCommentsAsync(Guid id) => await FindAsync(id) ?? await AnswerCommentsAsync();

    /// <summary>Adds a comment on a passage, or an answer to one.</summary>
    public Task<IActionResult> OnPostCommentAsync(Guid id) => WithCommentAsync(id, async (given, thread) =>
    {
        var text = given.Text ?? "";
        // An answer has no passage of its own: that of its thread is asked for.
        var (quote, anchor) = thread is null ? (given.Quote ?? "", given.Anchor ?? "") : (thread.Quote, thread.Anchor);
        if (given.Comment is not null && thread is null) return Refusal.Of("comment.gone");
        if (Comment.WhatIsWrong(text, quote, anchor) is { } refusal) return refusal;
        var readers = await ReadersAsync();
        Db.Add(thread is null ? Comment.On(id, quote, anchor, text, Me, readers, Now) : thread.Answer(text, Me, readers, Now));
        return null;
    });

    public Task<IActionResult> OnPostResolveAsync(Guid id) => WithThreadAsync(id, thread => thread.Resolve(Me, Now));

    public Task<IActionResult> OnPostReopenAsync(Guid id) => WithThreadAsync(id, thread => thread.Reopen(Me, Now));

    /// <summary>Deletes a comment of one's own that nobody has answered.</summary>
    public Task<IActionResult> OnPostTakeBackCommentAsync(Guid id) => WithCommentAsync(id, async (given, thread) =>
    {
        if (thread is null) return Refusal.Of("comment.gone");
        var last = await Db.Comments.Where(c => c.Id == thread.Id || c.ThreadId == thread.Id).OrderByDescending(c => c.Id).FirstAsync(Stop);
        if (last.TakeBack(Me, last.Id == given.Comment, Now) is { } refusal) return refusal;
        Db.Remove(last);
        return null;
    });

    /// <summary>Whoever is mentioned has opened the comment: it leaves their desk.</summary>
    public Task<IActionResult> OnPostOpenedAsync(Guid id) => WithCommentAsync(id, async (_, thread) =>
    {
        if (thread is null) return Refusal.Of("comment.gone");
        var me = Me.Id;
        foreach (var mention in await Db.Mentions.Where(m => m.StaffId == me && m.OpenedAt == null && Db.Comments.Any(c => c.Id == m.CommentId && (c.Id == thread.Id || c.ThreadId == thread.Id))).ToListAsync(Stop))
            mention.Open(Now);
        return null;
    });

    Task<IActionResult> WithThreadAsync(Guid id, Action<Comment> act) => WithCommentAsync(id, (_, thread) =>
    {
        if (thread is null) return Task.FromResult<Refusal?>(Refusal.Of("comment.gone"));
        act(thread);
        return Task.FromResult<Refusal?>(null);
    });

    /// <summary>Reads what was sent and finds its thread, does something, saves, and answers. 400 with the reason when it is refused.</summary>
    async Task<IActionResult> WithCommentAsync(Guid id, Func<GivenComment, Comment?, Task<Refusal?>> act)
    {
        if (await FindAsync(id) is { } refused) return refused;
        GivenComment? given = null;
        try
        {
            given = await JsonSerializer.DeserializeAsync<GivenComment>(Request.Body, JsonSerializerOptions.Web, Stop);
        }
        catch (JsonException)
        {
            // Said below.
        }
        if (given is null) return Answer(StatusCodes.Status400BadRequest, new { reason = "not what the editor sends" });
        var meant = await Db.Comments.FirstOrDefaultAsync(c => c.Id == given.Comment && c.ArticleId == id, Stop);
        var thread = meant?.ThreadId is { } first ? await Db.Comments.SingleAsync(c => c.Id == first, Stop) : meant;
        if (await act(given, thread) is { } refusal) return Answer(StatusCodes.Status400BadRequest, new { reason = refusal.In(W) });
        try
        {
            await Db.SaveChangesAsync(Stop);
        }
        catch (DbUpdateException)
        {
            // Somebody answered what was to be taken back, or took back what was to be answered.
            Db.ChangeTracker.Clear();
            return Answer(StatusCodes.Status400BadRequest, new { reason = W["comment.gone"] });
        }
        return await AnswerCommentsAsync();
    }

    /// <summary>Those who may read the story as it stands: they can be mentioned.</summary>
    async Task<IReadOnlyList<StaffMember>> ReadersAsync()
    {
        var standing = Standing;
        return [.. (await Db.Staff.AsNoTracking().Where(m => m.DeactivatedAt == null).ToListAsync(Stop)).Where(standing.MayRead)];
    }

    async Task<IActionResult> AnswerCommentsAsync() => Answer(StatusCodes.Status200OK, await CommentsAsync());

    /// <summary>All threads of the story, the oldest first, with what changes when any of them does.</summary>
    async Task<object> CommentsAsync()
    {
        var story = Article.Id;
        var all = await Db.Comments.AsNoTracking().Include(c => c.Mentions).Where(c => c.ArticleId == story).OrderBy(c => c.Id).ToListAsync(Stop);
        Guid[] ids = [.. all.Select(c => c.AuthorId).Concat(all.Select(c => c.ResolvedById).OfType<Guid>()).Concat(all.SelectMany(c => c.Mentions).Select(m => m.StaffId)).Distinct()];
        var names = await Db.Staff.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.Name, Stop);
        var answers = all.ToLookup(c => c.ThreadId);
        return new
        {
            // Of what is shown: asked for anew it could count a comment that came meanwhile, and the page would not look for it.
            stamp = all.Stamp(),
            threads = answers[null].Select(first => new
            {
                first.Quote,
                first.Anchor,
                resolved = first.ResolvedAt is { } at ? W.Fill("comment.resolved-by", names[first.ResolvedById!.Value], Dates.Brief(at, Now)) : null,
                said = answers[first.Id].Prepend(first).Select((comment, index) => new
                {
                    comment.Id,
                    by = names[comment.AuthorId],
                    at = Dates.Machine(comment.WrittenAt),
                    when = Dates.Brief(comment.WrittenAt, Now),
                    comment.Text,
                    mentions = comment.Mentions.Select(m => names[m.StaffId]),
                    isForMe = comment.Mentions.Any(m => m.StaffId == Me.Id && m.OpenedAt is null),
                    isMine = comment.AuthorId == Me.Id && index == answers[first.Id].Count(),
                }),
            }),
        };
    }
}
