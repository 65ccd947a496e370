using System.Globalization;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>Where everything of the old site stands here: gives each public item its path and rewrites links between them.</summary>
sealed class SiteAddresses
{
    /// <summary>First parts of addresses that the reading site has for itself.</summary>
    static readonly HashSet<string> reserved = new(StringComparer.Ordinal)
    {
        "search", "rates", "places", "topics", "authors", "corrections", "history", "newsroom", "health", "metrics", "media", "api", "feed.xml", "atom.xml",
        "feed.json", "sitemap.xml", "news-sitemap.xml", "robots.txt", "formats", "archive", "offline", "reader.css", "page",
    };

    readonly Dictionary<string, string> targets = new(StringComparer.Ordinal);
    readonly HashSet<string> paths = new(StringComparer.Ordinal);

    /// <param name="old">Knows the old site's hosts and folder.</param>
    /// <param name="stored">Paths of articles and pages that are here already.</param>
    /// <param name="imported">Paths that earlier runs gave to items, by kind and id.</param>
    public SiteAddresses(OldAddress old, IEnumerable<string> stored, IReadOnlyDictionary<(string Kind, string Id), string> imported, Survey survey)
    {
        Old = old;
        paths.UnionWith(stored);
        foreach (SurveyedItem item in survey.Items.Values.Where(item => item.IsPublic))
        {
            string kind = item.Type == "page" ? "page" : "post";
            item.Path = imported.GetValueOrDefault((kind, item.Id.ToString(CultureInfo.InvariantCulture))) ?? NewPath(item);
            paths.Add(item.Path);
        }
        foreach (SurveyedItem item in survey.Items.Values)
            AddTargets(item, survey);
        foreach (((_, string id), string path) in imported)
            if (long.TryParse(id, CultureInfo.InvariantCulture, out long number))
                targets.TryAdd(old.ByQuery("p", number), path);
    }

    public OldAddress Old { get; }

    /// <summary>How many items could not keep their address.</summary>
    public List<SurveyedItem> Moved { get; } = [];

    public bool IsTaken(string path) => paths.Contains(path) || reserved.Contains(path.Trim('/').Split('/')[0]);

    /// <summary>Adds an old address that leads to a path here: of categories, tags, authors, files.</summary>
    public void Add(string key, string path) => targets.TryAdd(key, path);

    /// <summary>A path nothing stands at, and nothing else will be given.</summary>
    public string Free(string path)
    {
        string free = Slug.Free(path, IsTaken);
        paths.Add(free);
        return free;
    }

    /// <summary>The path of a public item without an id.</summary>
    public string PathFor(WxrItem item, DateTime at)
    {
        string path = NewPath(new SurveyedItem(0, item.Type, item.Link, item.Slug, at, true, 0));
        paths.Add(path);
        return path;
    }

    string NewPath(SurveyedItem item)
    {
        if (Old.PathOf(item.Link) is { Length: > 1 } kept && !kept.Contains('?', StringComparison.Ordinal) && !HasQuery(item.Link) && !IsTaken(kept) && kept != Old.Base)
            return kept;
        DateTime at = item.PublishedAt ?? DateTime.UnixEpoch;
        string slug = Slug.Of(Uri.UnescapeDataString(item.Slug)) is { Length: > 0 } own ? own : string.Create(CultureInfo.InvariantCulture, $"{item.Type}-{item.Id}");
        string path = item.Type == "page" ? "/" + slug : string.Create(CultureInfo.InvariantCulture, $"/{at:yyyy}/{at:MM}/{slug}");
        Moved.Add(item);
        return Slug.Free(path, IsTaken);
    }

    static bool HasQuery(string link) => link.Contains("?p=", StringComparison.Ordinal) || link.Contains("page_id=", StringComparison.Ordinal);

    void AddTargets(SurveyedItem item, Survey survey)
    {
        string? path = item.Path;
        if (item.Type == "attachment" && survey.Items.TryGetValue(item.Parent, out SurveyedItem? parent))
            path = parent.Path;
        if (path is null)
            return;
        foreach (string name in item.Type switch { "page" => (string[])["page_id", "p"], "attachment" => ["attachment_id", "p"], _ => ["p"] })
            targets.TryAdd(Old.ByQuery(name, item.Id), path);
        if (Old.KeyOf(item.Link) is { } key && key != path)
            targets.TryAdd(key, path);
    }

    /// <summary>The new address of a link in a text; null to leave it as it is.</summary>
    /// <param name="unknown">Called with own addresses that lead nowhere the export knows of.</param>
    public string? Rewrite(string href, Action<string> unknown)
    {
        if (Old.KeyOf(href) is not { } key)
            return null;
        int fragment = href.IndexOf('#', StringComparison.Ordinal);
        string tail = fragment < 0 ? "" : href[fragment..];
        if (targets.TryGetValue(key, out string? path))
            return Written(path) + tail;
        string own = Old.PathOf(href)!;
        if (paths.Contains(own) || targets.TryGetValue(own, out path))
            return Written(path ?? own) + tail;
        if (own == "/" || own == Old.Base)
            return "/";
        if (own.Contains("/wp-content/", StringComparison.Ordinal) || own.Contains("/wp-admin", StringComparison.Ordinal) || own.Contains("/files/", StringComparison.Ordinal))
            return null;
        unknown(own);
        return null;
    }

    /// <summary>A path as it stands in HTML: other scripts percent-encoded.</summary>
    static string Written(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
