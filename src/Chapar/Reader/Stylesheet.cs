using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>
/// The reader's stylesheet as it is served: reader.css without comments and blanks, then the publication's colours. Its address
/// carries its hash, so that it is kept by browsers for ever and a change of colour is seen at once.
/// </summary>
public sealed partial class Stylesheet
{
    readonly byte[] plain;
    readonly byte[] gzip;
    readonly byte[] brotli;

    /// <param name="source">The text of reader.css.</param>
    /// <param name="accent">The publication's colour on its light paper, "#rrggbb".</param>
    /// <param name="accentDark">The same on its dark paper.</param>
    public Stylesheet(string source, string accent, string accentDark)
    {
        Css = Shorten(source) + $":root{{--accent:{accent};--accent-dark:{accentDark}}}";
        plain = Encoding.UTF8.GetBytes(Css);
        gzip = Pack(plain, target => new GZipStream(target, CompressionLevel.SmallestSize));
        brotli = Pack(plain, target => new BrotliStream(target, CompressionLevel.SmallestSize));
        Path = $"/reader.{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 6))}.css";
    }

    /// <summary>The stylesheet that came with the program, in a publication's colours.</summary>
    public static Stylesheet Of(Publication publication)
    {
        using var source = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Chapar.reader.css")!);
        return new Stylesheet(source.ReadToEnd(), publication.Accent, publication.AccentDark);
    }

    /// <summary>Where pages link to it: "/reader.0123456789ab.css".</summary>
    public string Path { get; }

    public string Css { get; }

    /// <summary>Answers a request for <see cref="Path"/> in the best encoding the browser takes.</summary>
    public async Task Answer(HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptEncoding.ToString();
        var (body, encoding) = accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? (brotli, "br")
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? (gzip, "gzip")
            : (plain, "");
        var response = http.Response;
        response.ContentType = "text/css; charset=utf-8";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.Vary = "Accept-Encoding";
        if (encoding.Length > 0)
            response.Headers.ContentEncoding = encoding;
        if (!HttpMethods.IsHead(http.Request.Method))
            await response.Body.WriteAsync(body, http.RequestAborted);
    }

    /// <summary>The same rules without comments and blanks; strings stay as they are.</summary>
    static string Shorten(string css)
    {
        var oneLine = StringsCommentsBlanks().Replace(css, m => m.Value[0] is '"' ? m.Value : m.Value.StartsWith("/*", StringComparison.Ordinal) ? "" : " ");
        return StringsAndSigns().Replace(oneLine, m => m.Value[0] is '"' ? m.Value : m.Value.Trim()).Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    static byte[] Pack(byte[] plain, Func<Stream, Stream> packer)
    {
        using var target = new MemoryStream();
        using (var stream = packer(target))
            stream.Write(plain);
        return target.ToArray();
    }

    [GeneratedRegex("""
        "[^"]*"|/\*.*?\*/|\s+
        """, RegexOptions.Singleline)]
    private static partial Regex StringsCommentsBlanks();

    // A colon loses only the blank behind it: before it, "a :hover" and "a:hover" differ.
    [GeneratedRegex("""
        "[^"]*"| *[{};,] *|: +
        """)]
    private static partial Regex StringsAndSigns();
}
