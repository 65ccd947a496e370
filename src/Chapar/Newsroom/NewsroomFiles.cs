using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Chapar.Newsroom;

/// <summary>
/// Styles and scripts of the newsroom: every resource "Chapar.Newsroom.Files.NAME" of the program, packed once, under an
/// address that carries its hash, so that browsers keep it for ever and a change is seen at once.
/// </summary>
public sealed class NewsroomFiles
{
    const string Prefix = "Chapar.Newsroom.Files.";

    readonly Dictionary<string, NewsroomFile> files;

    public NewsroomFiles()
    {
        var program = Assembly.GetExecutingAssembly();
        files = program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = program.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new NewsroomFile(name[Prefix.Length..], bytes);
        });
    }

    /// <summary>The address of a file: of "newsroom.css", "/newsroom/files/newsroom.0123456789ab.css".</summary>
    public string this[string name] => files[name].Path;

    /// <summary>Whether the program carries this file: the editor is left out where it was built without node.</summary>
    public bool Has(string name) => files.ContainsKey(name);

    /// <summary>Open to all: the sign-in page needs them, and they hold nothing of the publication.</summary>
    public void Map(IEndpointRouteBuilder app)
    {
        foreach (var file in files.Values) app.MapMethods(file.Path, [HttpMethods.Get, HttpMethods.Head], file.AnswerAsync).AllowAnonymous();
    }

    sealed class NewsroomFile
    {
        readonly byte[] plain;
        readonly Lazy<byte[]> brotli;
        readonly string contentType;

        public NewsroomFile(string name, byte[] bytes)
        {
            plain = bytes;
            // Made when asked for: most starts of the program are not for the newsroom.
            brotli = new(Pack);
            var (stem, extension) = (System.IO.Path.GetFileNameWithoutExtension(name), System.IO.Path.GetExtension(name));
            contentType = extension == ".css" ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            Path = $"/newsroom/files/{stem}.{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6))}{extension}";
        }

        public string Path { get; }

        public async Task AnswerAsync(HttpContext http)
        {
            var packed = http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.OrdinalIgnoreCase);
            var body = packed ? brotli.Value : plain;
            var response = http.Response;
            response.ContentType = contentType;
            response.ContentLength = body.Length;
            response.Headers.CacheControl = "public, max-age=31536000, immutable";
            response.Headers.Vary = "Accept-Encoding";
            if (packed) response.Headers.ContentEncoding = "br";
            if (!HttpMethods.IsHead(http.Request.Method)) await response.Body.WriteAsync(body, http.RequestAborted);
        }

        byte[] Pack()
        {
            using var target = new MemoryStream();
            using (var stream = new BrotliStream(target, CompressionLevel.SmallestSize)) stream.Write(plain);
            return target.ToArray();
        }
    }
}
