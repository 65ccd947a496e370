using System.Text;
using Chapar.Database;

using Chapar.Settings;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>
/// One address for each thing (D12): unknown queries, doubled slashes, upper case, "index.php" and trailing slashes lead
/// permanently, in one step, to the canonical address; so do the old addresses of imported and moved articles.
/// </summary>
public sealed class CanonicalAddress(RequestDelegate next, Publication publication)
{
    /// <summary>Queries that make a page of their own.</summary>
    static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal) { ["/search"] = ["q", "page"] };

    public async Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))) { await next(context); return; }
        var path = request.Path.Value!;
        var clean = Clean(path);
        if (clean == path && !request.QueryString.HasValue && Machines.WithoutDatabase.Contains(path)) { await next(context); return; }
        var db = context.RequestServices.GetRequiredService<NewsDb>();

        if (request.QueryString.HasValue && await OldAsync(db, clean + OldQuery(request)) is { } byQuery) { Redirect(context, byQuery); return; }
        var query = KnownQuery(request, clean);
        if (clean != path || query != request.QueryString.Value)
        {
            Redirect(context, (await OldAsync(db, clean) ?? clean) + query);
            return;
        }
        if (await OldAsync(db, clean) is { } to) { Redirect(context, to); return; }
        await next(context);
    }

    static async Task<string?> OldAsync(NewsDb db, string from) =>
        await db.Redirects.AsNoTracking().Where(r => r.From == from && r.To != null).Select(r => r.To).FirstOrDefaultAsync();

    string Clean(string path)
    {
        var clean = new StringBuilder(path.Length);
        foreach (var c in path)
            if (c != '/' || clean.Length == 0 || clean[^1] != '/') clean.Append(char.ToLowerInvariant(c));
        var text = clean.ToString();
        // Keys of pictures and file names are lower case too; nothing of ours is told apart by case.
        if (text.StartsWith("/index.php", StringComparison.Ordinal)) text = text.Length == 10 ? "/" : text[10] == '/' ? text[10..] : text;
        if (text == $"/{publication.MainLanguage}") text = "/";
        else if (text.StartsWith($"/{publication.MainLanguage}/", StringComparison.Ordinal)) text = text[(publication.MainLanguage.Length + 1)..];
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
        var language = publication.Languages.Skip(1).FirstOrDefault(l => clean.StartsWith($"/{l}/", StringComparison.Ordinal));
        var page = language is null ? clean : clean[(language.Length + 1)..];
        if (!Known.TryGetValue(page, out var names)) return "";
        var kept = new QueryBuilder(names.Where(n => !string.IsNullOrWhiteSpace(request.Query[n])).Select(n => KeyValuePair.Create(n, request.Query[n].ToString())));
        var canonical = kept.ToQueryString().Value ?? "";
        // "+" and "%20" are the same blank: a form's own way of writing is no reason to redirect.
        var given = request.Query.Keys.Where(k => !string.IsNullOrWhiteSpace(request.Query[k])).ToList();
        return given.SequenceEqual(names.Where(given.Contains)) && request.Query.Count == given.Count ? request.QueryString.Value! : canonical;
    }

    static void Redirect(HttpContext context, string to)
    {
        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = Encode(to);
        context.Response.Headers.CacheControl = "public, max-age=300";
    }

    static string Encode(string to)
    {
        var query = to.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? new PathString(to).ToUriComponent() : new PathString(to[..query]).ToUriComponent() + to[query..];
    }
}
