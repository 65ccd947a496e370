using System.Globalization;
using Chapar.Articles;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Import.WordPress;

/// <summary>Where everything of the old site stands here: gives each public item its path and rewrites links between them.</summary>
sealed class SiteAddresses
{
    /// <summary>Where an old address leads: to an item, or to a path that is no item's.</summary>
    readonly record struct Target(SurveyedItem? Item, string? Other)
    {
        public string? Path => Item?.Path ?? Other;
    }

    // Both by the digest of the address: there may be hundreds of thousands.
    readonly Dictionary<long, Target> targets = [];
    readonly HashSet<long> paths = [];
    readonly Dictionary<long, string> importedById = [];
    readonly Survey survey;
    readonly string language;
    readonly IReadOnlyList<string> languages;

    /// <param name="stored">Paths of articles and pages that are here already.</param>
    /// <param name="imported">Paths that earlier runs gave to items, by kind and id.</param>
    /// <param name="survey">What the export has.</param>
    /// <param name="language">Of items that do not say theirs.</param>
    /// <param name="languages">Of the publication, the main one first: an address begins with the code of any other.</param>
    public SiteAddresses(IEnumerable<string> stored, IReadOnlyDictionary<(string Kind, string Id), string> imported, Survey survey, string language, IReadOnlyList<string> languages)
    {
        (this.survey, this.language, this.languages) = (survey, language, languages);
        paths.UnionWith(stored.Select(Digest.Of));
        foreach (SurveyedItem item in survey.Items.Values.Where(item => item.IsPublic))
        {
            string kind = item.Type == "page" ? "page" : "post";
            string path = imported.GetValueOrDefault((kind, item.Id.ToString(CultureInfo.InvariantCulture))) ?? NewPath(item);
            item.Path = path;
            paths.Add(Digest.Of(path));
        }
        foreach (SurveyedItem item in survey.Items.Values)
            if (HolderOf(item) is { Path: { } path } holder && item.OldKey is { } key && key != path)
                targets.TryAdd(Digest.Of(key), new Target(holder, null));
        foreach (((_, string id), string path) in imported)
            if (long.TryParse(id, CultureInfo.InvariantCulture, out long number))
                importedById.TryAdd(number, path);
    }

    public OldAddress Old => survey.Old;

    /// <summary>Whether an article or page stands there.</summary>
    public bool Stands(string path) => paths.Contains(Digest.Of(path));

    public bool IsTaken(string path) => Stands(path) || Addresses.OwnWords.Contains(Bare(path).Trim('/').Split('/')[0]);

    /// <summary>What addresses of a language begin with: "" or "/ru".</summary>
    public string Front(string code) => code == languages[0] ? "" : "/" + code;

    /// <summary>A path without the language that it begins with: "/2024/story" of "/ru/2024/story".</summary>
    string Bare(string path)
    {
        int end = path.IndexOf('/', 1) is var slash && slash < 0 ? path.Length : slash;
        return path.Length > 1 && path[1..end] is var first && first != languages[0] && languages.Contains(first) ? path[end..] : path;
    }

    /// <summary>Whether the reading site answers there itself. Under its own words it leaves room: "/archive/2024" is a list of ours, "/archive/story.html" is none.</summary>
    public bool Answers(string path) => Stands(path) || path.Trim('/').Split('/') switch
    {
        [var only] => Addresses.OwnWords.Contains(only),
        ["archive", var next, ..] => next == "page" || next.All(char.IsAsciiDigit),
        ["places" or "topics" or "authors" or "formats", _, var next, ..] => next is "page" or "feed.xml" or "atom.xml" or "feed.json",
        [var first, ..] => Addresses.OwnWords.Contains(first),
        _ => false,
    };

    /// <summary>Adds an old address that leads to a path here: of categories, tags, authors, files.</summary>
    public void Add(string key, string path) => targets.TryAdd(Digest.Of(key), new Target(null, path));

    /// <summary>A path nothing stands at, and nothing else will be given.</summary>
    public string Free(string path)
    {
        string free = Slug.Free(path, IsTaken);
        paths.Add(Digest.Of(free));
        return free;
    }

    /// <summary>The path of a public item without an id.</summary>
    public string PathFor(WxrItem item, DateTime at)
    {
        string path = NewPath(SurveyedItem.Of(item, Old, at, new ItemState(true, true, item.Type == "page", false, ""), languages));
        paths.Add(Digest.Of(path));
        return path;
    }

    string NewPath(SurveyedItem item)
    {
        string? old = item.OldPath;
        // A page is read in the language of its address: a story of another one cannot stay where the old site had it.
        string front = Front(item.Language ?? language);
        if (old is not null && Bare(old) is { Length: > 1 } bare && !IsTaken(front + bare))
            return front + bare;
        DateTime at = item.PublishedAt ?? DateTime.UnixEpoch;
        string slug = Slug.Of(old?.Split('/')[^1] ?? Uri.UnescapeDataString(item.Slug)) is { Length: > 0 } own ? own : string.Create(CultureInfo.InvariantCulture, $"{item.Type}-{item.Id}");
        string path = item.Type == "page" ? $"{front}/{slug}" : string.Create(CultureInfo.InvariantCulture, $"{front}/{at:yyyy}/{at:MM}/{slug}");
        return Slug.Free(path, IsTaken);
    }

    /// <summary>Where an item is to be read: attachments with the article they belong to.</summary>
    SurveyedItem? HolderOf(SurveyedItem item) =>
        item.Type == "attachment" ? survey.Items.GetValueOrDefault(item.Parent) : item;

    /// <summary>Where <c>?p=12</c> and its like lead.</summary>
    string? ById(string key)
    {
        int query = key.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return null;
        foreach (string name in (string[])["p=", "page_id=", "attachment_id="])
            if (key.AsSpan(query + 1).StartsWith(name) && long.TryParse(key.AsSpan(query + 1 + name.Length), CultureInfo.InvariantCulture, out long id))
                return survey.Items.TryGetValue(id, out SurveyedItem? item) ? HolderOf(item)?.Path : importedById.GetValueOrDefault(id);
        return null;
    }

    /// <summary>The new address of a link in a text; null to leave it as it is.</summary>
    /// <param name="unknown">Called with own addresses that lead nowhere the export knows of.</param>
    /// <param name="missing">Called with addresses of own files that have not been taken over.</param>
    public string? Rewrite(string href, Action<string> unknown, Action<string> missing)
    {
        if (Old.KeyOf(href) is not { } key)
            return null;
        int fragment = href.IndexOf('#', StringComparison.Ordinal);
        string tail = fragment < 0 ? "" : href[fragment..];
        string? path = ById(key);
        if ((path ?? TargetOf(key)) is { } known)
            return Written(known) + tail;
        string own = Old.PathOf(href)!;
        if ((Stands(own) ? own : TargetOf(own)) is { } there)
            return Written(there) + tail;
        if (own == "/" || own == Old.Base)
            return "/";
        // A sized copy of a picture is shown in the size that fits.
        if (TargetOf(MediaFolder.Original(own)) is { } picture)
            return Written(picture);
        if (own.Contains("/wp-content/", StringComparison.Ordinal) || own.Contains("/wp-admin", StringComparison.Ordinal) || own.Contains("/files/", StringComparison.Ordinal))
        {
            if (Downloads.IsKnown(own))
                missing(href);
            return null;
        }
        unknown(own);
        return null;
    }

    string? TargetOf(string key) => targets.GetValueOrDefault(Digest.Of(key)).Path;

    /// <summary>A path as it stands in HTML: other scripts percent-encoded.</summary>
    static string Written(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
