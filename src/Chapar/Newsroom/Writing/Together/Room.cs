using System.Buffers.Binary;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Staff;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.Writing.Together;

/// <summary>
/// All who have one story open in this process. What one of them types is written into the log first and told to the others
/// then. What other processes and other pages do (a restored revision, an import, a save without a socket) is found by looking: at once
/// when somebody says so, else every second.
/// </summary>
sealed partial class Room(Guid story, IServiceScopeFactory scopes, TimeProvider clock, ILogger log, CancellationToken ending) : IAsyncDisposable
{
    static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    const int LongestCursor = 4_000;

    readonly Lock gate = new();
    readonly List<Seat> seats = [];
    readonly SemaphoreSlim nudge = new(0, 1);

    /// <summary>One at a time reads or writes the log, so that all are told in its order.</summary>
    readonly SemaphoreSlim turn = new(1, 1);

    readonly CancellationTokenSource closed = CancellationTokenSource.CreateLinkedTokenSource(ending);

    /// <summary>The last change that the seats were told.</summary>
    long told = -1;

    Task watching = Task.CompletedTask;

    public void Enter(Seat seat)
    {
        lock (gate)
        {
            seats.Add(seat);
            if (seats.Count == 1) watching = WatchAsync();
        }
    }

    /// <summary>True when nobody is left.</summary>
    public bool Leave(Seat seat)
    {
        lock (gate)
        {
            seats.Remove(seat);
            if (seats.Count == 0) return true;
            TellWhoIsHere();
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closed.CancelAsync();
        await watching;
        closed.Dispose();
        nudge.Dispose();
        turn.Dispose();
    }

    public void Look()
    {
        try
        {
            nudge.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is about to look anyway.
        }
    }

    /// <summary>Tells a page what it lacks, then takes what it sends.</summary>
    public async Task ServeAsync(Seat seat, long through, CancellationToken stop)
    {
        var speaking = seat.SpeakAsync(stop);
        if (await WelcomeAsync(seat, through, stop))
        {
            while (await seat.HearAsync(stop) is { Length: > 0 } message)
            {
                try
                {
                    await TakeAsync(seat, message, stop);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // Not taken: the page still holds it, and sends it again when it is back.
                    log.LogError(e, "What {Name} typed in the story {Story} could not be kept", seat.Member.Name, story);
                    seat.Dismiss(1011, "it could not be kept");
                }
            }
        }
        seat.Dismiss(1000, "");
        await speaking;
        await seat.PartAsync();
    }

    Task TakeAsync(Seat seat, byte[] message, CancellationToken stop)
    {
        var body = message.AsSpan(1);
        switch ((Sent)message[0])
        {
            case Sent.Change when body.Length > 4:
                return AppendAsync(seat, BinaryPrimitives.ReadUInt32LittleEndian(body), null, body[4..].ToArray(), stop);
            case Sent.State when body.Length > 20:
                return AppendAsync(seat, BinaryPrimitives.ReadUInt32LittleEndian(body), new Guid(body[4..20], bigEndian: true), body[20..].ToArray(), stop);
            case Sent.Folded when body.Length > 4:
                return FoldAsync(seat, BinaryPrimitives.ReadUInt32LittleEndian(body), body[4..].ToArray(), stop);
            case Sent.Cursor when body.Length <= LongestCursor:
                var frame = new byte[message.Length + 4];
                frame[0] = (byte)Sent.Cursor;
                BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(1), seat.Number);
                body.CopyTo(frame.AsSpan(5));
                Tell(frame, seat);
                return Task.CompletedTask;
            default:
                seat.Dismiss(4400, "this is no message of the editor");
                return Task.CompletedTask;
        }
    }

    async Task WatchAsync()
    {
        var stop = closed.Token;
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
                await Task.WhenAny(nudge.WaitAsync(either.Token), Task.Delay(Between, clock, either.Token));
                await either.CancelAsync();
                stop.ThrowIfCancellationRequested();
                await LookAsync(stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogError(e, "The room of the story {Story} could not look; it goes on", story);
            }
            catch (OperationCanceledException)
            {
                // Everybody has gone, or the program ends.
            }
        }
    }

    /// <summary>Reads what is new, checks everybody's rights, and tells.</summary>
    async Task LookAsync(CancellationToken stop)
    {
        await turn.WaitAsync(stop);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await LookAsync(scope.ServiceProvider, stop);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task LookAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<NewsDb>();
        var doorkeeper = services.GetRequiredService<Doorkeeper>();
        var standing = await StoryStanding.ReadAsync(db, story, stop);
        var text = await db.SharedTexts.AsNoTracking().FirstOrDefaultAsync(t => t.ArticleId == story, stop);
        var comments = await db.Comments.StampAsync(story, stop);
        if (text is not null && told >= 0) await TellNewAsync(db, text, stop);
        foreach (var seat in Here().Where(s => s.IsWelcome))
        {
            if (await doorkeeper.FindAsync(seat.SessionId, stop) is not { } who)
            {
                seat.Dismiss(4401, "signed out");
                continue;
            }
            seat.Member = who.Member;
            if (standing is null || text is null || !standing.MayRead(who.Member))
            {
                seat.Dismiss(4403, "not yours");
                continue;
            }
            var state = StateFor(seat, text, standing, comments);
            if (state == seat.Told) continue;
            var rightsChanged = seat.Told is { } before && before.MayWrite != state.MayWrite;
            seat.Told = state;
            seat.Send(state);
            if (rightsChanged) TellWhoIsHere();
        }
    }

    /// <summary>Every change that the seats have not been told of, whoever wrote it.</summary>
    async Task TellNewAsync(NewsDb db, SharedText text, CancellationToken stop)
    {
        if (text.Sequence <= told) return;
        var news = await db.SharedChanges.AsNoTracking().Where(c => c.ArticleId == story && c.Sequence > told).OrderBy(c => c.Sequence).ToListAsync(stop);
        foreach (var change in news) Tell(Seat.Frame(change));
        told = text.Sequence;
    }

    static RoomState StateFor(Seat seat, SharedText text, StoryStanding standing, string comments)
    {
        seat.MayWrite = standing.MayWrite(seat.Member);
        return new RoomState("state", text.Key, standing.Key, text.SavedThrough, seat.MayWrite, text.IsWorthFolding && seat.MayWrite, comments);
    }

    Seat[] Here()
    {
        lock (gate) return [.. seats];
    }

    void Tell(byte[] frame, Seat? but = null)
    {
        foreach (var seat in Here().Where(s => s != but && s.IsWelcome)) seat.Send(frame);
    }

    void TellWhoIsHere()
    {
        var people = Here().Where(s => s.IsWelcome).Select(s => new { seat = s.Number, s.Member.Name, s.MayWrite }).ToList();
        foreach (var seat in Here().Where(s => s.IsWelcome)) seat.Send(new { kind = "people", people });
    }
}

/// <summary>Where text and working copy stand, as a seat is told.</summary>
/// <param name="Shared">The state of the working copy that the shared text contains.</param>
/// <param name="Standing">The state that stands; when it is another, some page brings it in.</param>
/// <param name="Fold">Whether the log has grown so long that a page should fold it.</param>
/// <param name="Comments">Another one when the comments have changed (<see cref="CommentQueries.StampAsync"/>): the page then asks for them.</param>
sealed record RoomState(string Kind, Guid Shared, Guid Standing, long SavedThrough, bool MayWrite, bool Fold, string Comments);
