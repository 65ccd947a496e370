using System.Net;
using AngleSharp;
using AngleSharp.Dom;

namespace Chapar.BrowserTests;

/// <summary>One path for each kind of page, found by following links from the front page as a reader would.</summary>
public sealed class PageKinds
{
    /// <summary>Every kind of page that a reader can meet.</summary>
    public static string[] Names { get; } =
        ["home", "article", "history", "edition", "offline", "section", "place", "topic", "author", "format", "archive", "search", "search-narrowed", "search-nothing", "rates", "rates-euro", "rates-bank", "pair", "pair-all", "cross", "rates-day", "rates-wrong", "convert", "strip", "corrections",
         "about", "missing", "gone", "home-ru", "article-ru"];

    public static TheoryData<string> All => [.. Names];

    /// <summary>The kinds that answer 200.</summary>
    public static TheoryData<string> Found => [.. Names.Except(["missing", "gone", "rates-wrong"])];

    /// <summary>The kinds that the text edition has: all but the strip, which other sites frame.</summary>
    public static TheoryData<string> WithText => [.. Names.Except(["strip"])];

    /// <summary>Where the text of a page stands.</summary>
    public static string TextOf(string path) => path == "/" ? "/text" : "/text" + path;

    readonly Dictionary<string, string> paths;

    PageKinds(Dictionary<string, string> paths) => this.paths = paths;

    /// <summary>The path of a kind; the test skips when the site has no page of it.</summary>
    public string this[string kind]
    {
        get
        {
            if (!paths.TryGetValue(kind, out var path)) Assert.Skip($"no link leads to a page of the kind '{kind}'");
            return path;
        }
    }

    /// <summary>Whether the site has a page of this kind.</summary>
    public bool Has(string kind) => paths.ContainsKey(kind);

    internal static async Task<PageKinds> FindAsync(HttpClient http)
    {
        using var browser = BrowsingContext.New(Configuration.Default);
        var paths = new Dictionary<string, string?>
        {
            ["home"] = "/",
            ["home-ru"] = "/ru",
            ["archive"] = "/archive",
            ["format"] = "/formats/opinion",
            ["search"] = "/search?q=water",
            ["search-narrowed"] = "/search?q=water&language=all&from=2020-01-01&sort=newest",
            ["search-nothing"] = "/search?q=Tokayexx",
            ["rates"] = "/rates",
            ["rates-euro"] = "/rates/eur/inverse",
            ["rates-bank"] = "/rates/nbkr",
            ["pair"] = "/rates/usd-kgs",
            ["pair-all"] = "/rates/usd-kgs/all",
            ["cross"] = "/rates/kgs-kzt",
            ["rates-day"] = "/rates/usd-kgs/2026-08-01",
            ["rates-wrong"] = "/rates/on?pair=usd-kgs&date=never",
            ["convert"] = "/rates/convert?amount=1000&from=USD&to=KGS",
            ["strip"] = "/rates/embed/usd",
            ["corrections"] = "/corrections",
            ["edition"] = "/edition",
            ["offline"] = "/offline",
            ["about"] = "/about",
            ["missing"] = "/no-such-page",
        };
        using (var home = await ReadAsync("/"))
        {
            paths["article"] = First(home, "main h2 a[href^='/20'], main h3 a[href^='/20'], main a[href^='/20']");
            paths["section"] = First(home, "nav a[href^='/']:not([href='/'])");
        }
        using (var story = await ReadAsync(paths["article"]))
        {
            paths["history"] = "/history" + paths["article"];
            foreach (var (kind, address) in new[] { ("place", "/places/"), ("topic", "/topics/"), ("author", "/authors/") })
            {
                paths[kind] = First(story, $"a[href^='{address}']");
            }
        }
        using (var home = await ReadAsync("/ru")) paths["article-ru"] = First(home, "main h2 a[href^='/ru/20'], main h3 a[href^='/ru/20'], main a[href^='/ru/20']");
        paths["gone"] = await WithdrawnAsync();
        return new(paths.Where(path => path.Value is not null).ToDictionary(path => path.Key, path => path.Value!));

        // No link leads to the demo's withdrawn article; its address has the month in which it appeared, forty days ago.
        async Task<string?> WithdrawnAsync()
        {
            for (var ago = 1; ago <= 2; ago++)
            {
                var path = $"/{DateTime.UtcNow.AddMonths(-ago):yyyy'/'MM}/footbridge-over-the-naryn-to-close-for-the-winter";
                using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
                if (answer.StatusCode == HttpStatusCode.Gone) return path;
            }
            return null;
        }

        async Task<IDocument> ReadAsync(string? path)
        {
            using var answer = await http.GetAsync(new Uri(path ?? "/", UriKind.Relative));
            var html = await answer.Content.ReadAsStringAsync();
            return await browser.OpenAsync(page => page.Content(html));
        }
    }

    static string? First(IDocument page, string selector) => page.QuerySelector(selector)?.GetAttribute("href");
}
