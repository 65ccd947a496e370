using Chapar.Articles;
using Chapar.Database;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing;

/// <summary>
/// Sends out what is due. The time stands in the database, so that a restart forgets nothing; whoever updates the row first
/// has it, and it is public in the same transaction, so that no story goes out twice or is left half done.
/// </summary>
public sealed class ReleaseClock(IServiceScopeFactory scopes, Publication publication, StoryChecks checks, TimeProvider clock, ILogger<ReleaseClock> log) : BackgroundService
{
    /// <summary>How long something due may wait that another process scheduled: this one then knows of it only by looking.</summary>
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    /// <summary>Between two attempts at a story whose publication threw: a fault of the house, and no reason to give it up.</summary>
    static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim scheduled = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        NewsDb.EventsRecorded += Wake;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await RunDueAsync(stoppingToken);
                    await WaitAsync(await NextAsync(stoppingToken), stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    log.LogError(e, "The clock failed; it goes on");
                    await Task.Delay(Look, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The program ends.
        }
        finally
        {
            NewsDb.EventsRecorded -= Wake;
        }
    }

    /// <summary>Sends out all that is due now, the earliest first; the number of stories that went out.</summary>
    public async Task<int> RunDueAsync(CancellationToken stop = default)
    {
        int sent = 0;
        while (await NextAsync(stop) is { } at && at <= Now)
        {
            switch (await ReleaseOneAsync(stop))
            {
                case Outcome.Sent: sent++; break;
                case Outcome.None: return sent;
            }
        }
        return sent;
    }

    enum Outcome { None, Sent, PutOff }

    DateTime Now => clock.GetUtcNow().UtcDateTime;

    async Task<DateTime?> NextAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        return await db.Drafts.Where(d => d.Stage == Stage.Scheduled).MinAsync(d => d.ReleaseAt, stop);
    }

    async Task<Outcome> ReleaseOneAsync(CancellationToken stop)
    {
        Draft? draft = null;
        Refusal? refusal = null;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            draft = await ClaimAsync(db, stop);
            if (draft is null) return Outcome.None;
            var language = await db.Articles.Where(a => a.Id == draft.ArticleId).Select(a => a.Language).SingleAsync(stop);
            refusal = await Release.PublishAsync(db, draft, publication.Prefix(language), publication.Zone, Now, article => checks.BarsAtItsTimeAsync(db, article, Now, stop), stop);
            if (refusal is null)
            {
                await db.SaveChangesAsync(stop);
                await db.CommitAsync(transaction);
                return Outcome.Sent;
            }
            log.LogWarning("The story {Story} did not go out: {Reasons}", draft.ArticleId, refusal.ToString());
        }
        catch (Exception e) when (draft is not null && e is not OperationCanceledException)
        {
            log.LogError(e, "The story {Story} could not be published; it is tried again", draft.ArticleId);
        }
        await PutOffAsync(draft, refusal, stop);
        return Outcome.PutOff;
    }

    /// <summary>The update changes nothing: it takes the row, so that no other process has it until this transaction ends.</summary>
    async Task<Draft?> ClaimAsync(NewsDb db, CancellationToken stop)
    {
        var stage = nameof(Stage.Scheduled);
        var claimed = db.Database.IsSqlite()
            ? db.Drafts.FromSql($"""
                UPDATE "Drafts" SET "Stage" = "Stage" WHERE "ArticleId" =
                    (SELECT "ArticleId" FROM "Drafts" WHERE "Stage" = {stage} AND "ReleaseAt" <= {new DateTimeOffset(Now).ToUnixTimeMilliseconds()} ORDER BY "ReleaseAt" LIMIT 1)
                RETURNING *
                """)
            : db.Drafts.FromSql($"""
                UPDATE "Drafts" SET "Stage" = "Stage" WHERE "ArticleId" =
                    (SELECT "ArticleId" FROM "Drafts" WHERE "Stage" = {stage} AND "ReleaseAt" <= {Now} ORDER BY "ReleaseAt" LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING *
                """);
        return (await claimed.ToListAsync(stop)).SingleOrDefault();
    }

    /// <summary>Refused, it goes back to its editors; otherwise it waits a little, so that the next ones need not.</summary>
    async Task PutOffAsync(Draft claimed, Refusal? refusal, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NewsDb>();
        var draft = await db.Drafts.FirstOrDefaultAsync(d => d.ArticleId == claimed.ArticleId && d.Stage == Stage.Scheduled && d.Key == claimed.Key, stop);
        if (draft is null) return;
        if (refusal is null) draft.Postpone(Now + Again);
        else draft.Fail(refusal, Now);
        await db.SaveChangesAsync(stop);
    }

    async Task WaitAsync(DateTime? next, CancellationToken stop)
    {
        var pause = next is { } at && at - Now < Look ? at - Now : Look;
        if (pause <= TimeSpan.Zero) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(scheduled.WaitAsync(limit.Token), Task.Delay(pause, clock, limit.Token));
        await limit.CancelAsync();
        stop.ThrowIfCancellationRequested();
    }

    void Wake()
    {
        try
        {
            scheduled.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to look anyway.
        }
    }

    public override void Dispose()
    {
        scheduled.Dispose();
        base.Dispose();
    }
}
