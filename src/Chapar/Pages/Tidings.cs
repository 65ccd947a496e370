using System.Text.Json;
using Chapar.Database;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Pages;

/// <summary>
/// What this process has heard of the changes that others make in the same database, and whether that is all. On PostgreSQL it is sure for
/// as long as its promise holds (<see cref="Listener"/>); while it is not, each request asks the database first. See docs/decisions/018.
/// </summary>
public sealed class Tidings(IServiceScopeFactory scopes, ChaparSettings settings, Editions editions, TimeProvider clock, ILogger<Tidings> log) : IDisposable
{
    readonly Lock hearing = new();

    // Whoever read an older version must not come with it after who read a newer one.
    readonly SemaphoreSlim taking = new(1, 1);
    long heard = -1;
    long sureUntil;
    Task asked = Task.CompletedTask;
    Task? next;

    /// <summary>Whether processes beside this one may answer readers too; on SQLite there are only commands, which wait (<see cref="EditionWatch"/>).</summary>
    public bool AreShared { get; } = settings.Database.Postgres.Length > 0;

    /// <summary>The <see cref="EditionNumber.Sequence"/> up to which what is kept here was made untrue; -1 before the first look.</summary>
    public long Heard => Interlocked.Read(ref heard);

    /// <summary>Whether what is kept here may be answered with now.</summary>
    public bool IsSure => !AreShared || clock.GetTimestamp() < Volatile.Read(ref sureUntil);

    /// <summary>Whoever tells each change has promised to until then.</summary>
    /// <param name="began">The timestamp taken before the promise was given.</param>
    /// <param name="term">Counted from then.</param>
    public void BeSure(long began, TimeSpan term) => Volatile.Write(ref sureUntil, began + (long)(term.TotalSeconds * clock.TimestampFrequency));

    public void Dispose() => taking.Dispose();

    /// <summary>Whoever told the changes is not heard any more.</summary>
    public void Doubt() => Volatile.Write(ref sureUntil, 0);

    /// <summary>Stands before everything that answers from what is kept, where several processes may answer.</summary>
    public Task AnswerAsync(HttpContext context, RequestDelegate answer) => IsSure ? answer(context) : AskFirstAsync(context, answer);

    async Task AskFirstAsync(HttpContext context, RequestDelegate answer)
    {
        await AskAsync().WaitAsync(context.RequestAborted);
        await answer(context);
    }

    /// <summary>Asks the database what has changed. All who ask while one question is under way share the one after it: theirs must begin after they did.</summary>
    public Task AskAsync()
    {
        lock (hearing) return next ??= AskAfterAsync(asked);
    }

    async Task AskAfterAsync(Task before)
    {
        // What went wrong with the question before is told to those who asked it. Yields, so that "next" is this task below.
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (hearing) (asked, next) = (next!, null);
        await using var scope = scopes.CreateAsyncScope();
        await CatchUpAsync(scope.ServiceProvider.GetRequiredService<NewsDb>(), CancellationToken.None);
    }

    /// <summary>Makes untrue what others have changed since the last look, with the settings that they saved.</summary>
    public async Task CatchUpAsync(NewsDb db, CancellationToken stop)
    {
        var from = Heard;
        if (from < 0)
        {
            await BeginAsync(db, stop);
            return;
        }
        var news = await db.EditionNumbers.AsNoTracking().Where(n => n.Sequence > from)
            .Select(n => new { n.Name, n.Sequence, n.Writer }).ToListAsync(stop);
        if (news.Count == 0) return;
        var foreign = news.Where(n => n.Writer != editions.Writer).Select(n => n.Name).ToList();
        if (foreign.Contains(EditionNames.Settings)) await TakeSettingsAsync(db, stop);
        if (foreign.Count > 0) editions.Raise(foreign);
        HaveHeard(news.Max(n => n.Sequence));
    }

    /// <summary>What was made before the first look may be of before any change.</summary>
    async Task BeginAsync(NewsDb db, CancellationToken stop)
    {
        var last = await db.EditionNumbers.MaxAsync(n => (long?)n.Sequence, stop) ?? 0;
        // On one data folder all have one chapar.json. Elsewhere another process may have saved while this one was away.
        if (AreShared) await TakeSettingsAsync(db, stop);
        Begin(last);
    }

    /// <summary>Begins to hear after this change.</summary>
    /// <param name="last">The highest <see cref="EditionNumber.Sequence"/> that there is.</param>
    public void Begin(long last)
    {
        editions.RaiseAll();
        HaveHeard(last);
    }

    /// <summary>Only after all is untrue: who finds nothing newer than this must be right to go on.</summary>
    void HaveHeard(long change)
    {
        lock (hearing) heard = Math.Max(heard, change);
    }

    /// <summary>Before the pages are made untrue: those made from then on are made with them. What this process's environment gives stays.</summary>
    async Task TakeSettingsAsync(NewsDb db, CancellationToken stop)
    {
        await taking.WaitAsync(stop);
        try
        {
            Guid? taken = null;
            // Until the ones that were taken are the last: somebody may have saved meanwhile.
            while (await db.SettingsVersions.AsNoTracking().Newest().FirstOrDefaultAsync(stop) is { } saved && saved.Id != taken)
            {
                taken = saved.Id;
                Become(saved.Json);
            }
        }
        finally
        {
            taking.Release();
        }
    }

    void Become(string json)
    {
        try
        {
            settings.Publication.Become(PublicationFile.Read(json), but: settings.FixedElsewhere);
        }
        catch (JsonException e)
        {
            log.LogError(e, "The settings that another process saved cannot be read; those of before stay");
        }
    }
}
