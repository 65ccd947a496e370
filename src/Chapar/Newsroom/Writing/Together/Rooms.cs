using System.Net.WebSockets;
using Chapar.Database;
using Chapar.Staff;

namespace Chapar.Newsroom.Writing.Together;

/// <summary>The rooms of this process: one for each story that somebody has open.</summary>
public sealed class Rooms : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<Guid, Room> open = [];
    readonly IServiceScopeFactory scopes;
    readonly TimeProvider clock;
    readonly ILogger<Rooms> log;
    readonly CancellationToken ending;
    int seats;

    public Rooms(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life, ILogger<Rooms> log)
    {
        (this.scopes, this.clock, this.log, ending) = (scopes, clock, log, life.ApplicationStopping);
        // An act (ready, publish, take back) may have closed a story to its writers.
        NewsDb.EventsRecorded += LookEverywhere;
    }

    /// <summary>Serves one page until it goes. The caller has made sure that its member may read the story.</summary>
    /// <param name="through">The last change that the page has.</param>
    public async Task SitAsync(WebSocket socket, Guid story, SignedIn who, long through)
    {
        var seat = new Seat(socket, Interlocked.Increment(ref seats), who, clock);
        Room room;
        lock (gate)
        {
            if (!open.TryGetValue(story, out room!)) open[story] = room = new Room(story, scopes, clock, log, ending);
            room.Enter(seat);
        }
        try
        {
            await room.ServeAsync(seat, through, ending);
        }
        finally
        {
            bool isLast;
            lock (gate)
            {
                isLast = room.Leave(seat);
                if (isLast) open.Remove(story);
            }
            if (isLast) await room.DisposeAsync();
        }
    }

    /// <summary>Something about a story has changed: its room finds out what, and tells its seats.</summary>
    public void Look(Guid story)
    {
        lock (gate) open.GetValueOrDefault(story)?.Look();
    }

    void LookEverywhere()
    {
        lock (gate)
            foreach (var room in open.Values) room.Look();
    }

    public void Dispose() => NewsDb.EventsRecorded -= LookEverywhere;
}
