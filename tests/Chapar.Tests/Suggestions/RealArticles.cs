using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chapar.Articles.Body;
using Chapar.Import.WordPress;

namespace Chapar.Tests.Suggestions;

/// <summary>An article of a real site, with what its editors said it belongs to: the truth that suggestions are measured by.</summary>
/// <param name="Tags">Tags and categories by their slugs.</param>
/// <param name="LinksTo">Addresses in its text, as <see cref="RealArticles.Address"/> writes them.</param>
sealed record RealArticle(string Address, string Headline, string Deck, BodyTree Body, DateTime At, string Author, IReadOnlySet<string> Tags, IReadOnlySet<string> LinksTo);

/// <summary>Readers of the exports in ../shared/imports that have enough articles with tags, categories or links between them.</summary>
static partial class RealArticles
{
    /// <summary>A name, the language that its texts are folded in, and its articles; oldest first.</summary>
    public static IEnumerable<(string Name, IReadOnlyList<RealArticle> Articles)> Read(string folder)
    {
        yield return ("cc-labs", Ordered(WordPress(Path.Combine(folder, "wordpress/cc-labs.xml"))));
        yield return ("wordpress.org", Ordered(WordPress(Path.Combine(folder, "wordpress/wordpress-org-news/posts.xml"))));
        yield return ("opensuse", Ordered(Jekyll(Path.Combine(folder, "jekyll-news"))));
        yield return ("agora-es", Ordered(Ghost(Path.Combine(folder, "ghost/ghost-1.15.1-agora-es.json"))));
        yield return ("umami", Ordered(Umami(Path.Combine(folder, "drupal-umami/en"))));
    }

    static List<RealArticle> Ordered(IEnumerable<RealArticle> articles) => [.. articles.OrderBy(a => a.At).ThenBy(a => a.Address, StringComparer.Ordinal)];

    /// <summary>Without protocol, query and last slash: "example.org/2024/01/a-story".</summary>
    public static string Address(string url)
    {
        var at = url.IndexOf("//", StringComparison.Ordinal);
        return (at < 0 ? url : url[(at + 2)..]).Split('#', '?')[0].TrimEnd('/');
    }

    static IEnumerable<RealArticle> WordPress(string file) =>
        from item in WxrReader.Read(file).OfType<WxrItem>()
        where item is { Type: "post", Status: "publish" } && item.Content.Length > 0
        let html = WordPressBody.Convert(item.Content, new WordPressBodySource()).Html
        select new RealArticle(Address(item.Link), item.Title, "", HtmlToBody.Convert(html).Body, Day(item.Link) ?? DateTime.UnixEpoch.AddDays(item.Id), item.Creator,
            item.Terms.Where(t => t.Taxonomy is "post_tag" or "category" or "tag" && t.Slug is not ("uncategorized" or "general")).Select(t => t.Slug).ToHashSet(), Links(html));

    /// <summary>The day in an address of WordPress and Jekyll.</summary>
    static DateTime? Day(string url) => DayInAddress().Match(url) is { Success: true } day
        ? new DateTime(Number(day, 1), Number(day, 2), day.Groups[3].Success ? Number(day, 3) : 15, 0, 0, 0, DateTimeKind.Utc) : null;

    static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    static IEnumerable<RealArticle> Jekyll(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.md"))
        {
            var parts = FrontMatter().Split(File.ReadAllText(file), 3);
            var (head, text) = (parts[1], parts[2]);
            var name = Path.GetFileNameWithoutExtension(file);
            var address = $"news.opensuse.org/{name[..10].Replace('-', '/')}/{name[11..]}";
            HashSet<string> tags = [.. ListItem().Matches(head).Select(m => m.Groups[1].Value.Trim().ToLowerInvariant())];
            tags.ExceptWith(["opensuse", "announcements"]);
            yield return new RealArticle(address, Field(head, "title"), "", Markdown(text), Day(address)!.Value, Field(head, "author"), tags, LinksOfMarkdown(text));
        }
    }

