using System.IO.Compression;
using System.Net;
using System.Text;

namespace Chapar.Tests.Reader;

/// <summary>What a browser and a cache outside are told (RFC 9110): validators, encodings, HEAD.</summary>
public sealed class ConditionalTests : IAsyncLifetime
{
    Site site = null!;
    World world = null!;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.StartAsync();
        world = await World.MakeAsync(site);
        await world.PublishAsync("The river rises");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    Task<HttpResponseMessage> AskAsync(params (string Name, string Value)[] headers) => AskAsync(HttpMethod.Get, headers);

    async Task<HttpResponseMessage> AskAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri("/politics", UriKind.Relative));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await site.Http.SendAsync(request, Stop);
    }

    [Fact]
    public async Task Who_has_the_page_is_told_that_it_is_the_same_until_it_changes()
    {
        using var first = await AskAsync();
        var tag = first.Headers.ETag!.ToString();
        var modified = first.Content.Headers.LastModified!.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var has in (string[])[tag, $"W/{tag}", $"\"other\", {tag}", "*"])
        {
            using var same = await AskAsync(("If-None-Match", has));
            Assert.Equal((has, HttpStatusCode.NotModified), (has, same.StatusCode));
            Assert.Equal(tag, same.Headers.ETag!.ToString());
            Assert.Empty(await same.Content.ReadAsByteArrayAsync(Stop));
        }
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(("If-Modified-Since", modified))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(("If-None-Match", "\"other\""), ("If-Modified-Since", modified))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(("If-Modified-Since", "yesterday"))).StatusCode);

        await world.PublishAsync("A museum opens");
        using var changed = await AskAsync(("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag!.ToString());
        // The clock stands still, yet the second page is younger: whole seconds must not hide a change.
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(("If-Modified-Since", modified))).StatusCode);
    }

    /// <summary>{0} stands for the digest of the page.</summary>
    [Theory]
    [InlineData("\"*\"")]
    [InlineData("\"other\", *")]
    [InlineData("{0}")]
    [InlineData("\"{0}")]
    [InlineData("\"{0}\"x")]
    [InlineData("\"{0}-x\"")]
    [InlineData("\"{0}-g-b\"")]
    [InlineData("w/\"{0}\"")]
    public async Task What_is_not_written_as_a_validator_is_none(string has)
    {
        using var first = await AskAsync();
        using var answer = await AskAsync(("If-None-Match", has.Replace("{0}", first.Headers.ETag!.Tag.Trim('"'), StringComparison.Ordinal)));
        Assert.Equal((has, HttpStatusCode.OK), (has, answer.StatusCode));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET_and_no_body()
    {
        await (await AskAsync()).Content.ReadAsByteArrayAsync(Stop);
        using var get = await AskAsync();
        using var head = await AskAsync(HttpMethod.Head);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(Headers(get), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));

        static IEnumerable<string> Headers(HttpResponseMessage response) =>
            response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Date").Select(h => $"{h.Key}: {string.Join(", ", h.Value)}").Order(StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0.0, gzip;q=0", "")]
    [InlineData("GZIP;q=0.5", "gzip")]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("gzip; q=0.8, br ;q=0.800", "br")]
    [InlineData("gzip;q=0.2, identity;q=0.5, br;q=0", "")]
    [InlineData("br;q=x, gzip;q=2", "")]
    [InlineData("brotli, xgzip", "")]
    [InlineData("identity", "")]
    [InlineData("", "")]
    public async Task A_page_comes_in_the_best_encoding_that_is_accepted(string accepted, string encoding)
    {
        using var plain = await AskAsync();
        using var answer = await AskAsync(("Accept-Encoding", accepted));
        Assert.Equal(encoding, string.Join(',', answer.Content.Headers.ContentEncoding));
        Assert.Equal(["Accept-Encoding", "Save-Data"], answer.Headers.Vary);
        Assert.Equal(encoding.Length == 0, plain.Headers.ETag!.ToString() == answer.Headers.ETag!.ToString());
        var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
        Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Stop), Encoding.UTF8.GetString(Unpack(bytes, encoding)));
    }

    /// <summary>What is not kept is packed for each: browsers take no Brotli where there is no TLS.</summary>
    [Theory]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=1, br;q=0.1", "gzip")]
    [InlineData("br;q=0, gzip", "gzip")]
    [InlineData("br;q=0", "")]
    [InlineData("identity", "")]
    public async Task So_does_what_is_made_for_one_reader(string accepted, string encoding)
    {
        foreach (var address in new[] { "/search?q=river", "/2026/11/never-was", "/text/search?q=river" })
        {
            using var plain = await site.GetAsync(address);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            using var answer = await site.Http.SendAsync(request, Stop);
            Assert.Equal((address, encoding), (address, string.Join(',', answer.Content.Headers.ContentEncoding)));
            Assert.Equal(["Accept-Encoding", "Save-Data"], answer.Headers.Vary);
            var bytes = await answer.Content.ReadAsByteArrayAsync(Stop);
            Assert.Equal(answer.Content.Headers.ContentLength, bytes.Length);
            Assert.Equal(await plain.Content.ReadAsStringAsync(Stop), Encoding.UTF8.GetString(Unpack(bytes, encoding)));
        }
    }

    static byte[] Unpack(byte[] bytes, string encoding)
    {
        if (encoding.Length == 0) return bytes;
        using var packed = new MemoryStream(bytes);
        using Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
