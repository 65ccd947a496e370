using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Chapar.Pages;

/// <summary>The bytes of one page in one encoding, with its validator (RFC 9110: a strong one differs by encoding).</summary>
public sealed record Encoded(byte[] Bytes, string? ContentEncoding, string ETag)
{
    /// <summary>Status line and headers that the last answer with these bytes had; null before the first.</summary>
    public byte[]? Head { get; set; }
}

/// <summary>One page as it is sent: its bytes in each encoding and what it depends on.</summary>
public sealed class KeptPage
{
    KeptPage(byte[] body, string contentType, Rendering rendering, DateTime lastModified, string digest)
    {
        ContentType = contentType;
        IsHtml = IsPage(contentType);
        Names = [.. rendering.Names];
        Began = rendering.Began;
        CheckedAt = rendering.Began;
        GoodUntil = rendering.GoodUntil;
        ArticleId = rendering.ArticleId;
        LastModified = lastModified;
        Digest = digest;
        Identity = new Encoded(body, null, $"\"{digest}\"");
    }

    public static KeptPage Make(byte[] body, string contentType, Rendering rendering, DateTime now, KeptPage? before)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 10));
        var modified = new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);
        // Last-Modified has whole seconds: two different pages of one address must never share it, or a reader who has
        // the first would be told that nothing changed.
        if (before is not null)
            modified = before.Digest == digest ? before.LastModified : modified > before.LastModified ? modified : before.LastModified.AddSeconds(1);
        return new KeptPage(body, contentType, rendering, modified, digest);
    }

    public string ContentType { get; }

    /// <summary>A page for readers rather than a feed or another document for programs.</summary>
    public bool IsHtml { get; }

    internal static bool IsPage(string? contentType) => contentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    public string[] Names { get; }
    /// <summary>Most bytes that caches outside read of a header of names (Fastly and Cloudflare: 16 KB).</summary>
    const int LongestTags = 16 * 1024;

    /// <summary>The names with this between them; null when they are too many for a header, so that no purge by name would be complete.</summary>
    public string? Tags(char separator) => Names.Sum(n => n.Length + 1) <= LongestTags ? string.Join(separator, Names) : null;

    public long Began { get; }
    public DateTime? GoodUntil { get; }
    public Guid? ArticleId { get; }
    public DateTime LastModified { get; }
    public string Digest { get; }
    public Encoded Identity { get; }

    /// <summary>Made when the first reader asks for it, since few pages are ever asked for in both; and quickly, since making a page takes no longer:
    /// 5 to 7 in a hundred larger than a middling quality would be, at a quarter of its work. Whoever comes third has the best.</summary>
    public Encoded Gzip => gzip ?? Add(ref gzip, new Encoded(GzipOf(Identity.Bytes, CompressionLevel.Fastest), "gzip", $"\"{Digest}-g\""));

    /// <summary>See <see cref="Gzip"/>.</summary>
    public Encoded Brotli => brotli ?? Add(ref brotli, new Encoded(BrotliOf(Identity.Bytes, Fast), "br", $"\"{Digest}-b\""));

    Encoded? gzip;
    Encoded? brotli;

    /// <summary>Null while no reader has asked for it.</summary>
    public Encoded? MadeGzip => gzip;

    /// <summary>See <see cref="MadeGzip"/>.</summary>
    public Encoded? MadeBrotli => brotli;

    /// <summary>Told by how many bytes the page has grown or shrunk since it was kept.</summary>
    internal Action<long> Grew { get; set; } = _ => { };

    // Two readers at once make the same bytes twice, at worst.
    Encoded Add(ref Encoded? place, Encoded made)
    {
        var before = Interlocked.Exchange(ref place, made);
        Grew(made.Bytes.Length - (before?.Bytes.Length ?? 0));
        return made;
    }

    /// <summary>The turn at which its names were last compared and found unchanged.</summary>
    public long CheckedAt { get; set; }

    int hits;

    /// <summary>Counts an answer made from it, and says how many there were.</summary>
    public int CountHit() => Interlocked.Increment(ref hits);

    /// <summary>Environment.TickCount64 of the last answer, for making room.</summary>
    public long UsedAt { get; set; }

    /// <summary>Bytes in memory now.</summary>
    public long Size => Identity.Bytes.Length + (gzip?.Bytes.Length ?? 0) + (brotli?.Bytes.Length ?? 0) + 512;

    public bool IsBestCompressed { get; private set; }

    /// <summary>Compresses as well as can be: about 40 ms of work for a page, so only in the background for pages asked for again.</summary>
    public void CompressBest()
    {
        // The validators change with the bytes: they are strong.
        Add(ref brotli, new Encoded(BrotliOf(Identity.Bytes, 11), "br", $"\"{Digest}-B\""));
        Add(ref gzip, new Encoded(GzipOf(Identity.Bytes, CompressionLevel.SmallestSize), "gzip", $"\"{Digest}-G\""));
        IsBestCompressed = true;
    }

    /// <summary>Whether If-None-Match (RFC 9110, 13.1.2) names this page, in any encoding: as "*", alone and without quotes, or among validators.</summary>
    public bool IsAmong(string etags) => etags.AsSpan().Trim() is "*" || etags.Split(',').Any(Matches);

    /// <summary>Only what is written as a validator is one: who writes another thing is sent the page.</summary>
    bool Matches(string etag)
    {
        var tag = etag.AsSpan().Trim();
        if (tag.StartsWith("W/", StringComparison.Ordinal)) tag = tag[2..];
        if (tag.Length < 2 || tag[0] != '"' || tag[^1] != '"') return false;
        var bare = tag[1..^1];
        if (!bare.StartsWith(Digest, StringComparison.Ordinal)) return false;
        return bare[Digest.Length..] is "" or "-g" or "-G" or "-b" or "-B";
    }

    /// <summary>2^18 bytes are more than any page has; a larger window is memory to be cleared for nothing.</summary>
    const int Window = 18;

    /// <summary>Of the fast qualities: their tables are as large as the window, and clearing those of 2^18 takes longer than compressing a page. The bytes come out as many.</summary>
    const int FastWindow = 16;

    /// <summary>The quality of Brotli for whoever is first to ask for a page: of an article 7,660 bytes in 0.05 ms, where the best makes 5,980 in 40 (<see cref="PageStore"/> says when).</summary>
    const int Fast = 0;

    /// <summary>The quality for a page that is one reader's only: 7,130 bytes in 0.12 ms.</summary>
    const int ForOne = 2;

    /// <summary>The bytes of a page that is one reader's only, as they are sent.</summary>
    internal static Memory<byte> PackForOne(Memory<byte> body, Packing packing) => packing switch
    {
        Packing.Brotli => BrotliOf(body.Span, ForOne),
        Packing.Gzip => GzipOf(body.Span, CompressionLevel.Fastest),
        _ => body,
    };

    static byte[] BrotliOf(ReadOnlySpan<byte> body, int quality)
    {
        var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            return BrotliEncoder.TryCompress(body, room, out var length, quality, quality <= ForOne ? FastWindow : Window) ? room[..length] : throw new InvalidOperationException("Brotli failed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }

    static byte[] GzipOf(ReadOnlySpan<byte> body, CompressionLevel level)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, level)) gzip.Write(body);
        return compressed.ToArray();
    }
}
