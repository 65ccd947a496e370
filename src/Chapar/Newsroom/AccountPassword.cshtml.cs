using Chapar.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>Password and authenticator app, set in one act: neither is a way in without the other.</summary>
[Authorize]
public sealed class AccountPasswordModel(NewsroomDesk desk, Doorkeeper doorkeeper) : NewsroomPage(desk)
{
    const int LongestPassword = 500;

    public string Secret { get; private set; } = "";

    /// <summary>In groups of four.</summary>
    public string SecretToType => string.Join(' ', Secret.Chunk(4).Select(four => new string(four)));

    public QrPicture Picture { get; private set; } = QrPicture.Of("");

    /// <summary>Recovery codes, on the page that follows: shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!this.IsFresh()) return this.AskAgain();
        Show(TimeCode.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? secret, string? password, string? code)
    {
        if (!this.IsFresh()) return this.AskAgain();
        // The same secret again, so that an app that has it already need not be set up twice.
        Show(secret is not null && TimeCode.IsSecret(secret) ? secret : TimeCode.NewSecret());
        if (password is null or { Length: > LongestPassword } || Doorkeeper.ProblemOf(password, Me) is not null)
            return Refuse(W.Fill(Doorkeeper.ProblemOf(password ?? "", Me) ?? "password-easy", Doorkeeper.ShortestPassword));
        if (await doorkeeper.SetPasswordAsync(Me, password, Secret, code ?? "", Stop) is not { } codes) return Refuse(W["code-wrong"]);
        Codes = codes;
        return Page();
    }

    public async Task<IActionResult> OnPostRecoveryCodesAsync()
    {
        if (!this.IsFresh()) return this.AskAgain();
        if (Me.PasswordHash is null) return NotFound();
        Title = W["password-and-code"];
        Codes = await doorkeeper.NewRecoveryCodesAsync(Me, Stop);
        return Page();
    }

    void Show(string secret)
    {
        Title = W["password-and-code"];
        Secret = secret;
        Picture = QrPicture.Of(TimeCode.AddressOf(secret, Publication.Name, Me.Email));
    }
}
