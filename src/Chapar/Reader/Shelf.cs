using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Rates;
using Chapar.Sections;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Reader;

/// <summary>What very many article pages share (authors, places, the newest of a section), remembered and read once a change.</summary>
static class Shelf
{
    public static ValueTask<IReadOnlyList<Author>> AuthorsAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.Desk.Remembered.GetAsync<Author>("author", "", ids, page.Rendering, async missing =>
            [.. (await page.Db.AuthorsAsync(missing)).Select(a => (a.Id, a, Names(a), a.Photo?.EndsAfter(page.Now)))]);

    static Task<List<Author>> AuthorsAsync(this NewsDb db, IReadOnlyList<Guid> ids) => db.Authors.AsNoTracking().Include(a => a.Photo).Where(a => ids.Contains(a.Id)).ToListAsync();

    static Task<List<T>> FiledAsync<T>(this IQueryable<T> all, IReadOnlyList<Guid> ids) where T : Filing => all.AsNoTracking().Where(f => ids.Contains(f.Id)).ToListAsync();

    /// <summary>Asks of nothing what an article's page asks EF for.</summary>
    internal static async Task RehearseAsync(NewsDb db, DateTime now)
    {
        await BulletinsInForce.ReadAsync(db, RateSources.All, now);
        await db.AuthorsAsync([]);
        await db.Places.FiledAsync([]);
        await db.Topics.FiledAsync([]);
        await db.MostReadAsync(DateOnly.FromDateTime(now));
    }

    /// <summary>The edition names on which a page depends that shows an author with photo.</summary>
    internal static IEnumerable<string> Names(Author author) =>
        author.PhotoId is { } photo ? [EditionNames.Author(author.Id), EditionNames.Picture(photo)] : [EditionNames.Author(author.Id)];

    public static ValueTask<IReadOnlyList<Place>> PlacesAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.FiledAsync(db => db.Places, "place", ids, EditionNames.Place);

    public static ValueTask<IReadOnlyList<Topic>> TopicsAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.FiledAsync(db => db.Topics, "topic", ids, EditionNames.Topic);

    static ValueTask<IReadOnlyList<T>> FiledAsync<T>(this ReaderPage page, Func<NewsDb, IQueryable<T>> all, string what, IReadOnlyList<Guid> ids, Func<Guid, string> name) where T : Filing
    {
        // Also of what is not found: it was merged away after its id was read, and the page is of neither side of the merger.
        page.Rendering.DependOn(ids.Select(name));
        return page.Desk.Remembered.GetAsync<T>(what, "", ids, page.Rendering, async missing =>
            [.. (await all(page.Db).FiledAsync(missing)).Select(f => (f.Id, f, (IEnumerable<string>)[name(f.Id)], (DateTime?)null))]);
    }

    /// <summary>At most so many can be left out of a list that is full all the same: an article and what is suggested beside it.</summary>
    public const int MostWithout = 1 + ArticleModel.SuggestionCount;

    /// <summary>The newest of a section, without some of them.</summary>
    public static ValueTask<IReadOnlyList<Teaser>> NewestInAsync(this ReaderPage page, Guid section, int count, IReadOnlySet<Guid> without) =>
        page.NewestAsync("newest-in", section, EditionNames.ListOf(EditionNames.Section(section)), articles => articles.Where(a => a.SectionId == section), count, without);

    /// <summary>The newest by an author, without some of them.</summary>
    public static ValueTask<IReadOnlyList<Teaser>> NewestByAsync(this ReaderPage page, Guid author, int count, IReadOnlySet<Guid> without) =>
        page.NewestAsync("newest-by", author, EditionNames.ListOf(EditionNames.Author(author)), articles => articles.Where(a => a.Bylines.Any(b => b.AuthorId == author)), count, without);

    static async ValueTask<IReadOnlyList<Teaser>> NewestAsync(this ReaderPage page, string what, Guid of, string name, Func<IQueryable<Article>, IQueryable<Article>> which, int count, IReadOnlySet<Guid> without)
    {
        // More than are shown: the page's own article may be among them, and those that it suggests.
        var ids = await page.NewestAsync(new(what, page.Language, of), [name], which, count + MostWithout);
        return await page.TeasersAsync([.. ids.Where(id => !without.Contains(id)).Take(count)]);
    }

    /// <summary>The newest of these in the page's language.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="key">By which they are remembered.</param>
    /// <param name="names">The edition names of which one is raised when they become others.</param>
    /// <param name="which">Chooses them of all public ones; not asked while they are remembered.</param>
    /// <param name="count">How many; always the same for one key.</param>
    public static ValueTask<IReadOnlyList<Guid>> NewestAsync(this ReaderPage page, Remembered.Key key, IEnumerable<string> names, Func<IQueryable<Article>, IQueryable<Article>> which, int count) =>
        page.Desk.Remembered.GetAsync<IReadOnlyList<Guid>>(key, page.Rendering, async made =>
        {
            made.DependOn(names);
            return await which(page.Db.Articles.Published()).InLanguage(page.Language).Newest().Select(a => a.Id).Take(count).ToListAsync();
        });

    /// <summary>What was read most this week in the page's language, without some of it.</summary>
    public static async ValueTask<IReadOnlyList<Teaser>> MostReadAsync(this ReaderPage page, int count, IReadOnlySet<Guid> without)
    {
        var read = await page.Desk.Remembered.GetAsync(new("most-read"), page.Rendering, async made =>
        {
            made.DependOn(EditionNames.MostRead);
            // Readings are counted by days of UTC, wherever the paper's midnight is.
            made.ExpireAt(page.Now.Date.AddDays(1));
            return await page.Db.MostReadAsync(DateOnly.FromDateTime(page.Now));
        });
        return await page.TeasersAsync([.. read.Where(r => r.Language == page.Language && !without.Contains(r.Id)).Take(count).Select(r => r.Id)]);
    }

    public static NavLink Link(this ReaderPage page, Place place) => new(place.Name[page.Language], $"{page.Prefix}/places/{place.Slug}", place.Name.Foreign(page.Language));

    public static NavLink Link(this ReaderPage page, Topic topic) => new(topic.Name[page.Language], $"{page.Prefix}/topics/{topic.Slug}", topic.Name.Foreign(page.Language));
}
