using Chapar.Articles;
using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing.Together;

/// <summary>What reads and writes the log, each with the room's turn.</summary>
sealed partial class Room
{
    /// <summary>Another process may have taken the number; so often it is tried. Each time another change was kept, so that it ends; four were too few for two who type at once on a busy machine.</summary>
    const int Tries = 16;

    /// <summary>A folded log is smaller than what it replaces, but for a log of almost nothing.</summary>
    const int FoldedMayGrow = 4_096;

    /// <summary>Everything that a page lacks. False when its member may not read the story any more.</summary>
    async Task<bool> WelcomeAsync(Seat seat, long through, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            if (await StoryStanding.ReadAsync(db, story, stop) is not { } standing || !standing.MayRead(seat.Member)) return false;
            var text = await FindOrBeginAsync(db, stop);
            if (told < 0) told = text.Sequence;
            // The others first, so that all have heard the same when this one joins them.
            await TellNewAsync(db, text, stop);
            seat.Send(new { kind = "hello", you = seat.Number, text.Lineage });
            foreach (var change in await db.SharedChanges.AsNoTracking().Where(c => c.ArticleId == story && c.Sequence > through).OrderBy(c => c.Sequence).ToListAsync(stop))
                seat.Send(Seat.Frame(change));
            seat.Told = StateFor(seat, text, standing, await db.Comments.StampAsync(story, stop));
            seat.Send(seat.Told);
            seat.Send(new { kind = "caughtUp" });
            seat.IsWelcome = true;
            TellWhoIsHere();
            return true;
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<SharedText> FindOrBeginAsync(NewsDb db, CancellationToken stop)
    {
        if (await db.SharedTexts.FirstOrDefaultAsync(t => t.ArticleId == story, stop) is { } text) return text;
        text = new SharedText(story);
        db.Add(text);
        try
        {
            await db.SaveChangesAsync(stop);
            return text;
        }
        catch (DbUpdateException)
        {
            // Another process has begun it.
            db.ChangeTracker.Clear();
            return await db.SharedTexts.SingleAsync(t => t.ArticleId == story, stop);
        }
    }

    /// <summary>Keeps a change and tells the others; its author gets its number when it is in the database.</summary>
    /// <param name="number">By which its author knows it.</param>
    /// <param name="state">The state of the working copy that it brings in; null for what was typed.</param>
    async Task AppendAsync(Seat seat, long number, Guid? state, byte[] bytes, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
                var standing = await StoryStanding.ReadAsync(db, story, stop);
                var text = await db.SharedTexts.FirstOrDefaultAsync(t => t.ArticleId == story, stop);
                if (standing is null || text is null || !standing.MayWrite(seat.Member))
                {
                    seat.Send(new { kind = "refused", number });
                    return;
                }
                // Somebody was quicker: theirs is told first, and its author finds that it is the same.
                await TellNewAsync(db, text, stop);
                if (text.IsFull || (state is { } wanted && (text.Key == wanted || standing.Key != wanted)))
                {
                    seat.Send(new { kind = "refused", number });
                    return;
                }
                var now = clock.GetUtcNow().UtcDateTime;
                var change = state is { } key ? text.BringIn(key, bytes, seat.Member.Name, now) : text.Append(bytes, seat.Member.Name, now);
                db.Add(change);
                try
                {
                    await db.SaveChangesAsync(stop);
                }
                catch (DbUpdateException) when (attempt < Tries)
                {
                    continue;
                }
                Tell(Seat.Frame(change), seat);
                told = change.Sequence;
                seat.Send(new { kind = "kept", number, change.Sequence });
                if (state is not null) Look();
                return;
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Takes one change for all that the working copy says. A page has made it and found that it says the same; here is only
    /// seen to it that nothing is replaced which is not saved, and that the log gets shorter.
    /// </summary>
    async Task FoldAsync(Seat seat, long through, byte[] bytes, CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            var standing = await StoryStanding.ReadAsync(db, story, stop);
            var text = await db.SharedTexts.FirstOrDefaultAsync(t => t.ArticleId == story, stop);
            if (standing is null || text is null || !standing.MayWrite(seat.Member) || through != text.SavedThrough || through <= text.FoldedThrough) return;
            var old = db.SharedChanges.Where(c => c.ArticleId == story && c.Sequence <= through);
            var replaced = await old.SumAsync(c => (long)c.Bytes.Length, stop);
            if (bytes.Length > replaced + FoldedMayGrow) return;
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await old.ExecuteDeleteAsync(stop);
            db.Add(text.Fold(through, bytes, replaced, seat.Member.Name, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(stop);
            await db.CommitAsync(transaction);
        }
        finally
        {
            turn.Release();
        }
    }
}
