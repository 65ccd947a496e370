namespace Chapar.BrowserTests;
public class TempPictures(Site site)
{
    [Fact]
    public async Task Take()
    {
        var page = await site.SignInAsync("administrator");
        await page.GotoAsync("/newsroom/staff");
        var member = await page.Locator("tbody a").First.GetAttributeAsync("href");
        foreach (var (name, path) in new[] { ("signin", "/newsroom/sign-in"), ("account", "/newsroom/account"), ("password", "/newsroom/account/password"), ("staff", "/newsroom/staff"), ("member", member!), ("journal", "/newsroom/journal"), ("missing", "/newsroom/none") })
        {
            await page.GotoAsync(path);
            foreach (var width in new[] { 360, 1440 })
                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.SetViewportSizeAsync(width, 900);
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    await page.ScreenshotAsync(new() { Path = $"/tmp/staff-pictures/{name}-{width}-{scheme}.png", FullPage = true });
                }
        }
        await page.Context.CloseAsync();
    }
}
