using Chapar.Database;
using Chapar.Media;
using Chapar.Text;

namespace Chapar.Authors;

/// <summary>An author's picture.</summary>
/// <param name="EndsAt">When the rights to show it end, UTC; null for never.</param>
public sealed record AuthorPhoto(PictureFace Face, DateTime? EndsAt);

/// <summary>An author as pages show them: at the foot of an article, at the head of a list.</summary>
public sealed record AuthorProfile(Guid Id, string Slug, AuthorKind Kind, LocalText Name, LocalText Role, LocalText Biography, IReadOnlyList<AuthorLink> Links, AuthorPhoto? Photo)
{
    internal static readonly Question<IReadOnlyList<Guid>, AuthorProfile> These = new("authors",
        (db, ids) => db.Authors.Where(a => ids.Contains(a.Id)).Select(a => new AuthorProfile(a.Id, a.Slug, a.Kind, a.Name, a.Role, a.Biography, a.Links,
            a.Photo == null ? null : new AuthorPhoto(new PictureFace(a.Photo.Id, a.Photo.Key, a.Photo.Width, a.Photo.Height, a.Photo.FocalX, a.Photo.FocalY), a.Photo.RightsEndAt))),
        row => new(row.Id(0), row.Text(1), row.Word<AuthorKind>(2), LocalText.FromJson(row.Text(3)), LocalText.FromJson(row.Text(4)), LocalText.FromJson(row.Text(5)), AuthorLink.Read(row.Text(6)),
            row.Is(7) ? null : new(new(row.Id(8), row.Text(9), row.Number(10), row.Number(11), row.Part(12), row.Part(13)), row.AtOrNot(14))));

    internal static readonly Question<string, Guid> At = new("author.at", (db, slug) => db.Authors.Where(a => a.Slug == slug).Select(a => a.Id), row => row.Id(0));

    /// <summary>The edition names on which a page depends that shows them.</summary>
    public IEnumerable<string> Names => Photo is { } photo ? [EditionNames.Author(Id), EditionNames.Picture(photo.Face.Id)] : [EditionNames.Author(Id)];
}
