using System.Globalization;
using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Sections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Import.WordPress;

/// <summary>Every address the old site answered under leads, in one step, to where the thing stands now.</summary>
/// <param name="front">Front of the language the import is in: "" or "/ru".</param>
/// <param name="zone">The old site's clock, by which it made its archives.</param>
sealed class OldRedirects(NewsDb db, SiteAddresses addresses, Survey survey, string front, TimeZoneInfo zone)
{
    const int Chunk = 1000;

    readonly Dictionary<string, (string To, string Reason)> wanted = new(StringComparer.Ordinal);

    /// <summary>Redirects this run has made.</summary>
    public int Made { get; private set; }

    OldAddress Old => addresses.Old;

    /// <summary>By id, by earlier slugs, and its link where that could not be kept. The reading site itself knows that "/feed" and its like belong to what stands before them.</summary>
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
            if (item.IsHidden || !survey.Items.TryGetValue(item.Parent, out SurveyedItem? parent) || parent.Path is not { } path)
                continue;
            Add(Old.ByQuery("attachment_id", item.Id), path, "attachment page");
            if (item.OldKey is { Length: > 1 } key && !key.Contains("/wp-content/", StringComparison.Ordinal))
                Add(key, path, "attachment page");
        }
    }

    /// <summary>The address of a file of the old site; the page WordPress made for one without an article leads to the file.</summary>
    /// <param name="attachment">Its id, or 0.</param>
    public void AddFile(string oldAddress, string to, long attachment = 0)
    {
        if (Old.PathOf(oldAddress) is { Length: > 1 } from && from != to && !addresses.Stands(from))
            wanted.TryAdd(from, (to, "file"));
        if (attachment > 0 && survey.Items.TryGetValue(attachment, out SurveyedItem? item) && survey.Items.GetValueOrDefault(item.Parent)?.Path is null)
        {
            Add(Old.ByQuery("attachment_id", attachment), to, "attachment page");
            if (item.OldKey is { Length: > 1 } key)
                Add(key, to, "attachment page");
        }
    }

    /// <summary>Links to a file of the old site lead to where it is now; the address itself may still answer nothing.</summary>
    public void Know(string oldAddress, string to)
    {
        if (Old.PathOf(oldAddress) is { Length: > 1 } from && from != to && !addresses.Stands(from))
            addresses.Add(from, to);
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
        string root = Old.Base;
        foreach (string feed in (string[])["feed", "feed/rss", "feed/rss2", "feed/rdf", "feed/atom", "comments/feed"])
            Add($"{root}/{feed}", FeedOf(feed), "feed");
        foreach (string feed in (string[])["rss", "rss2", "rdf", "atom"])
            Add($"{Home}?feed={feed}", FeedOf(feed), "feed");
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
                Add($"{Home}?tag={slug}", to, word);
        }
        foreach ((string login, string id, Author author) in signers.Addresses(survey))
        {
            AddList($"{root}/author/{login}", $"{front}/authors/{author.Slug}", "author");
            if (long.TryParse(id, CultureInfo.InvariantCulture, out long number))
                Add(Old.ByQuery("author", number), $"{front}/authors/{author.Slug}", "author");
        }
        AddDates();
    }

    /// <summary>The lists of a year, a month and a day, which have articles: those of a day lead to its month.</summary>
    void AddDates()
    {
        foreach (DateTime day in survey.Items.Values.Where(item => item.IsPublic && item.Type != "page" && item.PublishedAt is not null)
            .Select(item => TimeZoneInfo.ConvertTimeFromUtc(item.PublishedAt!.Value, zone).Date).ToHashSet())
        {
            string year = day.ToString("yyyy", CultureInfo.InvariantCulture), month = day.ToString("MM", CultureInfo.InvariantCulture), date = day.ToString("dd", CultureInfo.InvariantCulture);
            string ofYear = $"{front}/archive/{year}", ofMonth = $"{ofYear}/{month}";
            foreach ((string path, string query, string to) in ((string, string, string)[])[(year, year, ofYear), ($"{year}/{month}", year + month, ofMonth), ($"{year}/{month}/{date}", year + month + date, ofMonth)])
            {
                Add($"{Old.Base}/{path}", to, "archive");
                Add($"{Home}?m={query}", to, "archive");
            }
        }
    }

    /// <summary>Where the old site's front stood, before a query.</summary>
    string Home => Old.Base.Length == 0 ? "/" : Old.Base;

    string FeedOf(string old) => front + (old.EndsWith("atom", StringComparison.Ordinal) ? "/atom.xml" : "/feed.xml");

    string PathOf(Filing filing) => front + filing switch
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
        if (from != to && from.Length is > 1 and < 1000 && !addresses.Answers(from))
            wanted.TryAdd(from, (to, reason));
    }

    /// <summary>Puts what was added into the context; what is there already is left or pointed anew.</summary>
    /// <param name="stop">Stops between two lots.</param>
    /// <param name="afterEach">Saves a thousand and lets go of them; null when all is to be saved with what else is in the context.</param>
    public async Task WriteAsync(CancellationToken stop, Func<Task>? afterEach = null)
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
            if (afterEach is not null)
                await afterEach();
        }
        wanted.Clear();
    }
}
