using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Chapar.Settings;
using Chapar.Text.Scripts;

namespace Chapar.Distribution;

/// <summary>The small files that say who we are; they need no database and so are answered even when it is down.</summary>
public static class SiteFiles
{
    /// <summary>The crawlers' rules (RFC 9309). An error here would tell them to keep out of everything.</summary>
    public static Document Robots(Publication publication)
    {
        var text = new StringBuilder("User-agent: *\n");
        text.Append("Disallow: /newsroom\n");
        // Results of a search are pages without end; the search page itself says noindex.
        foreach (var language in publication.Languages) text.Append(CultureInfo.InvariantCulture, $"Disallow: {publication.Prefix(language)}/search?\n");
        foreach (var script in OtherScript.All.Where(script => publication.Languages.Contains(script.Language))) text.Append(CultureInfo.InvariantCulture, $"Disallow: /{script.Folder}/search?\n");
        text.Append(CultureInfo.InvariantCulture, $"\nSitemap: {publication.Absolute("/sitemap.xml")}\n");
        foreach (var language in publication.Languages) text.Append(CultureInfo.InvariantCulture, $"Sitemap: {publication.Absolute(publication.Prefix(language) + "/news-sitemap.xml")}\n");
        return Document.PlainText(text.ToString(), []);
    }

    /// <summary>Where to report a weakness (RFC 9116); null when no contact is set.</summary>
    /// <remarks>It expires eleven months after the beginning of this month: always under a year, and the file changes once a month only.</remarks>
    public static Document? SecurityText(Publication publication, DateTime now)
    {
        if (publication.SecurityContact.Length == 0) return null;
        var month = new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc);
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            Contact: {publication.SecurityContact}
            Expires: {month.AddMonths(11):yyyy-MM-dd'T'HH:mm:ss'Z'}
            Preferred-Languages: {string.Join(", ", publication.Languages)}
            Canonical: {publication.Absolute("/.well-known/security.txt")}

            """);
        return Document.PlainText(text, [], month.AddMonths(1));
    }

    /// <summary>What a phone needs to put the newspaper among its programs (w3.org/TR/appmanifest).</summary>
    public static Document Manifest(Publication publication, string language)
    {
        var home = publication.Prefix(language) is { Length: > 0 } prefix ? prefix : "/";
        var manifest = new JsonObject
        {
            ["name"] = publication.Name,
            ["short_name"] = publication.Name,
            ["lang"] = language,
            ["id"] = home,
            ["start_url"] = home,
            ["scope"] = "/",
            ["display"] = "minimal-ui",
            ["background_color"] = "#fffdf9",
            ["theme_color"] = publication.Accent,
            ["icons"] = new JsonArray(Icon("/icon.svg", "image/svg+xml", "any"), Icon("/icon-192.png", "image/png", "192x192"), Icon("/icon-512.png", "image/png", "512x512")),
        };
        if (publication.TaglineIn(language).Text is { Length: > 0 } tagline) manifest["description"] = tagline;
        return new Document("application/manifest+json; charset=utf-8", Encoding.UTF8.GetBytes(manifest.ToJsonString()), []);
    }

    static JsonObject Icon(string path, string type, string sizes) => new() { ["src"] = path, ["type"] = type, ["sizes"] = sizes, ["purpose"] = "any" };
}
