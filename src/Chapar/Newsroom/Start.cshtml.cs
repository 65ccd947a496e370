using Microsoft.AspNetCore.Authorization;

namespace Chapar.Newsroom;

/// <summary>Where staff arrive.</summary>
[Authorize]
public sealed class StartModel(NewsroomDesk desk) : NewsroomPage(desk)
{
    public void OnGet() => Title = W["newsroom"];
}
