using Chapar.Staff;
using Microsoft.AspNetCore.Authentication;

namespace Chapar.Newsroom;

/// <summary>The last step of every way in: a session in the database, its name in a cookie.</summary>
static class Admission
{
    public static async Task LetInAsync(this Doorkeeper doorkeeper, HttpContext context, StaffMember member, WayIn way)
    {
        var session = await doorkeeper.AdmitAsync(member, way, BrowserName.Of(context.Request.Headers.UserAgent.ToString()), context.RequestAborted);
        await context.SignInAsync(StaffSite.Scheme, StaffSite.PrincipalOf(member, session), new() { IsPersistent = true });
    }
}
