using Chapar.Pages;
using Microsoft.Net.Http.Headers;

namespace Chapar.Reader.Finding;

/// <summary>An answer that is made for each question and kept by nobody: packed, with an ETag of what it says, so that asking again costs a 304.</summary>
static class FreshAnswer
{
    public static async Task<IResult> SendAsync(HttpContext http, byte[] bytes, string contentType)
    {
        var (request, response) = (http.Request, http.Response);
        var answer = KeptPage.Make(bytes, contentType, http.Features.Get<Rendering>()!, DateTime.UnixEpoch, null);
        var encoded = PageDelivery.Choose(request.Headers.AcceptEncoding.ToString(), answer)!;
        response.Headers.CacheControl = PageDelivery.AskEachTime;
        response.Headers.ETag = encoded.ETag;
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (answer.IsAmong(request.Headers.IfNoneMatch.ToString())) return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        response.ContentType = contentType;
        if (encoded.ContentEncoding is { } encoding) response.Headers.ContentEncoding = encoding;
        await response.Body.WriteAsync(encoded.Bytes, http.RequestAborted);
        return TypedResults.Empty;
    }
}
