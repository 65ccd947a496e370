using Chapar.Database;
using Chapar.Pages;
using Chapar.Settings;
using Chapar.Staff;

namespace Chapar.Newsroom.Writing.Together;

/// <summary>The address at which the editor's page of a story listens and speaks.</summary>
public static class TogetherSocket
{
    /// <summary>A proxy closes what is silent for a minute; a page that does not answer is gone.</summary>
    static readonly TimeSpan Alive = TimeSpan.FromSeconds(20);

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapWhenAsked("/newsroom/stories/{id:guid}/together", [HttpMethods.Get], AnswerAsync).RequireAuthorization(new NeedsAttribute(Right.WriteOwn));

    static async Task AnswerAsync(HttpContext http, Guid id, long? through, NewsDb db, Publication publication, Rooms rooms)
    {
        var response = http.Response;
        if (!http.WebSockets.IsWebSocketRequest)
        {
            response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }
        // A socket carries the cookie and no token, and no browser keeps another site from opening it (RFC 6455, 10.2).
        if (!IsOurs(http.Request, publication) || http.Features.Get<SignedIn>() is not { } who)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        if (await StoryStanding.ReadAsync(db, id, http.RequestAborted) is not { } standing)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!standing.MayRead(who.Member))
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext { KeepAliveInterval = Alive, KeepAliveTimeout = Alive });
        await rooms.SitAsync(socket, id, who, through ?? 0);
    }

    /// <summary>The page that asks is one of ours: of the address it asks at, or of the publication's.</summary>
    static bool IsOurs(HttpRequest request, Publication publication)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && (origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
                || origin.Equals(new Uri(publication.BaseUrl).GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase));
    }
}
