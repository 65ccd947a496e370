using Chapar.Articles;
using Chapar.Authors;
using Chapar.Database;
using Chapar.Media;
using Chapar.Sections;
using Chapar.Settings;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Distribution;

/// <summary>Reads what stands in a feed, in one language.</summary>
/// <param name="now">The present instant, UTC: for rates of the day, and for the rights to pictures.</param>
/// <param name="shelf">Where articles stand that were read for other feeds; null where one feed is all that is asked for.</param>
public sealed class FeedReading(Asking asking, Publication publication, FeedWords words, string language, DateTime now, FeedShelf? shelf = null)
{
    /// <summary>Articles in a feed.</summary>
    public const int Length = 30;

    /// <summary>Wide enough for every feed reader, and for the previews that want 1200 pixels.</summary>
    const int PictureWidth = 1200;

    /// <param name="Names">What the list depends on: the thing's own name, and which articles it has.</param>
    /// <param name="Newest">Asks for the newest of it.</param>
    sealed record Scope(string? Title, string Description, string Path, string[] Names, Func<ValueTask<IReadOnlyList<Guid>>> Newest);

    internal static readonly Question<string, Guid> NewestOfAll = new("feed.newest",
        (db, language) => db.Articles.Published().Where(a => a.Language == language).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id).Take(Length).Select(a => a.Id), row => row.Id(0));

    internal static readonly Question<OneInLanguage, Guid> NewestOfSection = new("feed.newest-in",
        (db, one) => db.Articles.Published().Where(a => a.SectionId == one.Of && a.Language == one.Language).OrderByDescending(a => a.FirstPublishedAt).ThenByDescending(a => a.Id).Take(Length).Select(a => a.Id),
        row => row.Id(0));

    readonly string prefix = publication.Prefix(language);
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    IQueryable<Article> Articles => asking.Db.Articles.AsNoTracking().Published().InLanguage(language);

    /// <param name="about">What the feed is of.</param>
    /// <param name="slug">Which section, place, topic or author; null for everything.</param>
    /// <param name="lines">For which articles it has.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Null when there is no such thing.</returns>
    public async Task<Feed?> ReadAsync(FeedAbout about, string? slug, Lines lines, CancellationToken stop)
    {
        if (await FindAsync(about, slug, lines, stop) is not { } scope) return null;
        names.UnionWith(scope.Names);
        // Found first and read then: what is read of them would be looked for once for each of its parts.
        var newest = await scope.Newest();
        var title = scope.Title is null ? publication.Name : $"{scope.Title} | {publication.Name}";
        return await ReadAsync(title, scope.Description, scope.Path, newest, stop);
    }

    /// <summary>The feed of a search.</summary>
    /// <param name="title">What was asked for, in words.</param>
    /// <param name="page">Path and query of the search.</param>
    /// <param name="ids">What it found, in one language or several; at most <see cref="Length"/>.</param>
    public Task<Feed> ReadAsync(string title, string page, IReadOnlyList<Guid> ids, CancellationToken stop) => ReadAsync($"{title} | {publication.Name}", "", page, ids, stop);

    async Task<Feed> ReadAsync(string title, string description, string page, IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        List<ReadItem> read = [];
        List<Guid> missing = [];
        foreach (var id in ids)
            if (shelf?.Find(id, language) is { } known) read.Add(known);
            else missing.Add(id);
        if (missing.Count > 0) read.AddRange(await ItemsAsync(missing, stop));
        read.Sort((a, b) => (b.Item.PublishedAt, b.Item.Id).CompareTo((a.Item.PublishedAt, a.Item.Id)));
        foreach (var item in read) names.UnionWith(item.Names);
        return new Feed(title, description.Length > 0 ? description : title, language, page, [.. read.Select(r => r.Item)], names, read.Min(r => r.GoodUntil));
    }

    async Task<IEnumerable<ReadItem>> ItemsAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        var articles = await FeedStory.ReadAsync(asking, ids, stop);
        var bodies = await FeedBodies.ReadAsync(asking, publication, words, language, now, articles, stop);
        return articles.Select(article =>
        {
            var read = new ReadItem(Item(article, bodies), [.. NamesOf(article), .. FeedBodies.NamesOf(article)], bodies.GoodUntil(article));
            return shelf is null ? read : shelf.Put(read, language, publication);
        });
    }

    async Task<Scope?> FindAsync(FeedAbout about, string? slug, Lines lines, CancellationToken stop)
    {
        switch (about)
        {
            case FeedAbout.Section when await asking.FirstAsync(FiledUnder.SectionAt, slug!, stop) is { } section:
                return Of(section, $"/{slug}", EditionNames.Section(section.Id), async () => await asking.ListAsync(NewestOfSection, new(section.Id, language), stop));
            case FeedAbout.Place when await asking.FirstAsync(FiledUnder.PlaceAt, slug!, stop) is { } place:
                return Of(place, $"/places/{slug}", EditionNames.Place(place.Id), Members(ListMembers.OfPlace, place.Id, () => Articles.AboutPlace(place.Id)));
            case FeedAbout.Topic when await asking.FirstAsync(FiledUnder.TopicAt, slug!, stop) is { } topic:
                return Of(topic, $"/topics/{slug}", EditionNames.Topic(topic.Id), Members(ListMembers.OfTopic, topic.Id, () => Articles.AboutTopic(topic.Id)));
            case FeedAbout.Author when await asking.FirstAsync(AuthorProfile.At, slug!, stop) is var id && id != Guid.Empty && await asking.FirstAsync(AuthorProfile.These, [id], stop) is { } author:
                return new Scope(author.Name[language], author.Biography[language], $"{prefix}/authors/{slug}", List(EditionNames.Author(id)), Members(ListMembers.OfAuthor, id, () => Articles.By(id)));
            case FeedAbout.Everything:
                return new Scope(null, publication.TaglineIn(language).Text, prefix.Length == 0 ? "/" : prefix, [EditionNames.Newest(language)], async () => await asking.ListAsync(NewestOfAll, language, stop));
            default:
                return null;
        }

        // Of a short list all is read sooner than the newest of it are found.
        Func<ValueTask<IReadOnlyList<Guid>>> Members(ListMembers of, Guid id, Func<IQueryable<Article>> all) => async () =>
            await of.OldestAsync(lines, id, stop: stop) is { } members
                ? [.. members.Where(m => m.Language == language).TakeLast(Length).Select(m => m.Id)]
                : await all().Newest().Take(Length).Select(a => a.Id).ToListAsync(stop);
    }

    Scope Of(FiledUnder filed, string path, string name, Func<ValueTask<IReadOnlyList<Guid>>> newest) =>
        new(filed.Name[language], filed.Description[language], prefix + path, List(name), newest);

    static string[] List(string of) => [of, EditionNames.ListOf(of)];

    static IEnumerable<string> NamesOf(FeedStory article) =>
    [
        EditionNames.Article(article.Id), EditionNames.Section(article.SectionId),
        .. article.Signed.Select(b => EditionNames.Author(b.Id)), .. article.Places.Select(p => EditionNames.Place(p.Id)), .. article.Topics.Select(t => EditionNames.Topic(t.Id)),
    ];

    FeedItem Item(FeedStory article, FeedBodies bodies) => new(
        article.Id, publication.Absolute(article.Path), article.Headline, article.Deck, bodies.Html(article),
        article.FirstPublishedAt, article.UpdatedAt,
        [.. article.Signed.DistinctBy(a => a.Id)
            .Select(a => new FeedAuthor(a.Name[language], publication.Absolute($"{prefix}/authors/{a.Slug}")))],
        [article.SectionName[language], .. Filed(article.Places), .. Filed(article.Topics)],
        Picture(article))
    {
        Language = article.Language == language ? null : article.Language,
    };

    IEnumerable<string> Filed(IEnumerable<FeedStory.FiledOf> filed) => filed.OrderBy(f => f.Slug, StringComparer.Ordinal).Select(f => f.Name[language]);

    FeedPicture? Picture(FeedStory article)
    {
        if (article.Lead is not { } lead || !lead.MayBeShown(now)) return null;
        var face = lead.Face;
        var width = Renditions.WidthsOf(face).Last(w => w <= PictureWidth || w == Renditions.WidthsOf(face)[0]);
        return new FeedPicture(publication.Absolute(Renditions.Address(face, Shape.Whole, width, "jpg")), width, Renditions.Height(face, Shape.Whole, width),
            FeedBodies.LeadAlternativeText(article, language), FeedBodies.LeadCaption(article, language), lead.Credit);
    }
}
