using System.Text;
using System.Text.RegularExpressions;
using Chapar.Articles;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Reader.Finding;
using Chapar.Settings;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>
/// One address for each thing (D12): unknown queries, doubled slashes, upper case, "index.php" and trailing slashes lead
/// permanently, in one step, to the canonical address; so do the old addresses of imported and moved articles.
/// </summary>
public sealed partial class CanonicalAddress(RequestDelegate next, Publication publication, Remembered remembered, Lines lines)
{
    /// <summary>Queries that make a page of their own.</summary>
    static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["/search"] = [.. SearchAddress.Parameters],
        ["/search/feed.xml"] = [.. SearchAddress.OfFeed],
        ["/search/atom.xml"] = [.. SearchAddress.OfFeed],
        ["/search/feed.json"] = [.. SearchAddress.OfFeed],
        ["/rates/convert"] = ["amount", "from", "to", "on"],
        ["/rates/on"] = ["pair", "date"],
    };

    /// <summary>Parameters by which old systems name one article or page.</summary>
    static readonly string[] NamesOneThing = ["p", "page_id", "attachment_id", "id"];

    /// <summary>Why an address of the old system's lists leads elsewhere: their pages counted from the newest, so that page 3 of one is no page of ours.</summary>
    static readonly string[] OldLists = ["category", "tag", "author", "archive"];

    internal sealed record Move(string To, string Reason);

    internal static readonly Question<string, Move> Moves = new("moves",
        (db, from) => db.Redirects.Where(r => r.From == from && r.To != null).Select(r => new Move(r.To!, r.Reason)), row => new(row.Text(0), row.Text(1)));

    /// <summary>More moves of one thing than anyone makes.</summary>
    const int MostSteps = 8;

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) { await next(context); return; }
        var path = request.Path.Value!;
        var clean = await WithoutMainAsync(Clean(path));
        if (clean == path && !request.QueryString.HasValue && Machines.WithoutDatabase.Contains(path)) { await next(context); return; }

        // An author's name means something there.
        var isOwn = clean.StartsWith("/api/", StringComparison.Ordinal) || Known.ContainsKey(Split(clean).Page);
        var old = isOwn ? "" : OldQuery(request);
        if (old.Length > 0)
        {
            if ((await OldAsync(clean + old) ?? await ByNumberAsync(clean + old)) is { } byQuery) { Lead(context, byQuery); return; }
            if (clean == "/" && NamesOneThing.Any(request.Query.ContainsKey))
            {
                // The front page would be an answer to another question (D11): what is not known is gone or never was.
                request.Path = new PathString(clean + old);
                request.QueryString = QueryString.Empty;
                await next(context);
                return;
            }
        }
        if (OldForm(request, clean) is { } form) { Lead(context, form, isOfForm: true); return; }
        var query = KnownQuery(request, clean);
        if (clean != path || query != request.QueryString.Value)
        {
            var moved = await MovedAsync(clean);
            // That an old query named nothing here is of the data too.
            Lead(context, (moved ?? clean) + query, isOfForm: moved is null && old.Length == 0);
            return;
        }
        // Most requests: from an article that stands where it was asked for nothing leads elsewhere, whatever stood there before.
        var stands = !ReaderRoutes.IsTaken(Split(clean).Page) && await ArticleAddress.FindAsync(context, remembered, lines, clean) is { Status: ArticleStatus.Published };
        if (!stands && await MovedAsync(clean) is { } to) { Lead(context, to); return; }
        await next(context);
    }

    /// <summary>As <see cref="OldAsync"/>, by the address that counts now; null where that leads back here.</summary>
    async Task<string?> MovedAsync(string from) => await OldAsync(from) is { } old && await WithoutMainAsync(old) is var to && to != from ? to : null;

    /// <summary>Where an address leads now, in one step however often it moved; null when it leads nowhere else.</summary>
    async Task<string?> OldAsync(string from)
    {
        string? to = null;
        for (int step = 0; step < MostSteps; step++)
        {
            var at = to ?? from;
            var found = await StepAsync(at);
            // What came back to an address it had before is read there.
            if (found is null || await StandsAsync(at)) return to;
            if (found == from) return null;
            to = found;
        }
        return to;
    }

    /// <summary>Whether an article, a plain page or a section stands at the address now.</summary>
    async Task<bool> StandsAsync(string path)
    {
        if (await IsPageAsync(path)) return true;
        var list = PartOfList().Replace(path, "");
        var slug = list[(list.LastIndexOf('/') + 1)..];
        return publication.Languages.Any(l => $"{publication.Prefix(l)}/{slug}" == list) && await AddressTransformer.Sections.FirstAsync(lines, slug) is not null;
    }

    async Task<bool> IsPageAsync(string path) =>
        await ArticleAddress.At.FirstAsync(lines, path) is { Status: ArticleStatus.Published } || await AddressTransformer.Plain.FirstAsync(lines, path) is not null;

    /// <summary>A list that moved takes its pages and feeds along.</summary>
    async Task<string?> StepAsync(string from)
    {
        var part = PartOfList().Match(from);
        if (await Moves.FirstAsync(lines, from) is { } itself) return itself.To;
        if (!part.Success || await Moves.FirstAsync(lines, from[..part.Index]) is not { } moved || moved.To.Contains('?', StringComparison.Ordinal)) return await WholeOfAsync(from);
        return part.Value.StartsWith("/page/", StringComparison.Ordinal) && OldLists.Contains(moved.Reason) ? moved.To : moved.To + part.Value;
    }

    /// <summary>WordPress finds an article by its number under any of three names, whichever it is.</summary>
    async Task<string?> ByNumberAsync(string from) =>
        ArticleByNumber().Match(from) is { Success: true } number ? await OldAsync($"{from[..number.Index]}?p={number.Groups["id"].Value}") : null;

    /// <summary>An address without the main language, which stands at "/"; but what was published before that became the main one stays where it stands, and what moved then leads on.</summary>
    async Task<string> WithoutMainAsync(string clean)
    {
        var main = "/" + publication.MainLanguage;
        if (!Portion.IsUnder(clean, main)) return clean;
        if (await ArticleAddress.At.FirstAsync(lines, clean) is not null || await AddressTransformer.Plain.FirstAsync(lines, clean) is not null
            || await Moves.FirstAsync(lines, clean) is { } moved && Usual(moved.To) != Usual(clean) || await AddressTransformer.Nowhere.FirstAsync(lines, clean) is not null) return clean;
        return Usual(clean);
    }

    string Usual(string path) => path == "/" + publication.MainLanguage ? "/" : LanguagePath.Without(publication.MainLanguage, path);

    /// <summary>The part of an address that names the language, empty for the main one, and what stands behind it.</summary>
    (string Prefix, string Page) Split(string clean)
    {
        var prefix = publication.Languages.Skip(1).Select(publication.Prefix).FirstOrDefault(p => clean == p || clean.StartsWith(p + "/", StringComparison.Ordinal)) ?? "";
        return (prefix, clean[prefix.Length..]);
    }

    /// <summary>What has the same address on every site of that kind: its search, the further pages of its front, its sitemap. Null for all else.</summary>
    string? OldForm(HttpRequest request, string clean)
    {
        var (prefix, page) = Split(clean);
        if (page is "/wp-sitemap.xml" or "/sitemap_index.xml") return "/sitemap.xml";
        if (page is "" or "/" && request.Query["s"].ToString() is { Length: > 0 } words) return $"{prefix}/search{QueryString.Create("q", words)}";
        if (page is "" or "/" && request.Query.ContainsKey("paged") || PageOfFront().IsMatch(page)) return prefix + "/archive";
        return page.StartsWith("/search/", StringComparison.Ordinal) && !Known.ContainsKey(page) ? $"{prefix}/search{QueryString.Create("q", page["/search/".Length..])}" : null;
    }

    /// <summary>What old systems kept beside an article (its comments' feed, its mobile form, the further pages of a long text) leads to the article.</summary>
    async Task<string?> WholeOfAsync(string from)
    {
        if (PartOfArticle().Match(from) is not { Success: true } part) return null;
        var whole = from[..part.Index];
        return await IsPageAsync(whole) ? whole : part.Groups["page"].Success ? null : (await Moves.FirstAsync(lines, whole))?.To;
    }

    [GeneratedRegex(@"(?<=.)/(?:feed(?:/rss2?|/rdf|/atom)?|amp|embed|trackback|comment-page-\d{1,4}|(?<page>(?:page/)?\d{1,2}))$")]
    private static partial Regex PartOfArticle();

    [GeneratedRegex(@"(?<=.)/(?:page/\d+|feed\.xml|atom\.xml|feed\.json)$")]
    private static partial Regex PartOfList();

    [GeneratedRegex(@"^/page/\d+$")]
    private static partial Regex PageOfFront();

    [GeneratedRegex(@"\?(?:page_id|attachment_id)=(?<id>\d+)$")]
    private static partial Regex ArticleByNumber();

    static string Clean(string path)
    {
        var clean = new StringBuilder(path.Length);
        foreach (var c in path)
            if (c != '/' || clean.Length == 0 || clean[^1] != '/') clean.Append(char.ToLowerInvariant(c));
        var text = clean.ToString();
        // Keys of pictures and file names are lower case too; nothing of ours is told apart by case.
        if (text.StartsWith("/index.php", StringComparison.Ordinal)) text = text.Length == 10 ? "/" : text[10] == '/' ? text[10..] : text;
        text = text.TrimEnd('/');
        return text.Length == 0 ? "/" : text;
    }

    /// <summary>The query of an old address: only the parameters by which old systems name things, in a fixed order.</summary>
    static string OldQuery(HttpRequest request)
    {
        string[] naming = ["p", "page_id", "attachment_id", "cat", "tag", "author", "m", "feed", "option", "view", "id", "catid"];
        var parts = naming.Where(n => request.Query.ContainsKey(n)).Select(n => $"{n}={request.Query[n].ToString().ToLowerInvariant()}");
        var query = string.Join('&', parts);
        return query.Length == 0 ? "" : "?" + query;
    }

    string KnownQuery(HttpRequest request, string clean)
    {
        if (!request.QueryString.HasValue) return "";
        // Programs are told what is wrong with a question; a redirect would answer another one.
        if (clean.StartsWith("/api/", StringComparison.Ordinal)) return request.QueryString.Value!;
        if (!Known.TryGetValue(Split(clean).Page, out var names)) return "";
        var kept = new QueryBuilder(names.Where(n => !string.IsNullOrWhiteSpace(request.Query[n])).Select(n => KeyValuePair.Create(n, request.Query[n].ToString())));
        var canonical = kept.ToQueryString().Value ?? "";
        // "+" and "%20" are the same blank: a form's own way of writing is no reason to redirect.
        var given = request.Query.Keys.Where(k => !string.IsNullOrWhiteSpace(request.Query[k])).ToList();
        return given.SequenceEqual(names.Where(given.Contains)) && request.Query.Count == given.Count ? request.QueryString.Value! : canonical;
    }

    static void Lead(HttpContext context, string to, bool isOfForm = false) => Leading.Send(context.Response, Encode(to), isOfForm);

    static string Encode(string to)
    {
        var query = to.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? new PathString(to).ToUriComponent() : new PathString(to[..query]).ToUriComponent() + to[query..];
    }
}
