using System.Security.Claims;
using Chapar.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Chapar.Newsroom;

/// <summary>
/// The cookie names a session; whether it still runs, and what its member may, is asked of the database each time. ASP.NET asks for
/// these events in every request, a reader's too: so the database is taken from a request that has a cookie, and not before.
/// </summary>
public sealed class StaffCookie : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (Guid.TryParse(context.Principal?.FindFirstValue(StaffSite.SessionClaim), out var id) && await http.RequestServices.GetRequiredService<Doorkeeper>().FindAsync(id, http.RequestAborted) is { } found)
        {
            http.Features.Set(found);
            context.ReplacePrincipal(StaffSite.PrincipalOf(found.Member, found.Session));
            return;
        }
        context.RejectPrincipal();
        await http.SignOutAsync(StaffSite.Scheme);
    }

    /// <summary>A person is led to the sign-in page; a script, which could do nothing with it, is told 401.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            context.Response.Redirect($"{StaffSite.SignInPath}?to={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return Task.CompletedTask;
        }
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
