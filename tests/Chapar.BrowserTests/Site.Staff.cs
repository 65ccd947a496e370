using System.Net;
using System.Text.RegularExpressions;

namespace Chapar.BrowserTests;

public sealed partial class Site
{
    readonly SemaphoreSlim door = new(1);
    HttpClient? chief;
    uint staff;

    /// <summary>Ends the program as a failing machine does.</summary>
    public async Task KillAsync()
    {
        server!.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
    }

    /// <summary>Starts it again, on the same data at the same address.</summary>
    public void StartAgain() => server = Run("serve", "--data", data, "--urls", Address);

    /// <summary>A tab in which a new member of the staff is signed in. The test skips on a site that it has not started itself.</summary>
    /// <param name="role">"writer", "publisher" ...</param>
    public async Task<IPage> SignInAsync(string role, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        if (server is null) Assert.Skip("the site runs elsewhere: nobody can be added to its staff from here");
        var link = await LinkForAsync(role);
        var page = await OpenAsync(width, scheme);
        await page.GotoAsync(new Uri(link).PathAndQuery);
        await page.ClickAsync("main button");
        await page.AnsweredAsync("#passkeys");
        return page;
    }

    /// <summary>A one-time link for a new member. The command line lets the first one in, who adds all others: a process for each would take longer than the tests.</summary>
    async Task<string> LinkForAsync(string role)
    {
        await door.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            chief ??= await LetChiefInAsync();
            // Numbers that differ from the first digit on: where names are offered as they are typed, none begins like another.
            var name = $"{role} {unchecked(++staff * 2654435761u):x8}";
            return Link().Match(await PostAsync(chief, "/newsroom/staff", ("name", name), ("email", $"{name.Replace(' ', '.')}@example.org"), ("role", role))).Value;
        }
        finally
        {
            door.Release();
        }
    }

    async Task<HttpClient> LetChiefInAsync()
    {
        var (code, output) = await Programs.RunAsync(Path.Combine(Sources.Root, "chapar"), "staff", "add", "chief@example.org", "--name", "chief", "--role", "administrator", "--data", data);
        Assert.True(code == 0, output);
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        await PostAsync(client, new Uri(Link().Match(output).Value).PathAndQuery);
        return client;
    }

    /// <summary>Sends a form of a page with the proof that it came from there; the page that follows.</summary>
    static async Task<string> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("form", Proof().Match(page).Groups[1].Value), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex(@"https?://[^\s""]+/newsroom/link/[\w-]+")]
    private static partial Regex Link();

    [GeneratedRegex(@"name=""form""[^>]*value=""([^""]+)""")]
    private static partial Regex Proof();
}
