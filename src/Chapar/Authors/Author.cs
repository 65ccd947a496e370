using System.Text.Json;
using Chapar.Events;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Authors;

public enum AuthorKind { Person, House }

/// <summary>A link of an author's own: site, channel.</summary>
public sealed record AuthorLink(string Label, string Url)
{
    /// <summary>As they are kept.</summary>
    public static string Write(IReadOnlyList<AuthorLink> links) => JsonSerializer.Serialize(links, JsonSerializerOptions.Default);

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IReadOnlyList<AuthorLink> Read(string stored) => stored == "[]" ? [] : JsonSerializer.Deserialize<List<AuthorLink>>(stored, JsonSerializerOptions.Default)!;
}

/// <summary>
/// Who signs articles: a person, or a house (a desk, an agency). Never the same thing as a staff account, and its
/// address is never made from a sign-in name.
/// </summary>
public sealed class Author : NewsSubject
{
    Author() { }

    public Author(string slug, LocalText name, AuthorKind kind = AuthorKind.Person)
    {
        Id = Guid.CreateVersion7();
        Slug = slug;
        Name = name;
        Kind = kind;
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; } = "";
    public AuthorKind Kind { get; private set; }
    public LocalText Name { get; private set; } = LocalText.Empty;

    /// <summary>"Energy correspondent".</summary>
    public LocalText Role { get; private set; } = LocalText.Empty;

    public LocalText Biography { get; private set; } = LocalText.Empty;
    public IReadOnlyList<AuthorLink> Links { get; private set; } = [];
    public Guid? PhotoId { get; private set; }
    public Picture? Photo { get; private set; }

    public void Rename(LocalText name) => Name = name;

    public void Introduce(LocalText role, LocalText biography, IEnumerable<AuthorLink>? links = null)
    {
        Role = role;
        Biography = biography;
        Links = [.. links ?? []];
    }

    public void Portray(Picture? photo)
    {
        Photo = photo;
        PhotoId = photo?.Id;
    }

    public string Address => $"/authors/{Slug}";

    /// <summary>Says that somebody has added them.</summary>
    public void Join(string by, DateTime now) => Record(new NewsEvent(NewsEvents.AuthorAdded, Id, now, by, Address));

    /// <summary>Changes what readers are told of them; nothing is recorded when nothing is different.</summary>
    public void Tell(LocalText name, AuthorKind kind, LocalText role, LocalText biography, IReadOnlyList<AuthorLink> links, string by, DateTime now)
    {
        var renamed = !name.Equals(Name);
        if (!renamed && kind == Kind && role.Equals(Role) && biography.Equals(Biography) && links.SequenceEqual(Links)) return;
        (Name, Kind) = (name, kind);
        Introduce(role, biography, links);
        Record(new NewsEvent(renamed ? NewsEvents.AuthorRenamed : NewsEvents.AuthorChanged, Id, now, by, Address));
    }

    /// <summary>The same as <see cref="Portray(Picture?)"/>, by somebody of the staff.</summary>
    public void Portray(Picture? photo, string by, DateTime now)
    {
        if (photo?.Id == PhotoId) return;
        Portray(photo);
        Record(new NewsEvent(NewsEvents.AuthorChanged, Id, now, by, Address));
    }

    /// <summary>Changes the address; the caller leaves a redirect.</summary>
    public void MoveTo(string slug, string by, DateTime now)
    {
        if (slug == Slug) return;
        var before = Address;
        Slug = slug;
        Record(new NewsEvent(NewsEvents.AuthorMoved, Id, now, by, $"{before} → {Address}"));
    }
}
