using System.IO.Compression;
using System.Security.Cryptography;

namespace Chapar.Rates;

/// <summary>The document of a bank as it came, byte for byte. Kept for ever, so that every shown value can be proved and read again by a
/// better parser. A history is one document of many bulletins.</summary>
public sealed class RateDocument
{
    // For EF Core.
    RateDocument() { }

    public RateDocument(string source, string fileName, ReadOnlySpan<byte> bytes, DateTime fetchedAt, DateTime? publishedAt = null)
    {
        Id = Guid.CreateVersion7(fetchedAt);
        Source = source;
        FileName = fileName;
        Digest = DigestOf(bytes);
        ParserVersion = CurrentParser;
        FetchedAt = fetchedAt;
        PublishedAt = publishedAt;
        Compressed = Compress(bytes);
    }

    /// <summary>A document that was fetched from an address.</summary>
    public RateDocument(string source, string fileName, ReadOnlySpan<byte> bytes, DateTime fetchedAt, Uri address, int status, string? eTag, DateTime? publishedAt)
        : this(source, fileName, bytes, fetchedAt, publishedAt)
    {
        Address = address.ToString();
        Status = status;
        // Cut, a mark of more than sensible length would be another.
        ETag = eTag?.Length <= 200 ? eTag : null;
    }

    /// <summary>Raised when a parser comes to read something else from the same bytes.</summary>
    public const int CurrentParser = 1;

    public Guid Id { get; private set; }

    /// <summary>Key of the source.</summary>
    public string Source { get; private set; } = "";

    /// <summary>The name under which it was loaded, without its folder.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>SHA-256 of the bytes, 64 hexadecimal digits; unique within a source.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>Which parser read it: <see cref="CurrentParser"/> of its day.</summary>
    public int ParserVersion { get; private set; }

    public DateTime FetchedAt { get; private set; }

    /// <summary>Where it was fetched; null for a file.</summary>
    public string? Address { get; private set; }

    /// <summary>The HTTP status it came with; null for a file.</summary>
    public int? Status { get; private set; }

    /// <summary>The server's mark of this state of the document, sent back to ask whether it has changed.</summary>
    public string? ETag { get; private set; }

    /// <summary>When the bank published it, where it says so (<c>Last-Modified</c>).</summary>
    public DateTime? PublishedAt { get; private set; }

    /// <summary>The document of the same bank that this one is told by; null when it stands for itself.</summary>
    public Guid? BaseId { get; private set; }

    /// <summary>The bytes, or what is different from those of the base; brotli.</summary>
    public byte[] Compressed { get; private set; } = [];

    public static string DigestOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The bytes as they came.</summary>
    /// <param name="basis">The document that <see cref="BaseId"/> names.</param>
    public byte[] Raw(RateDocument? basis = null)
    {
        if (basis?.Id != BaseId)
            throw new ArgumentException($"{FileName} is told by document {BaseId}.", nameof(basis));
        byte[] bytes = Decompress(Compressed);
        return basis is null ? bytes : DocumentDelta.Read(basis.Raw(), bytes);
    }

    /// <summary>How long others are told by one document, in days: the figures drift away from it.</summary>
    public const int BasisDays = 31;

    /// <summary>Keeps only what is different from an earlier document, where that is shorter: the banks send the same page every day with
    /// other figures.</summary>
    /// <param name="basis">A document of the same bank that stands for itself.</param>
    public void TellBy(RateDocument basis)
    {
        byte[] delta = Compress(DocumentDelta.Write(basis.Raw(), Raw()));
        if (delta.Length < Compressed.Length * 3 / 4)
            (BaseId, Compressed) = (basis.Id, delta);
    }

    static byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using MemoryStream compressed = new();
        using (BrotliStream brotli = new(compressed, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return compressed.ToArray();
    }

    static byte[] Decompress(byte[] compressed)
    {
        using BrotliStream brotli = new(new MemoryStream(compressed), CompressionMode.Decompress);
        using MemoryStream raw = new();
        brotli.CopyTo(raw);
        return raw.ToArray();
    }
}
