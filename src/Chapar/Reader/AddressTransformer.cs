using Chapar.Articles;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Settings;
using Chapar.Text.Scripts;
using Microsoft.AspNetCore.Mvc.Routing;

namespace Chapar.Reader;

/// <summary>
/// Finds what stands at an address that is data: an article, a plain page, a section. Old addresses and the
/// canonical form of new ones are <see cref="CanonicalAddress"/>'s work, which comes first.
/// </summary>
public sealed class AddressTransformer(Lines lines, Publication publication, Remembered remembered) : DynamicRouteValueTransformer
{
    internal static readonly Question<string, string> Sections = new("section", (db, slug) => db.Sections.Where(s => s.Slug == slug).Select(s => s.Slug), row => row.Text(0));

    internal sealed record PlainAddress(Guid Id, string Language);

    /// <summary>The plain page at an address.</summary>
    internal static readonly Question<string, PlainAddress> Plain = new("plain-page",
        (db, path) => db.PlainPages.Where(p => p.Path == path && p.IsPublic).Select(p => new PlainAddress(p.Id, p.Language)), row => new(row.Id(0), row.Text(1)));

    /// <summary>Addresses of what is gone.</summary>
    internal static readonly Question<string, string> Nowhere = new("gone", (db, path) => db.Redirects.Where(r => r.From == path && r.To == null).Select(r => r.From), row => row.Text(0));

    public override async ValueTask<RouteValueDictionary> TransformAsync(HttpContext httpContext, RouteValueDictionary values)
    {
        var language = LanguagePath.Of(httpContext, publication);
        var rest = httpContext.Request.Path.Value!;
        // Routing asks for every address, also where a fixed route will win.
        if (Machines.WithoutDatabase.Contains(rest) || ReaderRoutes.IsTaken(rest) || rest == "/rates" || rest.StartsWith("/history/", StringComparison.Ordinal) || rest.StartsWith("/rates/", StringComparison.Ordinal)
            || rest == "/search" || rest.StartsWith("/search/", StringComparison.Ordinal) || rest.StartsWith("/api/", StringComparison.Ordinal)
            || httpContext.Request.Path.StartsWithSegments("/newsroom", StringComparison.OrdinalIgnoreCase)) return null!;
        var path = publication.Prefix(language) + rest;
        var article = await ArticleAddress.FindAsync(httpContext, remembered, lines, path);
        // A language that was switched off has no frame of its own any more, and no other one is to be put around its text.
        if (article is not null && !publication.Languages.Contains(article.Language)) return Page("NotFound");
        // Nor is the other script that of another language's article, which the address was when that was the main one.
        if (article is not null && httpContext.Features.Get<OtherScript>() is { } script && script.Language != article.Language) return Page("NotFound");
        if (article is not null) LanguagePath.Take(httpContext, article.Language);
        if (article is not null) return Page(article.Status == ArticleStatus.Withdrawn ? "Gone" : "Article", ("id", article.Id));
        if (await SectionAsync(rest) is { } section) return section;
        var plain = await Plain.FirstAsync(lines, path);
        if (plain is not null && publication.Languages.Contains(plain.Language)) LanguagePath.Take(httpContext, plain.Language);
        if (plain is not null) return Page("Plain", ("id", plain.Id));
        if (await Nowhere.FirstAsync(lines, path) is not null) return Page("Gone", ("id", Guid.Empty));
        return Page("NotFound");
    }

    /// <summary>"/politics" or "/politics/page/3".</summary>
    async Task<RouteValueDictionary?> SectionAsync(string rest)
    {
        var parts = rest.Trim('/').Split('/');
        if (parts.Length is not (1 or 3) || (parts.Length == 3 && parts[1] != "page")) return null;
        var slug = parts[0];
        if (await Sections.FirstAsync(lines, slug) is null) return null;
        return parts.Length == 1 ? Page("Section", ("kind", "section"), ("slug", slug)) : Page("Section", ("kind", "section"), ("slug", slug), ("number", parts[2]));
    }

    static RouteValueDictionary Page(string name, params (string Key, object Value)[] values)
    {
        var route = new RouteValueDictionary { ["page"] = $"/Reader/{name}" };
        foreach (var (key, value) in values) route[key] = value;
        return route;
    }
}
