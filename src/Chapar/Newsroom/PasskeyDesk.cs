using System.Security.Cryptography;
using Chapar.Settings;
using Chapar.Staff;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Chapar.Newsroom;

/// <summary>
/// The two conversations of a passkey: making one, and signing in with one. Each has a question (what the browser's authenticator
/// is asked) and an answer; between them an encrypted cookie remembers what was asked.
/// </summary>
public sealed class PasskeyDesk(IPasskeyHandler<StaffMember> handler, PasskeyStore store, IDataProtectionProvider protection)
{
    const string Cookie = "chapar-passkey";

    /// <summary>A question is answered within this time or asked again.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    ITimeLimitedDataProtector Protector => protection.CreateProtector("Chapar.Newsroom.Passkey").ToTimeLimitedDataProtector();

    public static void Configure(IdentityPasskeyOptions options, Publication publication)
    {
        var home = new Uri(publication.BaseUrl);
        options.ServerDomain = home.Host;
        options.AuthenticatorTimeout = Patience;
        // The key stands for password and code together: it must ask its owner for a finger or a number, and know whose it is.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && Uri.TryCreate(context.Origin, UriKind.Absolute, out var origin)
            && (Same(origin, home) || (origin.IsLoopback && home.IsLoopback && origin.Authority == context.HttpContext.Request.Host.Value)));
    }

    /// <summary>What the browser is asked to make.</summary>
    public async Task<IActionResult> AskForNewAsync(HttpContext context, StaffMember member)
    {
        var question = await handler.MakeCreationOptionsAsync(new() { Id = member.Id.ToString(), Name = member.Email, DisplayName = member.Name }, context);
        Remember(context, question.AttestationState);
        return Json(question.CreationOptionsJson);
    }

    /// <summary>Adds the key that the browser made to the member's; not yet saved.</summary>
    /// <returns>False when the answer is not one to our question.</returns>
    public async Task<bool> AddAsync(HttpContext context, StaffMember member, string credential, string name)
    {
        if (Recall(context) is not { } state) return false;
        var answer = await handler.PerformAttestationAsync(new() { CredentialJson = credential, AttestationState = state, HttpContext = context });
        // The question was asked of one member; another may have signed in since.
        if (!answer.Succeeded || answer.UserEntity.Id != member.Id.ToString()) return false;
        answer.Passkey.Name = name;
        await store.AddOrUpdatePasskeyAsync(member, answer.Passkey, context.RequestAborted);
        return true;
    }

    /// <summary>Any passkey of this site: the authenticator knows whose it is, and we name nobody.</summary>
    public async Task<IActionResult> AskForOneAsync(HttpContext context)
    {
        var question = await handler.MakeRequestOptionsAsync(null, context);
        Remember(context, question.AssertionState);
        return Json(question.RequestOptionsJson);
    }

    /// <summary>Who answered; null when the answer is not right.</summary>
    public async Task<StaffMember?> RecognizeAsync(HttpContext context, string credential, DateTime now)
    {
        if (Recall(context) is not { } state) return null;
        var answer = await handler.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = state, HttpContext = context });
        if (!answer.Succeeded) return null;
        await store.UseAsync(answer.User, answer.Passkey, now, context.RequestAborted);
        return answer.User;
    }

    void Remember(HttpContext context, string? state) =>
        context.Response.Cookies.Append(Cookie, Protector.Protect(state ?? "", Patience), CookieOf(context));

    /// <summary>What was asked; an answer is taken once.</summary>
    string? Recall(HttpContext context)
    {
        if (context.Request.Cookies[Cookie] is not { Length: > 0 } kept) return null;
        context.Response.Cookies.Delete(Cookie, CookieOf(context));
        try
        {
            return Protector.Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static CookieOptions CookieOf(HttpContext context)
    {
        var cookie = new CookieBuilder();
        StaffSite.Dress(cookie, Cookie);
        return cookie.Build(context);
    }

    static bool Same(Uri a, Uri b) => a.Scheme == b.Scheme && a.Authority == b.Authority;

    static ContentResult Json(string json) => new() { Content = json, ContentType = "application/json" };
}
