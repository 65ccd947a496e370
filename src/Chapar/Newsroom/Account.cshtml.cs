using Chapar.Staff;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom;

/// <summary>One's own account: the ways in, and where one is signed in.</summary>
[Authorize]
public sealed class AccountModel(NewsroomDesk desk, Doorkeeper doorkeeper, PasskeyDesk passkeys) : NewsroomPage(desk)
{
    const int LongestPasskeyName = 60;

    public IReadOnlyList<Passkey> Passkeys { get; private set; } = [];
    public IReadOnlyList<Session> Sessions { get; private set; } = [];
    public int RecoveryLeft { get; private set; }

    /// <summary>What a new passkey is called unless its owner says otherwise.</summary>
    public string BrowserNow => BrowserName.Of(Request.Headers.UserAgent.ToString());

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostLanguageAsync(string? language)
    {
        if (language is null || !NewsroomLanguages.All.Contains(language)) return await RefusedAsync("language-wrong");
        Me.Speak(language);
        await Db.SaveChangesAsync(Stop);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPasskeyQuestionAsync() => this.IsFresh() ? await passkeys.AskForNewAsync(HttpContext, Me) : StatusCode(StatusCodes.Status403Forbidden);

    public async Task<IActionResult> OnPostAddPasskeyAsync(string? credential, string? name)
    {
        if (!this.IsFresh()) return this.AskAgain();
        name = name?.Trim() is { Length: > 0 and <= LongestPasskeyName } given ? given : BrowserNow;
        if (!await passkeys.AddAsync(HttpContext, Me, credential ?? "", name)) return await RefusedAsync("passkey-refused");
        Db.Note(Me.Name, StaffActs.PasskeyAdded, Me.Id, Now, name);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("passkey-added", name));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string? id)
    {
        if (!this.IsFresh()) return this.AskAgain();
        var passkey = (await Db.Passkeys.Where(p => p.StaffId == Me.Id).ToListAsync(Stop)).Find(p => Convert.ToHexStringLower(p.CredentialId) == id);
        if (passkey is null) return NotFound();
        Db.Remove(passkey);
        Db.Note(Me.Name, StaffActs.PasskeyRemoved, Me.Id, Now, passkey.Name);
        await Db.SaveChangesAsync(Stop);
        Say(W.Fill("passkey-removed", passkey.Name));
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostForgetPasswordAsync()
    {
        if (!this.IsFresh()) return this.AskAgain();
        if (!await Db.Passkeys.AnyAsync(p => p.StaffId == Me.Id, Stop)) return await RefusedAsync("password-last-way");
        await doorkeeper.ForgetPasswordAsync(Me, Me, Stop);
        Say(W["password-forgotten"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id)
    {
        await doorkeeper.EndAsync(Me, [id], Me, Stop);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEndAllSessionsAsync()
    {
        await doorkeeper.EndAsync(Me, null, Me, Stop);
        await HttpContext.SignOutAsync(StaffSite.Scheme);
        return Redirect(StaffSite.SignInPath);
    }

    async Task<IActionResult> RefusedAsync(string key)
    {
        await ShowAsync();
        return Refuse(W[key]);
    }

    async Task ShowAsync()
    {
        Title = Me.Name;
        Passkeys = await Db.Passkeys.AsNoTracking().Where(p => p.StaffId == Me.Id).OrderBy(p => p.CreatedAt).ToListAsync(Stop);
        RecoveryLeft = await Db.RecoveryCodes.CountAsync(c => c.StaffId == Me.Id, Stop);
        Sessions = await doorkeeper.RunningAsync(Me, Stop);
    }
}
