using Chapar.Database;
using Chapar.Text;

namespace Chapar.Sections;

/// <summary>A section, place or topic as pages show it.</summary>
public sealed record FiledUnder(Guid Id, string Slug, LocalText Name, LocalText Description)
{
    internal static readonly Question<string, FiledUnder> SectionAt = new("section.at",
        (db, slug) => db.Sections.Where(s => s.Slug == slug).Select(s => new FiledUnder(s.Id, s.Slug, s.Name, s.Description)), Read);

    internal static readonly Question<IReadOnlyList<Guid>, FiledUnder> Sections = new("sections.these",
        (db, ids) => db.Sections.Where(s => ids.Contains(s.Id)).Select(s => new FiledUnder(s.Id, s.Slug, s.Name, s.Description)), Read);

    internal static readonly Question<IReadOnlyList<Guid>, FiledUnder> Places = new("places",
        (db, ids) => db.Places.Where(p => ids.Contains(p.Id)).Select(p => new FiledUnder(p.Id, p.Slug, p.Name, p.Description)), Read);

    internal static readonly Question<string, FiledUnder> PlaceAt = new("place.at",
        (db, slug) => db.Places.Where(p => p.Slug == slug).Select(p => new FiledUnder(p.Id, p.Slug, p.Name, p.Description)), Read);

    /// <summary>The places in which one lies, and those that lie in it.</summary>
    internal static readonly Question<Guid, FiledUnder> PlacesNear = new("places.near",
        (db, id) => db.Places.Where(p => p.ParentId == id || db.Places.Any(inner => inner.Id == id && inner.ParentId == p.Id)).OrderBy(p => p.Slug)
            .Select(p => new FiledUnder(p.Id, p.Slug, p.Name, p.Description)), Read);

    internal static readonly Question<IReadOnlyList<Guid>, FiledUnder> Topics = new("topics",
        (db, ids) => db.Topics.Where(t => ids.Contains(t.Id)).Select(t => new FiledUnder(t.Id, t.Slug, t.Name, t.Description)), Read);

    internal static readonly Question<string, FiledUnder> TopicAt = new("topic.at",
        (db, slug) => db.Topics.Where(t => t.Slug == slug).Select(t => new FiledUnder(t.Id, t.Slug, t.Name, t.Description)), Read);

    static FiledUnder Read(AnswerRow row) => new(row.Id(0), row.Text(1), LocalText.FromJson(row.Text(2)), LocalText.FromJson(row.Text(3)));
}
