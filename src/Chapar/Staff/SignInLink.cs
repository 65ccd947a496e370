using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Chapar.Staff;

/// <summary>A way in that works once, made by the command line or an administrator: for the first time, and for who lost every other way.</summary>
public sealed class SignInLink
{
    /// <summary>Unused for so long, it is worth nothing.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    SignInLink() { }

    /// <param name="token">The secret part of its address; kept nowhere.</param>
    public SignInLink(Guid staffId, DateTime now, out string token)
    {
        token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        Digest = DigestOf(token);
        StaffId = staffId;
        ExpiresAt = now + Life;
    }

    /// <summary>Of the token: who reads the database cannot sign in.</summary>
    public byte[] Digest { get; private set; } = [];

    public Guid StaffId { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public static string PathOf(string token) => $"/newsroom/link/{token}";

    public static byte[] DigestOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>A code on paper that stands in for the authenticator app, once.</summary>
public sealed class RecoveryCode
{
    RecoveryCode() { }

    public RecoveryCode(Guid staffId, byte[] digest)
    {
        StaffId = staffId;
        Digest = digest;
    }

    public Guid StaffId { get; private set; }

    /// <summary>A code has 50 random bits, so that a plain digest is enough.</summary>
    public byte[] Digest { get; private set; } = [];
}
