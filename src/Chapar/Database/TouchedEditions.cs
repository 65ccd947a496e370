using Chapar.Articles;
using Chapar.Authors;
using Chapar.Fronts;
using Chapar.Media;
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
    readonly HashSet<Guid> articleIds = [];

    public bool IsEmpty => names.Count == 0 && articleIds.Count == 0;

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
            case Byline byline: articleIds.Add(byline.ArticleId); names.Add(EditionNames.Author(byline.AuthorId)); break;
            case Correction correction: articleIds.Add(correction.ArticleId); break;
            case Section section: names.UnionWith([EditionNames.Section(section.Id), EditionNames.Sections]); break;
            case Place place: names.Add(EditionNames.Place(place.Id)); break;
            case Topic topic: names.Add(EditionNames.Topic(topic.Id)); break;
            case Author author: names.Add(EditionNames.Author(author.Id)); break;
            case Picture picture: names.Add(EditionNames.Picture(picture.Id)); break;
            case PlainPage page: names.UnionWith([EditionNames.PlainPage(page.Id), EditionNames.PlainPages]); break;
            case FrontSlot slot: names.Add(EditionNames.Front(slot.Front)); break;
            case HouseWord: names.Add(EditionNames.Spellings); break;
            case Redirect: names.Add(EditionNames.Redirects); break;
            case Suggestion suggestion: names.Add(EditionNames.Suggestions(suggestion.ArticleId)); break;
            case Dictionary<string, object> join: LookAtJoin(join); break;
        }
    }

    void LookAtArticle(Article article, EntityEntry entry)
    {
        // A kept state of the working copy: readers see none of it.
        if (entry.State == EntityState.Modified && entry.Properties.All(p => !p.IsModified || p.Metadata.Name == nameof(Article.RevisionCount))) return;
        var wasPublic = entry.State != EntityState.Added && IsPublic((ArticleStatus)entry.OriginalValues[nameof(Article.Status)]!);
        if (!wasPublic && !IsPublic(article.Status)) return;
        articleIds.Add(article.Id);
        if (entry.State != EntityState.Added && entry.OriginalValues[nameof(Article.SectionId)] is Guid oldSection) names.Add(EditionNames.Section(oldSection));
    }

    /// <summary>Rows of the join tables between articles and places or topics.</summary>
    void LookAtJoin(Dictionary<string, object> join)
    {
        if (join.TryGetValue("PlacesId", out var place)) names.Add(EditionNames.Place((Guid)place));
        if (join.TryGetValue("TopicsId", out var topic)) names.Add(EditionNames.Topic((Guid)topic));
        if (join.TryGetValue("ArticleId", out var article)) articleIds.Add((Guid)article);
    }

    /// <summary>All names; of articles also those of all they are filed under, as stored and as about to be stored.</summary>
    public async Task<IReadOnlySet<string>> NamesAsync(CancellationToken cancellationToken)
    {
        if (articleIds.Count == 0) return names;
        foreach (var ids in articleIds.Chunk(500)) await AddStoredAsync(ids, cancellationToken);
        foreach (var entry in db.ChangeTracker.Entries<Article>())
            if (articleIds.Contains(entry.Entity.Id)) Add(entry.Entity);
        return names;
    }

    async Task AddStoredAsync(Guid[] ids, CancellationToken cancellationToken)
    {
        var stored = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, a.TranslationGroup, a.Language, a.SectionId }).ToListAsync(cancellationToken);
        foreach (var article in stored) Add(article.Id, article.TranslationGroup, article.Language, article.SectionId);
        names.UnionWith((await db.Bylines.Where(b => ids.Contains(b.ArticleId)).Select(b => b.AuthorId).Distinct().ToListAsync(cancellationToken)).Select(EditionNames.Author));
        names.UnionWith((await db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Places).Select(p => p.Id).Distinct().ToListAsync(cancellationToken)).Select(EditionNames.Place));
        names.UnionWith((await db.Articles.Where(a => ids.Contains(a.Id)).SelectMany(a => a.Topics).Select(t => t.Id).Distinct().ToListAsync(cancellationToken)).Select(EditionNames.Topic));
    }

    void Add(Article article)
    {
        Add(article.Id, article.TranslationGroup, article.Language, article.SectionId);
        names.UnionWith(article.Bylines.Select(b => EditionNames.Author(b.AuthorId)));
        names.UnionWith(article.Places.Select(p => EditionNames.Place(p.Id)));
        names.UnionWith(article.Topics.Select(t => EditionNames.Topic(t.Id)));
    }

    void Add(Guid id, Guid group, string language, Guid? section)
    {
        names.UnionWith([EditionNames.Article(id), EditionNames.TranslationGroup(group), EditionNames.Newest(language)]);
        if (section is { } s) names.Add(EditionNames.Section(s));
    }

    static bool IsPublic(ArticleStatus status) => status is ArticleStatus.Published or ArticleStatus.Withdrawn;
}
