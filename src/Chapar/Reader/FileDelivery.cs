using System.Text.RegularExpressions;
using Chapar.Database;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>
/// Answers with documents, sound and video, and leads the sized copies that an old site had of a picture (<c>-300x200</c>,
/// <c>-scaled</c>, <c>-rotated</c>, <c>-e1299...</c>) to where the picture stands now.
/// </summary>
public sealed partial class FileDelivery(RequestDelegate next, Downloads downloads)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)) { await next(context); return; }
        if (path.StartsWith("/media/files/", StringComparison.Ordinal) && downloads.Find(path) is { } file)
        {
            var headers = context.Response.Headers;
            headers.CacheControl = "public, max-age=31536000, immutable";
            if (!file.IsShown) headers.ContentDisposition = "attachment";
            await TypedResults.PhysicalFile(file.Path, file.ContentType, enableRangeProcessing: true).ExecuteAsync(context);
            return;
        }
        if (CopyPattern().IsMatch(path) && await WhereIsOriginalAsync(context, path) is { } to)
        {
            Leading.Send(context.Response, new PathString(to).ToUriComponent(), isOfForm: false);
            return;
        }
        await next(context);
    }

    static async Task<string?> WhereIsOriginalAsync(HttpContext context, string path)
    {
        var asked = path.ToLowerInvariant();
        var original = MediaFolder.Original(asked);
        var db = context.RequestServices.GetRequiredService<NewsDb>();
        var found = await db.Redirects.AsNoTracking().Where(r => (r.From == asked || r.From == original) && r.To != null && r.To.StartsWith("/media/"))
            .ToDictionaryAsync(r => r.From, r => r.To, context.RequestAborted);
        return found.GetValueOrDefault(asked) ?? found.GetValueOrDefault(original);
    }

    [GeneratedRegex(@"-(?:\d{1,5}x\d{1,5}|scaled|rotated|e\d{9,})\.(?:jpe?g|png|gif|webp|avif|tiff?|bmp)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CopyPattern();
}
