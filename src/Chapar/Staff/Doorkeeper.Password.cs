using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Staff;

/// <summary>Password and code: the way in for who has no passkey at hand.</summary>
public sealed partial class Doorkeeper
{
    /// <summary>Within <see cref="Memory"/>, for one address of mail: the sixth is refused, whatever it says.</summary>
    public const int MostTries = 5;

    /// <summary>The same for one address of the network, from which a whole newsroom may come.</summary>
    public const int MostTriesOfNetwork = 50;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);

    public const int ShortestPassword = 12;
    const int FewestSigns = 5;
    const int RecoveryCodes = 10;

    static readonly PasswordHasher<StaffMember> Hasher = new();

    // Who is nobody is checked against this, so that the answer takes as long.
    static readonly string NobodysHash = Hasher.HashPassword(null!, Guid.NewGuid().ToString());
    static readonly string NobodysSecret = TimeCode.NewSecret();

    IDataProtector Secrets => protection.CreateProtector("Chapar.Staff.CodeSecret");

    /// <summary>
    /// Who this is, if address, password and code are right and it was not tried too often. Wrong ones and too many are told
    /// apart neither by the answer nor by its time, whether or not the address is somebody's.
    /// </summary>
    /// <param name="code">Of the authenticator app, or one of the recovery codes, which is used up.</param>
    public async Task<(StaffMember Member, WayIn Way)?> RecognizeAsync(string email, string password, string code, IPAddress? network, CancellationToken stop = default)
    {
        var address = StaffMember.EmailOf(email);
        // Counted before it is looked at: ten guesses at once are ten guesses.
        var tries = await CountAsync(KeyOf("mail", address), stop);
        var triesOfNetwork = await CountAsync(KeyOf("net", NetworkOf(network)), stop);

        var member = await db.Staff.FirstOrDefaultAsync(m => m.Email == address && m.DeactivatedAt == null && m.PasswordHash != null, stop);
        var isPassword = Hasher.VerifyHashedPassword(member!, member?.PasswordHash ?? NobodysHash, password) != PasswordVerificationResult.Failed;
        var step = TimeCode.StepOf(SecretOf(member), code, Now);
        var (id, digest) = (member?.Id ?? Guid.Empty, DigestOf(code));
        var isRecovery = await db.RecoveryCodes.AnyAsync(c => c.StaffId == id && c.Digest == digest, stop);
        if (member is null || !isPassword || tries > MostTries || triesOfNetwork > MostTriesOfNetwork) return null;

        // Each of these is taken by the first who comes with it.
        var way = step is { } s && await db.Staff.Where(m => m.Id == id && m.LastCodeStep < s).ExecuteUpdateAsync(m => m.SetProperty(x => x.LastCodeStep, s), stop) == 1 ? WayIn.Password
            : isRecovery && await db.RecoveryCodes.Where(c => c.StaffId == id && c.Digest == digest).ExecuteDeleteAsync(stop) == 1 ? WayIn.RecoveryCode
            : (WayIn?)null;
        if (way is null) return null;
        var key = KeyOf("mail", address);
        await db.FailedSignIns.Where(f => f.Key == key).ExecuteDeleteAsync(stop);
        return (member, way.Value);
    }

    /// <summary>Makes password and code a way in; what was there before is worth nothing.</summary>
    /// <param name="secret">Made by <see cref="TimeCode.NewSecret"/>, and in the member's app by now.</param>
    /// <returns>The recovery codes, to be shown once; null when the code was wrong and nothing was changed.</returns>
    public async Task<IReadOnlyList<string>?> SetPasswordAsync(StaffMember member, string password, string secret, string code, CancellationToken stop = default)
    {
        if (!TimeCode.IsSecret(secret) || TimeCode.StepOf(secret, code, Now) is null) return null;
        member.UsePassword(Hasher.HashPassword(member, password), Secrets.Protect(secret));
        db.Note(member.Name, StaffActs.PasswordSet, member.Id, Now);
        return await NewRecoveryCodesAsync(member, stop);
    }

    /// <summary>Ten new codes; the old ones are worth nothing. Saves.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(StaffMember member, CancellationToken stop = default)
    {
        await db.RecoveryCodes.Where(c => c.StaffId == member.Id).ExecuteDeleteAsync(stop);
        // 50 bits each, in two halves of five letters and digits.
        List<string> codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => TimeCode.ToBase32(RandomNumberGenerator.GetBytes(10))[..10].Insert(5, "-").ToLowerInvariant())];
        db.AddRange(codes.Select(code => new RecoveryCode(member.Id, DigestOf(code))));
        db.Note(member.Name, StaffActs.RecoveryCodesMade, member.Id, Now);
        await db.SaveChangesAsync(stop);
        return codes;
    }

    /// <summary>Takes password, app and recovery codes away as a way in. Saves.</summary>
    public async Task ForgetPasswordAsync(StaffMember member, StaffMember by, CancellationToken stop = default)
    {
        member.ForgetPassword();
        await db.RecoveryCodes.Where(c => c.StaffId == member.Id).ExecuteDeleteAsync(stop);
        db.Note(by.Name, StaffActs.PasswordForgotten, member.Id, Now, member.Name);
        await db.SaveChangesAsync(stop);
    }

    /// <summary>The key of the word that says what is wrong with a new password; null when it will do. Length is what counts (NIST SP 800-63B, 3.1.1.2).</summary>
    public static string? ProblemOf(string password, StaffMember member) =>
        password.Length < ShortestPassword ? "password-short"
        : password.Distinct().Count() < FewestSigns || password.Contains(member.Email.Split('@')[0], StringComparison.OrdinalIgnoreCase) ? "password-easy"
        : null;

    string SecretOf(StaffMember? member)
    {
        if (member?.CodeSecret is null) return NobodysSecret;
        try
        {
            return Secrets.Unprotect(member.CodeSecret);
        }
        catch (CryptographicException)
        {
            // The keys of the data folder are gone: the recovery codes and the links still work.
            return NobodysSecret;
        }
    }

    /// <summary>Counts a try, and says the how manieth it is.</summary>
    async Task<int> CountAsync(string key, CancellationToken stop)
    {
        var (now, old) = (Now, Now - Memory);
        await db.FailedSignIns.Where(f => f.Since <= old).ExecuteDeleteAsync(stop);
        var counted = db.FailedSignIns.Where(f => f.Key == key);
        if (await counted.ExecuteUpdateAsync(f => f.SetProperty(x => x.Count, x => x.Count + 1), stop) == 0)
        {
            var first = new FailedSignIns(key, now);
            db.Add(first);
            try
            {
                await db.SaveChangesAsync(stop);
            }
            catch (DbUpdateException)
            {
                // Another try was first at the same moment.
                db.Entry(first).State = EntityState.Detached;
                await counted.ExecuteUpdateAsync(f => f.SetProperty(x => x.Count, x => x.Count + 1), stop);
            }
        }
        return await counted.Select(f => f.Count).FirstOrDefaultAsync(stop);
    }

    static string KeyOf(string kind, string what) => $"{kind}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16))}";

    /// <summary>Of IPv6 the half that is one household's: the rest is theirs to choose.</summary>
    static string NetworkOf(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)) : address.ToString();
    }

    static byte[] DigestOf(string code) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant()));
}
