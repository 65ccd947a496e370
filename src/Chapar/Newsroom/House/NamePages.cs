using Chapar.Database;
using Chapar.Names;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Newsroom.House;

/// <summary>A place, topic or author that a known name can be.</summary>
/// <param name="Address">On the site: "/places/osh".</param>
/// <param name="Desk">Where the newsroom changes it.</param>
public sealed record NamePage(Guid? Place, Guid? Topic, Guid? Author, string Address, string Name, string Desk);

/// <summary>The pages of the site that known names can have.</summary>
public static class NamePages
{
    /// <summary>All of them, by address.</summary>
    public static async Task<IReadOnlyList<NamePage>> AllAsync(NewsDb db, string language, CancellationToken stop)
    {
        var places = await db.Places.AsNoTracking().ToListAsync(stop);
        var topics = await db.Topics.AsNoTracking().ToListAsync(stop);
        var authors = await db.Authors.AsNoTracking().ToListAsync(stop);
        return [.. places.Select(p => new NamePage(p.Id, null, null, p.Address, p.Name[language], $"/newsroom/places/{p.Id}"))
            .Concat(topics.Select(t => new NamePage(null, t.Id, null, t.Address, t.Name[language], $"/newsroom/topics/{t.Id}")))
            .Concat(authors.Select(a => new NamePage(null, null, a.Id, a.Address, a.Name[language], $"/newsroom/authors/{a.Id}"))).OrderBy(p => p.Address, StringComparer.Ordinal)];
    }

    /// <summary>The name of a place, topic or author; null when the list has none for it.</summary>
    public static Task<KnownName?> NameOfAsync(NewsDb db, Guid page, CancellationToken stop) =>
        db.KnownNames.AsNoTracking().Counting().Where(n => n.PlaceId == page || n.TopicId == page || n.AuthorId == page).OrderBy(n => n.Id).FirstOrDefaultAsync(stop);

    /// <summary>The page of a name; null when it has none, or it is gone.</summary>
    public static NamePage? Of(this IEnumerable<NamePage> pages, KnownName name) =>
        pages.FirstOrDefault(p => (p.Place is { } place && place == name.PlaceId) || (p.Topic is { } topic && topic == name.TopicId) || (p.Author is { } author && author == name.AuthorId));

    /// <summary>The one that was typed: by address, or by a name that only one of them has.</summary>
    public static NamePage? Typed(this IReadOnlyList<NamePage> pages, string typed) =>
        pages.FirstOrDefault(p => p.Address == typed) ?? (pages.Where(p => string.Equals(p.Name, typed, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null);
}
