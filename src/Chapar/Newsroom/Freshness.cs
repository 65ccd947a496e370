using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>
/// Ways in are changed only soon after signing in: who sits down at a colleague's open browser cannot make it their own.
/// </summary>
static class Freshness
{
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    public static bool IsFresh(this NewsroomPage page) => page.Now - page.SignedIn!.Session.StartedAt < Lasts;

    /// <summary>To the sign-in page, and back to the account.</summary>
    public static IActionResult AskAgain(this NewsroomPage page) => page.RedirectToPage("/Newsroom/SignIn", new { to = StaffSite.Root + "/account" });
}
