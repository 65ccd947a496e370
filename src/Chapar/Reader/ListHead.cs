using System.Text.Json.Nodes;
using Chapar.Authors;
using Chapar.Media;

namespace Chapar.Reader;

/// <summary>What the heads of fronts and lists say to machines.</summary>
static class ListHead
{
    const int PortraitWidth = 800;

    /// <summary>The front: who publishes, and how the site is searched.</summary>
    public static void Fill(HomeModel page)
    {
        var publisher = LinkedData.Organization(page);
        LinkedData.Add(page, new JsonObject
        {
            ["@type"] = "WebSite",
            ["@id"] = page.Absolute(page.Head.Canonical!) + "#site",
            ["name"] = page.Publication.Name,
            ["url"] = page.Absolute(page.Head.Canonical!),
            ["inLanguage"] = page.Language,
            ["publisher"] = publisher,
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = page.Absolute($"{page.Prefix}/search") + "?q={search_term_string}" },
                ["query-input"] = "required name=search_term_string",
            },
        });
    }

    /// <summary>An author's page is a profile; every other list a collection.</summary>
    public static void Fill(ListModel page)
    {
        var url = page.Absolute(page.Head.Canonical!);
        var json = new JsonObject { ["@type"] = page.Author is null ? "CollectionPage" : "ProfilePage", ["name"] = page.Head.Title, ["url"] = url, ["inLanguage"] = page.Language };
        if (page.Author is { } author) json["mainEntity"] = Profile(page, author);
        else if (page.OtherNames.Count > 0) json["about"] = new JsonObject { ["@type"] = page.Kind == "place" ? "Place" : "Thing", ["name"] = page.Title, ["alternateName"] = Alternate(page) };
        LinkedData.Add(page, json);
        LinkedData.Add(page, LinkedData.Breadcrumbs(page, (page.Title, page.Pager.Address)));
        if (page.AuthorPhoto is not { } photo) return;
        var width = Width(photo);
        page.Head.Image = (Renditions.Address(photo, Shape.Card, width, "jpg"), width, Renditions.Height(photo, Shape.Card, width), page.Title);
    }

    static JsonObject Profile(ListModel page, AuthorProfile author)
    {
        var json = LinkedData.Author(page, author);
        if (page.OtherNames.Count > 0) json["alternateName"] = Alternate(page);
        if (author.Role[page.Language] is { Length: > 0 } role && author.Kind == AuthorKind.Person) json["jobTitle"] = role;
        if (author.Biography[page.Language] is { Length: > 0 } biography) json["description"] = biography;
        if (page.AuthorPhoto is { } photo) json["image"] = page.Absolute(Renditions.Address(photo, Shape.Card, Width(photo), "jpg"));
        if (author.Links.Count > 0) json["sameAs"] = LinkedData.Texts(author.Links.Select(l => l.Url));
        // An agency is not ours because we print it.
        if (author.Kind == AuthorKind.Person) json["worksFor"] = LinkedData.Publisher(page.Publication);
        return json;
    }

    static JsonArray Alternate(ListModel page) => LinkedData.Texts(page.OtherNames.Select(n => n.Text));

    static int Width(PictureFace picture)
    {
        var widths = Renditions.WidthsOf(picture);
        return widths.Last(w => w <= PortraitWidth || w == widths[0]);
    }
}
