using Chapar.Articles;
using Chapar.Authors;
using Chapar.Fronts;
using Chapar.Media;
using Chapar.Names;
using Chapar.Sections;
using Chapar.Spellings;
using Chapar.Suggestions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chapar.Database;

/// <summary>
/// Which edition names a save raises: the one place that knows what a change touches. Drafts touch nothing, since no
/// reader's page shows them.
/// </summary>
sealed class TouchedEditions(NewsDb db)
{
    readonly HashSet<string> names = new(StringComparer.Ordinal);

    // Public before or after: what they say may be another now.
    readonly HashSet<Guid> changed = [];

    // Of these also what lists say of them.
    readonly HashSet<Guid> listed = [];

    // Of these also where they stand, and whether at all.
    readonly HashSet<Guid> moved = [];

    public bool IsEmpty => names.Count == 0 && changed.Count == 0;

    /// <summary>Looks at what is about to be saved.</summary>
    public void FromTracker()
    {
        foreach (var entry in db.ChangeTracker.Entries())
            if (entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
                Look(entry);
    }

    void Look(EntityEntry entry)
    {
        switch (entry.Entity)
        {
            case Article article: LookAtArticle(article, entry); break;
            case Byline byline: changed.Add(byline.ArticleId); listed.Add(byline.ArticleId); names.Add(EditionNames.ListOf(EditionNames.Author(byline.AuthorId))); break;
            case Correction correction: changed.Add(correction.ArticleId); break;
            case Section section: names.UnionWith([EditionNames.Section(section.Id), EditionNames.Sections, EditionNames.Names]); break;
            case Place place: names.UnionWith([EditionNames.Place(place.Id), EditionNames.Names]); names.UnionWith(Both<Guid?>(entry, nameof(Place.ParentId)).OfType<Guid>().Select(EditionNames.Place)); break;
            case Topic topic: names.UnionWith([EditionNames.Topic(topic.Id), EditionNames.Names]); break;
            case Author author: names.UnionWith([EditionNames.Author(author.Id), EditionNames.Names]); break;
            case Picture picture: names.Add(EditionNames.Picture(picture.Id)); break;
            case PlainPage page: names.UnionWith([EditionNames.PlainPage(page.Id), EditionNames.PlainPages]); break;
            case FrontSlot slot: names.Add(EditionNames.Front(slot.Front)); break;
            case KnownName: names.Add(EditionNames.Names); break;
            case HouseWord: names.Add(EditionNames.Spellings); break;
            case Redirect: names.Add(EditionNames.Redirects); break;
            case Suggestion suggestion: names.Add(EditionNames.Suggestions(suggestion.ArticleId)); break;
            case SuggestionChoice choice: names.Add(EditionNames.Suggestions(choice.ArticleId)); break;
            case Dictionary<string, object> join: LookAtJoin(join); break;
        }
    }

    void LookAtArticle(Article article, EntityEntry entry)
    {
        // A kept state of the working copy: readers see none of it.
        if (entry.State == EntityState.Modified && entry.Properties.All(p => !p.IsModified || p.Metadata.Name == nameof(Article.RevisionCount))) return;
        var wasPublic = entry.State != EntityState.Added && IsPublic((ArticleStatus)entry.OriginalValues[nameof(Article.Status)]!);
        if (!wasPublic && !IsPublic(article.Status)) return;
        changed.Add(article.Id);
        if (IsListedOtherwise(article, entry)) listed.Add(article.Id);
        if (entry.State == EntityState.Modified && !Order.Any(name => entry.Property(name).IsModified)) return;
        moved.Add(article.Id);
        // What is withdrawn leaves the list of the most read and another takes its place, and what is public again returns to it; what is new has not been read.
        if (entry.State == EntityState.Modified && entry.OriginalValues[nameof(Article.FirstPublishedAt)] is not null
            && (entry.Property(nameof(Article.Status)).IsModified || entry.Property(nameof(Article.Language)).IsModified)) names.Add(EditionNames.MostRead);
        names.UnionWith(Both<Guid?>(entry, nameof(Article.SectionId)).OfType<Guid>().Select(id => EditionNames.ListOf(EditionNames.Section(id))));
        names.UnionWith(Both<string>(entry, nameof(Article.Language)).Select(EditionNames.Newest));
        names.UnionWith(Both<Guid>(entry, nameof(Article.TranslationGroup)).Select(EditionNames.TranslationGroup));
    }

    /// <summary>Whether lists say something else of it: anything but what only its own page, feeds and sitemaps show.</summary>
    static bool IsListedOtherwise(Article article, EntityEntry entry)
    {
        if (entry.State != EntityState.Modified || entry.Properties.Any(p => p.IsModified && !Inside.Contains(p.Metadata.Name))) return true;
        // A story without a deck is listed with its first sentences.
        return article.Deck.Length == 0 && entry.Property(nameof(Article.Body)).IsModified
            && Articles.Body.BodyText.FirstSentences((Articles.Body.BodyTree)entry.OriginalValues[nameof(Article.Body)]!, Article.ListedLetters) != Articles.Body.BodyText.FirstSentences(article.Body, Article.ListedLetters);
    }

    static readonly string[] Inside =
        [nameof(Article.Body), nameof(Article.UpdatedAt), nameof(Article.ChangedAt), nameof(Article.RevisionCount), nameof(Article.LeadCaption), nameof(Article.OwnerId)];

    /// <summary>What the queries for lists ask of an article (<see cref="ArticleQueries"/>).</summary>
    static readonly string[] Order =
        [nameof(Article.Status), nameof(Article.SectionId), nameof(Article.Language), nameof(Article.Format), nameof(Article.FirstPublishedAt), nameof(Article.TranslationGroup)];

    /// <summary>The value as stored, and as it is about to be stored.</summary>
    static IEnumerable<T> Both<T>(EntityEntry entry, string property)
    {
        if (entry.State != EntityState.Added) yield return (T)entry.OriginalValues[property]!;
        yield return (T)entry.CurrentValues[property]!;
    }

    /// <summary>Rows of the join tables between articles and places or topics.</summary>
    void LookAtJoin(Dictionary<string, object> join)
    {
        if (join.TryGetValue("PlacesId", out var place)) names.Add(EditionNames.ListOf(EditionNames.Place((Guid)place)));
        if (join.TryGetValue("TopicsId", out var topic)) names.Add(EditionNames.ListOf(EditionNames.Topic((Guid)topic)));
        if (join.TryGetValue("ArticleId", out var article)) changed.Add((Guid)article);
    }

    /// <summary>All names; of articles that are listed otherwise also the lists of all they are filed under, as stored and as about to be stored.</summary>
    public async Task<IReadOnlySet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        if (changed.Count == 0) return names;
        names.UnionWith(listed.Select(EditionNames.Teaser));
        foreach (var ids in changed.Chunk(500))
            foreach (var article in await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.TranslationGroup, a.Language }).ToListAsync(cancellationToken))
                Add(article.Id, article.TranslationGroup, article.Language);
        foreach (var ids in moved.Chunk(500)) await AddListsAsync(ids, cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<Article>())
        {
            if (changed.Contains(entry.Entity.Id)) Add(entry.Entity.Id, entry.Entity.TranslationGroup, entry.Entity.Language);
            if (moved.Contains(entry.Entity.Id)) AddLists(entry.Entity);
        }
        return names;
    }

    void Add(Guid id, Guid group, string language) =>
        names.UnionWith([EditionNames.Article(id), EditionNames.TranslationGroup(group), EditionNames.Articles(language)]);

    async Task AddListsAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        AddLists(EditionNames.Author, await db.Bylines.Where(b => ids.Contains(b.ArticleId)).Select(b => b.AuthorId).Distinct().ToListAsync(cancellationToken));
        AddLists(EditionNames.Place, await db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Places).Select(p => p.Id).Distinct().ToListAsync(cancellationToken));
        AddLists(EditionNames.Topic, await db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Topics).Select(t => t.Id).Distinct().ToListAsync(cancellationToken));
    }

    void AddLists(Article article)
    {
        AddLists(EditionNames.Author, article.Bylines.Select(b => b.AuthorId));
        AddLists(EditionNames.Place, article.Places.Select(p => p.Id));
        AddLists(EditionNames.Topic, article.Topics.Select(t => t.Id));
    }

    void AddLists(Func<Guid, string> name, IEnumerable<Guid> ids) => names.UnionWith(ids.Select(id => EditionNames.ListOf(name(id))));

    static bool IsPublic(ArticleStatus status) => status is ArticleStatus.Published or ArticleStatus.Withdrawn;
}
