using AngleSharp;
using AngleSharp.Dom;

namespace Chapar.BrowserTests;

/// <summary>One path for each kind of page, found by following links from the front page as a reader would.</summary>
public sealed class PageKinds
{
    /// <summary>Every kind of page that a reader can meet.</summary>
    public static string[] Names { get; } =
        ["home", "article", "section", "place", "topic", "author", "format", "archive", "search", "rates", "corrections",
         "about", "missing", "gone", "home-ru", "article-ru"];

    public static TheoryData<string> All => [.. Names];

    /// <summary>The kinds that answer 200.</summary>
    public static TheoryData<string> Found => [.. Names.Except(["missing", "gone"])];

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
        using var context = BrowsingContext.New(Configuration.Default);
        async Task<IDocument> ReadAsync(string path) =>
            await context.OpenAsync(request => request.Content(http.GetStringAsync(new Uri(path, UriKind.Relative)).Result).Address("http://site" + path));

        var home = await ReadAsync("/");
        var article = First(home, "main article a, main h2 a, main h3 a");
        var paths = new Dictionary<string, string?>
        {
            ["home"] = "/",
            ["article"] = article,
            ["section"] = First(home, "nav a[href]:not([href='/'])"),
            ["search"] = "/search?q=a",
            ["rates"] = "/rates",
            ["corrections"] = "/corrections",
            ["about"] = "/about",
            ["missing"] = "/no-such-page",
        };
        var story = await ReadAsync(article!);
        paths["place"] = First(story, "a[href^='/places/']");
        paths["topic"] = First(story, "a[href^='/topics/']");
        paths["author"] = First(story, "a[href^='/authors/']");
        return new(paths.Where(path => path.Value is not null).ToDictionary(path => path.Key, path => path.Value!));
    }

    static string? First(IDocument page, string selector) => page.QuerySelector(selector)?.GetAttribute("href");
}
