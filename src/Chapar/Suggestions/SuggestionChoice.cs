using Chapar.Database;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Suggestions;

/// <summary>What an editor said of an article beside another one: that it stands there first, or never.</summary>
public sealed class SuggestionChoice
{
    SuggestionChoice() { }

    public SuggestionChoice(Guid articleId, Guid suggestedId) => (ArticleId, SuggestedId) = (articleId, suggestedId);

    public Guid ArticleId { get; private set; }
    public Guid SuggestedId { get; private set; }

    /// <summary>First; otherwise never.</summary>
    public bool IsPinned { get; private set; }

    /// <summary>Among those that are pinned, from 0.</summary>
    public int Position { get; private set; }

    public void Pin(int position) => (IsPinned, Position) = (true, position);

    public void Bar() => (IsPinned, Position) = (false, 0);

    /// <summary>What stands beside an article: what is pinned in its order, then what was found, without what is barred.</summary>
    /// <param name="choices">All of the article.</param>
    /// <param name="found">The best first.</param>
    /// <param name="groups">The translation groups of all these: a story and its translation are one.</param>
    public static IReadOnlyList<Similar> Apply(IEnumerable<SuggestionChoice> choices, IReadOnlyList<Similar> found, IReadOnlyDictionary<Guid, Guid> groups)
    {
        List<SuggestionChoice> all = [.. choices.OrderBy(c => c.Position)];
        if (all.Count == 0) return found;
        var said = all.Select(c => GroupOf(c.SuggestedId)).ToHashSet();
        return [.. all.Where(c => c.IsPinned).Select(c => new Similar(c.SuggestedId, 0)).Concat(found.Where(f => !said.Contains(GroupOf(f.Id)))).Take(SuggestionIndex.Offered)];

        Guid GroupOf(Guid id) => groups.GetValueOrDefault(id, id);
    }
}

/// <summary>What is asked for the sake of choices.</summary>
static class ChoiceQueries
{
    /// <summary>The translation groups of these articles; nothing is asked for none.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Guid>> GroupsAsync(this NewsDb db, IReadOnlyCollection<Guid> ids, CancellationToken stop) =>
        ids.Count == 0 ? new Dictionary<Guid, Guid>()
            : await db.Articles.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.TranslationGroup }).ToDictionaryAsync(a => a.Id, a => a.TranslationGroup, stop);
}
