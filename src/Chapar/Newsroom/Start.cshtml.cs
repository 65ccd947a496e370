using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>Where staff arrive.</summary>
[Authorize]
public sealed class StartModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    /// <summary>Who came by a link and has neither passkey nor password would stand before the door tomorrow.</summary>
    public bool NeedsWayIn { get; private set; }

    public async Task OnGetAsync()
    {
        Title = W["newsroom"];
        NeedsWayIn = Me.PasswordHash is null && !await Db.Passkeys.AnyAsync(p => p.StaffId == Me.Id, Stop);
    }
}
