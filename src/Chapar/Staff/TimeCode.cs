using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Chapar.Staff;

/// <summary>The six digits of an authenticator app (RFC 6238 with SHA-1 and steps of 30 seconds, which every app knows).</summary>
public static class TimeCode
{
    const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    const int StepSeconds = 30;

    /// <summary>RFC 4226, 4: at least 128 bits, better 160.</summary>
    const int SecretBytes = 20;

    /// <summary>Clocks of phones may be one step off, either way.</summary>
    const int Tolerance = 1;

    /// <summary>A new secret in base 32, as people type it into their app.</summary>
    public static string NewSecret() => ToBase32(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The step in which this code is right, around now; null when it is wrong.</summary>
    /// <param name="secret">In base 32.</param>
    /// <param name="code">Blanks are ignored.</param>
    public static long? StepOf(string secret, string code, DateTime now)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != 6 || !digits.All(char.IsAsciiDigit)) return null;
        var key = FromBase32(secret);
        var current = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;
        long? found = null;
        for (var step = current - Tolerance; step <= current + Tolerance; step++)
            if (CryptographicOperations.FixedTimeEquals(At(key, step), System.Text.Encoding.ASCII.GetBytes(digits))) found = step;
        return found;
    }

    /// <summary>The code at an instant.</summary>
    public static string At(string secret, DateTime now) =>
        System.Text.Encoding.ASCII.GetString(At(FromBase32(secret), new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds));

    /// <summary>What the QR code says to an app.</summary>
    public static string AddressOf(string secret, string publication, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString(publication)}:{Uri.EscapeDataString(email)}?secret={secret}&issuer={Uri.EscapeDataString(publication)}";

    /// <summary>Whether it is a secret as <see cref="NewSecret"/> makes them.</summary>
    public static bool IsSecret(string text) => text.Length == SecretBytes * 8 / 5 && text.All(c => Alphabet.Contains(c, StringComparison.Ordinal));

    static byte[] At(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: as a MAC SHA-1 is not broken, and many apps know nothing else.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fffffff) % 1_000_000;
        return System.Text.Encoding.ASCII.GetBytes(number.ToString("000000", System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>RFC 4648, without padding; whole groups of five bytes only.</summary>
    internal static string ToBase32(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length * 8 / 5];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = i * 5;
            var pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text[i] = Alphabet[(pair >> (11 - bit % 8)) & 31];
        }
        return new string(text);
    }

    static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var i = 0; i < text.Length; i++)
        {
            var (value, bit) = (Alphabet.IndexOf(text[i], StringComparison.Ordinal), i * 5);
            var shifted = value << (11 - bit % 8);
            bytes[bit / 8] |= (byte)(shifted >> 8);
            if (bit / 8 + 1 < bytes.Length) bytes[bit / 8 + 1] |= (byte)shifted;
        }
        return bytes;
    }
}
