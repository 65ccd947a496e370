using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Sections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>Every address the old site answered under leads, in one step, to where the thing stands now.</summary>
sealed class OldRedirects(NewsDb db, SiteAddresses addresses, Survey survey)
{
    const int Chunk = 1000;

    readonly Dictionary<string, (string To, string Reason)> wanted = new(StringComparer.Ordinal);

    /// <summary>Redirects this run has made.</summary>
    public int Made { get; private set; }

    OldAddress Old => addresses.Old;

    /// <summary>By id, by earlier slugs, its comment feed and mobile form, and its link where that could not be kept.</summary>
    public void AddItem(WxrItem item, string path, bool isPage, bool byId)
    {
        if (item.Id > 0 && byId)
        {
            Add(Old.ByQuery("p", item.Id), path, "by id");
            if (isPage)
                Add(Old.ByQuery("page_id", item.Id), path, "by id");
        }
        string? link = Old.PathOf(item.Link);
        foreach (string? key in (string?[])[Old.KeyOf(item.Link), item.Identifier.StartsWith("http", StringComparison.Ordinal) ? Old.KeyOf(item.Identifier) : null])
            if (key is not null && key != "/" && key != Old.Base && (byId || !key.Contains('?', StringComparison.Ordinal)))
                Add(key, path, "old address");
        Add(path + "/feed", path, "comment feed");
        Add(path + "/amp", path, "mobile form");
        if (link is not { Length: > 1 })
            return;
        int last = link.LastIndexOf('/');
        foreach (KeyValuePair<string, string> meta in item.Meta.Where(meta => meta.Key == "_wp_old_slug" && meta.Value.Length > 0))
            Add(Old.Clean($"{link[..last]}/{meta.Value}"), path, "renamed");
    }

    /// <summary>Pages WordPress made for attachments: they lead to the article.</summary>
    public void AddAttachments()
    {
        foreach (SurveyedItem item in survey.Items.Values.Where(item => item.Type == "attachment"))
        {
            if (!survey.Items.TryGetValue(item.Parent, out SurveyedItem? parent) || parent.Path is null)
                continue;
            Add(Old.ByQuery("attachment_id", item.Id), parent.Path, "attachment page");
            if ((item.OldKey ?? item.OldPath) is { Length: > 1 } key && !key.Contains("/wp-content/", StringComparison.Ordinal))
                Add(key, parent.Path, "attachment page");
        }
    }

    /// <summary>The address of a file of the old site; the page WordPress made for one without an article leads to the file.</summary>
    /// <param name="attachment">Its id, or 0.</param>
    public void AddFile(string oldAddress, string to, long attachment = 0)
    {
        if (Old.PathOf(oldAddress) is { Length: > 1 } from && from != to && !addresses.Stands(from))
        {
            wanted.TryAdd(from, (to, "file"));
            addresses.Add(from, to);
        }
        if (attachment > 0 && survey.Items.TryGetValue(attachment, out SurveyedItem? item) && survey.Items.GetValueOrDefault(item.Parent)?.Path is null)
        {
            Add(Old.ByQuery("attachment_id", attachment), to, "attachment page");
            if ((item.OldKey ?? item.OldPath) is { Length: > 1 } key)
                Add(key, to, "attachment page");
        }
    }

    /// <summary>Files that earlier runs took over, so that links to them are known without the media folder.</summary>
    public async Task ReadFilesAsync(CancellationToken stop)
    {
        foreach (var file in await db.Redirects.AsNoTracking().Where(each => each.To != null && each.To.StartsWith("/media/")).Select(each => new { each.From, each.To }).ToListAsync(stop))
            addresses.Add(file.From, file.To!);
    }

    /// <summary>Lists and feeds of categories, tags and authors, and the site's own feeds.</summary>
    public void AddLists(Filings filings, Signers signers)
    {
        string root = Old.Base, front = root.Length == 0 ? "/" : root;
        foreach ((string from, string to) in ((string, string)[])
            [("feed", "/feed.xml"), ("feed/rss", "/feed.xml"), ("feed/rss2", "/feed.xml"), ("feed/atom", "/atom.xml"), ("comments/feed", "/feed.xml")])
            Add($"{root}/{from}", to, "feed");
        foreach (string kind in (string[])["rss", "rss2", "atom"])
            Add($"{front}?feed={kind}", kind == "atom" ? "/atom.xml" : "/feed.xml", "feed");
        foreach (((string taxonomy, string slug), WxrTerm term) in survey.Terms)
        {
            Filing? filing = taxonomy == "category" ? filings.CategoryAt(slug) : taxonomy == "post_tag" ? filings.TagAt(slug) : null;
            if (filing is null)
                continue;
            string to = PathOf(filing), word = taxonomy == "category" ? "category" : "tag";
            AddList($"{root}/{word}/{slug}", to, word);
            if (taxonomy == "category" && Ancestors(slug) is { Length: > 0 } above)
                AddList($"{root}/category/{above}{slug}", to, word);
            if (taxonomy == "category" && term.Id > 0)
                Add(Old.ByQuery("cat", term.Id), to, word);
            if (taxonomy == "post_tag")
                Add($"{front}?tag={slug}", to, word);
        }
        foreach ((string login, Author author) in signers.Addresses(survey))
            AddList($"{root}/author/{login}", $"/authors/{author.Slug}", "author");
    }

    static string PathOf(Filing filing) => filing switch
    {
        Place => "/places/" + filing.Slug,
        Topic => "/topics/" + filing.Slug,
        _ => "/" + filing.Slug,
    };

    string Ancestors(string slug)
    {
        string above = "";
        for (int depth = 0; depth < 10; depth++)
        {
            if (survey.Terms.GetValueOrDefault(("category", slug))?.Parent is not { Length: > 0 } parent)
                break;
            slug = WordPressText.SlugOf(parent, "");
            above = slug + "/" + above;
        }
        return above;
    }

    void AddList(string from, string to, string reason)
    {
        Add(from, to, reason);
        Add(from + "/feed", to + "/feed.xml", reason);
        addresses.Add(from, to);
    }

    void Add(string from, string to, string reason)
    {
        // An address at which something stands must not lead away from it.
        if (from != to && from.Length is > 1 and < 1000 && !addresses.IsTaken(from))
            wanted.TryAdd(from, (to, reason));
    }

    /// <summary>Puts what was added into the context; what is there already is left or pointed anew.</summary>
    public async Task WriteAsync(CancellationToken stop)
    {
        foreach (KeyValuePair<string, (string To, string Reason)>[] chunk in wanted.Chunk(Chunk))
        {
            string[] from = [.. chunk.Select(each => each.Key)];
            Dictionary<string, Redirect> stored = await db.Redirects.Where(redirect => from.Contains(redirect.From)).ToDictionaryAsync(redirect => redirect.From, stop);
            foreach ((string key, (string to, string reason)) in chunk)
            {
                if (!stored.TryGetValue(key, out Redirect? redirect))
                {
                    db.Redirects.Add(new Redirect(key, to, reason));
                    Made++;
                }
                else if (redirect.To != to)
                {
                    redirect.PointTo(to);
                }
            }
        }
        wanted.Clear();
    }
}
