using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Chapar.Tests.Export;

/// <summary>A small S3-compatible store with one bucket, "courier": it checks each signature from what came over the network, and keeps the files.</summary>
sealed class Store : IAsyncDisposable
{
    readonly WebApplication app;
    readonly string accessKey, secretKey, region;

    Store(WebApplication app, string accessKey, string secretKey, string region) => (this.app, this.accessKey, this.secretKey, this.region) = (app, accessKey, secretKey, region);

    public string Address => app.Urls.First();

    public ConcurrentDictionary<string, (byte[] Bytes, string? ContentType)> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>The names of what was put there, in order.</summary>
    public ConcurrentQueue<string> Put { get; } = new();

    public static async Task<Store> OpenAsync(string accessKey, string secretKey, string region)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var store = new Store(app, accessKey, secretKey, region);
        app.Run(store.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return store;
    }

    async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var digest = Convert.ToHexStringLower(SHA256.HashData(body.ToArray()));
        if (context.Request.Headers["x-amz-content-sha256"] != digest || !IsSigned(context.Request, digest))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("<Error><Code>SignatureDoesNotMatch</Code></Error>", context.RequestAborted);
            return;
        }
        if (context.Request.Path == "/courier")
        {
            await context.Response.WriteAsync($"<ListBucketResult>{(Files.IsEmpty ? "" : "<Contents></Contents>")}</ListBucketResult>", context.RequestAborted);
            return;
        }
        var name = context.Request.Path.Value!["/courier/".Length..];
        switch (context.Request.Method)
        {
            case "PUT":
                Files[name] = (body.ToArray(), context.Request.ContentType);
                Put.Enqueue(name);
                break;
            case "DELETE":
                Files.TryRemove(name, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" when Files.TryGetValue(name, out var file):
                await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    /// <summary>Signature Version 4, read from its description and not from the program.</summary>
    bool IsSigned(HttpRequest request, string digest)
    {
        var parts = request.Headers.Authorization.ToString()["AWS4-HMAC-SHA256 ".Length..].Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
        var date = request.Headers["x-amz-date"].ToString();
        var scope = $"{date[..8]}/{region}/s3/aws4_request";
        var target = request.HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget.Split('?');
        var query = target.Length > 1 ? string.Join('&', target[1].Split('&').Order(StringComparer.Ordinal)) : "";
        var headers = string.Concat(parts["SignedHeaders"].Split(';').Select(header => $"{header}:{request.Headers[header].ToString().Trim()}\n"));
        var canonical = string.Join('\n', request.Method, target[0], query, headers, parts["SignedHeaders"], digest);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", date, scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
        var key = Sign(Sign(Sign(Sign(Encoding.UTF8.GetBytes("AWS4" + secretKey), date[..8]), region), "s3"), "aws4_request");
        return parts["Credential"] == $"{accessKey}/{scope}" && parts["Signature"] == Convert.ToHexStringLower(Sign(key, toSign));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
