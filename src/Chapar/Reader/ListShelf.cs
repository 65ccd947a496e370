using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Sections;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>A place with those it lies in and those that lie in it.</summary>
sealed record PlaceOnMap(FiledUnder Place, IReadOnlyList<FiledUnder> Near);

/// <summary>What lists are of, by the last part of their address. Remembered where there is one; who leaves an address raises its name.</summary>
static class ListShelf
{
    public static ValueTask<FiledUnder?> SectionAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("section", slug, lines => FiledUnder.SectionAt.FirstAsync(lines, slug), section => [EditionNames.Section(section.Id)]);

    public static ValueTask<FiledUnder?> TopicAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("topic", slug, lines => FiledUnder.TopicAt.FirstAsync(lines, slug), topic => [EditionNames.Topic(topic.Id)]);

    public static ValueTask<PlaceOnMap?> PlaceAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("place", slug, async lines => await FiledUnder.PlaceAt.FirstAsync(lines, slug) is { } place ? new PlaceOnMap(place, await FiledUnder.PlacesNear.ListAsync(lines, place.Id)) : null,
            map => map.Near.Prepend(map.Place).Select(p => EditionNames.Place(p.Id)));

    public static ValueTask<AuthorProfile?> AuthorAtAsync(this ReaderPage page, string slug) =>
        page.AtAsync("author", slug, async lines => await AuthorProfile.At.FirstAsync(lines, slug) is var id && id != Guid.Empty ? await AuthorProfile.These.FirstAsync(lines, [id]) : null, author => author.Names);

    /// <param name="names">The edition names of what was found.</param>
    static ValueTask<T?> AtAsync<T>(this ReaderPage page, string what, string slug, Func<Lines, ValueTask<T?>> read, Func<T, IEnumerable<string>> names) where T : class =>
        page.Desk.Remembered.FindAsync(new($"{what} at {slug}"), page.Rendering, async made =>
        {
            var found = await read(page.Desk.Lines);
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
