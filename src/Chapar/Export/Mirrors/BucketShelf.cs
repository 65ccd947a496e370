using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;

namespace Chapar.Export.Mirrors;

/// <summary>A mirror in a bucket of an S3-compatible store, named in the path ("https://store/bucket/file").</summary>
/// <param name="http">Asks the store.</param>
/// <param name="endpoint">Its address, without a slash at the end.</param>
/// <param name="bucket">The bucket.</param>
/// <param name="signature">The key to it.</param>
/// <param name="clock">The time.</param>
public sealed class BucketShelf(HttpClient http, string endpoint, string bucket, Signature4 signature, TimeProvider clock) : IShelf
{
    static readonly string nothing = Convert.ToHexStringLower(SHA256.HashData([]));
    static readonly FileExtensionContentTypeProvider types = Types();

    public string Place => $"{endpoint}/{bucket}";

    public async Task<byte[]?> ReadAsync(string name, CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Get, PathOf(name), null, nothing, stop);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.Content.ReadAsByteArrayAsync(stop);
    }

    public async Task<bool> IsEmptyAsync(CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Get, $"/{Uri.EscapeDataString(bucket)}?list-type=2&max-keys=1", null, nothing, stop);
        if (response.StatusCode == HttpStatusCode.NotFound) throw new IOException($"There is no bucket {Place}: make it, or correct edition:mirrors.");
        return !(await response.Content.ReadAsStringAsync(stop)).Contains("<Contents>", StringComparison.Ordinal);
    }

    /// <summary>Nobody else writes to the bucket: what was put there stands there.</summary>
    public bool Stands(string name, long length) => true;

    public async Task PutAsync(string name, string file, CancellationToken stop)
    {
        await using var stream = File.OpenRead(file);
        var digest = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, stop));
        stream.Position = 0;
        using var content = new StreamContent(stream);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(types.TryGetContentType(name, out var type) ? type : "application/octet-stream");
        content.Headers.ContentLength = stream.Length;
        using var response = await SendAsync(HttpMethod.Put, PathOf(name), content, digest, stop);
        if (response.StatusCode == HttpStatusCode.NotFound) throw new IOException($"There is no bucket {Place}: make it, or correct edition:mirrors.");
    }

    public async Task RemoveAsync(string name, CancellationToken stop)
    {
        using var response = await SendAsync(HttpMethod.Delete, PathOf(name), null, nothing, stop);
    }

    async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string digest, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, endpoint + path) { Content = content };
        signature.Sign(request, digest, clock.GetUtcNow().UtcDateTime);
        var response = await http.SendAsync(request, stop);
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotFound) return response;
        var said = await response.Content.ReadAsStringAsync(stop);
        var status = (int)response.StatusCode;
        response.Dispose();
        throw new IOException($"{Place} answered {status} to {method} {path}: {(said.Length > 300 ? said[..300] : said)}");
    }

    string PathOf(string name) => $"/{Uri.EscapeDataString(bucket)}/{string.Join('/', name.Split('/').Select(Uri.EscapeDataString))}";

    static FileExtensionContentTypeProvider Types()
    {
        var known = new FileExtensionContentTypeProvider();
        known.Mappings[".html"] = "text/html; charset=utf-8";
        known.Mappings[".xml"] = "application/xml; charset=utf-8";
        known.Mappings[".avif"] = "image/avif";
        known.Mappings[".minisig"] = "text/plain";
        return known;
    }
}
