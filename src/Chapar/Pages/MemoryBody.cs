using Microsoft.AspNetCore.Http.Features;

namespace Chapar.Pages;

/// <summary>Takes into memory what the rest of the program answers, so that it can be kept or altered before it is sent.</summary>
static class MemoryBody
{
    /// <summary>A page of usual length.</summary>
    const int Usual = 32 * 1024;

    /// <returns>The body, at its end. Status and headers stand in the response, of which nothing has been sent.</returns>
    public static async Task<MemoryStream> TakeAsync(HttpContext context, RequestDelegate next)
    {
        var connection = context.Features.Get<IHttpResponseBodyFeature>()!;
        var body = new MemoryStream(Usual);
        context.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body, connection));
        try
        {
            await next(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(connection);
        }
        return body;
    }
}
