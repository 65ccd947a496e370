using Chapar.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>
/// Signing in: by passkey, or by password and code together. What went wrong is said in one sentence for all cases, so that
/// the page tells nobody who is on the staff.
/// </summary>
[AllowAnonymous]
public sealed class SignInModel(NewsroomDesk desk, Doorkeeper doorkeeper, PasskeyDesk passkeys) : NewsroomPage(desk)
{
    const int LongestPassword = 500;

    /// <summary>Where to go then.</summary>
    public string To { get; private set; } = StaffSite.Root;

    public string Email { get; private set; } = "";

    public void OnGet(string? to) => Show(to);

    public async Task<IActionResult> OnPostPasskeyQuestionAsync() => await passkeys.AskForOneAsync(HttpContext);

    public async Task<IActionResult> OnPostPasskeyAsync(string? to, string? credential)
    {
        Show(to);
        if (await passkeys.RecognizeAsync(HttpContext, credential ?? "", Now) is not { } member) return Refuse(W["passkey-refused"]);
        return await EnterAsync(member, WayIn.Passkey);
    }

    public async Task<IActionResult> OnPostPasswordAsync(string? to, string? email, string? password, string? code)
    {
        Show(to);
        Email = email ?? "";
        if (password is { Length: > LongestPassword }) password = null;
        if (await doorkeeper.RecognizeAsync(Email, password ?? "", code ?? "", HttpContext.Connection.RemoteIpAddress, Stop) is not { } found) return Refuse(W["sign-in-refused"]);
        return await EnterAsync(found.Member, found.Way);
    }

    async Task<IActionResult> EnterAsync(StaffMember member, WayIn way)
    {
        await doorkeeper.LetInAsync(HttpContext, member, way);
        return LocalRedirect(To);
    }

    void Show(string? to)
    {
        Title = W["sign-in"];
        if (to is not null && Url.IsLocalUrl(to) && (to == StaffSite.Root || to.StartsWith(StaffSite.Root + "/", StringComparison.Ordinal))) To = to;
    }
}