    static string Field(string head, string name) => Regex.Match(head, $"^{name}:(.*)$", RegexOptions.Multiline).Groups[1].Value.Trim().Trim('"', '\'');

    static IEnumerable<RealArticle> Ghost(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var data = json.RootElement.GetProperty("db")[0].GetProperty("data");
        string Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.ToString() : "";
        var tags = data.GetProperty("tags").EnumerateArray().ToDictionary(t => Text(t, "id"), t => Text(t, "slug"));
        var tagged = data.GetProperty("posts_tags").EnumerateArray().ToLookup(t => Text(t, "post_id"), t => tags[Text(t, "tag_id")]);
        foreach (var post in data.GetProperty("posts").EnumerateArray().Where(p => Text(p, "status") == "published" && Text(p, "page") is "0" or "false"))
            yield return new RealArticle(Text(post, "slug"), Text(post, "title"), Text(post, "meta_description"), HtmlToBody.Convert(Text(post, "html")).Body,
                DateTime.Parse(Text(post, "published_at"), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal), Text(post, "author_id"),
                tagged[Text(post, "id")].ToHashSet(), Links(Text(post, "html")).Select(link => link.TrimStart('/')).ToHashSet());
    }

    /// <summary>Recipes and articles of the Drupal demonstration; they bear no dates.</summary>
    static IEnumerable<RealArticle> Umami(string folder)
    {
        foreach (var (file, body, texts) in new[] { ("article", "field_body", "article_body"), ("recipe", "recipe_instruction", "recipe_instructions") })
            foreach (var row in Table(Path.Combine(folder, "node", file + ".csv")))
                yield return new RealArticle(row["slug"], row["title"], row.GetValueOrDefault("summary", ""),
                    HtmlToBody.Convert($"<p>{row.GetValueOrDefault("ingredients", "")}</p>{File.ReadAllText(Path.Combine(folder, texts, row[body]))}").Body, DateTime.UnixEpoch, row["author"],
                    row["tags"].Split(',').Concat(row.TryGetValue("recipe_category", out var category) ? [$"category {category}"] : []).ToHashSet(), new HashSet<string>());
    }

    static IEnumerable<Dictionary<string, string>> Table(string file)
    {
        var lines = File.ReadAllLines(file).Select(line => CsvField().Matches(line).Select(m => m.Value.Trim('"')).ToList()).ToList();
        return lines.Skip(1).Where(line => line.Count == lines[0].Count).Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    static HashSet<string> Links(string html) => [.. Href().Matches(html).Select(m => Address(m.Groups[1].Value))];

    static HashSet<string> LinksOfMarkdown(string text) => [.. Target().Matches(text).Select(m => Address(m.Groups[1].Value + m.Groups[2].Value))];

    /// <summary>The words alone: no addresses, no signs.</summary>
    static BodyTree Markdown(string text) =>
        World.Body(Signs().Replace(Web().Replace(Target().Replace(Html().Replace(text, " "), " "), " "), " "));

    [GeneratedRegex(@"/(\d{4})/(\d{2})(?:/(\d{2}))?/")]
    private static partial Regex DayInAddress();

    [GeneratedRegex(@"^---\s*$", RegexOptions.Multiline)]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^- (.+)$", RegexOptions.Multiline)]
    private static partial Regex ListItem();

    [GeneratedRegex("""("(?:[^"]|"")*"|[^,]*)(?<=^|,\1)(?=,|$)""")]
    private static partial Regex CsvField();

    [GeneratedRegex("href=[\"']([^\"']+)[\"']", RegexOptions.IgnoreCase)]
    private static partial Regex Href();

    [GeneratedRegex(@"\]\(\s*([^)\s]+)[^)]*\)|^\[[^\]]+\]:\s*(\S+)", RegexOptions.Multiline)]
    private static partial Regex Target();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Html();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Web();

    [GeneratedRegex(@"[\[\]*_`#>|]")]
    private static partial Regex Signs();
}
