using Chapar.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>The one-time link. Looking at it does not use it up: programs that look at links in messages would.</summary>
[AllowAnonymous]
public sealed class LinkModel(NewsroomDesk desk, Doorkeeper doorkeeper) : NewsroomPage(desk)
{
    /// <summary>Null when the link is wrong, used, too old or its owner gone: said in the same words.</summary>
    public StaffMember? Owner { get; private set; }

    public async Task OnGetAsync(string token)
    {
        Owner = await doorkeeper.OwnerOfLinkAsync(token, Stop);
        Show();
    }

    public async Task<IActionResult> OnPostAsync(string token)
    {
        if (await doorkeeper.UseLinkAsync(token, Stop) is { } member)
        {
            await doorkeeper.LetInAsync(HttpContext, member, WayIn.Link);
            return Redirect(StaffSite.Root + "/account");
        }
        Show();
        return Page();
    }

    void Show()
    {
        Title = W["sign-in"];
        if (Owner is null) Response.StatusCode = StatusCodes.Status410Gone;
    }
}
