using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Chapar.Authors;
using Chapar.Settings;

namespace Chapar.Reader;

/// <summary>The parts of JSON-LD (schema.org) that several kinds of page say alike.</summary>
static class LinkedData
{
    // Letters of every script stand as they are; "<", ">" and "&" do not, so that no headline can end the script element.
    static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Plain pages, by the last part of their address, that say how the newsroom works. Only those that exist are named.</summary>
    static readonly Dictionary<string, string> Policies = new(StringComparer.Ordinal)
    {
        ["ethics"] = "ethicsPolicy",
        ["masthead"] = "masthead",
        ["ownership"] = "ownershipFundingInfo",
        ["diversity"] = "diversityPolicy",
        ["fact-checking"] = "verificationFactCheckingPolicy",
        ["sources"] = "unnamedSourcesPolicy",
        ["feedback"] = "actionableFeedbackPolicy",
    };

    /// <summary>Adds an object to the page.</summary>
    public static void Add(ReaderPage page, JsonObject thing)
    {
        thing.Insert(0, "@context", "https://schema.org");
        page.Head.JsonLd.Add(thing.ToJsonString(Safe));
    }

    /// <summary>The newspaper as publisher: enough of it to be known wherever it is named.</summary>
    public static JsonObject Publisher(Publication publication) => new()
    {
        ["@type"] = "NewsMediaOrganization",
        ["@id"] = publication.Absolute("/") + "#publication",
        ["name"] = publication.Name,
        ["url"] = publication.Absolute("/"),
        ["logo"] = new JsonObject { ["@type"] = "ImageObject", ["url"] = publication.Absolute(publication.Logo.Length > 0 ? "/logo" + Path.GetExtension(publication.Logo).ToLowerInvariant() : "/icon-512.png") },
    };

    /// <summary>The newspaper with all it says of itself.</summary>
    public static JsonObject Organization(ReaderPage page)
    {
        var organization = Publisher(page.Publication);
        if (page.Publication.TaglineIn(page.Language).Text is { Length: > 0 } slogan) organization["slogan"] = slogan;
        if (page.Publication.Email.Length > 0) organization["email"] = page.Publication.Email;
        if (page.Publication.SameAs.Count > 0) organization["sameAs"] = Texts(page.Publication.SameAs);
        organization["correctionsPolicy"] = page.Absolute($"{page.Prefix}/corrections");
        foreach (var link in page.Furniture.About)
            if (Policies.TryGetValue(link.Path[(link.Path.LastIndexOf('/') + 1)..], out var policy)) organization[policy] = page.Absolute(link.Path);
        return organization;
    }

    /// <summary>An author by name and page, without a role (Google's advice for articles).</summary>
    public static JsonObject Author(ReaderPage page, AuthorProfile author) => new()
    {
        ["@type"] = author.Kind == AuthorKind.House ? "Organization" : "Person",
        ["name"] = author.Name[page.Language],
        ["url"] = page.Absolute($"{page.Prefix}/authors/{author.Slug}"),
    };

    /// <summary>The way from the front to the page.</summary>
    public static JsonObject Breadcrumbs(ReaderPage page, params ReadOnlySpan<(string Name, string Path)> steps)
    {
        var items = new JsonArray(Step(1, page.Publication.Name, page.Prefix.Length == 0 ? "/" : page.Prefix));
        foreach (var (name, path) in steps) items.Add(Step(items.Count + 1, name, path));
        return new JsonObject { ["@type"] = "BreadcrumbList", ["itemListElement"] = items };

        JsonNode Step(int position, string name, string path) =>
            new JsonObject { ["@type"] = "ListItem", ["position"] = position, ["name"] = name, ["item"] = page.Absolute(path) };
    }

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
