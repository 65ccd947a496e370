using Chapar.Articles;
using Chapar.Articles.Translations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Chapar.Database;

/// <summary>
/// What translators are told of their sources, in step with every save: whichever way a text was changed (typed, published by the clock,
/// brought back, imported), the desks of its translations know it in the same transaction.
/// </summary>
public static class FollowedSources
{
    /// <summary>Looks at what is about to be saved.</summary>
    internal static async Task FollowAsync(NewsDb db, CancellationToken stop)
    {
        var articles = db.ChangeTracker.Entries<Article>().Where(e => Changes(e, nameof(Article.Headline), nameof(Article.Deck), nameof(Article.Body), nameof(Article.Status)))
            .Select(e => (e.Entity.Id, At: e.Entity.ChangedAt));
        var drafts = db.ChangeTracker.Entries<Draft>().Where(e => Changes(e, nameof(Draft.Headline), nameof(Draft.Deck), nameof(Draft.Body))).Select(e => (Id: e.Entity.ArticleId, At: e.Entity.ChangedAt));
        var changed = articles.Concat(drafts).GroupBy(one => one.Id).ToDictionary(group => group.Key, group => group.Max(one => one.At));
        if (changed.Count == 0) return;
        Guid[] ids = [.. changed.Keys];
        foreach (var translation in await db.Translations.Where(t => ids.Contains(t.ArticleId) || ids.Contains(t.SourceId)).ToListAsync(stop))
        {
            var isOfSource = changed.TryGetValue(translation.SourceId, out var at);
            await CatchUpAsync(db, translation, isOfSource ? at : changed[translation.ArticleId], isOfSource, stop);
        }
    }

    /// <summary>Makes a translation know how its source and its own text stand; the caller saves.</summary>
    /// <param name="at">When the one or the other was changed.</param>
    /// <param name="follow">False when the source is known to be the same.</param>
    public static async Task<TargetText> CatchUpAsync(NewsDb db, Translation translation, DateTime at, bool follow = true, CancellationToken stop = default)
    {
        if (follow && await StandingAsync(db, translation.SourceId, SourceText.Standing, stop) is { } source) translation.Follow(source);
        var target = new TargetText(await StandingAsync(db, translation.ArticleId, SourceText.Written, stop) ?? throw new InvalidOperationException("A translation without its article."));
        translation.Count(target, at);
        return target;
    }

    /// <summary>The text of a story as it will stand after the save.</summary>
    static async Task<SourceText?> StandingAsync(NewsDb db, Guid id, Func<Article, Draft?, SourceText> choose, CancellationToken stop)
    {
        var article = db.ChangeTracker.Entries<Article>().FirstOrDefault(e => e.Entity.Id == id)?.Entity ?? await db.Articles.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, stop);
        if (article is null) return null;
        var held = db.ChangeTracker.Entries<Draft>().FirstOrDefault(e => e.Entity.ArticleId == id);
        var draft = held is null ? await db.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.ArticleId == id, stop) : held.State == EntityState.Deleted ? null : held.Entity;
        return choose(article, draft);
    }

    static bool Changes(EntityEntry entry, params ReadOnlySpan<string> fields)
    {
        if (entry.State is EntityState.Added or EntityState.Deleted) return true;
        if (entry.State != EntityState.Modified) return false;
        foreach (var field in fields)
            if (entry.Property(field).IsModified) return true;
        return false;
    }
}
