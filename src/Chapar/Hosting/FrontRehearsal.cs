using Chapar.Fronts;

namespace Chapar.Hosting;

/// <summary>
/// Answers a preview of a front: the newsroom's page has looked who asks and said what is to be shown; the reader's own page then
/// makes it, in the same request, knowing of the draft. So the preview is the real page, and needs no address of its own there.
/// </summary>
static class FrontRehearsal
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.HasStarted || context.Features.Get<FrontPreview>() is not { } preview) return;
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Request.Path = preview.Path;
        context.Request.QueryString = QueryString.Empty;
        await next(context);
    }
}
