using System.Text;
using Chapar.Pages;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>
/// A page before whose address stands one word more ("/text", "/kk-latn"): it is asked for at its usual address, and what comes back is turned in one
/// place, where nothing can be forgotten.
/// </summary>
static class TurnedPage
{
    /// <param name="context">The request.</param>
    /// <param name="next">The rest of the program.</param>
    /// <param name="usual">The usual address. What programs read has this one only: they are led to it.</param>
    /// <param name="lead">From where the site leads on to where this page does; null where that stays.</param>
    /// <param name="turn">The whole page.</param>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next, PathString usual, Func<string, string?> lead, Func<string, string> turn)
    {
        var (request, response) = (context.Request, context.Response);
        var (asked, start) = (request.Path, request.PathBase);
        request.Path = usual.HasValue ? usual : "/";
        using var body = await MemoryBody.TakeAsync(context, next);
        (request.Path, request.PathBase) = (asked, start);
        if (response.HasStarted) return;
        if (response.Headers.Location.ToString() is { Length: > 0 } to)
        {
            response.Headers.Location = lead(to) ?? to;
        }
        else if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true)
        {
            await response.Body.WriteAsync(Encoding.UTF8.GetBytes(turn(Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)body.Length))), context.RequestAborted);
        }
        else if (response.StatusCode == StatusCodes.Status200OK)
        {
            response.ContentType = null;
            response.ContentLength = null;
            Leading.Send(response, usual.ToUriComponent() + request.QueryString, isOfForm: true);
        }
    }

    /// <summary>An article may name its own newspaper with its whole address.</summary>
    public static string Own(Publication publication, string address) => address.StartsWith(publication.BaseUrl + "/", StringComparison.Ordinal) ? address[publication.BaseUrl.Length..] : address;
}
