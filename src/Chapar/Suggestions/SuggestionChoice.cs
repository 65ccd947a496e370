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
    public static IReadOnlyList<Similar> Apply(IEnumerable<SuggestionChoice> choices, IReadOnlyList<Similar> found)
    {
        List<SuggestionChoice> all = [.. choices.OrderBy(c => c.Position)];
        if (all.Count == 0) return found;
        return [.. all.Where(c => c.IsPinned).Select(c => new Similar(c.SuggestedId, 0)).Concat(found.Where(f => !all.Exists(c => c.SuggestedId == f.Id))).Take(SuggestionIndex.Offered)];
    }
}
