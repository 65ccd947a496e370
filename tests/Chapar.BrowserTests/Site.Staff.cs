namespace Chapar.BrowserTests;

public sealed partial class Site
{
    int staff;

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
        var name = $"{role} {Interlocked.Increment(ref staff)}";
        var (code, output) = await Programs.RunAsync(Path.Combine(Sources.Root, "chapar"), "staff", "add", $"{name.Replace(' ', '.')}@example.org", "--name", name, "--role", role, "--data", data);
        Assert.True(code == 0, output);
        var link = output.Split('\n').First(line => line.Contains("/newsroom/link/", StringComparison.Ordinal)).Trim();
        var page = await OpenAsync(width, scheme);
        await page.GotoAsync(new Uri(link).PathAndQuery);
        await page.ClickAsync("main button");
        await page.WaitForSelectorAsync("#passkeys");
        return page;
    }
}
