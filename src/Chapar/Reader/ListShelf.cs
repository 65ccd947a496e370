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
        page.Desk.Remembered.FindAsync(new("section at " + slug), page.Rendering, async made =>
        {
            var section = await page.Db.Sections.AsNoTracking().FirstOrDefaultAsync(s => s.Slug == slug);
            if (section is not null) made.DependOn(EditionNames.Section(section.Id));
            return section;
        });

    public static ValueTask<Topic?> TopicAtAsync(this ReaderPage page, string slug) =>
        page.Desk.Remembered.FindAsync(new("topic at " + slug), page.Rendering, async made =>
        {
            var topic = await page.Db.Topics.AsNoTracking().FirstOrDefaultAsync(t => t.Slug == slug);
            if (topic is not null) made.DependOn(EditionNames.Topic(topic.Id));
            return topic;
        });

    public static ValueTask<PlaceOnMap?> PlaceAtAsync(this ReaderPage page, string slug) =>
        page.Desk.Remembered.FindAsync(new("place at " + slug), page.Rendering, async made =>
        {
            var place = await page.Db.Places.AsNoTracking().FirstOrDefaultAsync(p => p.Slug == slug);
            if (place is null) return null;
            made.DependOn(EditionNames.Place(place.Id));
            var near = await page.Db.Places.AsNoTracking().Where(p => p.ParentId == place.Id || p.Id == place.ParentId).OrderBy(p => p.Slug).ToListAsync();
            made.DependOn(near.Select(p => EditionNames.Place(p.Id)));
            return new PlaceOnMap(place, near);
        });

    public static ValueTask<Author?> AuthorAtAsync(this ReaderPage page, string slug) =>
        page.Desk.Remembered.FindAsync(new("author at " + slug), page.Rendering, async made =>
        {
            var author = await page.Db.Authors.AsNoTracking().Include(a => a.Photo).FirstOrDefaultAsync(a => a.Slug == slug);
            if (author is null) return null;
            made.DependOn(EditionNames.Author(author.Id));
            if (author.PhotoId is { } photo) made.DependOn(EditionNames.Picture(photo));
            return author;
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
