using Chapar.Articles;
using Chapar.Database;
using Chapar.Events;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Suggestions;

/// <summary>
/// What an editor does with the articles beside another one. Readers have it when the method returns; what takes the place of a barred one
/// is found right after by <see cref="SuggestReading"/>.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="article">Beside which they stand.</param>
/// <param name="by">Who does it.</param>
/// <param name="now">The present instant, UTC.</param>
public sealed class SuggestionChoices(NewsDb db, Article article, string by, DateTime now)
{
    /// <summary>As many as a page shows.</summary>
    public const int MostPins = 6;

    /// <summary>Puts an article first, behind those that are pinned already; one that is barred is no longer so.</summary>
    public async Task<Refusal?> PinAsync(Guid other, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        var pinned = all.Count(c => c.IsPinned);
        if (all.Exists(c => c.SuggestedId == other && c.IsPinned)) return null;
        if (pinned >= MostPins) return Refusal.Of("refused.pin-most", MostPins);
        var found = await db.Articles.Published().Where(a => a.Id == other).Select(a => new { a.Headline, a.TranslationGroup }).FirstOrDefaultAsync(stop);
        if (found is null) return Refusal.Of("refused.pin-public");
        if (found.TranslationGroup == article.TranslationGroup) return Refusal.Of("refused.pin-itself");
        ChoiceOf(other, all).Pin(all.Where(c => c.IsPinned).Select(c => c.Position + 1).DefaultIfEmpty(0).Max());
        return await SaveAsync(all, NewsEvents.SuggestionPinned, found.Headline, stop);
    }

    /// <summary>Never offers an article here; one that is pinned is no longer so.</summary>
    public async Task<Refusal?> BarAsync(Guid other, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        if (await HeadlineAsync(other, stop) is not { } headline) return Refusal.Of("refused.pin-public");
        ChoiceOf(other, all).Bar();
        return await SaveAsync(all, NewsEvents.SuggestionBarred, headline, stop);
    }

    /// <summary>Leaves an article to the press again, whether it was pinned or barred.</summary>
    public async Task<Refusal?> FreeAsync(Guid other, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        if (all.Find(c => c.SuggestedId == other) is not { } choice) return null;
        all.Remove(choice);
        db.Remove(choice);
        return await SaveAsync(all, NewsEvents.SuggestionFreed, await HeadlineAsync(other, stop) ?? "", stop);
    }

    /// <summary>Puts a pinned article before the one that stands before it.</summary>
    public async Task<Refusal?> RaiseAsync(Guid other, CancellationToken stop)
    {
        var all = await AllAsync(stop);
        List<SuggestionChoice> pinned = [.. all.Where(c => c.IsPinned).OrderBy(c => c.Position)];
        var at = pinned.FindIndex(c => c.SuggestedId == other);
        if (at <= 0) return null;
        (pinned[at - 1], pinned[at]) = (pinned[at], pinned[at - 1]);
        for (var i = 0; i < pinned.Count; i++) pinned[i].Pin(i);
        return await SaveAsync(all, NewsEvents.SuggestionPinned, await HeadlineAsync(other, stop) ?? "", stop);
    }

    Task<List<SuggestionChoice>> AllAsync(CancellationToken stop) => db.SuggestionChoices.Where(c => c.ArticleId == article.Id).ToListAsync(stop);

    Task<string?> HeadlineAsync(Guid other, CancellationToken stop) => db.Articles.Where(a => a.Id == other).Select(a => a.Headline).FirstOrDefaultAsync(stop);

    SuggestionChoice ChoiceOf(Guid other, List<SuggestionChoice> all)
    {
        if (all.Find(c => c.SuggestedId == other) is { } known) return known;
        SuggestionChoice choice = new(article.Id, other);
        db.Add(choice);
        all.Add(choice);
        return choice;
    }

    async Task<Refusal?> SaveAsync(IReadOnlyList<SuggestionChoice> all, string what, string headline, CancellationToken stop)
    {
        db.Record(new NewsEvent(what, article.Id, now, by, headline));
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var stand = await db.Suggestions.AsNoTracking().Where(s => s.ArticleId == article.Id).OrderBy(s => s.Position).ToListAsync(stop);
        await db.Suggestions.Where(s => s.ArticleId == article.Id).ExecuteDeleteAsync(stop);
        var groups = await db.GroupsAsync([.. stand.Select(s => s.SuggestedId).Concat(all.Select(c => c.SuggestedId))], stop);
        if (article.Status == ArticleStatus.Published)
            db.AddRange(SuggestionChoice.Apply(all, [.. stand.Select(s => new Similar(s.SuggestedId, s.Score))], groups).Select((o, i) => new Suggestion(article.Id, i, o.Id, o.Score)));
        await db.SaveChangesAsync(stop);
        await db.CommitAsync(transaction);
        return null;
    }
}
