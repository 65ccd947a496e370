using Chapar.Database;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Staff;

/// <summary>
/// What ASP.NET Core Identity must know of us to make and check passkeys: who a member is and which keys they have. It
/// changes nothing else; members are added and changed by their own methods.
/// </summary>
public sealed class PasskeyStore(NewsDb db) : IUserPasskeyStore<StaffMember>
{
    public async Task AddOrUpdatePasskeyAsync(StaffMember user, UserPasskeyInfo passkey, CancellationToken cancellationToken)
    {
        var stored = await db.Passkeys.FirstOrDefaultAsync(p => p.CredentialId == passkey.CredentialId, cancellationToken);
        if (stored is null)
        {
            stored = new Passkey(user.Id, passkey.CredentialId, passkey.PublicKey, passkey.CreatedAt.UtcDateTime);
            stored.Describe(string.Join(' ', passkey.Transports ?? []), passkey.IsBackupEligible, passkey.AttestationObject, passkey.ClientDataJson);
            stored.Call(passkey.Name ?? "");
            db.Add(stored);
        }
        else if (stored.StaffId != user.Id) throw new InvalidOperationException("The passkey is another member's.");
        stored.Note(passkey.SignCount, passkey.IsUserVerified, passkey.IsBackedUp);
    }

    /// <summary>Notes that a passkey signed its owner in: its counter and its day. Saved with the session.</summary>
    public async Task UseAsync(StaffMember member, UserPasskeyInfo passkey, DateTime now, CancellationToken stop)
    {
        await AddOrUpdatePasskeyAsync(member, passkey, stop);
        db.Passkeys.Local.First(p => p.CredentialId.AsSpan().SequenceEqual(passkey.CredentialId)).Use(now);
    }

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(StaffMember user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.StaffId == user.Id).OrderBy(p => p.CreatedAt).ToListAsync(cancellationToken)).Select(Info)];

    public async Task<StaffMember?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.Where(p => p.CredentialId == credentialId).Join(Present, p => p.StaffId, m => m.Id, (_, m) => m).FirstOrDefaultAsync(cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        await db.Passkeys.AsNoTracking().FirstOrDefaultAsync(p => p.CredentialId == credentialId && p.StaffId == user.Id, cancellationToken) is { } found ? Info(found) : null;

    public Task RemovePasskeyAsync(StaffMember user, byte[] credentialId, CancellationToken cancellationToken) =>
        db.Passkeys.Where(p => p.CredentialId == credentialId && p.StaffId == user.Id).ExecuteDeleteAsync(cancellationToken);

    public async Task<StaffMember?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await Present.FirstOrDefaultAsync(m => m.Id == id, cancellationToken) : null;

    public async Task<StaffMember?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken)
    {
        var email = StaffMember.EmailOf(normalizedUserName);
        return await Present.FirstOrDefaultAsync(m => m.Email == email, cancellationToken);
    }

    public Task<string> GetUserIdAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(StaffMember user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task SetUserNameAsync(StaffMember user, string? userName, CancellationToken cancellationToken) => throw Ours();

    public Task SetNormalizedUserNameAsync(StaffMember user, string? normalizedName, CancellationToken cancellationToken) => throw Ours();

    public Task<IdentityResult> CreateAsync(StaffMember user, CancellationToken cancellationToken) => throw Ours();

    public Task<IdentityResult> UpdateAsync(StaffMember user, CancellationToken cancellationToken) => throw Ours();

    public Task<IdentityResult> DeleteAsync(StaffMember user, CancellationToken cancellationToken) => throw Ours();

    /// <summary>The database is the scope's.</summary>
    public void Dispose() { }

    /// <summary>Who left is nobody to the door.</summary>
    IQueryable<StaffMember> Present => db.Staff.Where(m => m.DeactivatedAt == null);

    static UserPasskeyInfo Info(Passkey p) => new(p.CredentialId, p.PublicKey, new DateTimeOffset(p.CreatedAt, TimeSpan.Zero), (uint)p.SignCount,
        p.Transports.Split(' ', StringSplitOptions.RemoveEmptyEntries), p.IsUserVerified, p.IsBackupEligible, p.IsBackedUp, p.AttestationObject, p.ClientData)
    {
        Name = p.Name,
    };

    static NotSupportedException Ours() => new("Members are changed by StaffMember's own methods.");
}
