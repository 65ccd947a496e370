using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Pages;
using Chapar.Sections;
using Chapar.Suggestions;

namespace Chapar.Reader;

/// <summary>What very many article pages share (authors, places, the newest of a section), remembered and read once a change.</summary>
static class Shelf
{
    public static ValueTask<IReadOnlyList<AuthorProfile>> AuthorsAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.Desk.Remembered.GetAsync<AuthorProfile>("author", "", ids, page.Rendering, async missing =>
            [.. (await AuthorProfile.These.ListAsync(page.Desk.Lines, missing)).Select(a => (a.Id, a, a.Names, a.Photo?.EndsAt > page.Now ? a.Photo.EndsAt : null))]);

    public static ValueTask<IReadOnlyList<FiledUnder>> PlacesAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.FiledAsync(FiledUnder.Places, "place", ids, EditionNames.Place);

    public static ValueTask<IReadOnlyList<FiledUnder>> TopicsAsync(this ReaderPage page, IReadOnlyList<Guid> ids) =>
        page.FiledAsync(FiledUnder.Topics, "topic", ids, EditionNames.Topic);

    static ValueTask<IReadOnlyList<FiledUnder>> FiledAsync(this ReaderPage page, Question<IReadOnlyList<Guid>, FiledUnder> these, string what, IReadOnlyList<Guid> ids, Func<Guid, string> name)
    {
        // Also of what is not found: it was merged away after its id was read, and the page is of neither side of the merger.
        page.Rendering.DependOn(ids.Select(name));
        return page.Desk.Remembered.GetAsync<FiledUnder>(what, "", ids, page.Rendering, async missing =>
            [.. (await these.ListAsync(page.Desk.Lines, missing)).Select(f => (f.Id, f, (IEnumerable<string>)[name(f.Id)], (DateTime?)null))]);
    }

    /// <summary>At most so many can be left out of a list that is full all the same: an article and what is suggested beside it.</summary>
    const int MostWithout = 1 + ArticleModel.SuggestionCount;

    const int MostNewest = ArticleModel.LatestCount + MostWithout;

    internal static readonly Question<OneInLanguage, Guid> NewestInSection = new("newest-in",
        (db, one) => db.Articles.Published().Where(a => a.SectionId == one.Of && a.Language == one.Language).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id).Take(MostNewest).Select(a => a.Id),
        row => row.Id(0));

    internal static readonly Question<OneInLanguage, Guid> NewestByAuthor = new("newest-by",
        (db, one) => db.Articles.Published().Where(a => a.Bylines.Any(b => b.AuthorId == one.Of) && a.Language == one.Language)
            .OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id).Take(MostNewest).Select(a => a.Id),
        row => row.Id(0));

    /// <summary>The newest of a section, without some of them.</summary>
    public static ValueTask<IReadOnlyList<Teaser>> NewestInAsync(this ReaderPage page, Guid section, int count, IReadOnlySet<Guid> without) =>
        page.NewestAsync("newest-in", NewestInSection, section, EditionNames.ListOf(EditionNames.Section(section)), count, without);

    /// <summary>The newest by an author, without some of them.</summary>
    public static ValueTask<IReadOnlyList<Teaser>> NewestByAsync(this ReaderPage page, Guid author, int count, IReadOnlySet<Guid> without) =>
        page.NewestAsync("newest-by", NewestByAuthor, author, EditionNames.ListOf(EditionNames.Author(author)), count, without);

    /// <param name="count">At most <see cref="ArticleModel.LatestCount"/>.</param>
    static async ValueTask<IReadOnlyList<Teaser>> NewestAsync(this ReaderPage page, string what, Question<OneInLanguage, Guid> newest, Guid of, string name, int count, IReadOnlySet<Guid> without)
    {
        // More than are shown: the page's own article may be among them, and those that it suggests.
        var ids = await page.NewestAsync(new(what, page.Language, of), [name], newest, new(of, page.Language));
        return await page.TeasersAsync([.. ids.Where(id => !without.Contains(id)).Take(count)]);
    }

    /// <summary>The newest of something.</summary>
    /// <param name="page">The page that asks.</param>
    /// <param name="key">By which they are remembered.</param>
    /// <param name="names">The edition names of which one is raised when they become others.</param>
    /// <param name="newest">Asks for them; not asked while they are remembered.</param>
    /// <param name="about">What it is asked about.</param>
    public static ValueTask<IReadOnlyList<Guid>> NewestAsync<TAbout>(this ReaderPage page, Remembered.Key key, IEnumerable<string> names, Question<TAbout, Guid> newest, TAbout about) where TAbout : notnull =>
        page.Desk.Remembered.GetAsync<IReadOnlyList<Guid>>(key, page.Rendering, async made =>
        {
            made.DependOn(names);
            return await newest.ListAsync(page.Desk.Lines, about);
        });

    /// <summary>What was read most this week in the page's language, without some of it.</summary>
    public static async ValueTask<IReadOnlyList<Teaser>> MostReadAsync(this ReaderPage page, int count, IReadOnlySet<Guid> without)
    {
        var read = await page.Desk.Remembered.GetAsync(new("most-read"), page.Rendering, async made =>
        {
            made.DependOn(EditionNames.MostRead);
            // Readings are counted by days of UTC, wherever the paper's midnight is.
            made.ExpireAt(page.Now.Date.AddDays(1));
            return await MostRead.ReadAsync(page.Asking, DateOnly.FromDateTime(page.Now));
        });
        return await page.TeasersAsync([.. read.Where(r => r.Language == page.Language && !without.Contains(r.Id)).Take(count).Select(r => r.Id)]);
    }

    public static NavLink PlaceLink(this ReaderPage page, FiledUnder place) => page.Link(place, "places");

    public static NavLink TopicLink(this ReaderPage page, FiledUnder topic) => page.Link(topic, "topics");

    static NavLink Link(this ReaderPage page, FiledUnder filed, string kind) => new(filed.Name[page.Language], $"{page.Prefix}/{kind}/{filed.Slug}", filed.Name.Foreign(page.Language));
}
