using System.Net;

namespace Chapar.BrowserTests;

/// <summary>What was read can be read again without a connection, says so, and never stands in the way of the newest state of a page (decision 017).</summary>
public class OfflineTests(Site site)
{
    const string Kept = "chapar-pages-1";

    /// <summary>The page, and then until the worker has kept it.</summary>
    static async Task ReadAsync(IPage page, string address, string path)
    {
        await page.GotoAsync(address + path);
        // With a list of what is kept, which the worker puts last: before the first of them it is still at work.
        await UntilAsync(
            page,
            """
            async ([store, path]) => {
              const pages = await caches.open(store);
              return !!await pages.match(path) && (await pages.keys()).some(key => key.url.endsWith("/offline"));
            }
            """,
            Kept,
            path);
    }

    /// <summary>
    /// Until what the page is asked holds. Playwright's own WaitForFunction takes the promise of an async question for its
    /// answer, so it holds at once (with the driver in use).
    /// </summary>
    static Task UntilAsync(IPage page, string question, params string[] given) =>
        page.EvaluateAsync($"async given => {{ while (!await ({question})(given)) await new Promise(requestAnimationFrame); }}", given)
            .WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

    static Task<string[]> KeptAsync(IPage page) =>
        page.EvaluateAsync<string[]>("async store => (await (await caches.open(store)).keys()).map(key => new URL(key.url).pathname)", Kept);

