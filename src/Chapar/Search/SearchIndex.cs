using Chapar.Articles;
using Chapar.Database;
using Chapar.Events;
using Chapar.Names;
using Microsoft.EntityFrameworkCore;

namespace Chapar.Search;

/// <summary>Keeps the full-text index in step with what is public and with what it is called.</summary>
public sealed class SearchIndex(ILogger<SearchIndex>? log = null) : IReact
{
    // An import comes in many pieces, whose words are the same.
    ArticleTerms? terms;

    public string Name => "search";

    public bool To(string eventName) => eventName is NewsEvents.ArticlePublished or NewsEvents.ArticleUpdated or NewsEvents.ArticleCorrected or NewsEvents.ArticleWithdrawn
        || IsAboutFiling(eventName) || IsAboutName(eventName) || IsAboutAll(eventName);

    /// <summary>An article is found by the names of what it is filed under and of who signed it.</summary>
    static bool IsAboutFiling(string eventName) => eventName is NewsEvents.FilingRenamed or NewsEvents.FilingMerged or NewsEvents.AuthorRenamed;

    static bool IsAboutName(string eventName) => eventName is NewsEvents.NameAdded or NewsEvents.NameChanged or NewsEvents.NameRemoved;

    static bool IsAboutAll(string eventName) => eventName is NewsEvents.NamesLoaded or NewsEvents.SearchOutdated;

    /// <summary>Articles read at once: an import gives many hundreds, whose words together would be most of its memory.</summary>
    const int AtOnce = 100;

    public async Task ReactAsync(NewsDb db, IReadOnlyList<NewsEvent> events, DateTime now, CancellationToken stop)
    {
        if (await MustBeMadeAsync(db, events, stop))
        {
            var took = System.Diagnostics.Stopwatch.StartNew();
            var count = await SearchRebuild.MakeAsync(db, stop);
            log?.LogInformation("The search index was made anew: {Count} articles in {Seconds:0.0} s", count, took.Elapsed.TotalSeconds);
            return;
        }
        List<Guid> all = [.. events.Where(e => !IsAboutFiling(e.Name) && !IsAboutName(e.Name) && !IsAboutAll(e.Name)).Select(e => e.SubjectId!.Value)];
        foreach (var named in events.Where(e => IsAboutFiling(e.Name)).Select(e => e.SubjectId!.Value).Distinct()) all.AddRange(await UnderAsync(db, named, stop));
        foreach (var named in events.Where(e => IsAboutName(e.Name)).Select(e => e.SubjectId!.Value).Distinct()) all.AddRange(await SayingAsync(db, named, stop));
        if (all.Count == 0) return;
        var finder = await NameFinder.NowAsync(db, stop);
        if (terms?.Finder != finder) terms = new ArticleTerms(finder);
        terms.BeginWriting();
        await foreach (var ids in Breath.BetweenAsync(db, all.Distinct().Chunk(AtOnce).ToAsyncEnumerable(), stop)) await SearchRows.WriteAsync(db, ids, terms, stop);
    }

    /// <summary>Not where the operator has made the index of this form meanwhile.</summary>
    static async Task<bool> MustBeMadeAsync(NewsDb db, IReadOnlyList<NewsEvent> events, CancellationToken stop) =>
        events.Any(e => e.Name == NewsEvents.NamesLoaded) || (events.Any(e => e.Name == NewsEvents.SearchOutdated) && (await SearchState.OfAsync(db, stop)).Form != IndexTerms.Form);

    /// <summary>Articles that bear the name of this section, place, topic or author.</summary>
    static async Task<IEnumerable<Guid>> UnderAsync(NewsDb db, Guid named, CancellationToken stop)
    {
        var published = db.Articles.Published();
        // Each by its own index: an "or" of the four would walk through all articles.
        return
        [
            .. await published.Where(a => a.SectionId == named).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Places.Any(p => p.Id == named)).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Topics.Any(t => t.Id == named)).Select(a => a.Id).ToListAsync(stop),
            .. await published.Where(a => a.Bylines.Any(b => b.AuthorId == named)).Select(a => a.Id).ToListAsync(stop),
        ];
    }

    /// <summary>Articles in which a known name was found as it was before, and those in which it may be found as it is now.</summary>
    static async Task<IEnumerable<Guid>> SayingAsync(NewsDb db, Guid id, CancellationToken stop)
    {
        HashSet<long> rows = [.. await SearchRows.WithAsync(db, new Condition.Term(IndexTerms.Known(id)), stop)];
        if (await db.KnownNames.AsNoTracking().Counting().FirstOrDefaultAsync(n => n.Id == id, stop) is { } name)
            foreach (var spelling in name.Spellings.Select(s => s.Text).Distinct())
                if ((await Understood.ReadAsync(db, spelling, withNames: false, stop)).Hits(Narrowing.None) is { } hits) rows.UnionWith(await SearchRows.WithAsync(db, hits, stop));
        return await db.SearchEntries.Where(e => rows.Contains(e.Id)).Select(e => e.ArticleId).ToListAsync(stop);
    }
}
