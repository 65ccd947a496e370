using System.Text;
using NSec.Cryptography;

namespace Chapar.Export;

/// <summary>
/// Signs an edition, so that a copy of it can be trusted wherever it was found. Keys and signatures are those of minisign
/// (jedisct1.github.io/minisign, "Signature format"): a reader needs no program of ours to check one.
/// </summary>
public sealed class EditionKey
{
    const int IdLength = 8, SeedLength = 32, PublicLength = 32, SignatureLength = 64;
    const int MostTries = 500;
    const string Untrusted = "untrusted comment: ", Trusted = "trusted comment: ";

    static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;

    readonly byte[] id;
    readonly Key key;

    EditionKey(byte[] id, Key key) => (this.id, this.key) = (id, key);

    /// <summary>What readers are given: one line of Base64.</summary>
    public string PublicKey => Convert.ToBase64String([.. "Ed"u8, .. id, .. key.PublicKey.Export(KeyBlobFormat.RawPublicKey)]);

    /// <summary>The key of a publication; made, for its user alone to read, when there is none.</summary>
    /// <exception cref="FormatException">The file holds no key.</exception>
    public static EditionKey OpenOrMake(string file)
    {
        if (File.Exists(file)) return Read(File.ReadAllText(file).Trim(), file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Two mirrors begin at once: who comes second takes the key of the first.
        using var turn = TakeTurn(file + ".turn");
        if (File.Exists(file)) return Read(File.ReadAllText(file).Trim(), file);
        byte[] whole = System.Security.Cryptography.RandomNumberGenerator.GetBytes(IdLength + SeedLength);
        var key = Read(Convert.ToBase64String(whole), file);
        // Beside it and then put in its place, so that nobody reads half of it; one may be left of a run that was cut off.
        var made = file + ".new";
        File.Delete(made);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(made, options)) stream.Write(Encoding.ASCII.GetBytes(Convert.ToBase64String(whole) + "\n"));
        File.Move(made, file);
        return key;
    }

    /// <summary>A file that one process or thread can have open at a time; making a key takes it a millisecond.</summary>
    /// <exception cref="IOException">It cannot be opened, for seconds.</exception>
    static FileStream TakeTurn(string file)
    {
        for (int tried = 0; ; tried++)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tried < MostTries)
            {
                Thread.Sleep(10);
            }
        }
    }

    static EditionKey Read(string text, string file)
    {
        var whole = new byte[IdLength + SeedLength];
        if (!Convert.TryFromBase64String(text, whole, out var length) || length != whole.Length) throw new FormatException($"{file} holds no key of an edition; put the file back from a backup. A new key would not be known to readers.");
        return new(whole[..IdLength], Key.Import(Ed25519, whole.AsSpan(IdLength), KeyBlobFormat.RawPrivateKey, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.None }));
    }

    /// <summary>The text of a signature file.</summary>
    /// <param name="content">What is signed.</param>
    /// <param name="comment">One line that is signed with it.</param>
    public string Sign(ReadOnlySpan<byte> content, string comment)
    {
        var signature = Ed25519.Sign(key, HashAlgorithm.Blake2b_512.Hash(content));
        var both = Ed25519.Sign(key, [.. signature, .. Encoding.UTF8.GetBytes(comment)]);
        return $"{Untrusted}signature of an edition made by Chapar\n{Convert.ToBase64String([.. "ED"u8, .. id, .. signature])}\n{Trusted}{comment}\n{Convert.ToBase64String(both)}\n";
    }

    /// <summary>The signed comment; null when the signature is not one of this key over this content.</summary>
    /// <param name="publicKey">One line of Base64, or a minisign key file of two lines.</param>
    /// <exception cref="FormatException">It is no public key.</exception>
    public static string? Check(string publicKey, ReadOnlySpan<byte> content, string signatureFile)
    {
        var known = Decode(LineOf(publicKey), 2 + IdLength + PublicLength) is { } bytes && bytes.AsSpan(0, 2).SequenceEqual("Ed"u8) ? bytes
            : throw new FormatException("The key is no public key of an edition: it is one line of 56 letters, as the newspaper prints it, or a file with that line.");
        var lines = signatureFile.ReplaceLineEndings("\n").Split('\n');
        if (lines.Length < 4 || !lines[2].StartsWith(Trusted, StringComparison.Ordinal) || Decode(lines[1], 2 + IdLength + SignatureLength) is not { } signed || Decode(lines[3], SignatureLength) is not { } both) return null;
        if (!signed.AsSpan(0, 2).SequenceEqual("ED"u8) || !signed.AsSpan(2, IdLength).SequenceEqual(known.AsSpan(2, IdLength))) return null;
        var key = NSec.Cryptography.PublicKey.Import(Ed25519, known.AsSpan(2 + IdLength), KeyBlobFormat.RawPublicKey);
        var (signature, comment) = (signed[(2 + IdLength)..], lines[2][Trusted.Length..]);
        return Ed25519.Verify(key, HashAlgorithm.Blake2b_512.Hash(content), signature) && Ed25519.Verify(key, [.. signature, .. Encoding.UTF8.GetBytes(comment)], both) ? comment : null;
    }

    /// <summary>The line of a public key, of which a minisign key file has a second one before it.</summary>
    internal static string LineOf(string publicKey) => publicKey.Trim().Split('\n')[^1].Trim();

    static byte[]? Decode(string text, int length)
    {
        var bytes = new byte[length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var written) && written == length ? bytes : null;
    }
}
