using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Chapar.Pages;

/// <summary>A text file of our own (style, script) as it is served: packed once, when the first asks for it, under an address that carries its hash, so that browsers keep it for
/// ever and a change of it is seen at once.</summary>
public sealed partial class PackedFile
{
    readonly byte[] plain;
    readonly Lazy<byte[]> gzip;
    readonly Lazy<byte[]> brotli;
    readonly string contentType;

    /// <param name="name">The first part of its address: "reader", "newsroom/files/editor".</param>
    /// <param name="extension">"css" or "js".</param>
    /// <param name="bytes">What it holds.</param>
    public PackedFile(string name, string extension, byte[] bytes)
    {
        plain = bytes;
        // Each takes as long as a page: no start of the program waits for it.
        gzip = new(() => Pack(target => new GZipStream(target, CompressionLevel.SmallestSize)));
        brotli = new(() => Pack(target => new BrotliStream(target, CompressionLevel.SmallestSize)));
        contentType = extension == "css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
        Path = $"/{name}.{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6))}.{extension}";
    }

    /// <param name="text">What it holds.</param>
    /// <inheritdoc cref="PackedFile(string, string, byte[])"/>
    public PackedFile(string name, string extension, string text) : this(name, extension, Encoding.UTF8.GetBytes(text)) { }

    /// <summary>A script that came with the program, without its remarks and indents.</summary>
    /// <param name="before">Lines that come before its own.</param>
    public static PackedFile Script(string name, string before = "") => new(name, "js", before + Remarks().Replace(Source($"{name}.js"), ""));

    /// <summary>Where pages link to it: "/reader.0123456789ab.css".</summary>
    public string Path { get; }

    /// <summary>Answers a request for <see cref="Path"/> in the best encoding the browser takes.</summary>
    public Task Answer(HttpContext http) => AnswerFor(http, "public, max-age=31536000, immutable");

    /// <summary>Answers in the best encoding, to be kept for as long as is said.</summary>
    public async Task AnswerFor(HttpContext http, string cacheControl)
    {
        var packing = AcceptedEncoding.Best(http.Request.Headers.AcceptEncoding.ToString());
        var body = packing switch { Packing.Brotli => brotli.Value, Packing.Gzip => gzip.Value, _ => plain };
        var response = http.Response;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = cacheControl;
        response.Headers.Vary = "Accept-Encoding";
        if (AcceptedEncoding.NameOf(packing) is { } encoding)
            response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The text of a file that came with the program.</summary>
    internal static string Source(string file)
    {
        using var source = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"Chapar.{file}")!);
        return source.ReadToEnd();
    }

    byte[] Pack(Func<Stream, Stream> packer)
    {
        using var target = new MemoryStream();
        using (var stream = packer(target))
            stream.Write(plain);
        return target.ToArray();
    }

    // Lines of remarks, and the blanks a line begins with: our scripts have no text that goes over lines.
    [GeneratedRegex(@"^\s*//.*\n|^\s+", RegexOptions.Multiline)]
    private static partial Regex Remarks();
}
