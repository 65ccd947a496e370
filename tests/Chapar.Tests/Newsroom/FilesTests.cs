using System.IO.Compression;
using System.Net;

namespace Chapar.Tests.Newsroom;

/// <summary>The newsroom's own styles and scripts are packed as their browser asks for it.</summary>
public sealed class FilesTests
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    // Browsers take no Brotli over plain http, which is how an office without a certificate reaches its newsroom.
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0", "")]
    [InlineData("gzip;q=1, br;q=0.5", "gzip")]
    [InlineData("brotli", "")]
    [InlineData("", "")]
    public async Task A_file_of_the_newsroom_is_packed_as_was_asked(string accepted, string packed)
    {
        await using var site = await Site.StartAsync();
        var path = (await site.PageAsync("/newsroom/sign-in")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var plain = await site.GetAsync(path);

        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accepted.Length > 0) request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var answer = await site.Http.SendAsync(request, Stop);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((packed, "Accept-Encoding", "text/css"), (string.Concat(answer.Content.Headers.ContentEncoding), string.Concat(answer.Headers.Vary), answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var body = await answer.Content.ReadAsStreamAsync(Stop);
        using Stream unpacked = packed switch { "br" => new BrotliStream(body, CompressionMode.Decompress), "gzip" => new GZipStream(body, CompressionMode.Decompress), _ => body };
        using var reader = new StreamReader(unpacked);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Stop), await reader.ReadToEndAsync(Stop));
    }
}