    [Fact]
    public async Task An_article_and_the_front_are_read_without_a_connection_and_say_of_what_time_they_are()
    {
        var page = await site.OpenAsync(width: 360);
        await using var cable = new Cable(site);
        await ReadAsync(page, cable.Address, site.Kinds["article"]);
        var text = await page.Locator(".body").InnerTextAsync();
        Assert.Equal(0, await page.Locator(".kept:visible").CountAsync());
        await ReadAsync(page, cable.Address, "/");
        await cable.CutAsync();

        await page.GotoAsync(cable.Address + site.Kinds["article"]);
        Assert.Equal(text, await page.Locator(".body").InnerTextAsync());
        var note = page.Locator("p.kept");
        Assert.Matches(@"^There is no connection\. This page is as it was on \d{1,2} [A-Z][a-z]+ 20\d\d, \d\d:\d\d\. Reading offline$", await note.InnerTextAsync());
        Assert.Equal("status", await note.GetAttributeAsync("role"));
        // Dressed as it was, for the eye and for axe.
        Assert.NotEmpty(await page.EvaluateAsync<string[]>("() => [...document.styleSheets].map(sheet => sheet.href)"));
        Findings.None([.. await page.LookAsync(320, ColorScheme.Light), .. await page.LookAsync(320, ColorScheme.Dark)]);
        await page.GotoAsync(cable.Address + "/");
        Assert.True(await page.Locator("p.kept").IsVisibleAsync());
        Assert.NotEqual(0, await page.Locator("article.teaser").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_kept_is_answered_by_the_list_of_what_is_in_the_language_of_its_address()
    {
        var page = await site.OpenAsync();
        await using var cable = new Cable(site);
        await ReadAsync(page, cable.Address, site.Kinds["article"]);
        var headline = await page.Locator("h1").InnerTextAsync();
        await ReadAsync(page, cable.Address, site.Kinds["article-ru"]);
        await ReadAsync(page, cable.Address, "/ru/offline");
        await cable.CutAsync();

        await page.GotoAsync(cable.Address + site.Kinds["section"]);
        await page.GetByRole(AriaRole.Link, new() { Name = headline }).WaitForAsync();
        Assert.Contains("not among those that are kept", await page.Locator("main [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        Findings.None(await page.LookAsync());
        await page.GotoAsync(cable.Address + "/ru/no-such-page");
        Assert.Equal("ru", await page.Locator("html").GetAttributeAsync("lang"));

        // Whoever wants no trace left has it taken away.
        await page.GetByRole(AriaRole.Button, new() { Name = "Забыть всё сохранённое" }).ClickAsync();
        await UntilAsync(page, "async () => (await caches.keys()).length === 0");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Where_no_list_is_kept_in_a_language_another_one_answers_and_a_shared_link_opens_its_article()
    {
        var page = await site.OpenAsync();
        await using var cable = new Cable(site);
        await ReadAsync(page, cable.Address, site.Kinds["article"]);
        var text = await page.Locator(".body").InnerTextAsync();
        await cable.CutAsync();

        await page.GotoAsync(cable.Address + "/kk");
        Assert.Equal("en", await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Contains("not among those that are kept", await page.Locator("main [role=status]").InnerTextAsync(), StringComparison.Ordinal);
        await page.GotoAsync(cable.Address + site.Kinds["article"] + "?utm_source=telegram");
        Assert.Equal(text, await page.Locator(".body").InnerTextAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_newer_worker_leaves_what_is_read_without_a_connection_and_then_has_the_list_made_anew()
    {
        var page = await site.OpenAsync();
        await ReadAsync(page, site.Address, site.Kinds["article"]);
        await page.EvaluateAsync("async () => { await (await navigator.serviceWorker.getRegistration()).unregister(); }");
        // As it comes while a page is open: with no page behind it.
        await page.RouteAsync("**/keep.*.js", route => route.AbortAsync());
        await page.GotoAsync(site.Address + "/robots.txt");
        await page.GotoAsync(site.Address + site.Kinds["section"]);
        Assert.True(await page.EvaluateAsync<bool>("() => navigator.serviceWorker.controller === null"));
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.register('/worker.js'); }");
        await UntilAsync(page, "async () => navigator.serviceWorker.controller?.state === 'activated'");
        const string Outdated = "async ([store]) => (await (await caches.open(store)).match('/offline'))?.headers.get('kept-old') ?? null";
        Assert.Contains("/offline", await KeptAsync(page));
        Assert.NotNull(await page.EvaluateAsync<string?>(Outdated, new[] { Kept }));

        await page.GotoAsync(site.Address + site.Kinds["article"]);
        await UntilAsync(page, $"async given => await ({Outdated})(given) === null && !!await (await caches.open(given[0])).match('/offline')", Kept);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_question_that_is_refused_takes_nothing_out()
    {
        var page = await site.OpenAsync();
        await ReadAsync(page, site.Address, site.Kinds["article"]);
        await page.EvaluateAsync("async ([store, path]) => { const pages = await caches.open(store); await pages.put('/search', (await pages.match(path)).clone()); }", new[] { Kept, site.Kinds["article"] });
        var answer = await page.GotoAsync(site.Address + "/search?from=nonsense");
        Assert.Equal((int)HttpStatusCode.BadRequest, answer!.Status);
        // Once this one is kept the worker is done with the other.
        await ReadAsync(page, site.Address, site.Kinds["article-ru"]);
        Assert.Contains("/search", await KeptAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_last_thirty_articles_are_kept_and_a_list_or_a_search_is_not()
    {
        var page = await site.OpenAsync();
        await ReadAsync(page, site.Address, site.Kinds["article"]);
        // What thirty articles leave behind, older than what is read next.
        await page.EvaluateAsync(
            """
            async ([store, path]) => {
              const pages = await caches.open(store), page = await pages.match(path);
              for (let i = 0; i < 30; i++) await pages.put(`/2020/01/story-${i}`, page.clone());
            }
            """, new[] { Kept, site.Kinds["article"] });
        await page.GotoAsync(site.Address + site.Kinds["section"]);
        await page.GotoAsync(site.Address + site.Kinds["search"]);
        await ReadAsync(page, site.Address, site.Kinds["article-ru"]);
        await UntilAsync(page, "async ([store]) => !await (await caches.open(store)).match('/2020/01/story-0')", Kept);

        var articles = (await KeptAsync(page)).Where(path => path.Contains("/20", StringComparison.Ordinal)).ToList();
        Assert.Equal(30, articles.Count);
        Assert.Equal(site.Kinds["article-ru"], articles[^1]);
        Assert.DoesNotContain(site.Kinds["section"], await KeptAsync(page));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_network_comes_first_and_what_is_gone_is_gone_from_the_store_too()
    {
        var page = await site.OpenAsync();
        await ReadAsync(page, site.Address, site.Kinds["article"]);
        // As if the article that is gone, and this one as it was, had been read before.
        await page.EvaluateAsync(
            """
            async ([store, path, gone]) => {
              const pages = await caches.open(store), old = new Response("<title>Old</title>", { headers: (await pages.match(path)).headers });
              await pages.put(path, old.clone());
              await pages.put(gone, old);
            }
            """, new[] { Kept, site.Kinds["article"], site.Kinds["gone"] });
        await page.GotoAsync(site.Address + site.Kinds["article"]);
        Assert.NotEqual("Old", await page.TitleAsync());
        var answer = await page.GotoAsync(site.Address + site.Kinds["gone"]);
        Assert.Equal((int)HttpStatusCode.Gone, answer!.Status);
        await UntilAsync(page, "async ([store, gone]) => !await (await caches.open(store)).match(gone)", Kept, site.Kinds["gone"]);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Who_saves_data_gets_no_worker_nor_does_the_text_edition()
    {
        foreach (var (path, saves) in new[] { (site.Kinds["article"], true), (PageKinds.TextOf(site.Kinds["article"]), false) })
        {
            var page = await site.OpenAsync();
            if (saves) await page.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Save-Data"] = "on" });
            await page.GotoAsync(site.Address + path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal(0, await page.EvaluateAsync<int>("async () => (await navigator.serviceWorker.getRegistrations()).length"));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_newsroom_is_left_alone()
    {
        var page = await site.OpenAsync();
        await ReadAsync(page, site.Address, "/");
        var answer = await page.GotoAsync(site.Address + "/newsroom/sign-in");
        Assert.False(answer!.FromServiceWorker);
        Assert.DoesNotContain(await KeptAsync(page), path => path.StartsWith("/newsroom", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_next_page_is_fetched_when_the_button_is_down_and_counted_when_it_is_looked_at()
    {
        var page = await site.OpenAsync();
        // Not every version of Chromium fetches ahead past a worker.
        await page.AddInitScriptAsync("Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined })");
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(1, await page.EvaluateAsync<int>("() => performance.getEntriesByType('resource').filter(one => one.name.endsWith('/next-page.json')).length"));
        var link = page.Locator("main h2 a").First;
        await link.HoverAsync();
        await page.Mouse.DownAsync();
        var counted = page.WaitForRequestAsync(request => request.Method == "HEAD");
        await page.Mouse.UpAsync();
        var head = await counted;
        Assert.Equal(page.Url, head.Url);
        Assert.Equal("navigational-prefetch", await page.EvaluateAsync<string>("() => performance.getEntriesByType('navigation')[0].deliveryType"));
        await page.Context.CloseAsync();
    }
}
