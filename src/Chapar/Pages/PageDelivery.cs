using System.Globalization;
using Chapar.Database;
using Chapar.Fronts;
using Chapar.Settings;
using Microsoft.Net.Http.Headers;

namespace Chapar.Pages;

/// <summary>
/// The first stop of every reader's request: a kept page if there is a true one; else the page is rendered once, whoever
/// else asks for it meanwhile waits, and it is kept if it says that it may be.
/// </summary>
public sealed class PageDelivery(RequestDelegate next, PageStore store, Editions editions, PageSettings settings, ReadCounter reads)
{
    /// <summary>For caches of readers and those outside alike.</summary>
    internal const string AskEachTime = "public, max-age=0, must-revalidate";

    readonly string cacheControl = settings.SharedCacheSeconds == 0
        ? AskEachTime
        : string.Create(CultureInfo.InvariantCulture, $"public, max-age=0, s-maxage={settings.SharedCacheSeconds}, must-revalidate");

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) || request.Path.StartsWithSegments("/newsroom", StringComparison.Ordinal))
        {
            await next(context);
            return;
        }
        if (context.Features.Get<FrontPreview>() is not null || context.Features.Get<StaticEdition>() is not null)
        {
            // A draft for one of the staff, or a file: made for this request alone, and kept by nobody.
            context.Features.Set(new Rendering(editions.Turn, Rendering.OfPage));
            await next(context);
            return;
        }
        var saves = SaveData.IsAsked(request.Headers);
        var address = SaveData.Key($"{request.Path.Value}{request.QueryString.Value}", saves);
        // An escaped "?" is part of a path, and the path with it looks like another's with its query.
        var mayKeep = settings.Keep && !request.Path.Value!.Contains('?', StringComparison.Ordinal);
        while (mayKeep)
        {
            if (store.Find(address) is { } kept)
            {
                await SendAsync(context, kept, saves);
                return;
            }
            if (store.Begin(address) is not { } other) break;
            // A page kept meanwhile is checked again above: this request may be younger than its making. What was not
            // kept (an error, a redirect, a page for one reader) is each request's own.
            if (!await other.WaitAsync(context.RequestAborted))
            {
                await RenderAsync(context, address, saves, keep: false);
                return;
            }
        }
        bool wasKept = false;
        try
        {
            wasKept = await RenderAsync(context, address, saves, mayKeep);
        }
        finally
        {
            if (mayKeep) store.Finish(address, wasKept);
        }
    }

    /// <summary>Runs the rest of the program into memory, keeps what may be kept, and answers.</summary>
    async Task<bool> RenderAsync(HttpContext context, string address, bool saves, bool keep)
    {
        var rendering = new Rendering(editions.Turn, Rendering.OfPage);
        context.Features.Set(rendering);
        using var body = await MemoryBody.TakeAsync(context, next);
        var response = context.Response;
        if (response.HasStarted) return false;
        if (!rendering.IsKept || response.StatusCode != StatusCodes.Status200OK)
        {
            await PassOnAsync(context, body);
            return false;
        }
        var bytes = body.ToArray();
        var page = keep
            ? store.Put(address, bytes, response.ContentType!, rendering)
            : KeptPage.Make(bytes, response.ContentType!, rendering, DateTime.UtcNow, null);
        await SendAsync(context, page, saves);
        return keep;
    }

    async Task SendAsync(HttpContext context, KeptPage page, bool saves)
    {
        if (page.ArticleId is { } article) reads.Count(article, context.Request.Headers, CameFrom.Article(store, context.Request.Host.Value, context.Request.Headers.Referer.ToString()));
        var response = context.Response;
        var headers = response.Headers;
        var encoded = Choose(context.Request.Headers.AcceptEncoding.ToString(), page)!;
        headers.ETag = encoded.ETag;
        headers.LastModified = page.LastModified.ToString("R", CultureInfo.InvariantCulture);
        var isForOneKind = saves && page.IsHtml;
        headers.CacheControl = isForOneKind ? SaveData.ForThemAlone : cacheControl;
        headers.Vary = page.IsHtml ? SaveData.Vary : "Accept-Encoding";
        if (page.IsHtml && !saves && !context.Request.Path.StartsWithSegments("/text", StringComparison.Ordinal)) headers[NextPage.Header] = NextPage.Reference;
        if (settings.SharedCacheSeconds > 0 && !isForOneKind) NameForPurging(headers, page);
        if (IsUnchanged(context.Request.Headers, page))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = StatusCodes.Status200OK;
        response.ContentType = page.ContentType;
        response.ContentLength = encoded.Bytes.Length;
        if (encoded.ContentEncoding is not null) headers.ContentEncoding = encoded.ContentEncoding;
        if (!context.Request.IsHttps) encoded.Head ??= KeptPageAnswers.HeadOf(response);
        if (!HttpMethods.IsHead(context.Request.Method)) await response.Body.WriteAsync(encoded.Bytes, context.RequestAborted);
    }

    /// <summary>Tells shared caches what the page depends on (Fastly and Cloudflare), so that a change can purge just that.</summary>
    static void NameForPurging(IHeaderDictionary headers, KeptPage page)
    {
        if (page.Tags(' ') is not { } keys)
        {
            headers.CacheControl = AskEachTime;
            return;
        }
        headers["Surrogate-Key"] = keys;
        headers["Cache-Tag"] = page.Tags(',');
    }

    /// <summary>The best encoding that a reader accepts.</summary>
    /// <param name="isMade">Null rather than bytes that would have to be made first.</param>
    internal static Encoded? Choose(ReadOnlySpan<char> accepted, KeptPage page, bool isMade = false) => AcceptedEncoding.Best(accepted) switch
    {
        Packing.Brotli => isMade ? page.MadeBrotli : page.Brotli,
        Packing.Gzip => isMade ? page.MadeGzip : page.Gzip,
        _ => page.Identity,
    };

    /// <summary>RFC 9110 13.2.2: If-None-Match decides; only without it does If-Modified-Since.</summary>
    static bool IsUnchanged(IHeaderDictionary request, KeptPage page)
    {
        if (request.IfNoneMatch.Count > 0) return page.IsAmong(request.IfNoneMatch.ToString());
        return HeaderUtilities.TryParseDate(request.IfModifiedSince.ToString(), out var since) && page.LastModified <= since.UtcDateTime;
    }

    static async Task PassOnAsync(HttpContext context, MemoryStream body)
    {
        var response = context.Response;
        // Before all else: a 301 or 404 that says nothing is remembered by some for as long as they like, with a body or without.
        if (string.IsNullOrEmpty(response.Headers.CacheControl)) response.Headers.CacheControl = "no-cache";
        if (body.Length == 0) return;
        var bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
        if (KeptPage.IsPage(response.ContentType))
        {
            response.Headers.Vary = SaveData.Vary;
            var packing = AcceptedEncoding.Best(context.Request.Headers.AcceptEncoding.ToString());
            bytes = KeptPage.PackForOne(bytes, packing);
            if (AcceptedEncoding.NameOf(packing) is { } name) response.Headers.ContentEncoding = name;
        }
        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
