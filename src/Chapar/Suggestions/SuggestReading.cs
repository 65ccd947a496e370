using Chapar.Database;
using Chapar.Events;

namespace Chapar.Suggestions;

/// <summary>
/// Computes what stands under "Suggested articles" when something is published, updated or withdrawn, or an editor has chosen: for that
/// article, and for those beside which it now belongs. Nothing is computed when a page is asked for.
/// </summary>
public sealed class SuggestReading(SuggestionDesk desk) : IReact
{
    /// <summary>Its name in the delivery rows.</summary>
    public const string Reaction = "suggestions";

    public string Name => Reaction;

    public bool To(string eventName) => eventName is NewsEvents.ArticlePublished or NewsEvents.ArticleUpdated or NewsEvents.ArticleWithdrawn || IsChoice(eventName);

    static bool IsChoice(string eventName) => eventName is NewsEvents.SuggestionPinned or NewsEvents.SuggestionBarred or NewsEvents.SuggestionFreed;

    public Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        var chosen = events.ToLookup(e => IsChoice(e.Name), e => e.SubjectId!.Value);
        return desk.SuggestAsync(db, [.. chosen[false].Distinct()], [.. chosen[true].Distinct()], stop);
    }
}
