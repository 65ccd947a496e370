using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Sections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>A place with those it lies in and those that lie in it.</summary>
sealed record PlaceOnMap(Place Place, IReadOnlyList<Place> Near);

/// <summary>What lists are of, by the last part of their address. Remembered where there is one; who leaves an address raises its name.</summary>
static class ListShelf
{
    public static ValueTask<Section?> SectionAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("section", slug, () => page.Db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug), section => [EditionNames.Section(section.Id)]);

    public static ValueTask<Topic?> TopicAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("topic", slug, () => page.Db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug), topic => [EditionNames.Topic(topic.Id)]);

    public static ValueTask<PlaceOnMap?> PlaceAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("place", slug, async () =>
        {
            var place = await page.Db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug);
            return place is null ? null : new PlaceOnMap(place, await page.Db.Places.AsNoTracking().Where(p => p.ParentId == place.Id || p.Id == place.ParentId).OrderBy(p => p.Slug).ToListAsync());
        }, map => map.Near.Prepend(map.Place).Select(p => EditionNames.Place(p.Id)));

    public static ValueTask<Author?> AuthorAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("author", slug, () => page.Db.Authors.AsNoTracking().Include(a => a.Photo).FirstOrDefaultAsync(a => a.Slug == slug), Shelf.Names);

    /// <param name="names">The edition names of what was found.</param>
    static ValueTask<T?> AtAsync<T>(this ReaderPage page, string what, string slug, Func<Task<T?>> read, Func<T, IEnumerable<string>> names) where T : class =>
        page.Desk.Remembered.FindAsync(new($"{what} at {slug}"), page.Rendering, async made =>
        {
            var found = await read();
            if (found is not null) made.DependOn(names(found));
            return found;
        });

    /// <summary>When the first article of the page's language was published, UTC; null where there is none.</summary>
    public static async ValueTask<DateTime?> FirstEverAsync(this ReaderPage page) =>
        (await page.Desk.Remembered.GetAsync(new("first ever", page.Language), page.Rendering, async made =>
        {
            made.DependOn(EditionNames.Newest(page.Language));
            return new FirstEver(await page.Db.Articles.Published().InLanguage(page.Language).MinAsync(a => a.FirstPublishedAt));
        })).At;

    sealed record FirstEver(DateTime? At);
}
