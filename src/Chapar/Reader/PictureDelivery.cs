using System.Globalization;
using Chapar.Database;
using Chapar.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Chapar.Reader;

/// <summary>
/// Answers the addresses of renditions from files, before the page store: a picture is never copied into memory. An address
/// keeps its content for ever; when the focal point has moved, the old address leads to the new one.
/// </summary>
public sealed class PictureDelivery(RequestDelegate next, Darkroom darkroom, TimeProvider clock)
{
    static readonly TimeSpan Year = TimeSpan.FromDays(365);

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/media", StringComparison.Ordinal) || !RenditionAddress.TryParse(context.Request.Path.Value!, out var address))
        {
            // Other addresses under /media may be those of an imported site.
            await next(context);
            return;
        }
        await (await FindAsync(context, address)).ExecuteAsync(context);
    }

    async Task<IResult> FindAsync(HttpContext context, RenditionAddress address)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "no-cache";
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            headers.Allow = "GET, HEAD";
            return TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed);
        }
        var db = context.RequestServices.GetRequiredService<NewsDb>();
        var picture = await db.Pictures.AsNoTracking().FirstOrDefaultAsync(p => p.Key == address.Key, context.RequestAborted);
        if (picture?.Face() is not { } face || !Renditions.Has(face, address.Shape, address.Width)) return TypedResults.NotFound();
        // What is in the caches of readers ends with the rights too.
        var now = clock.GetUtcNow().UtcDateTime;
        if (!picture.MayBeShown(now)) return TypedResults.StatusCode(StatusCodes.Status410Gone);
        // Not to be remembered: an editor may move the focal point back again.
        if (Renditions.Focus(face) != address.Focus)
            return TypedResults.Redirect(Renditions.Address(face, address.Shape, address.Width, address.Type), permanent: true);
        if (await darkroom.DevelopAsync(picture, address) is not { } path) return TypedResults.NotFound();
        var file = new FileInfo(path);
        headers.CacheControl = picture.EndsAfter(now) is { } end && end - now < Year
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={(int)(end - now).TotalSeconds}")
            : "public, max-age=31536000, immutable";
        return TypedResults.PhysicalFile(path, address.ContentType, lastModified: file.LastWriteTimeUtc,
            entityTag: new EntityTagHeaderValue($"\"{file.Length:x}-{file.LastWriteTimeUtc.Ticks:x}\""));
    }
}
