namespace Chapar.BrowserTests;

/// <summary>A reader is not followed: no other origin, no cookie, nothing kept in the browser.</summary>
public class PrivacyTests(Site site)
{
    [Theory, MemberData(nameof(PageKinds.All), MemberType = typeof(PageKinds))]
    public async Task A_page_asks_no_one_but_its_own_site_and_sets_no_cookie(string kind)
    {
        var page = await site.OpenAsync();
        var strangers = new List<string>();
        var cookies = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                strangers.Add(request.Url);
        };
        page.Response += (_, response) =>
        {
            if (response.Headers.ContainsKey("set-cookie")) cookies.Add(response.Url);
        };
        await page.GotoAsync(site.Kinds[kind], new() { WaitUntil = WaitUntilState.NetworkIdle });
        Findings.None(strangers);
        Findings.None(cookies);
        Assert.Empty(await page.Context.CookiesAsync());
        Assert.Equal(0, await page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        await page.Context.CloseAsync();
    }
}
