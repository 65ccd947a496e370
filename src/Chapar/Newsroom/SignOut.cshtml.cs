using Chapar.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>Ends this session.</summary>
[Authorize]
public sealed class SignOutModel(NewsroomDesk desk, Doorkeeper doorkeeper) : NewsroomPage(desk)
{
    public IActionResult OnGet() => Redirect(StaffSite.Root);

    public async Task<IActionResult> OnPostAsync()
    {
        await doorkeeper.EndAsync(Me, [SignedIn!.Session.Id], Me, Stop);
        await HttpContext.SignOutAsync(StaffSite.Scheme);
        return Redirect(StaffSite.SignInPath);
    }
}
