using Chapar.Media;
using Chapar.Text;

namespace Chapar.Authors;

public enum AuthorKind { Person, House }

/// <summary>A link of an author's own: site, channel.</summary>
public sealed record AuthorLink(string Label, string Url);

/// <summary>
/// Who signs articles: a person, or a house (a desk, an agency). Never the same thing as a staff account, and its
/// address is never made from a sign-in name.
/// </summary>
public sealed class Author
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

    public void MoveTo(string slug) => Slug = slug;
}
