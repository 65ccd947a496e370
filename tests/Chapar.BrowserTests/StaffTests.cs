using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

/// <summary>The door of the newsroom and the pages behind it, in a real browser.</summary>
public partial class StaffTests(Site site)
{
    [Fact]
    public async Task A_passkey_is_added_once_and_signs_in_from_then_on()
    {
        var page = await site.SignInAsync("writer");
        await GiveAuthenticatorAsync(page);
        // A passkey belongs to a name, not to a number: the same site by its other name, with the same session.
        await MoveToLocalhostAsync(page);
        await page.GotoAsync(Localhost("/newsroom/account"));
        await page.FillAsync("#passkey-name", "My phone");
        await page.ClickAsync("form[data-passkey] button");
        await page.AnsweredAsync();
        Assert.Contains("My phone", await page.InnerTextAsync("section[aria-labelledby=passkeys] ul"), StringComparison.Ordinal);

        await page.ClickAsync(".bar form button");
        await page.WaitForURLAsync("**/newsroom/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.WaitForURLAsync("**/newsroom");
        await page.GotoAsync(Localhost("/newsroom/account"));
        Assert.Contains("by passkey", await page.InnerTextAsync("section[aria-labelledby=sessions]"), StringComparison.Ordinal);

        // Once it is removed it opens nothing, and the page says so.
        await page.ClickAsync("form[action*=RemovePasskey] button");
        await page.AnsweredAsync();
        await page.ClickAsync(".bar form button");
        await page.WaitForURLAsync("**/newsroom/sign-in");
        await page.ClickAsync("form[data-passkey] button");
        await page.AnsweredAsync(".refusals");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Password_and_code_are_set_and_used_with_the_keyboard_only()
    {
        const string Password = "four herds cross the pass";
        var page = await site.SignInAsync("editor");
        var email = (await page.InnerTextAsync("main > p")).Split(' ')[0];
        await page.GotoAsync("/newsroom/account/password");
        var secret = (await page.InnerTextAsync("code")).Replace(" ", "", StringComparison.Ordinal);
        await TabToAsync(page, "password");
        await page.Keyboard.TypeAsync(Password);
        await TabToAsync(page, "code");
        await page.Keyboard.TypeAsync(CodeOf(secret, DateTimeOffset.UtcNow));
        await page.Keyboard.PressAsync("Enter");
        await page.AnsweredAsync(".codes");
        var recovery = await page.Locator(".codes code").AllInnerTextsAsync();
        Assert.Equal(10, recovery.Count);

        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/newsroom/staff");
        await TabToAsync(page, "email");
        await page.Keyboard.TypeAsync(email);
        await TabToAsync(page, "password");
        await page.Keyboard.TypeAsync(Password);
        await TabToAsync(page, "code");
        await page.Keyboard.TypeAsync(recovery[0]);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/staff");
        // Signed in, and led to the page that was asked for; which is not an editor's to see.
        Assert.Contains("not yours", await page.InnerTextAsync("h1"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_sign_in_page_works_without_script()
    {
        var page = await site.OpenAsync(script: false);
        await page.GotoAsync("/newsroom/sign-in");
        Assert.False(await page.IsVisibleAsync("form[data-passkey]"));
        Assert.True(await page.IsVisibleAsync("#code"));
        await page.Context.CloseAsync();
    }

    /// <summary>The site's address with the name that passkeys want.</summary>
    string Localhost(string path) => $"http://localhost:{new Uri(site.Address).Port}{path}";

    async Task MoveToLocalhostAsync(IPage page)
    {
        var cookies = await page.Context.CookiesAsync([site.Address + "/newsroom"]);
        await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie
        {
            Name = c.Name,
            Value = c.Value,
            Domain = "localhost",
            Path = c.Path,
            HttpOnly = c.HttpOnly,
            SameSite = c.SameSite,
        }));
    }

    /// <summary>A phone's authenticator that says yes at once (WebAuthn, Automation).</summary>
    static async Task GiveAuthenticatorAsync(IPage page)
    {
        var devtools = await page.Context.NewCDPSessionAsync(page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    /// <summary>Presses Tab until the field has the focus.</summary>
    static async Task TabToAsync(IPage page, string id)
    {
        for (var press = 0; press < 30; press++)
        {
            if (await page.EvaluateAsync<string>("() => document.activeElement.id") == id) return;
            await page.Keyboard.PressAsync("Tab");
        }
        Assert.Fail($"Tab does not reach #{id}.");
    }

    /// <summary>What an authenticator app shows (RFC 6238).</summary>
    static string CodeOf(string secret, DateTimeOffset now)
    {
        var bits = string.Concat(secret.Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Eights().Matches(bits).Select(eight => Convert.ToByte(eight.Value, 2)).ToArray();
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, now.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // The standard says SHA-1.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff) % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("[01]{8}")]
    private static partial Regex Eights();
}
