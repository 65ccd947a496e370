using Chapar.Database;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Staff;

/// <summary>Lets staff in and knows who is in. Every way in ends in <see cref="AdmitAsync"/>.</summary>
public sealed partial class Doorkeeper(NewsDb db, TimeProvider clock, IDataProtectionProvider protection)
{
    DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session, and says so in the journal.</summary>
    public async Task<Session> AdmitAsync(StaffMember member, WayIn way, string browser, CancellationToken stop = default)
    {
        var session = new Session(member.Id, way, browser, Now);
        db.Add(session);
        db.Note(member.Name, StaffActs.SignedIn, member.Id, Now, $"{way}, {browser}");
        await db.SaveChangesAsync(stop);
        return session;
    }

    /// <summary>A member's sessions that have not ended, the last seen first.</summary>
    public Task<List<Session>> RunningAsync(StaffMember member, CancellationToken stop = default)
    {
        var (unused, old) = (Now - Session.LongestRest, Now - Session.LongestLife);
        return db.Sessions.AsNoTracking().Where(s => s.StaffId == member.Id && s.EndedAt == null && s.LastSeenAt > unused && s.StartedAt > old)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(stop);
    }

    /// <summary>Who has this session, if it has not ended; notes that they were seen.</summary>
    public async Task<SignedIn?> FindAsync(Guid sessionId, CancellationToken stop = default)
    {
        var (unused, old) = (Now - Session.LongestRest, Now - Session.LongestLife);
        var found = await db.Sessions.Where(s => s.Id == sessionId && s.EndedAt == null && s.LastSeenAt > unused && s.StartedAt > old)
            .Join(db.Staff.Where(m => m.DeactivatedAt == null), s => s.StaffId, m => m.Id, (s, m) => new SignedIn(m, s)).FirstOrDefaultAsync(stop);
        if (found is not null && Now - found.Session.LastSeenAt > Session.SeenWithin)
        {
            var now = Now;
            await db.Sessions.Where(s => s.Id == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), stop);
        }
        return found;
    }

    /// <summary>Whose link this is, while it can be used.</summary>
    public async Task<StaffMember?> OwnerOfLinkAsync(string token, CancellationToken stop = default)
    {
        var (digest, now) = (SignInLink.DigestOf(token), Now);
        return await db.SignInLinks.Where(l => l.Digest == digest && l.UsedAt == null && l.ExpiresAt > now)
            .Join(db.Staff.Where(m => m.DeactivatedAt == null), l => l.StaffId, m => m.Id, (_, m) => m).FirstOrDefaultAsync(stop);
    }

    /// <summary>Uses a link up. Of two who try at once one is let in.</summary>
    public async Task<StaffMember?> UseLinkAsync(string token, CancellationToken stop = default)
    {
        if (await OwnerOfLinkAsync(token, stop) is not { } member) return null;
        var (digest, now) = (SignInLink.DigestOf(token), Now);
        var used = await db.SignInLinks.Where(l => l.Digest == digest && l.UsedAt == null).ExecuteUpdateAsync(l => l.SetProperty(x => x.UsedAt, now), stop);
        return used == 1 ? member : null;
    }

    /// <summary>Goes the ways in with nobody: what is compiled and asked for the first time then need not be while somebody waits.</summary>
    public async Task RehearseAsync(CancellationToken stop)
    {
        await UseLinkAsync("", stop);
        await FindAsync(Guid.Empty, stop);
        Hasher.VerifyHashedPassword(null!, NobodysHash, "");
        // A session is made and written, and nothing of it stays.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var nobody = new StaffMember("Nobody", $"{Guid.NewGuid():N}@example.org", Role.Contributor, "en", Now);
        db.Add(nobody);
        await AdmitAsync(nobody, WayIn.Link, "", stop);
        await transaction.RollbackAsync(stop);
    }

    /// <summary>Ends sessions of a member.</summary>
    /// <param name="sessions">Which; null for all of them.</param>
    /// <param name="by">Who does it: the member, or an administrator.</param>
    /// <returns>How many were still running.</returns>
    public async Task<int> EndAsync(StaffMember member, IReadOnlyCollection<Guid>? sessions, StaffMember by, CancellationToken stop = default)
    {
        var now = Now;
        var running = db.Sessions.Where(s => s.StaffId == member.Id && s.EndedAt == null);
        if (sessions is not null) running = running.Where(s => sessions.Contains(s.Id));
        var ended = await running.ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), stop);
        if (ended > 0) db.Note(by.Name, StaffActs.SessionsEnded, member.Id, now, $"{member.Name}, {ended}");
        await db.SaveChangesAsync(stop);
        return ended;
    }
}
