using Chapar.Database;
using Chapar.Newsroom;
using Chapar.Newsroom.House;
using Chapar.Pages;
using Chapar.Reader;
using Chapar.Staff;
using Microsoft.AspNetCore.Authentication;

namespace Chapar.Hosting;

/// <summary>
/// The front page with settings that somebody of the newsroom has typed and not saved, for their own eyes. It stands here since
/// it is the one place where the newsroom shows a page of the readers.
/// </summary>
public sealed class SettingsPreview(RequestDelegate next)
{
    const string Path = "/newsroom/settings/preview";

    // What it needs is asked for here: of more parameters than one ASP.NET makes an expression at each start.
    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path == Path && HttpMethods.IsGet(context.Request.Method)
            && (await context.AuthenticateAsync(StaffSite.Scheme)).Principal?.HasClaim(StaffSite.RightClaim, nameof(Right.ManageSettings)) == true
            && context.Features.Get<SignedIn>() is { Member: var member } && context.RequestServices.GetRequiredService<UnsavedSettings>().Of(member.Id) is { } settings)
        {
            var services = context.RequestServices;
            services.GetRequiredService<Shown>().Preview(services.GetRequiredService<Liveries>().Of(settings, SettingsModel.LogoPath));
            // Of nobody's: what is made for it is not kept.
            context.Features.Set(new Rendering(services.GetRequiredService<Editions>().Turn));
            context.Request.Path = "/";
        }
        await next(context);
    }

    /// <summary>What is answered when there is nothing to preview; also where the right to it is asked for.</summary>
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(Path, context => Results.NotFound().ExecuteAsync(context)).RequireAuthorization(nameof(Right.ManageSettings));
}
