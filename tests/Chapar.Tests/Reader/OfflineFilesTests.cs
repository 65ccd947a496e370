namespace Chapar.Tests.Reader;

/// <summary>The scripts for reading without a connection: who is given them, and how they are taken away. What they do is seen in a browser.</summary>
public class OfflineFilesTests
{
    static async Task<string> TextAsync(Site site, string path) => await (await site.GetAsync(path)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    [Fact]
    public async Task The_worker_knows_the_front_of_each_language_and_is_asked_for_once_a_day()
    {
        await using var site = await Site.StartAsync();
        using var answer = await site.GetAsync("/worker.js");
        Assert.Equal(("text/javascript", TimeSpan.FromDays(1)), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.MaxAge));
        Assert.StartsWith("""const fronts = {"/":"/offline","/text":"/offline","/full":"/offline","/ru":"/ru/offline","/text/ru":"/ru/offline","/full/ru":"/ru/offline"};""",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var page = await site.PageAsync("/ru/offline");
        Assert.Equal("/offline /ru/offline", page.QuerySelector("[data-fronts]")!.GetAttribute("data-fronts"));
        Assert.Contains("<p class=\"kept\" role=\"status\">Связи нет.", await TextAsync(site, "/ru/offline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_scripts_of_kazakh_and_uzbek_have_fronts_and_lists_of_their_own()
    {
        await using var site = await SevenLanguages.StartAsync("en", "kk", "uz");
        var worker = await TextAsync(site, "/worker.js");
        foreach (var script in new[] { "/kk-latn", "/uz-cyrl" })
        {
            foreach (var portion in new[] { "", "/text", "/full" }) Assert.Contains($"\"{portion}{script}\":\"{script}/offline\"", worker, StringComparison.Ordinal);
            var list = await site.PageAsync(script + "/offline");
            var kept = list.QuerySelector("[data-fronts]")!;
            Assert.Contains(script + "/offline", kept.GetAttribute("data-fronts")!.Split(' '));
            // Where it is shown elsewhere it says that that page is not kept.
            Assert.Equal(script + "/offline", kept.GetAttribute("data-here"));
            var page = await site.GetAsync(script);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.StatusCode);
        }
        Assert.Contains("Bailanys joq", await TextAsync(site, "/kk-latn/offline"), StringComparison.OrdinalIgnoreCase);
        await using var without = await SevenLanguages.StartAsync("en", "ru");
        Assert.DoesNotContain("latn", await TextAsync(without, "/worker.js"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_to_be_kept_the_worker_takes_itself_away_and_no_page_asks_for_it()
    {
        await using var site = await Site.StartAsync([new("pages:offline", "false")]);
        await World.MakeAsync(site);
        var worker = await TextAsync(site, "/worker.js");
        Assert.Contains("unregister", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("\"fetch\"", worker, StringComparison.Ordinal);
        Assert.DoesNotContain("/keep.", await TextAsync(site, "/politics"), StringComparison.Ordinal);
    }
}
